// Edits of documents as the protocol writes them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/lsp/client.h"
#include "checker/lsp/json.h"

namespace bylint::lsp {

struct DocumentEdits {
  std::string uri;
  std::optional<int64_t> version;  // of an open document
  Json edits = Json::array();      // TextEdits, or AnnotatedTextEdits
};

// A WorkspaceEdit in the form that the client knows. `annotations` may be null.
Json WorkspaceEditJson(const ClientFeatures& client, std::vector<DocumentEdits> documents, Json annotations = Json());

}  // namespace bylint::lsp
