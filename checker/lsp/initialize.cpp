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

Json ServerCapabilities(const ClientFeatures& client) {
  Json capabilities = {
      {"positionEncoding", ToString(client.encoding)},
      {"textDocumentSync", {{"openClose", true}, {"change", kIncrementalSync}, {"save", {{"includeText", true}}}}},
      {"workspace", {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}}},
  };
  if (client.pulls_diagnostics) {
    capabilities["diagnosticProvider"] = {
        {"identifier", "bylint"}, {"interFileDependencies", false}, {"workspaceDiagnostics", false}};
  }
  return capabilities;
}

}  // namespace

Reply Initialize(Session& session, const Json& params) {
  session.client = ParseFeatures(At(params, "capabilities"));
  session.settings = ParseSettings(At(params, "initializationOptions"));
  session.folders = FoldersOf(params);
  return Answer({{"capabilities", ServerCapabilities(session.client)},
                 {"serverInfo", {{"name", "bylint"}, {"version", BYLINT_VERSION}}}});
}

void Initialized(Session& /*session*/, const Json& /*params*/) {}

}  // namespace bylint::lsp
