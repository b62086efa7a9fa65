// Checkstyle XML: a file element for each file that has findings.
#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/report/findings_writer.h"
#include "checker/report/xml.h"

namespace bylint::internal {
namespace {

class CheckstyleWriter final : public FindingsWriter {
 public:
  void Begin(std::string& out) override {
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n";
  }

  void File(const FileReport& file, std::string& out) override {
    if (file.findings.empty()) return;
    absl::StrAppend(&out, "  <file name=\"", EscapeXml(file.path), "\">\n");
    for (const LocatedFinding& item : file.findings) {
      const Finding& finding = item.finding;
      const std::string_view severity = finding.level == Level::kNote ? "info" : ToString(finding.level);
      absl::StrAppend(&out, "    <error line=\"", item.range.start.line, "\" column=\"", item.range.start.column,
                      "\" severity=\"", ToAbsl(severity), "\" message=\"", EscapeXml(finding.message),
                      "\" source=\"bylint.", EscapeXml(finding.rule), "\"/>\n");
    }
    out += "  </file>\n";
  }

  void End(const RunSummary& /*summary*/, std::string& out) override { out += "</checkstyle>\n"; }
};

}  // namespace

std::unique_ptr<FindingsWriter> MakeCheckstyleWriter(const WriterOptions& /*options*/) {
  return std::make_unique<CheckstyleWriter>();
}

}  // namespace bylint::internal
