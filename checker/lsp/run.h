// `bylint lsp`: the server on a pair of file descriptors.
#pragma once

#include <string>

namespace bylint::lsp {

// Talks until the client says `exit` or goes away; returns the exit code of the program.
// Compiled lists of names are kept in `cache_folder`; empty: nowhere.
int RunServer(int input, int output, const std::string& cache_folder);

}  // namespace bylint::lsp
