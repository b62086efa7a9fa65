// `bylint check`: findings for files and folders.
#include <algorithm>
#include <filesystem>
#include <utility>

#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/cli/baselines.h"
#include "checker/cli/check_file.h"
#include "checker/cli/commands.h"
#include "checker/cli/console.h"
#include "checker/cli/kept_results.h"
#include "checker/cli/output.h"
#include "checker/cli/statistics.h"
#include "checker/engine/parallel.h"
#include "checker/engine/review/atomic_write.h"
#include "checker/engine/rule_set.h"
#include "checker/report/findings_writer.h"

namespace bylint {
namespace {

constexpr int kExcerptWidth = 88;

// Of one file, so that a rule that fires at every word of an archive does not bury the rest.
constexpr size_t kMostFindings = 10'000;

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

// True when the findings make the run fail at `--fail-on`.
bool Fails(const RunSummary& summary, const std::string& fail_on) {
  const std::optional<Level> threshold = ParseLevel(fail_on);
  if (!threshold) return false;  // never
  for (size_t level = static_cast<size_t>(*threshold); level < summary.counts.size(); ++level) {
    if (summary.counts[level] > 0) return true;
  }
  return false;
}

absl::StatusOr<CheckMode> ParseMode(const Arguments& arguments, const FindingsFormat& format) {
  CheckMode mode;
  mode.excerpt_width = format.excerpts ? kExcerptWidth : kNoExcerpts;
  mode.diff = arguments.Has("--diff");
  mode.add_ignores = arguments.Has("--add-ignores");
  mode.statistics = arguments.Has("--statistics");
  mode.most_findings = kMostFindings;
  mode.why = arguments.Has("--why");
  if (arguments.Has("--fix") || mode.diff) mode.fix = arguments.Has("--suggested") ? Safety::kSuggested : Safety::kSafe;
  if (arguments.Has("--suggested") && !mode.fix)
    return absl::InvalidArgumentError("--suggested goes with --fix or --diff");
  if (mode.add_ignores && mode.fix) return absl::InvalidArgumentError("--add-ignores does not go with --fix or --diff");
  if (arguments.Has("--since") && arguments.Has("--staged"))
    return absl::InvalidArgumentError("--since or --staged, not both");
  return mode;
}

// One run over the jobs: counts, prints, and remembers what is to be said at the end.
class Run {
 public:
  Run(const std::vector<Job>& jobs, const ReadingOptions& options, const CheckMode& mode, FindingsWriter& writer,
      Output& output, ResultsCache* cache)
      : jobs_(jobs),
        options_(options),
        mode_(mode),
        writer_(writer),
        output_(output),
        cache_(cache),
        progress_(jobs.size(), !options.quiet) {}

  void Go(const Baselines& baselines) {
    if (!mode_.diff) writer_.Begin(output_.buffer());
    ForEachInOrder(
        jobs_.size(), options_.jobs,
        [&](size_t i) { return CheckFile(jobs_[i], options_, mode_, baselines.For(jobs_[i]), cache_); },
        [&](size_t, const Outcome& outcome) {
          Take(outcome);
          return output_.Flush();
        },
        [&] { progress_.Show(); });
    progress_.Clear();
  }

  // Suppressions of the configurations that hid nothing, though a file that they are for was checked.
  void ReportUnusedSuppressions(bool whole_run) {
    if (!whole_run) return;
    std::map<std::string, FileReport> reports;
    for (const ConfigSuppression* suppression : applicable_) {
      if (used_.contains(suppression)) continue;
      FileReport& report = reports[suppression->origin.file];
      report.path = suppression->origin.file;
      LocatedFinding& item = report.findings.emplace_back();
      item.finding.rule = kUnusedSuppression.name;
      item.finding.group = kUnusedSuppression.group;
      item.finding.level = kUnusedSuppression.level;
      item.finding.message = absl::StrCat("nothing to suppress: `", suppression->rule, "` reports nothing of the kind");
      item.range.start.line = item.range.end.line = suppression->origin.line;
      item.range.start.column = item.range.end.column = suppression->origin.column;
    }
    for (auto& [path, report] : reports) {
      std::ranges::sort(report.findings, {}, [](const LocatedFinding& item) { return item.range.start.line; });
      Count(report);
      writer_.File(report, output_.buffer());
    }
  }

