#include <charconv>
#include <filesystem>
#include <iterator>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "tests/harness/fixture.h"
#include "tests/harness/lint.h"

namespace bylint::testing {
namespace {

constexpr std::string_view kMarker = "#~ ";

constexpr std::pair<std::string_view, LineKind> kKeywords[] = {
    {"none", LineKind::kNone},
    {"fixed", LineKind::kFixed},
    {"known-wrong", LineKind::kKnownWrong},
    {"known-missed", LineKind::kKnownMissed},
    {"rules", LineKind::kRules},
    {"file", LineKind::kFile},
    {"#", LineKind::kRemark},
};

constexpr std::string_view kLevels[] = {"note[", "warning[", "error["};

std::string_view WithoutLineEnd(std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Cuts the first line of `text`, its line end included.
std::string_view TakeLine(std::string_view& text) {
  const size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end == std::string_view::npos ? text.size() : end + 1);
  text.remove_prefix(line.size());
  return line;
}

// What an expectation says; nothing where it is none.
std::optional<FixtureLine> ParseExpectation(std::string_view words) {
  for (const std::string_view level : kLevels) {
    if (words.starts_with(level)) return FixtureLine{.kind = LineKind::kFinding, .content = std::string(words)};
  }
  for (const auto& [keyword, kind] : kKeywords) {
    if (!words.starts_with(keyword)) continue;
    std::string_view rest = words.substr(keyword.size());
    if (!rest.empty() && !rest.starts_with(' ')) continue;
    rest.remove_prefix(rest.empty() ? 0 : 1);
    return FixtureLine{.kind = kind, .content = std::string(rest)};
  }
  return std::nullopt;
}

absl::Status NotAnExpectation(const std::string& path, size_t line) {
  return absl::InvalidArgumentError(absl::StrCat(path, ":", line, ": not an expectation"));
}

absl::Status ReadWithin(std::string_view text, Fixture& fixture) {
  size_t number = 0;
  for (size_t line_of_fixture = 1; !text.empty(); ++line_of_fixture) {
    const std::string_view line = TakeLine(text);
    if (!line.starts_with(kMarker)) {
      fixture.files.back().bytes += line;
      fixture.lines.push_back({LineKind::kText, std::string(line), fixture.files.size() - 1, ++number});
      continue;
    }
    std::optional<FixtureLine> parsed = ParseExpectation(WithoutLineEnd(line.substr(kMarker.size())));
    if (!parsed) return NotAnExpectation(fixture.path, line_of_fixture);
    if (parsed->kind == LineKind::kFile) {
      fixture.files.push_back({.name = parsed->content, .bytes = {}});
      number = 0;
    }
    parsed->file = fixture.files.size() - 1;
    parsed->number = number;
    fixture.lines.push_back(*std::move(parsed));
  }
  return absl::OkStatus();
}

absl::Status ReadBeside(std::string_view text, Fixture& fixture) {
  for (size_t line_of_fixture = 1; !text.empty(); ++line_of_fixture) {
    std::string_view words = WithoutLineEnd(TakeLine(text));
    if (!words.starts_with(kMarker)) return NotAnExpectation(fixture.path, line_of_fixture);
    words.remove_prefix(kMarker.size());
    size_t number = 0;
    const auto digits = std::from_chars(words.data(), words.data() + words.size(), number);
    words.remove_prefix(static_cast<size_t>(digits.ptr - words.data()));
    if (number > 0 && words.starts_with(' ')) words.remove_prefix(1);
    std::optional<FixtureLine> parsed = ParseExpectation(words);
    if (!parsed) return NotAnExpectation(fixture.path, line_of_fixture);
    parsed->number = number;
    fixture.lines.push_back(*std::move(parsed));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Fixture> ReadFixture(const std::string& path) {
  absl::StatusOr<std::string> text = ReadFile(path);
  if (!text.ok()) return text.status();
  const std::string beside = path + ".expect";
  Fixture fixture{.path = path, .expects_beside = std::filesystem::exists(beside), .files = {}, .lines = {}};
  fixture.files.push_back({.name = std::filesystem::path(path).filename().string(), .bytes = {}});
  absl::Status status;
  if (fixture.expects_beside) {
    fixture.files.front().bytes = *std::move(text);
    fixture.path = beside;
    text = ReadFile(beside);
    status = text.ok() ? ReadBeside(*text, fixture) : text.status();
  } else {
    status = ReadWithin(*text, fixture);
  }
  if (!status.ok()) return status;
  // A fixture of several files need not have one of its own name.
  if (fixture.files.size() > 1 && fixture.files.front().bytes.empty()) fixture.files.front().name.clear();
  return fixture;
}

}  // namespace bylint::testing
