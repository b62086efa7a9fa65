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
#include "checker/readers/reader.h"
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
Outcome CheckFile(const InputFile& file, const ReadingOptions& options, const RuleSet& rules, int excerpt_width) {
  Outcome outcome;
  outcome.report.path = DisplayPath(file, options.load);
  absl::StatusOr<std::optional<SourceText>> source = LoadSource(file, options.load);
  if (!source.ok()) {
    outcome.status = source.status();
    return outcome;
  }
  if (!source->has_value()) {
    outcome.skipped = true;
    return outcome;
  }
  const Article article = Analyze(ReadDocument(outcome.report.path, **std::move(source)), rules.analysis_options());
  outcome.report.findings = Locate(article.document().source(), rules.Check(article), excerpt_width);
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

int Failed(const absl::Status& status) {
  PrintError(std::string_view(status.message().data(), status.message().size()));
  return kExitFailed;
}

}  // namespace

int RunCheck(const Arguments& arguments) {
  const absl::StatusOr<ReadingOptions> options = ParseReadingOptions(arguments);
  if (!options.ok()) return Failed(options.status());
  const absl::StatusOr<std::shared_ptr<const RuleSet>> rules = RuleSet::Make(options->settings);
  if (!rules.ok()) return Failed(rules.status());
  const FindingsFormat& format = *FindFindingsFormat(arguments.Get("--format", "text"));

  bool failed = false;
  const std::vector<InputFile> files = FindFiles(arguments, failed);
  absl::StatusOr<Output> output = Output::Open(arguments.Get("--output"));
  if (!output.ok()) return Failed(output.status());

  const std::unique_ptr<FindingsWriter> writer =
      format.make({.colored = options->colored, .rules = (*rules)->infos()});
  RunSummary summary;
  Progress progress(files.size(), !options->quiet);
  writer->Begin(output->buffer());
  ForEachInOrder(
      files.size(), JobsFor(*options, files.size()),
      [&](size_t i) { return CheckFile(files[i], *options, **rules, format.excerpts ? kExcerptWidth : kNoExcerpts); },
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
  if (const absl::Status closed = output->Close(); !closed.ok()) return Failed(closed);

  if (summary.files == 0 && summary.errors.empty() && !failed) PrintWarning("no files to check");
  if (format.excerpts && !options->quiet && summary.files > 0) PrintLine(Describe(summary));
  if (failed || !summary.errors.empty()) return kExitFailed;
  return Fails(summary, arguments.Get("--fail-on", "warning")) ? kExitFindings : kExitClean;
}

}  // namespace bylint
