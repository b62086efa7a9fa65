// What `check`, `quotes` and `names` have in common: the files, the threads, the output, the exit code.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "checker/cli/options.h"
#include "checker/engine/discovery.h"
#include "checker/engine/load.h"
#include "checker/engine/settings.h"

namespace bylint {

struct ReadingOptions {
  LoadOptions load;
  Settings settings;
  size_t jobs = 1;
  bool colored = false;
  bool quiet = false;
};

// InvalidArgument: a value that is none.
absl::StatusOr<ReadingOptions> ParseReadingOptions(const Arguments& arguments);

// The files to read; what is wrong with the paths is printed. Sets `failed` then.
std::vector<InputFile> FindFiles(const Arguments& arguments, bool& failed);

// Number of threads for that many files.
size_t JobsFor(const ReadingOptions& options, size_t files);

}  // namespace bylint
