#include "checker/lsp/session.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"

namespace bylint::lsp {

OpenDocument* Session::FindDocument(const Json& params) {
  const std::string* uri = AsString(At(params, {"textDocument", "uri"}));
  if (uri == nullptr) return nullptr;
  const auto found = documents.find(*uri);
  return found == documents.end() ? nullptr : &found->second;
}

OpenDocument* Session::FindByPath(std::string_view path) {
  for (auto& [uri, document] : documents) {
    if (document.path() == path) return &document;
  }
  return nullptr;
}

void Session::Respond(const Json& id, const Reply& reply) {
  if (reply.error == ErrorCode::kNone && !reply.text.empty()) {
    send(absl::StrCat(R"({"jsonrpc":"2.0","id":)", Dump(id), R"(,"result":)", reply.text, "}"));
    return;
  }
  Json message = {{"jsonrpc", "2.0"}, {"id", id}};
  if (reply.error == ErrorCode::kNone) {
    message["result"] = reply.result;
  } else {
    message["error"] = {{"code", static_cast<int>(reply.error)}, {"message", reply.message}};
  }
  send(Dump(message));
}

void Session::Notify(std::string_view method, Json params) {
  send(Dump({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}}));
}

void Session::NotifyText(std::string_view method, std::string_view params) {
  send(absl::StrCat(R"({"jsonrpc":"2.0","method":")", ToAbsl(method), R"(","params":)", ToAbsl(params), "}"));
}

void Session::Request(std::string_view method, Json params) {
  // The method is part of the id, so that an answer says what it answers.
  const std::string id = absl::StrCat(ToAbsl(method), "#", next_request_++);
  send(Dump({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(params)}}));
}

void Session::ShowMessage(int type, std::string_view text) {
  Notify("window/showMessage", {{"type", type}, {"message", text}});
}

void Session::ShowConfigErrors() {
  for (const std::string& error : checker.TakeErrors()) ShowMessage(1, error);
}

void Session::ReloadRules() {
  checker = Checker(cache_folder);
  ++revision;
  ++rules_generation;
  for (auto& [uri, document] : documents) {
    document.Recheck();
    if (!client.pulls_diagnostics) unpublished.insert(uri);
  }
  if (client.pulls_diagnostics && client.refreshes_diagnostics) Request("workspace/diagnostic/refresh", Json());
}

}  // namespace bylint::lsp
