// The house's own names, from names.toml:
//
//   [[person]]                            # or [[place]], [[organisation]]
//   preferred = "Volodymyr Zelenskyy"
//   accepted = ["Volodymyr Zelensky"]     # optional, as all that follows
//   never = ["Zelenskiy"]
//   since = 2022-03-01
//   note = "as his office writes it"
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "bylint/names_list.h"

namespace bylint {

// The list of `path` over the built-in one. InvalidArgument: `path:line:column: what`.
//
// A large file is compiled once into `cache_folder` (empty: never) under a hash of its content, and mapped from there
// afterwards; while its size, times and place stay, it is not even read. The folder is made when it does not exist;
// where that fails the list is just made again.
absl::StatusOr<NamesList> LoadNamesFile(const std::string& path, const std::string& cache_folder);

// The same from text in memory, without a cache. `path` is for messages.
absl::StatusOr<NamesList> ParseNames(std::string_view text, std::string_view path);

}  // namespace bylint
