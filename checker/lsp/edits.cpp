#include "checker/lsp/edits.h"

#include <utility>

namespace bylint::lsp {

Json WorkspaceEditJson(const ClientFeatures& client, std::vector<DocumentEdits> documents, Json annotations) {
  Json edit = Json::object();
  if (!client.versioned_edits) {
    Json& changes = edit["changes"] = Json::object();
    for (DocumentEdits& document : documents) changes[document.uri] = std::move(document.edits);
    return edit;
  }
  Json& changes = edit["documentChanges"] = Json::array();
  for (DocumentEdits& document : documents) {
    Json version = document.version ? Json(*document.version) : Json();
    changes.push_back({{"textDocument", {{"uri", document.uri}, {"version", std::move(version)}}},
                       {"edits", std::move(document.edits)}});
  }
  if (!annotations.is_null()) edit["changeAnnotations"] = std::move(annotations);
  return edit;
}

}  // namespace bylint::lsp
