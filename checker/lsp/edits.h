// Edits of documents as the protocol writes them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checker/lsp/client.h"
#include "checker/lsp/json.h"
#include "checker/lsp/open_document.h"

namespace bylint::lsp {

struct DocumentEdits {
  std::string uri;
  std::optional<int64_t> version;  // of an open document
  Json edits = Json::array();      // TextEdits, or AnnotatedTextEdits
  bool is_new = false;             // the file is to be made first; REQUIRES: the client can
};

// A WorkspaceEdit in the form that the client knows. `annotations` may be null.
Json WorkspaceEditJson(const ClientFeatures& client, std::vector<DocumentEdits> documents, Json annotations = Json());

// TextEdits that turn the document's text into `text`: one a changed line, or one in all where lines come or go.
Json EditsBetween(const OpenDocument& document, std::string_view text, PositionEncoding encoding);

}  // namespace bylint::lsp
