// Patterns of paths in bylint.toml, as in .gitignore: `drafts/`, `*.bak.md`, `opinion/**/*.md`.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace re2 {
class RE2;
}

namespace bylint {

// Matches paths relative to the folder of the configuration. Immutable, shared by all threads.
//   *      any characters but `/`          **     any characters
//   ?      one character but `/`           [a-z]  one of these
// A pattern without a `/` in front of its last character matches at any depth; one that matches a folder matches all
// that is in it.
class PathPatterns {
 public:
  PathPatterns() = default;
  // InvalidArgument names a pattern that is none.
  static absl::StatusOr<PathPatterns> Make(const std::vector<std::string>& patterns);

  bool Matches(std::string_view relative_path) const;
  bool empty() const { return expressions_.empty(); }
  // The patterns of both.
  void Add(const PathPatterns& other);

 private:
  std::vector<std::shared_ptr<const re2::RE2>> expressions_;
};

}  // namespace bylint
