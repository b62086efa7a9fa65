// Files that are old or new, never half.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace bylint {

// Writes beside the file and renames. A file that exists keeps its mode and owner; a symbolic link stays one.
absl::Status WriteWhole(const std::string& path, std::string_view bytes);

// The same for a file that is known to hold `expected`: Aborted when it holds something else by now.
absl::Status ReplaceWhole(const std::string& path, std::string_view expected, std::string_view bytes);

}  // namespace bylint
