#include "checker/report/findings_writer.h"

#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"

namespace bylint {
namespace {

constexpr FindingsFormat kFormats[] = {
    {"text", "like a compiler: the line, the mark under it, what would cure it", internal::MakeTextWriter, true},
    {"concise", "one line a finding", internal::MakeConciseWriter},
    {"json", "one versioned JSON object", internal::MakeJsonWriter},
    {"jsonl", "one JSON object a line", internal::MakeJsonLinesWriter},
    {"sarif", "SARIF 2.1.0, for code scanning services", internal::MakeSarifWriter},
    {"github", "annotations of GitHub Actions, within its limits", internal::MakeGithubWriter},
    {"gitlab", "Code Quality report of GitLab", internal::MakeGitlabWriter},
    {"checkstyle", "Checkstyle XML", internal::MakeCheckstyleWriter},
    {"junit", "JUnit XML: a suite a file, a failed test a finding", internal::MakeJunitWriter},
    {"rdjson", "Reviewdog Diagnostic Format", internal::MakeRdjsonWriter},
};

std::string Counted(uint64_t count, std::string_view what) {
  return absl::StrCat(count, " ", ToAbsl(what), count == 1 ? "" : "s");
}

}  // namespace

std::span<const FindingsFormat> FindingsFormats() { return kFormats; }

const FindingsFormat* FindFindingsFormat(std::string_view name) {
  for (const FindingsFormat& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

std::string Describe(const RunSummary& summary) {
  std::vector<std::string> parts;
  for (const Level level : {Level::kError, Level::kWarning, Level::kNote}) {
    const uint64_t count = summary.counts[static_cast<size_t>(level)];
    if (count > 0) parts.push_back(Counted(count, ToString(level)));
  }
  if (parts.empty()) return absl::StrCat("no findings in ", Counted(summary.files, "file"));
  std::string text = parts.front();
  for (size_t i = 1; i < parts.size(); ++i) absl::StrAppend(&text, i + 1 == parts.size() ? " and " : ", ", parts[i]);
  if (summary.files == 1) return text + " in 1 file";
  return absl::StrCat(text, " in ", summary.files_with_findings, " of ", Counted(summary.files, "file"));
}

}  // namespace bylint
