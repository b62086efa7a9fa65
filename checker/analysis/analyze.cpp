#include <algorithm>

#include "bylint/article.h"
#include "checker/analysis/passes.h"
#include "checker/analysis/tokens.h"

namespace bylint {

Article Analyze(Document document, const AnalysisOptions& options) {
  Analysis analysis;
  internal::Tokenize(document, analysis);
  internal::BalanceMarks(document, options, analysis);
  internal::CollectQuotations(document, options, analysis);
  internal::SplitSentences(document, analysis);
  internal::CollectNames(document, options, analysis);
  internal::AttributeQuotations(document, options, analysis);
  return Article(std::move(document), std::move(analysis), options);
}

bool Article::InQuotation(uint32_t offset) const {
  // Quotations are in order of their opening; nested ones lie inside their outer one.
  auto it = std::ranges::upper_bound(analysis_.quotations, offset, {}, [](const Quotation& q) { return q.span.begin; });
  while (it != analysis_.quotations.begin()) {
    --it;
    if (it->span.Contains(offset)) return true;
    if (it->depth == 1) return false;
  }
  return false;
}

std::string_view ToString(Verdict verdict) {
  switch (verdict) {
    case Verdict::kAttributed:
      return "attributed";
    case Verdict::kFloating:
      return "floating";
    case Verdict::kUnattributed:
      return "unattributed";
    case Verdict::kNotSpeech:
      return "not-speech";
  }
  return "";
}

}  // namespace bylint
