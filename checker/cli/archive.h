// Archive facts as the commands need them.
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "bylint/archive.h"
#include "checker/cli/options.h"

namespace bylint {

// The facts of a file; what is wrong with it begins with its path.
absl::StatusOr<ArchiveFacts> LoadFacts(const std::string& path);

struct ReadingOptions;

// Collects the facts of the files that the arguments name. Prints what cannot be read and sets `failed`.
ArchiveFacts CollectFacts(const Arguments& arguments, const ReadingOptions& options, bool& failed);

}  // namespace bylint
