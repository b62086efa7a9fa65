#include "checker/analysis/attribution_passages.h"

namespace bylint::internal {
bool IsSameSpeaker(const Speaker& a, const Speaker& b) { return a.person != kNone && a.person == b.person; }

bool NamesSpeaker(const Quotation& quotation) {
  return quotation.has_speaker() && quotation.verdict == Verdict::kAttributed;
}

void AttributeBetween(Analysis& analysis) {
  // Backwards, so that one settles the one before it.
  const Quotation* after = nullptr;
  for (size_t i = analysis.quotations.size(); i-- > 0;) {
    Quotation& quotation = analysis.quotations[i];
    const bool goes_on = after != nullptr && after->block <= quotation.block + 1 && NamesSpeaker(*after) &&
                         IsSameSpeaker(after->speaker, quotation.speaker);
    if (quotation.verdict == Verdict::kFloating && goes_on) {
      quotation.verdict = Verdict::kAttributed;
      quotation.sieve = kBetweenSieve;
    }
    if (quotation.has_speaker()) after = &quotation;
  }
}

}  // namespace bylint::internal
