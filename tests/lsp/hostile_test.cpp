// A client that has gone mad: valid conversations with bytes changed, cut and doubled. Whatever comes, the server
// answers or ignores it.
#include <catch2/catch.hpp>
#include <random>

#include "checker/lsp/frames.h"
#include "checker/lsp/methods.h"
#include "tests/lsp/conversation.h"

namespace bylint::lsp {
namespace {

constexpr std::string_view kUri = "file:///desk/mad.txt";

Json Message(std::string_view method, Json params) {
  return {{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}};
}

std::vector<std::string> Messages() {
  const Json item = {{"uri", kUri},
                     {"languageId", "markdown"},
                     {"version", 1},
                     {"text", "“Yes,” said Anna Berg.\n\n“No.\n\nBerg’s 🎉 aide “left”."}};
  std::vector<Json> messages;
  messages.push_back(Message("initialize", {{"capabilities", Json::object()}}));
  messages.back()["id"] = 1;
  messages.push_back(Message("initialized", Json::object()));
  messages.push_back(Message("textDocument/didOpen", {{"textDocument", item}}));
  for (const RequestMethod& method : RequestMethods()) {
    Json params = {{"textDocument", item}, {"newName", "Bergh"}};
    params["position"] = Place(2, 7);
    params["range"] = Stretch(0, 0, 9);
    messages.push_back(Message(method.name, std::move(params)));
    messages.back()["id"] = messages.size();
  }
  Json change = {{"text", "“"}};
  change["range"] = Stretch(0, 3, 9);
  messages.push_back(Conversation::ChangeMessage(kUri, 2, Json::array({change})));
  std::vector<std::string> frames;
  for (const Json& message : messages) frames.push_back(ToFrame(Dump(message)));
  return frames;
}

template <typename Random>
void Spoil(std::string& bytes, Random& random) {
  const auto below = [&](size_t n) { return std::uniform_int_distribution<size_t>(0, n - 1)(random); };
  for (size_t n = below(6); n > 0 && !bytes.empty(); --n) {
    const size_t at = below(bytes.size());
    switch (below(4)) {
      case 0:
        bytes[at] = static_cast<char>(below(256));
        break;
      case 1:
        bytes.erase(at, below(20));
        break;
      case 2:
        bytes.insert(at, bytes.substr(at, below(30)));
        break;
      default:
        bytes.insert(at, "-9999999999");
        break;
    }
  }
}

TEST_CASE("lsp: a client that has gone mad does no harm") {
  std::mt19937 random(5);
  const std::vector<std::string> messages = Messages();
  for (int round = 0; round < 400; ++round) {
    size_t answers = 0;
    Server server([&](std::string_view message) { answers += Json::parse(message).empty() ? 0 : 1; });
    FrameReader frames;
    for (size_t i = 0; i < messages.size() + 5; ++i) {
      std::string bytes = messages[i < 3 ? i : std::uniform_int_distribution<size_t>(0, messages.size() - 1)(random)];
      if (i >= 3 || round % 4 == 0) Spoil(bytes, random);
      frames.Push(bytes);
      while (const std::optional<Frame> frame = frames.Next()) {
        std::optional<Json> message = frame->broken ? std::nullopt : ParseMessage(frame->body);
        if (message) {
          server.Receive(*std::move(message));
        } else {
          server.ReceiveBroken("broken");
        }
        while (server.Step()) {
        }
      }
    }
    CHECK(answers > 0);
  }
}

}  // namespace
}  // namespace bylint::lsp
