// `bylint lsp`: the server on a pair of file descriptors.
#pragma once

namespace bylint::lsp {

// Talks until the client says `exit` or goes away; returns the exit code of the program.
int RunServer(int input, int output);

}  // namespace bylint::lsp