  void Finish() {
    if (!mode_.diff) writer_.End(summary_, output_.buffer());
  }

  // Closing lines, on standard error.
  void Close(bool closing_line) {
    if (options_.quiet) return;
    if (closing_line && summary_.files > 0) PrintLine(Describe(summary_));
    if (by_baseline_ > 0) PrintLine(absl::StrCat(by_baseline_, " hidden by the baseline"));
    if (suppressed_ > 0) PrintLine(absl::StrCat(suppressed_, " suppressed"));
    if (mode_.fix) PrintLine(absl::StrCat(fixed_, mode_.diff ? " would be fixed" : " fixed"));
    if (!mode_.fix && closing_line && fixable_ > 0) PrintLine(absl::StrCat(fixable_, " can be fixed with --fix"));
    if (mode_.statistics) PrintStatistics(statistics_, times_);
  }

  const RunSummary& summary() const { return summary_; }
  size_t fixed() const { return fixed_; }
  const std::map<std::string, std::string>& tables() const { return tables_; }

 private:
  void Take(const Outcome& outcome) {
    progress_.Done();
    const bool prints = !outcome.status.ok() || !outcome.report.findings.empty() || !outcome.diff.empty();
    if (prints) progress_.Clear();
    if (outcome.skipped) return;
    if (!outcome.status.ok()) {
      const std::string_view why = FromAbsl(outcome.status.message());
      const bool names_file = why.starts_with(outcome.report.path);
      summary_.errors.push_back(names_file ? std::string(why) : absl::StrCat(outcome.report.path, ": ", ToAbsl(why)));
      PrintError(summary_.errors.back());
      return;
    }
    ++summary_.files;
    Remember(outcome);
    Count(outcome.report);
    by_baseline_ += outcome.by_baseline;
    suppressed_ += outcome.suppressions.suppressed;
    fixed_ += outcome.fixed;
    fixable_ += outcome.fixable;
    applicable_.insert(outcome.suppressions.applicable.begin(), outcome.suppressions.applicable.end());
    used_.insert(outcome.suppressions.used.begin(), outcome.suppressions.used.end());
    for (const auto& [rule, time] : outcome.times) times_[rule] += time;
    KeepTables(outcome);
    if (!outcome.why.empty()) {
      progress_.Clear();
      for (const std::string& line : outcome.why) PrintLine(line);
    }
    if (mode_.diff) {
      output_.buffer() += outcome.diff;
    } else {
      writer_.File(outcome.report, output_.buffer());
      WarnOfLeftOut(outcome.report);
    }
  }

  void WarnOfLeftOut(const FileReport& report) {
    size_t left_out = 0;
    for (const FindingsLeftOut& rule : report.left_out) left_out += rule.count;
    if (left_out == 0) return;
    PrintWarning(absl::StrCat(report.path, ": ", left_out, " more findings; of one file ", kMostFindings,
                              " are shown, all are counted"));
  }

  void Remember(const Outcome& outcome) {
    if (cache_ == nullptr) return;
    if (!outcome.kept.empty()) cache_->Keep(outcome.kept);
    if (!outcome.record.empty()) cache_->Keep(outcome.record);
  }

  void Count(const FileReport& report) {
    if (!report.findings.empty()) ++summary_.files_with_findings;
    for (const LocatedFinding& item : report.findings) {
      ++summary_.counts[static_cast<size_t>(item.finding.level)];
      if (mode_.statistics) ++statistics_[std::string(item.finding.rule)];
    }
    for (const FindingsLeftOut& rule : report.left_out) {
      summary_.counts[static_cast<size_t>(rule.level)] += rule.count;
      if (mode_.statistics) statistics_[std::string(rule.rule)] += rule.count;
    }
  }

