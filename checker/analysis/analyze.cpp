#include <algorithm>

#include "bylint/article.h"
#include "checker/analysis/passes.h"
#include "checker/analysis/tokens.h"

namespace bylint {

namespace {

Article Analyze(Document document, const AnalysisOptions& options, internal::Earlier earlier) {
  Analysis analysis;
  internal::Tokenize(document, earlier, analysis);
  internal::BalanceMarks(document, options, earlier, analysis);
  internal::CollectQuotations(document, options, analysis);
  internal::SplitSentences(earlier, analysis);
  internal::CollectNames(document, options, earlier, analysis);
  internal::AttributeQuotations(document, options, earlier, analysis);
  return Article(std::move(document), std::move(analysis), options);
}

}  // namespace

Article Analyze(Document document, const AnalysisOptions& options) {
  internal::Earlier nothing(document);
  return Analyze(std::move(document), options, nothing);
}

Article Analyze(Document document, const Article& before) {
  internal::Earlier earlier(document, before);
  return Analyze(std::move(document), before.options(), earlier);
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
