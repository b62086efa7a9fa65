#include "checker/cli/reading.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <thread>

#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/cli/console.h"
#include "checker/engine/discovery.h"
#include "checker/engine/rule_set.h"
#include "checker/readers/reader.h"

namespace bylint {
namespace {

namespace fs = std::filesystem;

absl::Status Wrong(std::string_view option, std::string_view value, std::string_view why) {
  return absl::InvalidArgumentError(absl::StrCat(ToAbsl(option), ": `", ToAbsl(value), "` ", ToAbsl(why)));
}

ConfigEntry Override(std::string_view key, std::string name, ConfigValue value, std::string_view option) {
  return {.key = FindConfigKey(key, ConfigPlace::kTop),
          .name = std::move(name),
          .value = std::move(value),
          .origin = {.file = std::string(option), .line = 0, .column = 0}};
}

absl::Status AddLevels(const Arguments& arguments, ConfigChoice& choice) {
  for (const std::string& item : arguments.List("--level")) {
    const size_t equals = item.find('=');
    const std::string level = equals == std::string::npos ? "" : item.substr(equals + 1);
    if (!ParseLevel(level)) return Wrong("--level", item, "is not RULE=note, RULE=warning or RULE=error");
    choice.overrides.push_back(Override("levels", item.substr(0, equals), level, "--level"));
  }
  return absl::OkStatus();
}

// `--config FILE`, or `--config KEY=VALUE` with the value as TOML or as a bare word.
absl::Status AddConfig(const std::string& text, ConfigChoice& choice) {
  const size_t equals = text.find('=');
  if (equals == std::string::npos) {
    choice.file = text;
    return absl::OkStatus();
  }
  std::vector<std::string> errors;
  std::shared_ptr<const ConfigFile> parsed = ParseConfig(text, "--config", errors);
  if (parsed == nullptr) {
    std::vector<std::string> bare_errors;
    const std::string bare = absl::StrCat(text.substr(0, equals), "=\"", text.substr(equals + 1), "\"");
    parsed = ParseConfig(bare, "--config", bare_errors);
  }
  if (parsed == nullptr) return absl::InvalidArgumentError(errors.front());
  for (ConfigEntry entry : parsed->entries) {
    entry.origin = {.file = "--config", .line = 0, .column = 0};
    choice.overrides.push_back(std::move(entry));
  }
  return absl::OkStatus();
}

absl::StatusOr<size_t> ParseJobs(const Arguments& arguments) {
  if (!arguments.Has("--jobs")) return std::max(1u, std::thread::hardware_concurrency());
  const std::string text = arguments.Get("--jobs");
  size_t jobs = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), jobs);
  constexpr size_t kMost = 1024;
  if (error != std::errc() || end != text.data() + text.size() || jobs == 0 || jobs > kMost) {
    return Wrong("--jobs", text, "is not a number from 1 to 1024");
  }
  return jobs;
}

// True when the file is one of `wanted` (then it is named) or lies in one that is a folder.
bool IsWanted(const fs::path& file, const std::vector<fs::path>& wanted, bool& named) {
  for (const fs::path& path : wanted) {
    if (path == file) return named = true;
    const fs::path inside = file.lexically_relative(path);
    if (!inside.empty() && *inside.begin() != "..") return true;
  }
  return false;
}

class JobFinder {
 public:
  explicit JobFinder(const ReadingOptions& options) : options_(options), profiles_(options.config) {}

  // The job for the file, or nullptr when it is left out.
  Job* Add(InputFile file) {
    Job job;
    job.shown = DisplayPath(file, options_.load);
    const bool may_exclude = !file.named || options_.force_exclude;
    if (may_exclude && profiles_.IsExcluded(job.shown)) return nullptr;
    job.profile = profiles_.For(job.shown);
    if (job.profile == nullptr) {
      broken_ = true;
      return nullptr;
    }
    job.reader = ReaderPath(job.shown, job.profile->settings);
    job.file = std::move(file);
    return &jobs_.emplace_back(std::move(job));
  }

  std::vector<Job> Finish(bool& failed) {
    for (const std::string& error : profiles_.errors()) PrintDiagnostic(error);
    failed = failed || broken_ || !profiles_.errors().empty();
    return std::move(jobs_);
  }

 private:
  const ReadingOptions& options_;
  Profiles profiles_;
  std::vector<Job> jobs_;
  bool broken_ = false;
};

}  // namespace

std::string CacheFolder() {
  if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && *cache != 0)
    return absl::StrCat(cache, "/bylint");
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != 0)
    return absl::StrCat(home, "/.cache/bylint");
  return "";
}

