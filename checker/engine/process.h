// Other programs, run without a shell.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace bylint {

struct ProcessResult {
  int exit_code = 0;   // 128 + signal when a signal ended it
  std::string output;  // standard output
  std::string errors;  // standard error
};

// Runs `arguments[0]`, searched in PATH, with nothing on standard input. NotFound when there is no such program.
absl::StatusOr<ProcessResult> RunProcess(const std::vector<std::string>& arguments);

// `git -C folder arguments...`; its standard output. An error carries what git said.
absl::StatusOr<std::string> RunGit(const std::string& folder, std::vector<std::string> arguments);

}  // namespace bylint
