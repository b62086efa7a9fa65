// Quotations from balanced marks.
#include "checker/analysis/passes.h"

namespace bylint::internal {

void CollectQuotations(const Document& document, const AnalysisOptions& /*options*/, Analysis& analysis) {
  for (MarkIndex i = 0; i < analysis.marks.size(); ++i) {
    const Mark& open = analysis.marks[i];
    if (open.role != MarkRole::kOpen || open.partner == kNone) continue;
    const Mark& close = analysis.marks[open.partner];
    Quotation quotation;
    quotation.span = open.span.Cover(close.span);
    quotation.inner = {open.span.end, close.span.begin};
    quotation.block = document.BlockAt(open.span.begin);
    quotation.open = i;
    quotation.close = open.partner;
    for (TokenIndex t = open.token; t < close.token; ++t) {
      quotation.words += analysis.tokens[t].IsWord() || analysis.tokens[t].kind == TokenKind::kNumber;
    }
    analysis.quotations.push_back(quotation);
  }
}

}  // namespace bylint::internal
