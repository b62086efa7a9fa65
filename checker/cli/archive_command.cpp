// `bylint archive collect FILES… -o FACTS` and `bylint archive merge FACTS… -o FACTS`.
#include <filesystem>
#include <utility>

#include "absl/strings/str_cat.h"
#include "bylint/archive.h"
#include "checker/base/stable_hash.h"
#include "checker/cli/archive.h"
#include "checker/cli/commands.h"
#include "checker/cli/console.h"
#include "checker/cli/output.h"
#include "checker/cli/reading.h"
#include "checker/engine/archive_file.h"
#include "checker/engine/parallel.h"

namespace bylint {
namespace {

// Seconds since 1970 of the last change; 0 for standard input.
int64_t ModifiedAt(const std::string& path) {
  std::error_code error;
  const auto time = std::filesystem::last_write_time(path, error);
  if (error) return 0;
  const auto system = std::chrono::file_clock::to_sys(time);
  return std::chrono::duration_cast<std::chrono::seconds>(system.time_since_epoch()).count();
}

struct Collected {
  std::string path;
  int64_t modified = 0;
  uint64_t content = 0;
  std::vector<NameCount> names;
  bool skipped = false;
};

absl::StatusOr<Collected> CollectFile(const Job& job, const ReadingOptions& options) {
  absl::StatusOr<std::string> bytes = ReadBytes(job, options);
  if (!bytes.ok()) return bytes.status();
  Collected collected;
  collected.path = job.shown;
  collected.modified = ModifiedAt(job.file.path);
  collected.content = StableHash(*bytes);
  const absl::StatusOr<std::optional<Article>> article = MakeArticle(job, options, *std::move(bytes));
  if (!article.ok()) return article.status();
  collected.skipped = !article->has_value();
  if (!collected.skipped) collected.names = CollectNamesOf(**article);
  return collected;
}

int Write(const ArchiveFacts& facts, const Arguments& arguments) {
  absl::StatusOr<Output> output = Output::Open(arguments.Get("--output"));
  if (!output.ok()) return FailWith(output.status());
  output->buffer() += facts.Serialize();
  const absl::Status closed = output->Close();
  return closed.ok() ? kExitClean : FailWith(closed);
}

int RunCollect(const Arguments& arguments) {
  const absl::StatusOr<ReadingOptions> options = ParseReadingOptions(arguments);
  if (!options.ok()) return FailWith(options.status());
  bool failed = false;
  const ArchiveFacts facts = CollectFacts(arguments, *options, failed);
  const int written = Write(facts, arguments);
  return failed ? kExitFailed : written;
}

int RunMerge(const Arguments& arguments) {
  ArchiveFacts all;
  for (const std::string& path : arguments.paths) {
    const absl::StatusOr<ArchiveFacts> facts = LoadFacts(path);
    if (!facts.ok()) return FailWith(facts.status());
    all.Merge(*facts);
  }
  return Write(all, arguments);
}

}  // namespace

ArchiveFacts CollectFacts(const Arguments& arguments, const ReadingOptions& options, bool& failed) {
  const std::vector<Job> jobs = FindJobs(arguments, options, failed);
  ArchiveFacts facts;
  Progress progress(jobs.size(), !options.quiet);
  ForEachInOrder(
      jobs.size(), options.jobs, [&](size_t i) { return CollectFile(jobs[i], options); },
      [&](size_t i, absl::StatusOr<Collected> collected) {
        progress.Done();
        if (!collected.ok()) {
          progress.Clear();
          PrintError(absl::StrCat(jobs[i].shown, ": ", collected.status().message()));
          failed = true;
        } else if (!collected->skipped) {
          facts.Add(collected->path, collected->modified, collected->content, collected->names);
        }
        return true;
      },
      [&] { progress.Show(); });
  progress.Clear();
  return facts;
}

int RunArchive(const Arguments& arguments) {
  Arguments rest = arguments;
  const std::string what = rest.paths.empty() ? "" : rest.paths.front();
  if (!rest.paths.empty()) rest.paths.erase(rest.paths.begin());
  if (what == "collect") return RunCollect(rest);
  if (what == "merge" && !rest.paths.empty()) return RunMerge(rest);
  PrintError("usage: bylint archive collect FILES... -o FACTS, or bylint archive merge FACTS... -o FACTS");
  return kExitFailed;
}

}  // namespace bylint
