// textDocument/didOpen, didChange, didSave, didClose: the text as the editor holds it.
#include <utility>

#include "absl/strings/str_cat.h"
#include "checker/lsp/methods.h"

namespace bylint::lsp {
namespace {

int64_t VersionOf(const Json& params, int64_t otherwise) {
  return AsInteger(At(params, {"textDocument", "version"})).value_or(otherwise);
}

// Diagnostics are pushed once the queue is empty: of ten quick changes only the last is checked.
void Changed(Session& session, const OpenDocument& document) {
  ++session.revision;
  if (!session.client.pulls_diagnostics) session.unpublished.insert(document.uri());
}

void ClearPushed(Session& session, std::string_view uri) {
  session.Notify("textDocument/publishDiagnostics", {{"uri", uri}, {"diagnostics", Json::array()}});
}

// Once for each stretch of being too large.
void SayIfGrownTooLarge(Session& session, const OpenDocument& document, bool was_too_large) {
  if (!document.too_large() || was_too_large) return;
  session.ShowMessage(2, absl::StrCat("bylint checks documents of up to ", kMaxDocumentBytes >> 20,
                                      " MiB in the editor; ", document.path(), " is larger and is not checked"));
}

}  // namespace

void DidOpen(Session& session, const Json& params) {
  const Json& item = At(params, "textDocument");
  const std::string* uri = AsString(At(item, "uri"));
  const std::string* text = AsString(At(item, "text"));
  if (uri == nullptr || text == nullptr) return;
  OpenDocument document(*uri, StringOr(At(item, "languageId")), VersionOf(params, 0), *text);
  const auto opened = session.documents.insert_or_assign(*uri, std::move(document)).first;
  if (session.published_closed.erase(*uri) > 0 && session.client.pulls_diagnostics) ClearPushed(session, *uri);
  SayIfGrownTooLarge(session, opened->second, false);
  Changed(session, opened->second);
}

void DidChange(Session& session, const Json& params) {
  OpenDocument* document = session.FindDocument(params);
  if (document == nullptr) return;
  const bool was_too_large = document->too_large();
  document->Apply(At(params, "contentChanges"), VersionOf(params, document->version() + 1), session.client.encoding);
  SayIfGrownTooLarge(session, *document, was_too_large);
  Changed(session, *document);
}

void DidSave(Session& session, const Json& params) {
  OpenDocument* document = session.FindDocument(params);
  const std::string* text = AsString(At(params, "text"));
  // A save tells nothing new, except to a server that lost its step.
  if (document == nullptr || text == nullptr || document->text() == *text) return;
  document->Replace(*text);
  Changed(session, *document);
}

void DidClose(Session& session, const Json& params) {
  OpenDocument* document = session.FindDocument(params);
  if (document == nullptr) return;
  const std::string uri = document->uri();
  session.documents.erase(uri);
  session.unpublished.erase(uri);
  ++session.revision;
  if (!session.client.pulls_diagnostics) ClearPushed(session, uri);
}

}  // namespace bylint::lsp
