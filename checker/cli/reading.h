// What `check`, `quotes` and `names` have in common: the files with what is in force for each, threads, colours.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "checker/cli/options.h"
#include "checker/engine/config/profile.h"
#include "checker/engine/load.h"
#include "checker/engine/review/changes.h"

namespace bylint {

struct ReadingOptions {
  LoadOptions load;
  ConfigChoice config;
  size_t jobs = 1;
  bool colored = false;
  bool quiet = false;
  bool force_exclude = false;  // exclusions hold for files that are named, too
};

// InvalidArgument: a value that is none.
absl::StatusOr<ReadingOptions> ParseReadingOptions(const Arguments& arguments);
// `--isolated`, `--config` and the options that stand for a key of bylint.toml.
absl::StatusOr<ConfigChoice> ParseConfigChoice(const Arguments& arguments);

// A file to read, and what is in force for it.
struct Job {
  InputFile file;
  std::string shown;   // what it is called in reports
  std::string reader;  // a path whose ending picks the reader
  std::shared_ptr<const Profile> profile;
  const std::vector<LineRange>* changed = nullptr;  // findings elsewhere do not count; nullptr: all do
  std::string staged_path;                          // read from the index instead of the file; empty: the file
  std::string staged_root;
};

// The files that the user named or that are in the folders he named. What is wrong with them or with a configuration is
// printed, and sets `failed`.
std::vector<Job> FindJobs(const Arguments& arguments, const ReadingOptions& options, bool& failed);

// `--since` and `--staged`: the changed files among those. REQUIRES: `changes` outlives the jobs.
std::vector<Job> FindChangedJobs(const Arguments& arguments, const ReadingOptions& options, const Changes& changes,
                                 bool staged, bool& failed);

// The bytes of the job's file as stored.
absl::StatusOr<std::string> ReadBytes(const Job& job, const ReadingOptions& options);
// The article in them, or nothing when the file is to be skipped: a binary one that nobody named.
absl::StatusOr<std::optional<Article>> MakeArticle(const Job& job, const ReadingOptions& options, std::string bytes);
// Both.
absl::StatusOr<std::optional<Article>> ReadArticle(const Job& job, const ReadingOptions& options);

// Where compiled lists of names are kept; empty where there is no home.
std::string CacheFolder();

}  // namespace bylint
