// A client in the same process: sends messages, keeps what comes back.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/lsp/server.h"

namespace bylint::lsp {

class Conversation {
 public:
  explicit Conversation(const Json& capabilities = Json::object(), const Json& settings = Json(),
                        const Json& folder_uri = Json()) {
    Ask("initialize", {{"processId", nullptr},
                       {"capabilities", capabilities},
                       {"initializationOptions", settings},
                       {"rootUri", folder_uri}});
    Tell("initialized", Json::object());
  }

  // Sends without letting the server work.
  void Queue(Json message) { server.Receive(std::move(message)); }
  void Work() {
    while (server.Step()) {
    }
  }

  void Tell(std::string_view method, Json params) {
    Queue({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}});
    Work();
  }
  // The whole response.
  Json Ask(std::string_view method, Json params) {
    const int id = next_id_++;
    Queue({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(params)}});
    Work();
    return ResponseTo(id);
  }
  Json ResponseTo(const Json& id) const {
    for (const Json& message : received) {
      if (!message.contains("method") && message.contains("id") && message["id"] == id) return message;
    }
    return {};
  }

  void Open(std::string_view uri, std::string_view text, std::string_view language = "plaintext") {
    Tell("textDocument/didOpen",
         {{"textDocument", {{"uri", uri}, {"languageId", language}, {"version", 1}, {"text", text}}}});
  }
  static Json ChangeMessage(std::string_view uri, int version, Json changes) {
    return {
        {"jsonrpc", "2.0"},
        {"method", "textDocument/didChange"},
        {"params", {{"textDocument", {{"uri", uri}, {"version", version}}}, {"contentChanges", std::move(changes)}}}};
  }
  void Change(std::string_view uri, int version, Json changes) {
    Queue(ChangeMessage(uri, version, std::move(changes)));
    Work();
  }

  // Parameters of the last message of that method, null when there is none.
  Json Last(std::string_view method) const {
    for (auto it = received.rbegin(); it != received.rend(); ++it) {
      if (StringOr(At(*it, "method")) == method) return (*it)["params"];
    }
    return {};
  }
  size_t Count(std::string_view method) const {
    size_t count = 0;
    for (const Json& message : received) count += StringOr(At(message, "method")) == method ? 1 : 0;
    return count;
  }

  std::vector<Json> received;
  Server server{[this](std::string_view message) { received.push_back(Json::parse(message)); }};

 private:
  int next_id_ = 1;
};

inline Json Place(int line, int character) { return {{"line", line}, {"character", character}}; }
inline Json Stretch(int line, int from, int to) { return {{"start", Place(line, from)}, {"end", Place(line, to)}}; }

}  // namespace bylint::lsp
