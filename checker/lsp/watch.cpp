// Files, folders and settings that change while the server runs.
#include <algorithm>

#include "absl/strings/match.h"
#include "checker/base/to_absl.h"
#include "checker/lsp/methods.h"
#include "checker/lsp/uri.h"

namespace bylint::lsp {
namespace {

// Files that may say what is right: bylint.toml, those it extends, names and facts of the archive, whatever the house
// calls them. All open documents are judged again when one changes.
bool IsRuleFile(std::string_view uri) { return uri.ends_with(".toml") || uri.ends_with(".facts"); }

Json Watcher(std::string_view pattern) { return {{"globPattern", pattern}}; }

}  // namespace

void RegisterWatchers(Session& session) {
  if (!session.client.watches_files) return;
  Json watchers = Json::array({Watcher("**/*.{toml,facts}")});
  if (session.settings.workspace_diagnostics)
    watchers.push_back(Watcher("**/*.{txt,text,md,markdown,html,htm,adoc,rst}"));
  session.Request("client/registerCapability", {{"registrations",
                                                 {{{"id", "bylint-files"},
                                                   {"method", "workspace/didChangeWatchedFiles"},
                                                   {"registerOptions", {{"watchers", std::move(watchers)}}}}}}});
}

void DidChangeWatchedFiles(Session& session, const Json& params) {
  const Json& changes = At(params, "changes");
  if (!changes.is_array()) return;
  ++session.revision;
  const bool rules_changed =
      std::ranges::any_of(changes, [](const Json& change) { return IsRuleFile(StringOr(At(change, "uri"))); });
  if (rules_changed) session.ReloadRules();
}

void DidChangeConfiguration(Session& session, const Json& params) {
  const Json& settings = At(params, "settings");
  const Json& section = At(settings, "bylint");
  // Clients that send nothing want to be asked.
  if (!section.is_object() && session.client.has_configuration) {
    return session.Request("workspace/configuration", {{"items", {{{"section", "bylint"}}}}});
  }
  TakeSettings(session, section);
}

void TakeSettings(Session& session, const Json& section) {
  if (!section.is_object()) return;
  const ClientSettings settings = ParseSettings(section);
  const bool hints_changed = settings.inlay_hints != session.settings.inlay_hints;
  session.settings = settings;
  if (hints_changed && session.client.refreshes_inlay_hints) session.Request("workspace/inlayHint/refresh", Json());
}

void DidChangeWorkspaceFolders(Session& session, const Json& params) {
  const auto path_of = [](const Json& folder) { return PathOfUri(StringOr(At(folder, "uri"))); };
  const Json& removed = At(params, {"event", "removed"});
  const Json& added = At(params, {"event", "added"});
  if (removed.is_array()) {
    for (const Json& folder : removed) {
      if (const std::optional<std::string> path = path_of(folder)) std::erase(session.folders, *path);
    }
  }
  if (added.is_array()) {
    for (const Json& folder : added) {
      if (std::optional<std::string> path = path_of(folder)) session.folders.push_back(*std::move(path));
    }
  }
  ++session.revision;
}

}  // namespace bylint::lsp