absl::StatusOr<ConfigChoice> ParseConfigChoice(const Arguments& arguments) {
  ConfigChoice choice;
  choice.isolated = arguments.Has("--isolated");
  choice.cache_folder = CacheFolder();
  const auto given = arguments.values.find("--config");
  if (given != arguments.values.end()) {
    for (const std::string& text : given->second) {
      if (absl::Status status = AddConfig(text, choice); !status.ok()) return status;
    }
  }
  for (const std::string_view key : {"select", "ignore"}) {
    const std::string option = absl::StrCat("--", ToAbsl(key));
    if (arguments.Has(option)) choice.overrides.push_back(Override(key, "", arguments.List(option), option));
  }
  for (const std::string_view key : {"language", "quote-style", "names", "archive"}) {
    const std::string option = absl::StrCat("--", ToAbsl(key));
    if (arguments.Has(option)) choice.overrides.push_back(Override(key, "", arguments.Get(option), option));
  }
  if (arguments.Has("--max-file-size")) {
    const std::string text = arguments.Get("--max-file-size");
    const std::optional<uint64_t> size = ParseSize(text);
    if (!size) return Wrong("--max-file-size", text, "is not a size below 2 GiB");
    choice.overrides.push_back(Override("max-file-size", "", static_cast<int64_t>(*size), "--max-file-size"));
  }
  if (absl::Status status = AddLevels(arguments, choice); !status.ok()) return status;
  return choice;
}

absl::StatusOr<ReadingOptions> ParseReadingOptions(const Arguments& arguments) {
  ReadingOptions options;
  absl::StatusOr<ConfigChoice> config = ParseConfigChoice(arguments);
  if (!config.ok()) return config.status();
  options.config = *std::move(config);
  const absl::StatusOr<size_t> jobs = ParseJobs(arguments);
  if (!jobs.ok()) return jobs.status();
  options.jobs = *jobs;
  if (arguments.Has("--encoding")) {
    const std::string name = arguments.Get("--encoding");
    options.load.encoding = ParseEncoding(name);
    if (!options.load.encoding) {
      return Wrong("--encoding", name, "is none of utf-8, utf-16le, utf-16be, windows-1252, latin-1");
    }
  }
  options.load.stdin_filename = arguments.Get("--stdin-filename");
  options.colored = WantsColor(arguments.Get("--color", "auto"), arguments.Has("--output"));
  options.quiet = arguments.Has("--quiet");
  options.force_exclude = arguments.Has("--force-exclude");
  return options;
}

std::vector<Job> FindJobs(const Arguments& arguments, const ReadingOptions& options, bool& failed) {
  std::vector<std::string> paths = arguments.paths;
  if (paths.empty()) paths.push_back(arguments.Has("--stdin-filename") ? "-" : ".");
  Discovery found = DiscoverFiles(paths);
  for (const std::string& note : found.notes) PrintWarning(note);
  for (const std::string& error : found.errors) PrintError(error);
  failed = !found.errors.empty();
  JobFinder finder(options);
  for (InputFile& file : found.files) finder.Add(std::move(file));
  return finder.Finish(failed);
}

std::vector<Job> FindChangedJobs(const Arguments& arguments, const ReadingOptions& options, const Changes& changes,
                                 bool staged, bool& failed) {
  const std::vector<std::string> paths = arguments.paths.empty() ? std::vector<std::string>{"."} : arguments.paths;
  std::vector<fs::path> wanted;
  for (const std::string& path : paths) {
    std::error_code error;
    wanted.push_back(fs::weakly_canonical(path, error));
    if (!staged && !fs::exists(path, error)) {
      PrintError(absl::StrCat(path, ": No such file or directory"));
      failed = true;
    }
  }
  JobFinder finder(options);
  std::error_code error;
  const fs::path here = fs::current_path(error);
  for (const auto& [path, ranges] : changes.files) {
    const fs::path absolute = fs::path(changes.root) / path;
    bool named = false;
    if (!IsWanted(absolute, wanted, named) || (!named && !IsDiscoverable(path))) continue;
    if (!staged && !fs::exists(absolute, error)) continue;
    Job* job = finder.Add({.path = absolute.lexically_proximate(here).string(), .named = named});
    if (job == nullptr) continue;
    job->changed = &ranges;
    if (staged) job->staged_path = path;
    job->staged_root = changes.root;
  }
  return finder.Finish(failed);
}

absl::StatusOr<std::string> ReadBytes(const Job& job, const ReadingOptions& options) {
  if (!job.staged_path.empty()) return StagedContent({.root = job.staged_root, .files = {}}, job.staged_path);
  LoadOptions load = options.load;
  load.max_file_size = job.profile->settings.max_file_size;
  return LoadBytes(job.file, load);
}

absl::StatusOr<std::optional<Article>> MakeArticle(const Job& job, const ReadingOptions& options, std::string bytes) {
  absl::StatusOr<SourceText> source = DecodeSource(std::move(bytes), options.load.encoding);
  if (!source.ok() && IsBinary(source.status()) && !job.file.named) return std::nullopt;
  if (!source.ok()) return source.status();
  return std::optional<Article>(
      Analyze(ReadDocument(job.reader, *std::move(source)), job.profile->rules->analysis_options()));
}

absl::StatusOr<std::optional<Article>> ReadArticle(const Job& job, const ReadingOptions& options) {
  absl::StatusOr<std::string> bytes = ReadBytes(job, options);
  if (!bytes.ok()) return bytes.status();
  return MakeArticle(job, options, *std::move(bytes));
}

}  // namespace bylint
