// Lines that changed, as git knows them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace bylint {

// Lines [first, last], from 1.
struct LineRange {
  uint32_t first = 1;
  uint32_t last = 1;
};

struct Changes {
  std::string root;                                     // of the working tree
  std::map<std::string, std::vector<LineRange>> files;  // by path from the root; in order
};

// The working tree against the merge base of `revision` and HEAD. Renames are followed; files that git does not track
// and does not ignore are new as a whole.
absl::StatusOr<Changes> ChangesSince(const std::string& folder, const std::string& revision);
// The index against HEAD.
absl::StatusOr<Changes> StagedChanges(const std::string& folder);
// What the index holds of a file.
absl::StatusOr<std::string> StagedContent(const Changes& changes, const std::string& path);

// True when one of the lines [first, last] is among the ranges.
bool Touches(const std::vector<LineRange>& ranges, uint32_t first, uint32_t last);

// The new lines of a patch made with `-U0`, by path. Exposed for tests.
std::map<std::string, std::vector<LineRange>> ParsePatch(std::string_view patch);

}  // namespace bylint
