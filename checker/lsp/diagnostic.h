// Findings as the protocol's diagnostics.
#pragma once

#include "bylint/finding.h"
#include "checker/lsp/open_document.h"
#include "checker/lsp/session.h"

namespace bylint::lsp {

// A text with the index of its lines: an open document, or a file that was read for the workspace.
struct TextView {
  std::string_view uri;
  std::string_view text;
  const LineIndex& lines;
};
inline TextView ViewOf(const OpenDocument& document) { return {document.uri(), document.text(), document.lines()}; }

// JSON: a report of the document's diagnostics, or word that the client has it already.
std::string DiagnosticReport(Session& session, OpenDocument& document, std::string_view known_result);

// Pushes the document's diagnostics; those of a file that is not open have no version.
void Publish(Session& session, OpenDocument& document, std::optional<int64_t> version);

// The JSON array of diagnostics, as text, since all of it goes out with each keystroke.
std::string DiagnosticsText(const ClientFeatures& client, const TextView& view, std::span<const Finding> findings);
Json DiagnosticsJson(const ClientFeatures& client, const TextView& view, std::span<const Finding> findings);

}  // namespace bylint::lsp
