// A conversation, a message a line: whatever comes, the server answers or ignores it.
#include "checker/lsp/server.h"
#include "fuzz/target.h"

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace bylint::lsp;
  Server server([](std::string_view) {});
  std::string_view rest = bylint::fuzz::View(data, size);
  while (!rest.empty() && !server.exit_code()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    std::optional<Json> message = ParseMessage(rest.substr(0, end));
    if (message) {
      server.Receive(*std::move(message));
    } else {
      server.ReceiveBroken("no message");
    }
    while (server.Step()) {
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return 0;
}
