// Shell completions and the man page, from the tables of commands and options.
#pragma once

#include <string>
#include <string_view>

namespace bylint {

// For `bash`, `zsh` or `fish`; empty for another shell.
std::string Completions(std::string_view shell);

// bylint(1), as troff.
std::string ManPage();

}  // namespace bylint
