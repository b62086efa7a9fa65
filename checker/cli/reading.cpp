#include "checker/cli/reading.h"

#include <algorithm>
#include <charconv>
#include <thread>

#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/cli/console.h"
#include "checker/readers/reader.h"

namespace bylint {
namespace {

absl::Status Wrong(std::string_view option, std::string_view value, std::string_view why) {
  return absl::InvalidArgumentError(absl::StrCat(ToAbsl(option), ": `", ToAbsl(value), "` ", ToAbsl(why)));
}

std::optional<uint64_t> ParseNumber(std::string_view text) {
  uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// `500000`, `200K`, `64M`, `1G`.
std::optional<uint64_t> ParseSize(std::string_view text) {
  constexpr std::string_view kUnits = "KMG";
  unsigned shift = 0;
  if (!text.empty()) {
    const size_t unit = kUnits.find(text.back());
    if (unit != std::string_view::npos) {
      shift = 10 * static_cast<unsigned>(unit + 1);
      text.remove_suffix(1);
    }
  }
  const std::optional<uint64_t> number = ParseNumber(text);
  // Offsets are of 32 bits.
  constexpr uint64_t kLargest = UINT32_MAX / 2;
  if (!number || *number > kLargest || (*number << shift) > kLargest) return std::nullopt;
  return *number << shift;
}

absl::Status ParseLevels(const Arguments& arguments, Settings& settings) {
  for (const std::string& item : arguments.List("--level")) {
    const size_t equals = item.find('=');
    const std::optional<Level> level =
        equals == std::string::npos ? std::nullopt : ParseLevel(std::string_view(item).substr(equals + 1));
    if (!level) return Wrong("--level", item, "is not RULE=note, RULE=warning or RULE=error");
    settings.levels[item.substr(0, equals)] = *level;
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<ReadingOptions> ParseReadingOptions(const Arguments& arguments) {
  ReadingOptions options;
  Settings& settings = options.settings;
  settings.select = arguments.List("--select");
  settings.ignore = arguments.List("--ignore");
  if (absl::Status status = ParseLevels(arguments, settings); !status.ok()) return status;
  settings.analysis.language = ParseLanguage(arguments.Get("--language", "auto")).value_or(Language::kAuto);
  settings.analysis.quote_style = ParseQuoteStyle(arguments.Get("--quote-style", "auto")).value_or(QuoteStyle::kAuto);
  if (arguments.Has("--max-file-size")) {
    const std::string text = arguments.Get("--max-file-size");
    const std::optional<uint64_t> size = ParseSize(text);
    if (!size) return Wrong("--max-file-size", text, "is not a size below 2 GiB");
    settings.max_file_size = *size;
  }
  if (arguments.Has("--jobs")) {
    const std::string text = arguments.Get("--jobs");
    constexpr uint64_t kMost = 1024;
    const std::optional<uint64_t> jobs = ParseNumber(text);
    if (!jobs || *jobs == 0 || *jobs > kMost) return Wrong("--jobs", text, "is not a number from 1 to 1024");
    options.jobs = static_cast<size_t>(*jobs);
  } else {
    options.jobs = std::max(1u, std::thread::hardware_concurrency());
  }
  options.load.max_file_size = settings.max_file_size;
  options.load.stdin_filename = arguments.Get("--stdin-filename");
  if (arguments.Has("--encoding")) {
    const std::string name = arguments.Get("--encoding");
    options.load.encoding = ParseEncoding(name);
    if (!options.load.encoding) return Wrong("--encoding", name, "is none of utf-8, utf-16le, utf-16be, windows-1252, latin-1");
  }
  options.colored = WantsColor(arguments.Get("--color", "auto"), arguments.Has("--output"));
  options.quiet = arguments.Has("--quiet");
  return options;
}

std::vector<InputFile> FindFiles(const Arguments& arguments, bool& failed) {
  std::vector<std::string> paths = arguments.paths;
  if (paths.empty()) paths.push_back(arguments.Has("--stdin-filename") ? "-" : ".");
  Discovery found = DiscoverFiles(paths);
  for (const std::string& note : found.notes) PrintWarning(note);
  for (const std::string& error : found.errors) PrintError(error);
  failed = !found.errors.empty();
  return std::move(found.files);
}

size_t JobsFor(const ReadingOptions& options, size_t files) { return std::min(options.jobs, std::max<size_t>(files, 1)); }

}  // namespace bylint
