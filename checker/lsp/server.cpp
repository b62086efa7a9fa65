#include "checker/lsp/server.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/lsp/methods.h"

namespace bylint::lsp {
namespace {

template <typename Method>
const Method* Find(std::span<const Method> methods, std::string_view name) {
  const auto found = std::ranges::find(methods, name, &Method::name);
  return found == methods.end() ? nullptr : &*found;
}

bool IsId(const Json& id) { return id.is_string() || id.is_number(); }

}  // namespace

void Server::Receive(Json message) {
  const std::string* method = AsString(At(message, "method"));
  if (method != nullptr && *method == "$/cancelRequest") return CancelQueued(At(message, {"params", "id"}));
  CountChange(message, 1);
  queue_.push_back(std::move(message));
}

void Server::ReceiveBroken(std::string_view why) {
  session_.Respond(Json(), Refuse(ErrorCode::kParseError, std::string(why)));
}

bool Server::Step() {
  if (exit_code_) return false;
  if (queue_.empty()) {
    const bool worked = PublishNext(session_) || ScanNext(session_);
    session_.ShowConfigErrors();
    return worked;
  }
  const Json message = std::move(queue_.front());
  queue_.pop_front();
  CountChange(message, -1);
  Handle(message);
  return true;
}

void Server::Handle(const Json& message) {
  if (!message.is_object())
    return session_.Respond(Json(), Refuse(ErrorCode::kInvalidRequest, "a message is an object"));
  const std::string* method = AsString(At(message, "method"));
  const Json& id = At(message, "id");
  if (method != nullptr) {
    if (id.is_null()) return HandleNotification(*method, At(message, "params"));
    if (IsId(id)) return HandleRequest(*method, id, At(message, "params"));
    return session_.Respond(Json(), Refuse(ErrorCode::kInvalidRequest, "the id is neither a number nor a string"));
  }
  if (message.contains("result") || message.contains("error")) return HandleAnswer(id, At(message, "result"));
  session_.Respond(IsId(id) ? id : Json(), Refuse(ErrorCode::kInvalidRequest, "no method"));
}

void Server::HandleAnswer(const Json& id, const Json& result) {
  // The id of a request begins with its method.
  if (!absl::StartsWith(ToAbsl(StringOr(id)), "workspace/configuration#")) return;
  if (state_ == State::kRunning && result.is_array() && !result.empty()) TakeSettings(session_, result[0]);
}

void Server::HandleRequest(const std::string& method, const Json& id, const Json& params) {
  session_.current_id = id;
  const Reply reply = Dispatch(method, params);
  if (!reply.later) session_.Respond(id, reply);
}

Reply Server::Dispatch(const std::string& method, const Json& params) {
  if (method == "initialize") {
    if (state_ != State::kNew) return Refuse(ErrorCode::kInvalidRequest, "initialize comes once");
    state_ = State::kRunning;
    client_process_ = AsInteger(At(params, "processId")).value_or(0);
    return Initialize(session_, params);
  }
  if (state_ == State::kNew) return Refuse(ErrorCode::kServerNotInitialized, "initialize comes first");
  if (state_ == State::kShutDown) return Refuse(ErrorCode::kInvalidRequest, "the server is shut down");
  if (method == "shutdown") {
    state_ = State::kShutDown;
    CancelAllScans(session_);
    return Answer(Json());
  }
  const RequestMethod* known = Find(RequestMethods(), method);
  if (known == nullptr) return Refuse(ErrorCode::kMethodNotFound, absl::StrCat("unknown method ", method));
  if (known->about_text && IsOutdated(params)) {
    return Refuse(ErrorCode::kContentModified, "the document has changed since");
  }
  return known->handle(session_, params);
}

void Server::HandleNotification(const std::string& method, const Json& params) {
  if (method == "exit") {
    exit_code_ = exit_code_at_end_of_input();
    return;
  }
  if (state_ != State::kRunning) return;
  if (const NotificationMethod* known = Find(NotificationMethods(), method)) known->handle(session_, params);
}

void Server::CancelQueued(const Json& id) {
  if (!IsId(id)) return;
  const auto asks = [&](const Json& message) { return At(message, "id") == id && message.contains("method"); };
  const auto found = std::ranges::find_if(queue_, asks);
  if (found == queue_.end()) {
    // Under way, or answered already.
    if (CancelScan(session_, id)) session_.Respond(id, Refuse(ErrorCode::kRequestCancelled, "cancelled"));
    return;
  }
  // Requests that change the state of the conversation are not dropped.
  const std::string_view method = StringOr(At(*found, "method"));
  if (method == "initialize" || method == "shutdown") return;
  queue_.erase(found);
  session_.Respond(id, Refuse(ErrorCode::kRequestCancelled, "cancelled"));
}

void Server::CountChange(const Json& message, int step) {
  if (StringOr(At(message, "method")) != "textDocument/didChange") return;
  const std::string* uri = AsString(At(message, {"params", "textDocument", "uri"}));
  if (uri == nullptr) return;
  int& count = queued_changes_[*uri];
  count += step;
  if (count == 0) queued_changes_.erase(*uri);
}

bool Server::IsOutdated(const Json& params) const {
  return queued_changes_.contains(StringOr(At(params, {"textDocument", "uri"})));
}

}  // namespace bylint::lsp
