// The Code Quality report of GitLab: an array of issues, each with a fingerprint that no other one has.
#include "absl/strings/str_cat.h"
#include "checker/report/findings_writer.h"
#include "checker/report/fingerprint.h"
#include "checker/report/json.h"

namespace bylint::internal {
namespace {

std::string_view GitlabSeverity(Level level) {
  switch (level) {
    case Level::kError:
      return "major";
    case Level::kWarning:
      return "minor";
    case Level::kNote:
      return "info";
  }
  return "info";
}

class GitlabWriter final : public FindingsWriter {
 public:
  void Begin(std::string& out) override { out += "["; }

  void File(const FileReport& file, std::string& out) override {
    const std::string_view path =
        std::string_view(file.path).starts_with("./") ? std::string_view(file.path).substr(2) : file.path;
    for (const LocatedFinding& item : file.findings) {
      out += first_ ? "\n" : ",\n";
      first_ = false;
      // GitLab reads a part of Code Climate's issue; the type and the category are for other readers of that.
      out += Dump({{"type", "issue"},
                   {"categories", {"Style"}},
                   {"description", item.finding.message},
                   {"check_name", item.finding.rule},
                   {"fingerprint", absl::StrCat(ToHex(FingerprintOfPath(path)), ToHex(item.fingerprint))},
                   {"severity", GitlabSeverity(item.finding.level)},
                   {"location",
                    {{"path", path}, {"lines", {{"begin", item.range.start.line}, {"end", item.range.end.line}}}}}});
    }
  }

  void End(const RunSummary& /*summary*/, std::string& out) override { out += first_ ? "]\n" : "\n]\n"; }

 private:
  bool first_ = true;
};

}  // namespace

std::unique_ptr<FindingsWriter> MakeGitlabWriter(const WriterOptions& /*options*/) {
  return std::make_unique<GitlabWriter>();
}

}  // namespace bylint::internal
