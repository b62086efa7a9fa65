#include "checker/lsp/edits.h"

#include <algorithm>
#include <utility>

#include "checker/base/utf8.h"

namespace bylint::lsp {
namespace {

bool IsBoundary(std::string_view text, size_t offset) {
  return offset >= text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

// The stretch of `before` that differs from `after`, and what stands there instead.
struct Change {
  size_t begin = 0;
  size_t end = 0;
  std::string_view text = {};
};

Change ChangeBetween(std::string_view before, std::string_view after) {
  const size_t shorter = std::min(before.size(), after.size());
  size_t prefix = 0;
  while (prefix < shorter && before[prefix] == after[prefix]) ++prefix;
  while (!IsBoundary(before, prefix) || !IsBoundary(after, prefix)) --prefix;
  size_t suffix = 0;
  while (suffix < shorter - prefix && before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix]) ++suffix;
  while (!IsBoundary(before, before.size() - suffix)) --suffix;
  return {prefix, before.size() - suffix, after.substr(prefix, after.size() - suffix - prefix)};
}

std::string_view TakeLine(std::string_view& text) {
  const size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end);
  return line;
}

}  // namespace

Json WorkspaceEditJson(const ClientFeatures& client, std::vector<DocumentEdits> documents, Json annotations) {
  Json edit = Json::object();
  if (!client.versioned_edits) {
    Json& changes = edit["changes"] = Json::object();
    for (DocumentEdits& document : documents) changes[document.uri] = std::move(document.edits);
    return edit;
  }
  Json& changes = edit["documentChanges"] = Json::array();
  for (DocumentEdits& document : documents) {
    if (document.is_new) {
      changes.push_back({{"kind", "create"}, {"uri", document.uri}, {"options", {{"ignoreIfExists", true}}}});
    }
    Json version = document.version ? Json(*document.version) : Json();
    changes.push_back({{"textDocument", {{"uri", document.uri}, {"version", std::move(version)}}},
                       {"edits", std::move(document.edits)}});
  }
  if (!annotations.is_null()) edit["changeAnnotations"] = std::move(annotations);
  return edit;
}

Json EditsBetween(const OpenDocument& document, std::string_view text, PositionEncoding encoding) {
  Json edits = Json::array();
  const auto append = [&](size_t offset, std::string_view before, std::string_view after) {
    const Change change = ChangeBetween(before, after);
    const SourceSpan span{static_cast<uint32_t>(offset + change.begin), static_cast<uint32_t>(offset + change.end)};
    edits.push_back({{"range", document.ToJson(span, encoding)}, {"newText", change.text}});
  };
  std::string_view before = document.text();
  if (before == text) return edits;
  if (std::ranges::count(before, '\n') != std::ranges::count(text, '\n')) {
    append(0, before, text);
    return edits;
  }
  while (!before.empty() && !text.empty()) {
    const auto offset = static_cast<size_t>(before.data() - document.text().data());
    const std::string_view old_line = TakeLine(before);
    const std::string_view new_line = TakeLine(text);
    if (old_line != new_line) append(offset, old_line, new_line);
  }
  if (!text.empty()) append(document.text().size(), {}, text);
  if (!before.empty()) append(static_cast<size_t>(before.data() - document.text().data()), before, {});
  return edits;
}

}  // namespace bylint::lsp
