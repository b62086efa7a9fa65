#include "checker/engine/config/path_patterns.h"

#include <re2/re2.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"

namespace bylint {
namespace {

// The expression for one `[...]`, and where it ends; an unclosed bracket stands for itself.
size_t AppendBracket(std::string_view pattern, size_t at, std::string& out) {
  const size_t end = pattern.find(']', at + 2);
  if (end == std::string_view::npos) {
    out += "\\[";
    return at + 1;
  }
  std::string inside(pattern.substr(at + 1, end - at - 1));
  if (inside.front() == '!') inside.front() = '^';
  std::string escaped;
  for (const char c : inside) {
    if (c == '\\' || c == '[') escaped += '\\';
    escaped += c;
  }
  absl::StrAppend(&out, "[", escaped, "]");
  return end + 1;
}

std::string ToExpression(std::string_view pattern) {
  if (pattern.starts_with("./")) pattern.remove_prefix(2);
  const bool folder_only = pattern.ends_with('/');
  if (folder_only) pattern.remove_suffix(1);
  const bool anchored = pattern.find('/') != std::string_view::npos;
  if (pattern.starts_with('/')) pattern.remove_prefix(1);

  std::string out = anchored ? "" : "(?:.*/)?";
  for (size_t i = 0; i < pattern.size();) {
    if (pattern.substr(i).starts_with("**/")) {
      out += "(?:.*/)?";
      i += 3;
    } else if (pattern.substr(i).starts_with("**")) {
      out += ".*";
      i += 2;
    } else if (pattern[i] == '*') {
      out += "[^/]*";
      ++i;
    } else if (pattern[i] == '?') {
      out += "[^/]";
      ++i;
    } else if (pattern[i] == '[') {
      i = AppendBracket(pattern, i, out);
    } else {
      out += RE2::QuoteMeta(pattern.substr(i, 1));
      ++i;
    }
  }
  return out + (folder_only ? "/.*" : "(?:/.*)?");
}

}  // namespace

absl::StatusOr<PathPatterns> PathPatterns::Make(const std::vector<std::string>& patterns) {
  PathPatterns made;
  for (const std::string& pattern : patterns) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_dot_nl(true);
    options.set_encoding(RE2::Options::EncodingLatin1);  // paths are bytes
    auto expression = std::make_shared<const RE2>(ToExpression(pattern), options);
    if (pattern.empty() || !expression->ok()) {
      return absl::InvalidArgumentError(absl::StrCat("`", pattern, "` is not a pattern of paths"));
    }
    made.expressions_.push_back(std::move(expression));
  }
  return made;
}

bool PathPatterns::Matches(std::string_view relative_path) const {
  return std::ranges::any_of(expressions_,
                             [&](const auto& expression) { return RE2::FullMatch(relative_path, *expression); });
}

void PathPatterns::Add(const PathPatterns& other) {
  expressions_.insert(expressions_.end(), other.expressions_.begin(), other.expressions_.end());
}

}  // namespace bylint
