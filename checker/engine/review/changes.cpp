#include "checker/engine/review/changes.h"

#include <algorithm>
#include <charconv>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "checker/engine/process.h"

namespace bylint {
namespace {

std::string Trimmed(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

// A path as a patch writes it: quoted, with escapes, when it holds a quote, a backslash or a control character.
std::string Unquote(std::string_view text) {
  if (text.ends_with('\t')) text.remove_suffix(1);  // git's mark after a name with a space
  if (!text.starts_with('"')) return std::string(text);
  std::string out;
  for (size_t i = 1; i < text.size() && text[i] != '"'; ++i) {
    if (text[i] != '\\' || i + 1 >= text.size()) {
      out += text[i];
      continue;
    }
    const char c = text[++i];
    constexpr std::string_view kNames = "abtnvfr";
    const size_t name = kNames.find(c);
    if (name != std::string_view::npos) {
      out += static_cast<char>('\a' + static_cast<char>(name));
    } else if (c >= '0' && c <= '7') {
      unsigned value = 0;
      const auto [end, error] = std::from_chars(text.data() + i, text.data() + std::min(i + 3, text.size()), value, 8);
      out += static_cast<char>(value);
      i = static_cast<size_t>(end - text.data()) - 1;
    } else {
      out += c;
    }
  }
  return out;
}

// `@@ -3,2 +5,4 @@`: the new lines, or nothing for a deletion.
bool ParseHunk(std::string_view line, LineRange& range) {
  const size_t plus = line.find('+');
  if (plus == std::string_view::npos) return false;
  uint32_t first = 0;
  uint32_t count = 1;
  const char* end = line.data() + line.size();
  auto parsed = std::from_chars(line.data() + plus + 1, end, first);
  if (parsed.ec != std::errc()) return false;
  if (parsed.ptr < end && *parsed.ptr == ',') std::from_chars(parsed.ptr + 1, end, count);
  if (count == 0) return false;
  range = {first, first + count - 1};
  return true;
}

absl::StatusOr<Changes> FromPatch(const std::string& folder, std::vector<std::string> arguments) {
  absl::StatusOr<std::string> root = RunGit(folder, {"rev-parse", "--show-toplevel"});
  if (!root.ok()) return root.status();
  std::vector<std::string> command = {"-c",
                                      "core.quotePath=false",
                                      "-c",
                                      "diff.noprefix=false",
                                      "-c",
                                      "diff.mnemonicPrefix=false",
                                      "diff",
                                      "--no-color",
                                      "--no-ext-diff",
                                      "--no-textconv",
                                      "-U0",
                                      "-M",
                                      "--diff-filter=ACMRT",
                                      "--src-prefix=a/",
                                      "--dst-prefix=b/"};
  std::ranges::move(arguments, std::back_inserter(command));
  const std::string top = Trimmed(*std::move(root));
  const absl::StatusOr<std::string> patch = RunGit(top, std::move(command));
  if (!patch.ok()) return patch.status();
  return Changes{.root = top, .files = ParsePatch(*patch)};
}

}  // namespace

std::map<std::string, std::vector<LineRange>> ParsePatch(std::string_view patch) {
  std::map<std::string, std::vector<LineRange>> files;
  std::vector<LineRange>* current = nullptr;
  bool in_header = false;
  while (!patch.empty()) {
    const size_t end = std::min(patch.find('\n'), patch.size());
    const std::string_view line = patch.substr(0, end);
    patch.remove_prefix(std::min(end + 1, patch.size()));
    if (line.starts_with("diff --git ")) {
      in_header = true;
      current = nullptr;
    } else if (in_header && line.starts_with("+++ ")) {
      std::string path = Unquote(line.substr(4));
      current = path.starts_with("b/") ? &files[path.substr(2)] : nullptr;
    } else if (line.starts_with("@@ ")) {
      in_header = false;
      LineRange range;
      if (current != nullptr && ParseHunk(line, range)) current->push_back(range);
    }
  }
  return files;
}

absl::StatusOr<Changes> ChangesSince(const std::string& folder, const std::string& revision) {
  if (revision.starts_with('-')) return absl::InvalidArgumentError(absl::StrCat("`", revision, "` is no revision"));
  absl::StatusOr<std::string> base = RunGit(folder, {"merge-base", revision, "HEAD"});
  if (!base.ok()) {
    return absl::FailedPreconditionError(
        absl::StrCat("--since ", revision, ": no merge base with HEAD; ", base.status().message()));
  }
  absl::StatusOr<Changes> changes = FromPatch(folder, {Trimmed(*std::move(base)), "--"});
  if (!changes.ok()) return changes;
  const absl::StatusOr<std::string> untracked =
      RunGit(changes->root, {"ls-files", "-z", "--others", "--exclude-standard"});
  if (!untracked.ok()) return untracked.status();
  std::string_view rest = *untracked;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\0'), rest.size());
    changes->files[std::string(rest.substr(0, end))] = {{1, UINT32_MAX}};
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return changes;
}

absl::StatusOr<Changes> StagedChanges(const std::string& folder) { return FromPatch(folder, {"--cached", "--"}); }

absl::StatusOr<std::string> StagedContent(const Changes& changes, const std::string& path) {
  return RunGit(changes.root, {"cat-file", "blob", absl::StrCat(":", path)});
}

bool Touches(const std::vector<LineRange>& ranges, uint32_t first, uint32_t last) {
  return std::ranges::any_of(ranges,
                             [&](const LineRange& range) { return range.first <= last && first <= range.last; });
}

}  // namespace bylint
