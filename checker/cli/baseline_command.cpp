// `bylint baseline create` and `bylint baseline prune`.
#include <filesystem>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "checker/cli/baselines.h"
#include "checker/cli/check_file.h"
#include "checker/cli/commands.h"
#include "checker/cli/console.h"
#include "checker/engine/parallel.h"

namespace bylint {
namespace {

// The findings of a run, by the baseline that they belong to.
struct Seen {
  std::map<std::string, Baseline> baselines;
  std::map<std::string, std::set<std::string>> checked;  // names of the files in each
  bool failed = false;
};

Seen CheckAll(const Arguments& arguments, const ReadingOptions& options) {
  Seen seen;
  const std::vector<Job> jobs = FindJobs(arguments, options, seen.failed);
  ForEachInOrder(
      jobs.size(), options.jobs, [&](size_t i) { return CheckFile(jobs[i], options, {}, nullptr, nullptr); },
      [&](size_t i, const Outcome& outcome) {
        if (!outcome.status.ok()) {
          PrintError(absl::StrCat(outcome.report.path, ": ", outcome.status.message()));
          seen.failed = true;
          return true;
        }
        const std::string path = BaselinePath(jobs[i], arguments);
        Baseline& baseline = seen.baselines.try_emplace(path, path).first->second;
        baseline.Add(outcome.report);
        seen.checked[path].insert(baseline.NameOf(outcome.report.path));
        return true;
      },
      [] {});
  if (jobs.empty() && !seen.failed) PrintWarning("no files to check");
  return seen;
}

int Create(const Seen& seen, bool force) {
  int exit_code = seen.failed ? kExitFailed : kExitClean;
  for (const auto& [path, baseline] : seen.baselines) {
    std::error_code error;
    if (!force && std::filesystem::exists(path, error)) {
      PrintError(absl::StrCat(
          path, ": exists; `bylint baseline prune` drops what is cured, --force accepts all findings of today"));
      exit_code = kExitFailed;
      continue;
    }
    if (const absl::Status status = baseline.Write(); !status.ok()) {
      exit_code = FailWith(status);
      continue;
    }
    PrintLine(absl::StrCat("wrote ", path, ": ", baseline.size(), baseline.size() == 1 ? " finding" : " findings"));
  }
  return exit_code;
}

int Prune(const Seen& seen) {
  int exit_code = seen.failed ? kExitFailed : kExitClean;
  for (const auto& [path, now] : seen.baselines) {
    absl::StatusOr<Baseline> baseline = Baseline::Read(path);
    if (!baseline.ok()) {
      exit_code = FailWith(baseline.status());
      continue;
    }
    const size_t pruned = baseline->Prune(now, seen.checked.at(path));
    const absl::Status status = pruned == 0 ? absl::OkStatus() : baseline->Write();
    if (!status.ok()) {
      exit_code = FailWith(status);
      continue;
    }
    PrintLine(absl::StrCat(path, ": ", pruned, " dropped, ", baseline->size(), " left"));
  }
  return exit_code;
}

}  // namespace

int RunBaseline(const Arguments& arguments) {
  Arguments rest = arguments;
  const std::string verb = rest.paths.empty() ? "" : rest.paths.front();
  if (verb != "create" && verb != "prune") {
    PrintError("say `bylint baseline create [PATH...]` or `bylint baseline prune [PATH...]`");
    return kExitFailed;
  }
  rest.paths.erase(rest.paths.begin());
  const absl::StatusOr<ReadingOptions> options = ParseReadingOptions(rest);
  if (!options.ok()) return FailWith(options.status());
  const Seen seen = CheckAll(rest, *options);
  return verb == "create" ? Create(seen, rest.Has("--force")) : Prune(seen);
}

}  // namespace bylint
