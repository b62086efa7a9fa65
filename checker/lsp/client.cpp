#include "checker/lsp/client.h"

#include <array>
#include <vector>

namespace bylint::lsp {
namespace {

struct Feature {
  std::vector<std::string_view> path;
  bool ClientFeatures::* member;
  bool presence = false;  // the key alone says it
};

const std::vector<Feature>& Features() {
  static const auto& features = *new std::vector<Feature>{
      {{"textDocument", "diagnostic"}, &ClientFeatures::pulls_diagnostics, true},
      {{"workspace", "diagnostics", "refreshSupport"}, &ClientFeatures::refreshes_diagnostics},
      {{"textDocument", "publishDiagnostics", "relatedInformation"}, &ClientFeatures::related_information},
      {{"textDocument", "publishDiagnostics", "codeDescriptionSupport"}, &ClientFeatures::code_descriptions},
      {{"textDocument", "codeAction", "codeActionLiteralSupport"}, &ClientFeatures::code_action_literals, true},
      {{"textDocument", "codeAction", "isPreferredSupport"}, &ClientFeatures::preferred_actions},
      {{"workspace", "workspaceEdit", "documentChanges"}, &ClientFeatures::versioned_edits},
      {{"workspace", "workspaceEdit", "changeAnnotationSupport"}, &ClientFeatures::annotated_edits, true},
      {{"textDocument", "documentSymbol", "hierarchicalDocumentSymbolSupport"}, &ClientFeatures::symbol_trees},
      {{"textDocument", "rename", "prepareSupport"}, &ClientFeatures::rename_ranges},
      {{"textDocument", "inlayHint"}, &ClientFeatures::inlay_hints, true},
      {{"workspace", "inlayHint", "refreshSupport"}, &ClientFeatures::refreshes_inlay_hints},
      {{"workspace", "didChangeWatchedFiles", "dynamicRegistration"}, &ClientFeatures::watches_files},
      {{"workspace", "configuration"}, &ClientFeatures::has_configuration},
      {{"workspace", "didChangeConfiguration", "dynamicRegistration"}, &ClientFeatures::watches_configuration},
  };
  return features;
}

const Json& AtPath(const Json& value, const std::vector<std::string_view>& path) {
  const Json* at = &value;
  for (const std::string_view key : path) at = &At(*at, key);
  return *at;
}

}  // namespace

ClientFeatures ParseFeatures(const Json& capabilities) {
  ClientFeatures features;
  for (const Feature& feature : Features()) {
    const Json& value = AtPath(capabilities, feature.path);
    features.*feature.member = feature.presence ? value.is_object() : BoolOr(value, false);
  }
  if (HoldsString(At(capabilities, {"general", "positionEncodings"}), "utf-8")) {
    features.encoding = PositionEncoding::kUtf8;
  }
  features.creates_files =
      features.versioned_edits &&
      HoldsString(At(capabilities, {"workspace", "workspaceEdit", "resourceOperations"}), "create");
  features.markdown_hover = HoldsString(At(capabilities, {"textDocument", "hover", "contentFormat"}), "markdown");
  return features;
}

ClientSettings ParseSettings(const Json& section) {
  ClientSettings settings;
  settings.inlay_hints = BoolOr(At(section, "inlayHints"), settings.inlay_hints);
  settings.rename_in_workspace = BoolOr(At(section, "renameInWorkspace"), settings.rename_in_workspace);
  settings.workspace_diagnostics = BoolOr(At(section, "workspaceDiagnostics"), settings.workspace_diagnostics);
  const std::string_view quoted = StringOr(At(section, "renameInQuotations"));
  if (quoted == "ask") settings.rename_in_quotations = QuotedRename::kAsk;
  if (quoted == "always") settings.rename_in_quotations = QuotedRename::kAlways;
  return settings;
}

}  // namespace bylint::lsp
