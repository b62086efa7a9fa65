#include "checker/analysis/attribution_silence.h"

#include <vector>

namespace bylint::internal {
namespace {

constexpr size_t kMostPassages = 3;
constexpr std::string_view kDialogue = "dialogue";
constexpr std::string_view kSamePassage = "same-passage";
constexpr std::string_view kMany = "many-without-speaker";

// Quotations without a speaker of one paragraph, or of several in a row: those are a dialogue.
struct Passage {
  QuotationIndex first = 0;
  QuotationIndex last = 0;
};

bool IsMissed(const Quotation& quotation) {
  return quotation.verdict == Verdict::kUnattributed && quotation.sieve.empty();
}

std::vector<Passage> FindPassages(const std::vector<Quotation>& quotations) {
  std::vector<Passage> passages;
  for (QuotationIndex i = 0; i < quotations.size(); ++i) {
    if (quotations[i].verdict != Verdict::kUnattributed) continue;
    const bool goes_on = !passages.empty() && quotations[passages.back().last].block + 1 >= quotations[i].block;
    if (!goes_on) passages.push_back({i, i});
    passages.back().last = i;
  }
  return passages;
}

void Silence(std::vector<Quotation>& quotations, QuotationIndex begin, QuotationIndex end, std::string_view why) {
  for (QuotationIndex i = begin; i < end; ++i) {
    if (IsMissed(quotations[i])) quotations[i].sieve = why;
  }
}

}  // namespace

bool IsEnglish(const Analysis& analysis) {
  constexpr size_t kFewestWords = 12;  // fewer tell nothing
  size_t words = 0;
  size_t known = 0;
  for (const Token& token : analysis.tokens) {
    if (!token.IsWord() || token.Has(kCapitalized)) continue;
    ++words;
    known += token.code != 0;
  }
  return words < kFewestWords || known * 10 >= words * 7;
}

void SilenceByHabit(Analysis& analysis) {
  std::vector<Quotation>& quotations = analysis.quotations;
  size_t missed = 0;
  const std::vector<Passage> passages = FindPassages(quotations);
  for (const Passage& passage : passages) {
    const bool dialogue = quotations[passage.first].block != quotations[passage.last].block;
    Silence(quotations, passage.first + !dialogue, passage.last + 1, dialogue ? kDialogue : kSamePassage);
    missed += IsMissed(quotations[passage.first]);
  }
  if (missed > kMostPassages) {
    Silence(quotations, 0, static_cast<QuotationIndex>(quotations.size()), kMany);
  }
}

bool IsHabit(std::string_view sieve) { return sieve == kDialogue || sieve == kSamePassage || sieve == kMany; }

}  // namespace bylint::internal
