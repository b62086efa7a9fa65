// The language server, without its transport: messages in, messages out. One thread.
//
//   Server server([](std::string_view message) { Write(message); });
//   server.Receive(message);
//   while (server.Step()) {}
//
// `Receive` only queues, so that a transport can hand over all that has arrived before any of it is worked on:
// cancelled requests and those about a text that has changed since are then dropped unworked, and a document
// that changed several times is checked once.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>

#include "checker/lsp/json.h"
#include "checker/lsp/reply.h"
#include "checker/lsp/session.h"

namespace bylint::lsp {

class Server {
 public:
  explicit Server(Session::Send send, std::string cache_folder = "")
      : session_(std::move(send), std::move(cache_folder)) {}

  void Receive(Json message);
  // Bytes that are no message: said to the client.
  void ReceiveBroken(std::string_view why);
  // Does one piece of work; false when there is none left.
  bool Step();

  // Set when the client has said `exit`: 0 after `shutdown`, else 1.
  std::optional<int> exit_code() const { return exit_code_; }
  // To be used when the client is gone without a word.
  int exit_code_at_end_of_input() const { return state_ == State::kShutDown ? 0 : 1; }
  // Process of the client, 0 when it has not said.
  int64_t client_process() const { return client_process_; }

  const Session& session() const { return session_; }

 private:
  enum class State { kNew, kRunning, kShutDown };

  void Handle(const Json& message);
  void HandleAnswer(const Json& id, const Json& result);
  void HandleRequest(const std::string& method, const Json& id, const Json& params);
  void HandleNotification(const std::string& method, const Json& params);
  Reply Dispatch(const std::string& method, const Json& params);
  void CancelQueued(const Json& id);
  // Counts changes to documents that are queued.
  void CountChange(const Json& message, int step);
  bool IsOutdated(const Json& params) const;

  Session session_;
  State state_ = State::kNew;
  std::deque<Json> queue_;
  std::map<std::string, int, std::less<>> queued_changes_;  // by URI
  std::optional<int> exit_code_;
  int64_t client_process_ = 0;
};

}  // namespace bylint::lsp
