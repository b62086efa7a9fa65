#include "checker/analysis/attribution_silence.h"

#include <algorithm>
#include <vector>

#include "checker/analysis/attribution_passages.h"

namespace bylint::internal {
namespace {

constexpr size_t kMostPassages = 3;
constexpr std::string_view kBetween = "same-speaker-around";
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

// The article quotes nobody else, and more than once: a portrait, an interview.
PersonIndex OnlySpeaker(const std::vector<Quotation>& quotations) {
  constexpr size_t kFewest = 2;
  PersonIndex only = kNone;
  size_t count = 0;
  for (const Quotation& quotation : quotations) {
    const PersonIndex person = quotation.speaker.person;
    if (!NamesSpeaker(quotation) || person == kNone) continue;
    if (only != kNone && person != only) return kNone;
    only = person;
    ++count;
  }
  return count >= kFewest ? only : kNone;
}

// Whom the paragraph before names speaks in the next one. Looked up for the first of a paragraph only: it speaks for
// the others.
bool SpeaksNext(const Analysis& analysis, size_t index, const Quotation* next) {
  const std::vector<Quotation>& quotations = analysis.quotations;
  const uint32_t block = quotations[index].block;
  const bool first = index == 0 || quotations[index - 1].block != block;
  if (!first || block == 0 || next == nullptr || next->block > block + 1) return false;
  const auto [begin, end] = std::ranges::equal_range(analysis.mentions, block - 1, {}, &Mention::block);
  return std::any_of(begin, end, [&](const Mention& mention) {
    return mention.person != kNone && mention.person == next->speaker.person && !mention.in_quotation;
  });
}

// Readers take whoever spoke just before, and goes on to speak, for the one who speaks between; where nobody else is
// quoted, over a longer way.
void SilenceBetween(Analysis& analysis) {
  std::vector<Quotation>& quotations = analysis.quotations;
  if (std::ranges::none_of(quotations, IsMissed)) return;
  const bool one = OnlySpeaker(quotations) != kNone;
  const uint32_t farthest_before = one ? 4 : 2;  // paragraphs
  const uint32_t farthest_behind = one ? 4 : 1;
  std::vector<const Quotation*> spoken_before;
  const Quotation* last = nullptr;
  for (const Quotation& quotation : quotations) {
    spoken_before.push_back(last);
    if (NamesSpeaker(quotation)) last = &quotation;
  }
  const Quotation* next = nullptr;
  for (size_t i = quotations.size(); i-- > 0;) {
    Quotation& quotation = quotations[i];
    const Quotation* before = spoken_before[i];
    const bool between = before != nullptr && next != nullptr && IsSameSpeaker(before->speaker, next->speaker) &&
                         before->block + farthest_before >= quotation.block &&
                         next->block <= quotation.block + farthest_behind;
    if (IsMissed(quotation) && (between || SpeaksNext(analysis, i, next))) quotation.sieve = kBetween;
    if (NamesSpeaker(quotation)) next = &quotation;
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
  SilenceBetween(analysis);
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

bool IsHabit(std::string_view sieve) {
  return sieve == kBetween || sieve == kDialogue || sieve == kSamePassage || sieve == kMany;
}

}  // namespace bylint::internal
