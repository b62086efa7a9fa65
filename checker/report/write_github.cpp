// Workflow commands of GitHub Actions. The platform shows ten annotations of each level a step and drops the rest, so
// the rest goes to the log as plain lines, with a summary.
#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "checker/base/to_absl.h"
#include "checker/report/findings_writer.h"
#include "checker/report/printable.h"

namespace bylint::internal {
namespace {

constexpr uint32_t kMostOfALevel = 10;

std::string EscapeData(const std::string& text) {
  return absl::StrReplaceAll(text, {{"%", "%25"}, {"\r", "%0D"}, {"\n", "%0A"}});
}

std::string EscapeProperty(const std::string& text) {
  return absl::StrReplaceAll(text, {{"%", "%25"}, {"\r", "%0D"}, {"\n", "%0A"}, {":", "%3A"}, {",", "%2C"}});
}

class GithubWriter final : public FindingsWriter {
 public:
  void File(const FileReport& file, std::string& out) override {
    for (const LocatedFinding& item : file.findings) {
      if (shown_[static_cast<size_t>(item.finding.level)]++ < kMostOfALevel) {
        Annotate(file.path, item, out);
      } else {
        ++left_;
        absl::StrAppend(&out, Printable(file.path), ":", item.range.start.line, ":", item.range.start.column, ": ",
                        ToAbsl(ToString(item.finding.level)), ": ", Printable(item.finding.message), " [",
                        ToAbsl(item.finding.rule), "]\n");
      }
    }
  }

  void End(const RunSummary& summary, std::string& out) override {
    if (left_ == 0) return;
    absl::StrAppend(&out, "::notice title=bylint::", EscapeData(Describe(summary)), "; ", left_,
                    " of them stand only in the log of this step\n");
  }

 private:
  static void Annotate(const std::string& path, const LocatedFinding& item, std::string& out) {
    const Finding& finding = item.finding;
    const std::string_view command = finding.level == Level::kNote ? "notice" : ToString(finding.level);
    std::string text = Printable(finding.message);
    if (!finding.help.empty()) absl::StrAppend(&text, "\n", Printable(finding.help));
    absl::StrAppend(&out, "::", ToAbsl(command), " file=", Printable(EscapeProperty(path)),
                    ",line=", item.range.start.line, ",endLine=", item.range.end.line);
    // Columns count only where both ends are on one line.
    if (item.range.start.line == item.range.end.line) {
      absl::StrAppend(&out, ",col=", item.range.start.column, ",endColumn=", item.range.end.column);
    }
    absl::StrAppend(&out, ",title=", EscapeProperty(std::string(finding.rule)), "::", EscapeData(text), "\n");
  }

  std::array<uint32_t, 3> shown_{};
  uint64_t left_ = 0;
};

}  // namespace

std::unique_ptr<FindingsWriter> MakeGithubWriter(const WriterOptions& /*options*/) {
  return std::make_unique<GithubWriter>();
}

}  // namespace bylint::internal
