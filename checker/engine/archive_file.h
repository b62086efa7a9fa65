// Facts of an archive, from a file that `bylint archive` wrote.
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "bylint/archive.h"

namespace bylint {

// What is wrong with the file begins with its path.
absl::StatusOr<ArchiveFacts> LoadFacts(const std::string& path);

}  // namespace bylint
