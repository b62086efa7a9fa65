// The methods of the protocol that bylint answers, one function each. Parameters are whatever the client sent:
// each handler reads them with the accessors of json.h and never trusts them.
#pragma once

#include <span>
#include <string_view>

#include "checker/lsp/reply.h"
#include "checker/lsp/session.h"

namespace bylint::lsp {

// initialize.cpp
Reply Initialize(Session& session, const Json& params);
void Initialized(Session& session, const Json& params);

// synchronise.cpp
void DidOpen(Session& session, const Json& params);
void DidChange(Session& session, const Json& params);
void DidSave(Session& session, const Json& params);
void DidClose(Session& session, const Json& params);

// diagnostics.cpp
Reply DocumentDiagnostic(Session& session, const Json& params);
// Pushes the diagnostics of one document that waits for it; false when none does.
bool PublishNext(Session& session);

// workspace_scan.cpp
inline constexpr std::string_view kCheckWorkspaceCommand = "bylint.checkWorkspace";
Reply WorkspaceDiagnostic(Session& session, const Json& params);
Reply ExecuteCommand(Session& session, const Json& params);

// code_action.cpp, hover.cpp, symbols.cpp, people.cpp, rename.cpp, inlay_hints.cpp
Reply CodeAction(Session& session, const Json& params);
Reply Hover(Session& session, const Json& params);
Reply DocumentSymbol(Session& session, const Json& params);
Reply Definition(Session& session, const Json& params);
Reply References(Session& session, const Json& params);
Reply DocumentHighlight(Session& session, const Json& params);
Reply PrepareRename(Session& session, const Json& params);
Reply Rename(Session& session, const Json& params);
Reply InlayHint(Session& session, const Json& params);

// watch.cpp
void RegisterWatchers(Session& session);
void DidChangeWatchedFiles(Session& session, const Json& params);
void DidChangeConfiguration(Session& session, const Json& params);
void DidChangeWorkspaceFolders(Session& session, const Json& params);
// Puts the `bylint` section of the editor's settings in force.
void TakeSettings(Session& session, const Json& section);

struct RequestMethod {
  std::string_view name;
  Reply (*handle)(Session&, const Json& params);
  // The answer is worthless once the document has changed: it is not worked out when a change is queued.
  bool about_text = false;
};
struct NotificationMethod {
  std::string_view name;
  void (*handle)(Session&, const Json& params);
};
std::span<const RequestMethod> RequestMethods();
std::span<const NotificationMethod> NotificationMethods();

}  // namespace bylint::lsp
