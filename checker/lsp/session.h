// All that the server knows while it talks with one client. Handlers of methods get it whole.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "checker/lsp/check.h"
#include "checker/lsp/client.h"
#include "checker/lsp/json.h"
#include "checker/lsp/open_document.h"
#include "checker/lsp/reply.h"
#include "checker/lsp/workspace_scan.h"

namespace bylint::lsp {

struct Session {
  using Send = std::function<void(std::string_view message)>;  // JSON
  Session(Send to_client, std::string cache) : send(std::move(to_client)), cache_folder(std::move(cache)) {}

  Send send;
  ClientFeatures client;
  ClientSettings settings;
  std::string cache_folder;  // for compiled lists of names; empty: none
  Checker checker{cache_folder};
  std::vector<std::string> folders;                            // of the workspace, as paths
  std::map<std::string, OpenDocument, std::less<>> documents;  // by URI
  std::set<std::string, std::less<>> unpublished;  // URIs whose diagnostics are to be pushed when there is time
  Json current_id;                                 // of the request that is handled

  uint64_t rules_generation = 1;  // grows when the rules change
  // Grows with everything that may change a diagnostic.
  uint64_t revision = 1;
  uint64_t reported_revision = 0;                       // of the last workspace report
  std::deque<WorkspaceScan> scans;                      // under way, the first one first
  std::vector<WorkspaceScan> waiting_scans;             // asked for while there is nothing new
  std::set<std::string, std::less<>> published_closed;  // URIs of closed files that show pushed diagnostics

  // The open document that `params` names, or nullptr.
  OpenDocument* FindDocument(const Json& params);
  OpenDocument* FindByPath(std::string_view path);

  // Answers a request.
  void Respond(const Json& id, const Reply& reply);
  void Notify(std::string_view method, Json params);
  void NotifyText(std::string_view method, std::string_view params);  // JSON
  // Asks the client. The answer to "workspace/configuration" is taken; all others are passed over.
  void Request(std::string_view method, Json params);
  // 1 error, 2 warning, 3 info.
  void ShowMessage(int type, std::string_view text);

  // Says what is wrong with configurations that were met since.
  void ShowConfigErrors();
  // Configuration or names have changed: everything is judged again.
  void ReloadRules();

 private:
  int64_t next_request_ = 1;
};

}  // namespace bylint::lsp
