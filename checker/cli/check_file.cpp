#include "checker/cli/check_file.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "checker/base/stable_hash.h"
#include "checker/cli/kept_results.h"
#include "checker/cli/why.h"
#include "checker/engine/review/add_ignores.h"
#include "checker/engine/review/atomic_write.h"
#include "checker/engine/review/fixes.h"
#include "checker/readers/reader.h"

namespace bylint {
namespace {

// Fixes may make room for others; more passes than this mean that two rules disagree.
constexpr int kMostPasses = 8;

std::vector<Finding> Judge(const Article& article, const Job& job, const CheckMode& mode, Outcome& outcome) {
  std::vector<Finding> findings = job.profile->rules->Check(article, mode.statistics ? &outcome.times : nullptr);
  outcome.suppressions = ApplySuppressions(article, job.reader, job.shown, *job.profile, findings);
  return findings;
}

void SortByPlace(std::vector<Finding>& findings) {
  std::ranges::stable_sort(findings, {}, [](const Finding& finding) { return finding.span; });
}

// Stores the text where the file is, if it is still what was read.
absl::Status Store(const Job& job, Encoding encoding, std::string_view read, std::string_view text) {
  if (!job.staged_path.empty())
    return absl::FailedPreconditionError("staged content is not written; fix the file and stage it");
  if (job.file.path == "-") return absl::FailedPreconditionError("standard input is not written; use --diff");
  const std::optional<std::string> bytes = EncodeSource(text, encoding);
  if (!bytes) return absl::FailedPreconditionError("its encoding cannot hold the new text; convert it to UTF-8 first");
  return ReplaceWhole(job.file.path, read, *bytes);
}

// Applies fixes until none is left, in memory; then stores the text or shows the difference. The article that comes
// back is the one as it stands now.
absl::StatusOr<std::optional<Article>> FixArticle(const Job& job, const ReadingOptions& options, const CheckMode& mode,
                                                  const std::string& bytes, std::optional<Article> article,
                                                  Outcome& outcome) {
  const Encoding encoding = article->document().source().stored_as();
  const std::string before(article->document().source().text());
  std::string text = before;
  for (int pass = 0; pass < kMostPasses; ++pass) {
    std::vector<Finding> findings = Judge(*article, job, mode, outcome);
    SortByPlace(findings);
    FixedText fixed = ApplyFixes(*article, findings, *mode.fix);
    if (fixed.applied == 0) break;
    outcome.fixed += fixed.applied;
    text = std::move(fixed.text);
    ReadingOptions as_text = options;
    as_text.load.encoding.reset();
    absl::StatusOr<std::optional<Article>> again = MakeArticle(job, as_text, text);
    if (!again.ok() || !again->has_value()) return again;
    article = *std::move(again);
  }
  if (outcome.fixed == 0) return article;
  if (mode.diff) {
    outcome.diff = UnifiedDiff(job.shown, before, text);
    return article;
  }
  if (absl::Status stored = Store(job, encoding, bytes, text); !stored.ok()) return stored;
  // Once more from the bytes as stored, for positions.
  return MakeArticle(job, options, *EncodeSource(text, encoding));
}

// As patterns of the configuration see the file.
std::string NameForConfig(const Job& job) {
  return job.profile->config == nullptr ? job.shown : RelativeTo(*job.profile->config, job.shown);
}

bool IsChanged(const LocatedFinding& item, const std::vector<LineRange>& changed) {
  const auto touches = [&](const Range& range) { return Touches(changed, range.start.line, range.end.line); };
  return touches(item.range) || std::ranges::any_of(item.labels, touches);
}

size_t CountFixable(const FileReport& report) {
  return static_cast<size_t>(std::ranges::count_if(report.findings, [](const LocatedFinding& item) {
    return std::ranges::any_of(item.finding.fixes, [](const bylint::Fix& fix) { return fix.safety == Safety::kSafe; });
  }));
}

// The findings in the bytes, as they stand after fixes where these are wanted.
void JudgeBytes(const Job& job, const ReadingOptions& options, const CheckMode& mode, std::string bytes,
                Outcome& outcome) {
  const bool writes = mode.fix.has_value() || mode.add_ignores;
  const std::string kept = writes ? bytes : std::string();
  absl::StatusOr<std::optional<Article>> article = MakeArticle(job, options, std::move(bytes));
  if (mode.fix && article.ok() && article->has_value())
    article = FixArticle(job, options, mode, kept, *std::move(article), outcome);
  outcome.status = article.status();
  outcome.skipped = article.ok() && !article->has_value();
  if (!article.ok() || outcome.skipped) return;

  const SourceText& source = (*article)->document().source();
  std::vector<Finding> findings = Judge(**article, job, mode, outcome);
  if (mode.why) {
    outcome.why = DescribeMarks(job.shown, **article);
    for (std::string& line : DescribeQuotations(job.shown, **article)) outcome.why.push_back(std::move(line));
  }
  if (mode.add_ignores) {
    const AddedIgnores added = AddIgnores(**article, job.reader, NameForConfig(job), findings);
    outcome.config_suppressions = added.tables;
    outcome.config_path = job.profile->config == nullptr ? std::string(kConfigFileName) : job.profile->config->path;
    if (added.text != source.text()) outcome.status = Store(job, source.stored_as(), kept, added.text);
    if (outcome.status.ok()) findings.clear();
  }
  outcome.report.findings = Locate(source, std::move(findings), mode.excerpt_width);
}

void JudgeFile(const Job& job, const ReadingOptions& options, const CheckMode& mode, Outcome& outcome) {
  absl::StatusOr<std::string> bytes = ReadBytes(job, options);
  outcome.status = bytes.status();
  if (bytes.ok()) JudgeBytes(job, options, mode, *std::move(bytes), outcome);
}

// The same by way of the cache: what is kept holds while the file system says that the file is as it was, or while its
// content is.
void JudgeOrRecall(const Job& job, const ReadingOptions& options, const CheckMode& mode, const ResultsCache& cache,
                   Outcome& outcome) {
  const std::optional<uint64_t> settings = SettingsOf(job, options);
  if (!settings) return JudgeFile(job, options, mode, outcome);
  ResultsCache::Entry now{.settings = *settings, .state = StateOf(job.file.path)};
  const ResultsCache::Entry* kept = cache.Find(job.shown);
  if (kept != nullptr && kept->settings != *settings) kept = nullptr;
  if (kept != nullptr && now.state.known() && kept->state == now.state &&
      UnpackResult(kept->result, *job.profile, outcome)) {
    outcome.kept = kept->record;
    return;
  }
  absl::StatusOr<std::string> bytes = ReadBytes(job, options);
  outcome.status = bytes.status();
  if (!bytes.ok()) return;
  now.content = StableHash(*bytes);
  if (kept != nullptr && kept->content == now.content && UnpackResult(kept->result, *job.profile, outcome)) {
    now.result = kept->result;
    outcome.record = ResultsCache::MakeRecord(job.shown, now);
    return;
  }
  JudgeBytes(job, options, mode, *std::move(bytes), outcome);
  if (!outcome.status.ok() || outcome.skipped) return;
  const std::string result = PackResult(outcome, *job.profile);
  now.result = result;
  outcome.record = ResultsCache::MakeRecord(job.shown, now);
}

}  // namespace

Outcome CheckFile(const Job& job, const ReadingOptions& options, const CheckMode& mode, const Baseline* baseline,
                  const ResultsCache* cache) {
  Outcome outcome;
  outcome.report.path = job.shown;
  if (cache == nullptr) {
    JudgeFile(job, options, mode, outcome);
  } else {
    JudgeOrRecall(job, options, mode, *cache, outcome);
  }
  if (!outcome.status.ok() || outcome.skipped) return outcome;
  if (baseline != nullptr) outcome.by_baseline = baseline->Hide(outcome.report);
  if (job.changed != nullptr) {
    std::erase_if(outcome.report.findings, [&](const LocatedFinding& item) { return !IsChanged(item, *job.changed); });
  }
  outcome.fixable = CountFixable(outcome.report);
  LeaveOut(outcome.report, mode.most_findings);
  return outcome;
}

}  // namespace bylint
