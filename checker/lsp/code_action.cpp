// textDocument/codeAction: the fixes of the findings at a place, ways to accept them, names for the house's list, and
// all safe fixes of the document at once.
#include <algorithm>
#include <filesystem>
#include <system_error>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/engine/registry.h"
#include "checker/engine/review/add_ignores.h"
#include "checker/engine/review/fixes.h"
#include "checker/engine/review/suppressions.h"
#include "checker/lsp/diagnostic.h"
#include "checker/lsp/edits.h"
#include "checker/lsp/methods.h"
#include "checker/lsp/name_actions.h"
#include "checker/lsp/place.h"
#include "checker/lsp/uri.h"

namespace bylint::lsp {
namespace {

constexpr std::string_view kQuickFix = "quickfix";
constexpr std::string_view kFixAll = "source.fixAll.bylint";

// `only` of the request asks for a kind by its name or by a prefix of whole words; without it all are wanted.
bool Wants(const Json& params, std::string_view kind) {
  const Json& only = At(params, {"context", "only"});
  if (!only.is_array()) return true;
  return std::ranges::any_of(only, [&](const Json& item) {
    const std::string_view asked = StringOr(item, "?");
    return asked.empty() || asked == kind || absl::StartsWith(ToAbsl(kind), absl::StrCat(ToAbsl(asked), "."));
  });
}

std::string Title(std::string_view words) {
  std::string title(words);
  if (!title.empty()) title[0] = absl::ascii_toupper(static_cast<unsigned char>(title[0]));
  return title;
}

void AppendEdits(const CheckedDocument& in, const ClientFeatures& client, const Fix& fix, Json& edits) {
  for (const Edit& edit : fix.edits) {
    edits.push_back({{"range", in.document.ToJson(edit.span, client.encoding)}, {"newText", edit.replacement}});
  }
}

Json EditOf(const CheckedDocument& in, const ClientFeatures& client, Json edits) {
  return WorkspaceEditJson(client, {{in.document.uri(), in.document.version(), std::move(edits)}});
}

Json FixAction(const CheckedDocument& in, const ClientFeatures& client, const Finding& finding, const Fix& fix) {
  Json edits = Json::array();
  AppendEdits(in, client, fix, edits);
  Json action = {{"title", Title(fix.title)},
                 {"kind", kQuickFix},
                 {"diagnostics", DiagnosticsJson(client, ViewOf(in.document), {&finding, 1})},
                 {"edit", EditOf(in, client, std::move(edits))}};
  if (client.preferred_actions && fix.safety == Safety::kSafe) action["isPreferred"] = true;
  return action;
}

void AppendFixes(const CheckedDocument& in, const ClientFeatures& client, SourceSpan range, Json& actions) {
  for (const Finding& finding : in.checked.findings) {
    if (finding.span.begin > range.end || finding.span.end < range.begin) continue;
    for (const Fix& fix : finding.fixes) actions.push_back(FixAction(in, client, finding, fix));
  }
}

// All safe fixes, as `bylint check --fix` makes them.
void AppendFixAll(const CheckedDocument& in, const ClientFeatures& client, Json& actions) {
  const FixedText fixed = ApplyFixes(in.checked.article, in.checked.findings, Safety::kSafe);
  if (fixed.applied == 0) return;
  actions.push_back({{"title", absl::StrCat("Apply all safe fixes of bylint (", fixed.applied, ")")},
                     {"kind", kFixAll},
                     {"edit", EditOf(in, client, EditsBetween(in.document, fixed.text, client.encoding))}});
}

Json IgnoreAction(const CheckedDocument& in, const ClientFeatures& client, const Finding& finding, std::string title,
                  Json edit) {
  return {{"title", std::move(title)},
          {"kind", kQuickFix},
          {"diagnostics", DiagnosticsJson(client, ViewOf(in.document), {&finding, 1})},
          {"edit", std::move(edit)}};
}

// An edit of the configuration that accepts the finding, for formats that hold no comments; null where there is
// no configuration to edit.
Json ConfigEdit(const CheckedDocument& in, const ClientFeatures& client, const std::string& table) {
  if (in.checked.profile->config == nullptr) return {};
  std::error_code error;
  const std::string path = std::filesystem::absolute(in.checked.profile->config->path, error).lexically_normal();
  const std::optional<std::string> config = ReadClosedFile(path);
  if (!config) return {};
  const Json end =
      ToJson(LineIndex(*config).ToPosition(*config, static_cast<uint32_t>(config->size()), client.encoding));
  Json edits = Json::array({{{"range", {{"start", end}, {"end", end}}}, {"newText", table}}});
  return WorkspaceEditJson(client, {{UriOfPath(path), std::nullopt, std::move(edits)}});
}

void AppendIgnoreHere(const CheckedDocument& in, const ClientFeatures& client, const Finding& finding, Json& actions) {
  const std::string& path = in.document.path();
  const AddedIgnores added =
      AddIgnores(in.checked.article, path, NameForConfig(in.checked, path), std::span(&finding, 1));
  Json edit;
  if (!added.tables.empty()) {
    edit = ConfigEdit(in, client, added.tables.front());
  } else if (added.text != in.document.text()) {
    edit = EditOf(in, client, EditsBetween(in.document, added.text, client.encoding));
  }
  if (edit.is_null()) return;
  actions.push_back(
      IgnoreAction(in, client, finding, absl::StrCat("Ignore ", ToAbsl(finding.rule), " here"), std::move(edit)));
}

// Behind front matter, which must come first.
size_t StartOfBody(std::string_view text) {
  const std::string_view fence = text.substr(0, 3);
  if (fence != "---" && fence != "+++") return 0;
  const size_t end = text.find(absl::StrCat("\n", ToAbsl(fence)), fence.size());
  if (end == std::string_view::npos) return 0;
  return std::min(text.find('\n', end + 1), text.size() - 1) + 1;
}

void AppendIgnoreInFile(const CheckedDocument& in, const ClientFeatures& client, const Finding& finding,
                        Json& actions) {
  const std::string& path = in.document.path();
  const bool takes_html_comment = TakesComments(path) && !path.ends_with(".rst") && !path.ends_with("doc");
  if (!takes_html_comment || FindRule(finding.rule) == nullptr) return;
  std::string text(in.document.text());
  text.insert(StartOfBody(text), absl::StrCat("<!-- bylint: ignore-file ", ToAbsl(finding.rule), " -->\n\n"));
  actions.push_back(IgnoreAction(in, client, finding, absl::StrCat("Ignore ", ToAbsl(finding.rule), " in this file"),
                                 EditOf(in, client, EditsBetween(in.document, text, client.encoding))));
}

void AppendIgnores(const CheckedDocument& in, const ClientFeatures& client, SourceSpan range, Json& actions) {
  for (const Finding& finding : in.checked.findings) {
    if (finding.span.begin > range.end || finding.span.end < range.begin) continue;
    AppendIgnoreHere(in, client, finding, actions);
    AppendIgnoreInFile(in, client, finding, actions);
  }
}

}  // namespace

Reply CodeAction(Session& session, const Json& params) {
  Json actions = Json::array();
  const std::optional<CheckedDocument> in = CheckedDocumentOf(session, params);
  const std::optional<Range> range = ParseRange(At(params, "range"));
  if (!in || !range || !session.client.code_action_literals) return Answer(std::move(actions));
  const OpenDocument& document = in->document;
  const SourceSpan span{document.lines().ToOffset(document.text(), range->start, session.client.encoding),
                        document.lines().ToOffset(document.text(), range->end, session.client.encoding)};
  if (Wants(params, kQuickFix)) {
    AppendFixes(*in, session.client, span, actions);
    AppendNameActions(session, *in, span, actions);
    AppendIgnores(*in, session.client, span, actions);
  }
  if (Wants(params, kFixAll)) AppendFixAll(*in, session.client, actions);
  return Answer(std::move(actions));
}

}  // namespace bylint::lsp
