// `bylint check`: findings for files and folders.
#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "checker/cli/commands.h"
#include "checker/cli/console.h"
#include "checker/cli/output.h"
#include "checker/cli/reading.h"
#include "checker/engine/parallel.h"
#include "checker/engine/rule_set.h"
#include "checker/report/findings_writer.h"

namespace bylint {
namespace {

constexpr int kExcerptWidth = 88;

struct Outcome {
  FileReport report;
  absl::Status status;
  bool skipped = false;
};

// Reads, analyses and checks one file; its document is gone when this returns.
Outcome CheckFile(const Job& job, const ReadingOptions& options, int excerpt_width) {
  Outcome outcome;
  outcome.report.path = job.shown;
  const absl::StatusOr<std::optional<Article>> article = ReadArticle(job, options);
  outcome.status = article.status();
  outcome.skipped = article.ok() && !article->has_value();
  if (!article.ok() || outcome.skipped) return outcome;
  const SourceText& source = (*article)->document().source();
  outcome.report.findings = Locate(source, job.profile->rules->Check(**article), excerpt_width);
  return outcome;
}

void Count(const Outcome& outcome, RunSummary& summary) {
  if (outcome.skipped) return;
  if (!outcome.status.ok()) {
    summary.errors.push_back(absl::StrCat(outcome.report.path, ": ", outcome.status.message()));
    return;
  }
  ++summary.files;
  if (!outcome.report.findings.empty()) ++summary.files_with_findings;
  for (const LocatedFinding& item : outcome.report.findings) ++summary.counts[static_cast<size_t>(item.finding.level)];
}

// True when the findings make the run fail at `--fail-on`.
bool Fails(const RunSummary& summary, const std::string& fail_on) {
  const std::optional<Level> threshold = ParseLevel(fail_on);
  if (!threshold) return false;  // never
  for (size_t level = static_cast<size_t>(*threshold); level < summary.counts.size(); ++level) {
    if (summary.counts[level] > 0) return true;
  }
  return false;
}

// The rules of all jobs, each once, in order of name.
std::vector<const RuleInfo*> RulesOf(const std::vector<Job>& jobs) {
  std::vector<const RuleInfo*> infos;
  const RuleSet* last = nullptr;
  for (const Job& job : jobs) {
    if (std::exchange(last, job.profile->rules.get()) == job.profile->rules.get()) continue;
    for (const auto& [info, level] : job.profile->rules->running()) {
      if (std::ranges::find(infos, info->name, &RuleInfo::name) == infos.end()) infos.push_back(info);
    }
  }
  std::ranges::sort(infos, {}, &RuleInfo::name);
  return infos;
}

}  // namespace

int RunCheck(const Arguments& arguments) {
  const absl::StatusOr<ReadingOptions> options = ParseReadingOptions(arguments);
  if (!options.ok()) return FailWith(options.status());
  bool failed = false;
  const std::vector<Job> jobs = FindJobs(arguments, *options, failed);
  absl::StatusOr<Output> output = Output::Open(arguments.Get("--output"));
  if (!output.ok()) return FailWith(output.status());

  const FindingsFormat& format = *FindFindingsFormat(arguments.Get("--format", "text"));
  const std::vector<const RuleInfo*> rules = RulesOf(jobs);
  const std::unique_ptr<FindingsWriter> writer = format.make({.colored = options->colored, .version = BYLINT_VERSION, .rules = rules});
  RunSummary summary;
  Progress progress(jobs.size(), !options->quiet);
  writer->Begin(output->buffer());
  ForEachInOrder(
      jobs.size(), options->jobs,
      [&](size_t i) { return CheckFile(jobs[i], *options, format.excerpts ? kExcerptWidth : kNoExcerpts); },
      [&](size_t, Outcome outcome) {
        Count(outcome, summary);
        progress.Done();
        if (!outcome.status.ok() || !outcome.report.findings.empty()) progress.Clear();
        if (!outcome.status.ok()) PrintError(summary.errors.back());
        writer->File(outcome.report, output->buffer());
        return output->Flush();
      },
      [&] { progress.Show(); });
  progress.Clear();
  writer->End(summary, output->buffer());
  if (const absl::Status closed = output->Close(); !closed.ok()) return FailWith(closed);

  if (summary.files == 0 && summary.errors.empty() && !failed) PrintWarning("no files to check");
  if (format.excerpts && !options->quiet && summary.files > 0) PrintLine(Describe(summary));
  if (failed || !summary.errors.empty()) return kExitFailed;
  return Fails(summary, arguments.Get("--fail-on", "warning")) ? kExitFindings : kExitClean;
}

}  // namespace bylint
