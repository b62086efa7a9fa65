// Help, completions and the man page, from the tables of commands and options.
#pragma once

#include <string>

#include "checker/cli/options.h"

namespace bylint {

// `bylint --help`.
std::string UsageText();
// `bylint COMMAND --help`.
std::string HelpText(const Command& command);
// docs/reference.md: every command, option, format and key of bylint.toml.
std::string ReferenceText();

}  // namespace bylint
