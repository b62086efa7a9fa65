#include "checker/lsp/open_document.h"

#include <utility>

#include "checker/engine/load.h"
#include "checker/lsp/uri.h"
#include "checker/readers/reader.h"

namespace bylint::lsp {
namespace {

// Endings for texts that were never saved, by the editor's name of their language.
struct LanguageEnding {
  std::string_view language;
  std::string_view ending;
};
constexpr LanguageEnding kEndings[] = {
    {"markdown", ".md"},
    {"html", ".html"},
    {"xml", ".xml"},
    {"json", ".json"},
};

std::string PathFor(std::string_view uri, std::string_view language_id) {
  if (std::optional<std::string> path = PathOfUri(uri)) return *std::move(path);
  for (const LanguageEnding& known : kEndings) {
    if (known.language == language_id) return "untitled" + std::string(known.ending);
  }
  return "untitled.txt";
}

}  // namespace

OpenDocument::OpenDocument(std::string uri, std::string_view language_id, int64_t version, std::string text)
    : uri_(std::move(uri)),
      path_(PathFor(uri_, language_id)),
      version_(version),
      text_(std::move(text)),
      lines_(text_) {}

void OpenDocument::Apply(const Json& changes, int64_t version, PositionEncoding encoding) {
  version_ = version;
  Outdate();
  if (!changes.is_array()) return;
  for (const Json& change : changes) ApplyOne(change, encoding);
}

void OpenDocument::ApplyOne(const Json& change, PositionEncoding encoding) {
  const std::string* inserted = AsString(At(change, "text"));
  if (inserted == nullptr) return;
  const Json& range_json = At(change, "range");
  if (range_json.is_null()) return Replace(*inserted);
  const std::optional<Range> range = ParseRange(range_json);
  if (!range) return;
  const uint32_t begin = lines_.ToOffset(text_, range->start, encoding);
  const uint32_t end = lines_.ToOffset(text_, range->end, encoding);
  text_.replace(begin, end - begin, *inserted);
  lines_.Rebuild(text_);
}

void OpenDocument::Replace(std::string text) {
  text_ = std::move(text);
  lines_.Rebuild(text_);
  Outdate();
}

void OpenDocument::Outdate() {
  if (checked_ != nullptr) before_ = std::move(checked_);
}

const Checked* OpenDocument::Check(Checker& checker) {
  if (too_large()) {
    before_.reset();
    return nullptr;
  }
  if (checked_ == nullptr) checked_ = checker.Check(path_, text_, before_.get());
  before_.reset();
  return checked_.get();
}

Json OpenDocument::ToJson(SourceSpan span, PositionEncoding encoding) const {
  return RangeJson(text_, lines_, span, encoding);
}

std::string EditorText(const SourceText& source) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::string_view text = source.text();
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return std::string(text);
}

std::optional<std::string> ReadClosedFile(const std::string& path) {
  absl::StatusOr<std::string> bytes = LoadBytes({.path = path}, {});
  if (!bytes.ok()) return std::nullopt;
  const absl::StatusOr<SourceText> source = DecodeSource(*std::move(bytes));
  if (!source.ok()) return std::nullopt;
  return EditorText(*source);
}

Json RangeJson(std::string_view text, const LineIndex& lines, SourceSpan span, PositionEncoding encoding) {
  return {{"start", ToJson(lines.ToPosition(text, span.begin, encoding))},
          {"end", ToJson(lines.ToPosition(text, span.end, encoding))}};
}

}  // namespace bylint::lsp
