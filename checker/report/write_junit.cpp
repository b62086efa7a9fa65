// JUnit XML: a suite for each file; a failed test for each finding, a skipped one for a note, one that passes for a
// file without findings. Time and host are left blank, so that the same articles give the same report.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/report/findings_writer.h"
#include "checker/report/xml.h"

namespace bylint::internal {
namespace {

class JunitWriter final : public FindingsWriter {
 public:
  void Begin(std::string& out) override { out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"; }

  void File(const FileReport& file, std::string& out) override {
    const auto failures = std::ranges::count_if(
        file.findings, [](const LocatedFinding& item) { return item.finding.level != Level::kNote; });
    const std::string path = EscapeXml(file.path);
    absl::StrAppend(&out, "  <testsuite name=\"", path, "\" package=\"bylint\" id=\"", id_++, "\" tests=\"",
                    std::max<size_t>(1, file.findings.size()), "\" failures=\"", failures,
                    "\" errors=\"0\" time=\"0\" timestamp=\"1970-01-01T00:00:00\" hostname=\"localhost\">\n",
                    "    <properties/>\n");
    if (file.findings.empty()) {
      absl::StrAppend(&out, "    <testcase classname=\"", path, "\" name=\"bylint\" time=\"0\"/>\n");
    }
    for (const LocatedFinding& item : file.findings) Case(path, item, out);
    out += "    <system-out/>\n    <system-err/>\n  </testsuite>\n";
  }

  void End(const RunSummary& /*summary*/, std::string& out) override { out += "</testsuites>\n"; }

 private:
  static void Case(const std::string& path, const LocatedFinding& item, std::string& out) {
    const Finding& finding = item.finding;
    const std::string message = EscapeXml(finding.message);
    absl::StrAppend(&out, "    <testcase classname=\"", path, "\" name=\"", EscapeXml(finding.rule), " at ",
                    item.range.start.line, ":", item.range.start.column, "\" time=\"0\">");
    if (finding.level == Level::kNote) {
      out += "<skipped/>";
    } else {
      absl::StrAppend(&out, "<failure type=\"", ToAbsl(ToString(finding.level)), "\" message=\"", message, "\">", path,
                      ":", item.range.start.line, ":", item.range.start.column, ": ", message, "</failure>");
    }
    out += "</testcase>\n";
  }

  uint64_t id_ = 0;
};

}  // namespace

std::unique_ptr<FindingsWriter> MakeJunitWriter(const WriterOptions& /*options*/) {
  return std::make_unique<JunitWriter>();
}

}  // namespace bylint::internal
