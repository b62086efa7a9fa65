// textDocument/inlayHint: the speaker behind each quotation. Off until the user asks for it.
#include "absl/strings/str_cat.h"
#include "checker/lsp/methods.h"
#include "checker/lsp/place.h"

namespace bylint::lsp {

Reply InlayHint(Session& session, const Json& params) {
  Json hints = Json::array();
  if (!session.settings.inlay_hints) return Answer(std::move(hints));
  const std::optional<CheckedDocument> in = CheckedDocumentOf(session, params);
  const std::optional<Range> range = ParseRange(At(params, "range"));
  if (!in || !range) return Answer(std::move(hints));
  const Article& article = in->checked.article;
  for (const Quotation& quotation : article.quotations()) {
    // A quotation that runs on says its speaker where it ends.
    if (quotation.runs_on || quotation.depth > 1) continue;
    const std::string speaker = SpeakerName(article, quotation);
    if (speaker.empty()) continue;
    const SourceSpan span = article.document().ToSource(quotation.span);
    const Position end = in->document.lines().ToPosition(in->document.text(), span.end, session.client.encoding);
    if (end < range->start || end > range->end) continue;
    hints.push_back({{"position", ToJson(end)}, {"label", absl::StrCat("— ", speaker)}, {"paddingLeft", true}});
  }
  return Answer(std::move(hints));
}

}  // namespace bylint::lsp
