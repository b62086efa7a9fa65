// textDocument/codeAction: the fixes of the findings at a place, and all safe fixes of the document at once.
#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/lsp/diagnostic.h"
#include "checker/lsp/edits.h"
#include "checker/lsp/methods.h"
#include "checker/lsp/place.h"

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

// The first safe fix of each finding, as long as it does not touch one taken before.
std::vector<const Fix*> SafeFixes(std::span<const Finding> findings) {
  std::vector<const Fix*> taken;
  const auto touches_taken = [&](const Fix& fix) {
    return std::ranges::any_of(fix.edits, [&](const Edit& edit) {
      return std::ranges::any_of(taken, [&](const Fix* other) {
        return std::ranges::any_of(other->edits, [&](const Edit& o) {
          return edit.span.begin <= o.span.end && o.span.begin <= edit.span.end;
        });
      });
    });
  };
  for (const Finding& finding : findings) {
    const auto safe = std::ranges::find(finding.fixes, Safety::kSafe, &Fix::safety);
    if (safe != finding.fixes.end() && !touches_taken(*safe)) taken.push_back(&*safe);
  }
  return taken;
}

void AppendFixAll(const CheckedDocument& in, const ClientFeatures& client, Json& actions) {
  const std::vector<const Fix*> fixes = SafeFixes(in.checked.findings);
  if (fixes.empty()) return;
  Json edits = Json::array();
  for (const Fix* fix : fixes) AppendEdits(in, client, *fix, edits);
  actions.push_back({{"title", absl::StrCat("Apply all safe fixes of bylint (", fixes.size(), ")")},
                     {"kind", kFixAll},
                     {"edit", EditOf(in, client, std::move(edits))}});
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
  if (Wants(params, kQuickFix)) AppendFixes(*in, session.client, span, actions);
  if (Wants(params, kFixAll)) AppendFixAll(*in, session.client, actions);
  return Answer(std::move(actions));
}

}  // namespace bylint::lsp
