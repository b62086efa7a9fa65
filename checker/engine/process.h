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

// Runs `arguments[0]`, searched in PATH, with nothing on standard input and messages in English. NotFound when there is
// no such program.
absl::StatusOr<ProcessResult> RunProcess(const std::vector<std::string>& arguments);

// `git -C folder arguments...`, which speaks English. An error carries what git said; what it warns of is in `errors`.
absl::StatusOr<ProcessResult> RunGitProcess(const std::string& folder, std::vector<std::string> arguments);
// The same; its standard output.
absl::StatusOr<std::string> RunGit(const std::string& folder, std::vector<std::string> arguments);

}  // namespace bylint