  // Of --add-ignores, by the configuration that will hold them.
  void KeepTables(const Outcome& outcome) {
    for (const std::string& table : outcome.config_suppressions) tables_[outcome.config_path] += table;
  }

  const std::vector<Job>& jobs_;
  const ReadingOptions& options_;
  const CheckMode& mode_;
  FindingsWriter& writer_;
  Output& output_;
  ResultsCache* cache_;  // nullptr: none
  Progress progress_;
  RunSummary summary_;
  size_t by_baseline_ = 0;
  size_t suppressed_ = 0;
  size_t fixed_ = 0;
  size_t fixable_ = 0;
  std::set<const ConfigSuppression*> applicable_;
  std::set<const ConfigSuppression*> used_;
  std::map<std::string, std::string> tables_;
  RuleCounts statistics_;
  RuleTimes times_;
};

// Adds `[[suppress]]` tables to the configurations.
absl::Status AppendTables(const std::map<std::string, std::string>& tables) {
  for (const auto& [path, text] : tables) {
    const absl::StatusOr<std::string> old = ReadFileBytes(path, uint64_t{8} << 20);
    if (!old.ok() && !absl::IsNotFound(old.status())) return old.status();
    if (absl::Status status = WriteWhole(path, absl::StrCat(old.ok() ? *old : "", text)); !status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::StatusOr<std::optional<Changes>> FindChanges(const Arguments& arguments) {
  const bool staged = arguments.Has("--staged");
  if (!staged && !arguments.Has("--since")) return std::nullopt;
  absl::StatusOr<Changes> changes = staged ? StagedChanges(".") : ChangesSince(".", arguments.Get("--since"));
  if (!changes.ok()) return changes.status();
  return std::optional<Changes>(*std::move(changes));
}

}  // namespace

int RunCheck(const Arguments& arguments) {
  const absl::StatusOr<ReadingOptions> options = ParseReadingOptions(arguments);
  if (!options.ok()) return FailWith(options.status());
  const FindingsFormat& format = *FindFindingsFormat(arguments.Get("--format", "text"));
  const absl::StatusOr<CheckMode> mode = ParseMode(arguments, format);
  if (!mode.ok()) return FailWith(mode.status());
  const absl::StatusOr<std::optional<Changes>> changes = FindChanges(arguments);
  if (!changes.ok()) return FailWith(changes.status());

  bool failed = false;
  const std::vector<Job> jobs = changes->has_value()
                                    ? FindChangedJobs(arguments, *options, **changes, arguments.Has("--staged"), failed)
                                    : FindJobs(arguments, *options, failed);
  Baselines baselines;
  failed = !baselines.Read(jobs, arguments) || failed;
  absl::StatusOr<Output> output = Output::Open(arguments.Get("--output"));
  if (!output.ok()) return FailWith(output.status());

  const std::vector<const RuleInfo*> rules = RulesOf(jobs);
  const std::unique_ptr<FindingsWriter> writer =
      format.make({.colored = options->colored, .version = BYLINT_VERSION, .rules = rules});
  const std::unique_ptr<ResultsCache> cache = OpenResultsCache(arguments, *mode);
  Run run(jobs, *options, *mode, *writer, *output, cache.get());
  run.Go(baselines);
  if (cache != nullptr) cache->Save();
  run.ReportUnusedSuppressions(!changes->has_value() && !mode->diff && !mode->add_ignores);
  run.Finish();
  if (const absl::Status closed = output->Close(); !closed.ok()) return FailWith(closed);
  if (const absl::Status added = AppendTables(run.tables()); !added.ok()) return FailWith(added);

  if (run.summary().files == 0 && run.summary().errors.empty() && !failed) {
    PrintWarning(changes->has_value() ? "no changed files to check" : "no files to check");
  }
  run.Close(format.excerpts && !mode->diff);
  if (failed || !run.summary().errors.empty()) return kExitFailed;
  if (mode->diff) return run.fixed() > 0 ? kExitFindings : kExitClean;
  return Fails(run.summary(), arguments.Get("--fail-on", "warning")) ? kExitFindings : kExitClean;
}

}  // namespace bylint
