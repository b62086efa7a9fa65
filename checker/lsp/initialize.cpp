// initialize and initialized: what each side can do.
#include "checker/lsp/methods.h"
#include "checker/lsp/uri.h"

namespace bylint::lsp {
namespace {

constexpr int kIncrementalSync = 2;

std::vector<std::string> FoldersOf(const Json& params) {
  std::vector<std::string> folders;
  const auto add = [&](const Json& uri) {
    if (std::optional<std::string> path = PathOfUri(StringOr(uri))) folders.push_back(*std::move(path));
  };
  const Json& listed = At(params, "workspaceFolders");
  if (listed.is_array()) {
    for (const Json& folder : listed) add(At(folder, "uri"));
  }
  if (folders.empty()) add(At(params, "rootUri"));
  if (folders.empty() && AsString(At(params, "rootPath")) != nullptr) {
    folders.emplace_back(StringOr(At(params, "rootPath")));
  }
  return folders;
}

Json ServerCapabilities(const ClientFeatures& client, const ClientSettings& settings) {
  Json capabilities = {
      {"positionEncoding", ToString(client.encoding)},
      {"textDocumentSync", {{"openClose", true}, {"change", kIncrementalSync}, {"save", {{"includeText", true}}}}},
      {"codeActionProvider", {{"codeActionKinds", {"quickfix", "source.fixAll.bylint"}}}},
      {"definitionProvider", true},
      {"documentHighlightProvider", true},
      {"documentSymbolProvider", {{"label", "bylint"}}},
      {"executeCommandProvider", {{"commands", {kCheckWorkspaceCommand}}}},
      {"hoverProvider", true},
      {"referencesProvider", true},
      {"workspace", {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}}},
  };
  if (client.pulls_diagnostics) {
    capabilities["diagnosticProvider"] = {{"identifier", "bylint"},
                                          {"interFileDependencies", false},
                                          {"workspaceDiagnostics", settings.workspace_diagnostics}};
  }
  // Clients that cannot prepare a rename are told yes or no only.
  capabilities["renameProvider"] = client.rename_ranges ? Json{{"prepareProvider", true}} : Json(true);
  if (client.inlay_hints) capabilities["inlayHintProvider"] = true;
  return capabilities;
}

}  // namespace

Reply Initialize(Session& session, const Json& params) {
  session.client = ParseFeatures(At(params, "capabilities"));
  session.settings = ParseSettings(At(params, "initializationOptions"));
  session.folders = FoldersOf(params);
  return Answer({{"capabilities", ServerCapabilities(session.client, session.settings)},
                 {"serverInfo", {{"name", "bylint"}, {"version", BYLINT_VERSION}}}});
}

void Initialized(Session& session, const Json& /*params*/) { RegisterWatchers(session); }

}  // namespace bylint::lsp
