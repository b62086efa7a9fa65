// What of an article stands at one place of the editor's text.
#pragma once

#include <optional>
#include <string>

#include "checker/lsp/session.h"

namespace bylint::lsp {

// The open document of the request, checked; nullopt when it is not open or too large.
struct CheckedDocument {
  const OpenDocument& document;
  const Checked& checked;
};
std::optional<CheckedDocument> CheckedDocumentOf(Session& session, const Json& params);
// The same, with the request's `position` as an offset of the source. Lives within one request.
struct Place : CheckedDocument {
  uint32_t offset;
  const Article& article() const { return checked.article; }
};
std::optional<Place> PlaceOf(Session& session, const Json& params);

// True when a cursor at `offset` is on the span: its end counts.
inline bool Touches(SourceSpan span, uint32_t offset) { return span.begin <= offset && offset <= span.end; }

// Indices into the article's tables; kNone where nothing stands there.
MentionIndex MentionAt(const Article& article, uint32_t offset);
QuotationIndex QuotationAt(const Article& article, uint32_t offset);  // the innermost
// The person named there, or meant by the speaker's words there, or whose quotation is there.
PersonIndex PersonAt(const Article& article, uint32_t offset);

// The first entry of a quotation that runs over paragraphs.
const Quotation& FirstEntry(const Article& article, const Quotation& quotation);
// Speaker's fullest name, or the words that stand for him; empty where there is no speaker.
std::string SpeakerName(const Article& article, const Quotation& quotation);

Json RangeOf(const CheckedDocument& in, const ClientFeatures& client, TextSpan span);
Json LocationOf(const CheckedDocument& in, const ClientFeatures& client, TextSpan span);

}  // namespace bylint::lsp
