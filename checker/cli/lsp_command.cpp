// `bylint lsp`: the language server, on standard input and output.
#include <unistd.h>

#include "checker/cli/commands.h"
#include "checker/cli/options.h"
#include "checker/cli/reading.h"
#include "checker/lsp/run.h"

namespace bylint {

int RunLsp(const Arguments& /*arguments*/) { return lsp::RunServer(STDIN_FILENO, STDOUT_FILENO, CacheFolder()); }

}  // namespace bylint
