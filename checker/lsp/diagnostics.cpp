// textDocument/publishDiagnostics for clients that are told, textDocument/diagnostic for those that ask.
#include "checker/lsp/diagnostic.h"

#include <functional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "checker/base/check.h"
#include "checker/base/to_absl.h"
#include "checker/lsp/json_text.h"
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

class Writer {
 public:
  Writer(const ClientFeatures& client, const TextView& view) : client_(client), view_(view) {}

  void Diagnostic(const Finding& finding) {
    out_.Comma(first_).Raw(R"({"range":)");
    Range(finding.span);
    out_.Raw(R"(,"severity":)").Number(Severity(finding.level));
    out_.Raw(R"(,"code":)").String(finding.rule);
    out_.Raw(R"(,"source":"bylint","message":)");
    out_.String(finding.help.empty() ? finding.message : absl::StrCat(finding.message, "\nhelp: ", finding.help));
    out_.Raw(R"(,"data":{"rule":)").String(finding.rule).Raw(R"(,"group":)").String(ToString(finding.group));
    out_.Raw(R"(,"fixes":)").Number(static_cast<int64_t>(finding.fixes.size())).Raw("}");
    if (client_.code_descriptions) CodeDescription(finding.rule);
    if (client_.related_information && !finding.labels.empty()) RelatedInformation(finding);
    out_.Raw("}");
  }

  std::string Take() && { return absl::StrCat("[", out_.Take(), "]"); }

 private:
  void Position(uint32_t offset) {
    const lsp::Position at = view_.lines.ToPosition(view_.text, offset, client_.encoding);
    out_.Raw(R"({"line":)").Number(at.line).Raw(R"(,"character":)").Number(at.character).Raw("}");
  }

  void Range(SourceSpan span) {
    out_.Raw(R"({"start":)");
    Position(span.begin);
    out_.Raw(R"(,"end":)");
    Position(span.end);
    out_.Raw("}");
  }

  void CodeDescription(std::string_view rule) {
    const std::string page = RulePageUri(rule);
    if (!page.empty()) out_.Raw(R"(,"codeDescription":{"href":)").String(page).Raw("}");
  }

  void RelatedInformation(const Finding& finding) {
    out_.Raw(R"(,"relatedInformation":[)");
    bool first = true;
    for (const Label& label : finding.labels) {
      out_.Comma(first).Raw(R"({"location":{"uri":)").String(view_.uri).Raw(R"(,"range":)");
      Range(label.span);
      out_.Raw(R"(},"message":)").String(label.text).Raw("}");
    }
    out_.Raw("]");
  }

  const ClientFeatures& client_;
  const TextView& view_;
  JsonText out_;
  bool first_ = true;
};

// Stands for a text under the rules in force.
std::string ResultId(const Session& session, const OpenDocument& document) {
  return absl::StrCat(absl::Hex(std::hash<std::string_view>()(document.text()), absl::kZeroPad16), "-",
                      session.rules_generation);
}

}  // namespace

std::string DiagnosticsText(const ClientFeatures& client, const TextView& view, std::span<const Finding> findings) {
  Writer writer(client, view);
  for (const Finding& finding : findings) writer.Diagnostic(finding);
  return std::move(writer).Take();
}

Json DiagnosticsJson(const ClientFeatures& client, const TextView& view, std::span<const Finding> findings) {
  std::optional<Json> diagnostics = ParseMessage(DiagnosticsText(client, view, findings));
  BYLINT_CHECK(diagnostics.has_value());
  return *std::move(diagnostics);
}

std::string CheckedText(Session& session, OpenDocument& document) {
  const Checked* checked = document.Check(session.checker);
  return checked == nullptr ? "[]" : DiagnosticsText(session.client, ViewOf(document), checked->findings);
}

std::string DiagnosticReport(Session& session, OpenDocument& document, std::string_view known_result) {
  const std::string result = ResultId(session, document);
  if (result == known_result) return absl::StrCat(R"({"kind":"unchanged","resultId":")", result, R"("})");
  return absl::StrCat(R"({"kind":"full","resultId":")", result, R"(","items":)", CheckedText(session, document), "}");
}

Reply DocumentDiagnostic(Session& session, const Json& params) {
  OpenDocument* document = session.FindDocument(params);
  if (document == nullptr) return Refuse(ErrorCode::kInvalidParams, "the document is not open");
  return AnswerText(DiagnosticReport(session, *document, StringOr(At(params, "previousResultId"))));
}

void Publish(Session& session, OpenDocument& document, std::optional<int64_t> version) {
  JsonText params;
  params.Raw(R"({"uri":)").String(document.uri());
  if (version) params.Raw(R"(,"version":)").Number(*version);
  params.Raw(R"(,"diagnostics":)").Raw(CheckedText(session, document)).Raw("}");
  session.NotifyText("textDocument/publishDiagnostics", params.Take());
}

bool PublishNext(Session& session) {
  if (session.unpublished.empty()) return false;
  const auto next = session.unpublished.extract(session.unpublished.begin());
  const auto found = session.documents.find(next.value());
  if (found != session.documents.end()) Publish(session, found->second, found->second.version());
  return true;
}

}  // namespace bylint::lsp
