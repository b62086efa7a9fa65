#include "checker/lsp/place.h"

namespace bylint::lsp {

std::optional<CheckedDocument> CheckedDocumentOf(Session& session, const Json& params) {
  OpenDocument* document = session.FindDocument(params);
  if (document == nullptr) return std::nullopt;
  const Checked* checked = document->Check(session.checker);
  if (checked == nullptr) return std::nullopt;
  return CheckedDocument{*document, *checked};
}

std::optional<Place> PlaceOf(Session& session, const Json& params) {
  const std::optional<CheckedDocument> in = CheckedDocumentOf(session, params);
  const std::optional<Position> position = ParsePosition(At(params, "position"));
  if (!in || !position) return std::nullopt;
  const OpenDocument& document = in->document;
  const uint32_t offset = document.lines().ToOffset(document.text(), *position, session.client.encoding);
  return Place{*in, offset};
}

MentionIndex MentionAt(const Article& article, uint32_t offset) {
  for (MentionIndex i = 0; i < article.mentions().size(); ++i) {
    if (Touches(article.document().ToSource(article.mentions()[i].span), offset)) return i;
  }
  return kNone;
}

QuotationIndex QuotationAt(const Article& article, uint32_t offset) {
  QuotationIndex innermost = kNone;
  for (QuotationIndex i = 0; i < article.quotations().size(); ++i) {
    // In order of their opening: of those around the place, the last is the innermost.
    if (Touches(article.document().ToSource(article.quotations()[i].span), offset)) innermost = i;
  }
  return innermost;
}

PersonIndex PersonAt(const Article& article, uint32_t offset) {
  if (const MentionIndex mention = MentionAt(article, offset); mention != kNone) {
    if (article.mentions()[mention].person != kNone) return article.mentions()[mention].person;
  }
  for (const Quotation& quotation : article.quotations()) {
    if (!quotation.has_speaker()) continue;
    if (Touches(article.document().ToSource(quotation.speaker.span), offset)) return quotation.speaker.person;
  }
  const QuotationIndex quotation = QuotationAt(article, offset);
  return quotation == kNone ? kNone : FirstEntry(article, article.quotations()[quotation]).speaker.person;
}

const Quotation& FirstEntry(const Article& article, const Quotation& quotation) {
  const Quotation* entry = &quotation;
  while (entry->continues != kNone) entry = &article.quotations()[entry->continues];
  return *entry;
}

std::string SpeakerName(const Article& article, const Quotation& quotation) {
  const Quotation& entry = quotation.has_speaker() ? quotation : FirstEntry(article, quotation);
  if (!entry.has_speaker()) return {};
  const PersonIndex person = entry.speaker.person;
  return std::string(person == kNone ? article.Text(entry.speaker.span) : article.NameOf(person));
}

Json RangeOf(const CheckedDocument& in, const ClientFeatures& client, TextSpan span) {
  return in.document.ToJson(in.checked.article.document().ToSource(span), client.encoding);
}

Json LocationOf(const CheckedDocument& in, const ClientFeatures& client, TextSpan span) {
  return {{"uri", in.document.uri()}, {"range", RangeOf(in, client, span)}};
}

}  // namespace bylint::lsp
