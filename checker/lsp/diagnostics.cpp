// textDocument/publishDiagnostics for clients that are told, textDocument/diagnostic for those that ask.
#include "checker/lsp/diagnostic.h"

#include <functional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/lsp/methods.h"
#include "checker/lsp/rule_pages.h"

namespace bylint::lsp {
namespace {

int Severity(Level level) {
  switch (level) {
    case Level::kError:
      return 1;
    case Level::kWarning:
      return 2;
    case Level::kNote:
      return 3;
  }
  return 3;
}

std::string MessageOf(const Finding& finding) {
  if (finding.help.empty()) return finding.message;
  return absl::StrCat(finding.message, "\nhelp: ", finding.help);
}

Json RelatedInformation(const ClientFeatures& client, const TextView& view, const Finding& finding) {
  Json related = Json::array();
  for (const Label& label : finding.labels) {
    related.push_back(
        {{"location", {{"uri", view.uri}, {"range", RangeJson(view.text, view.lines, label.span, client.encoding)}}},
         {"message", label.text}});
  }
  return related;
}

Json DiagnosticJson(const ClientFeatures& client, const TextView& view, const Finding& finding) {
  Json diagnostic = {
      {"range", RangeJson(view.text, view.lines, finding.span, client.encoding)},
      {"severity", Severity(finding.level)},
      {"code", finding.rule},
      {"source", "bylint"},
      {"message", MessageOf(finding)},
      {"data", {{"rule", finding.rule}, {"group", ToString(finding.group)}, {"fixes", finding.fixes.size()}}}};
  if (client.code_descriptions) {
    if (std::string page = RulePageUri(finding.rule); !page.empty()) diagnostic["codeDescription"] = {{"href", page}};
  }
  if (client.related_information && !finding.labels.empty()) {
    diagnostic["relatedInformation"] = RelatedInformation(client, view, finding);
  }
  return diagnostic;
}

// Stands for a text under the rules in force.
std::string ResultId(const Session& session, const OpenDocument& document) {
  return absl::StrCat(absl::Hex(std::hash<std::string_view>()(document.text()), absl::kZeroPad16), "-",
                      session.rules_generation);
}

}  // namespace

Json DiagnosticsJson(const ClientFeatures& client, const TextView& view, std::span<const Finding> findings) {
  Json diagnostics = Json::array();
  for (const Finding& finding : findings) diagnostics.push_back(DiagnosticJson(client, view, finding));
  return diagnostics;
}

Json DiagnosticReport(Session& session, OpenDocument& document, std::string_view known_result) {
  const std::string result = ResultId(session, document);
  if (result == known_result) return {{"kind", "unchanged"}, {"resultId", result}};
  const Checked* checked = document.Check(session.checker);
  Json items =
      checked == nullptr ? Json::array() : DiagnosticsJson(session.client, ViewOf(document), checked->findings);
  return {{"kind", "full"}, {"resultId", result}, {"items", std::move(items)}};
}

Reply DocumentDiagnostic(Session& session, const Json& params) {
  OpenDocument* document = session.FindDocument(params);
  if (document == nullptr) return Refuse(ErrorCode::kInvalidParams, "the document is not open");
  return Answer(DiagnosticReport(session, *document, StringOr(At(params, "previousResultId"))));
}

bool PublishNext(Session& session) {
  if (session.unpublished.empty()) return false;
  const auto next = session.unpublished.extract(session.unpublished.begin());
  const auto found = session.documents.find(next.value());
  if (found == session.documents.end()) return true;
  OpenDocument& document = found->second;
  const Checked* checked = document.Check(session.checker);
  Json items =
      checked == nullptr ? Json::array() : DiagnosticsJson(session.client, ViewOf(document), checked->findings);
  session.Notify("textDocument/publishDiagnostics",
                 {{"uri", document.uri()}, {"version", document.version()}, {"diagnostics", std::move(items)}});
  return true;
}

}  // namespace bylint::lsp
