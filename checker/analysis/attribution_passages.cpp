#include "checker/analysis/attribution_passages.h"

#include <algorithm>

namespace bylint::internal {
namespace {

// The name of a person that begins with the token, by its mention; nullptr where none does.
const Mention* PersonFrom(const Analysis& analysis, const Token& first) {
  const auto mention =
      std::ranges::lower_bound(analysis.mentions, first.span.begin, {}, [](const Mention& m) { return m.span.begin; });
  if (mention == analysis.mentions.end() || mention->person == kNone) return nullptr;
  const uint32_t begin = mention->title.empty() ? mention->span.begin : mention->title.begin;
  const NameKind kind = analysis.people[mention->person].kind;
  const bool person = kind == NameKind::kPerson || kind == NameKind::kUnknown;
  return person && begin == first.span.begin ? &*mention : nullptr;
}

// `HOST`, `BERG`: in capitals, and no common word (`BREAKING: …`).
bool IsSpokenLabel(const Token& token) {
  return token.Has(kAllCaps) && (token.code == 0 || ClassesOf(token).Has(WordClass::kRole));
}

}  // namespace

std::optional<Source> LabelInside(const Analysis& analysis, const Quotation& quotation) {
  const std::span<const Token> words = TokensFrom(analysis.tokens, quotation.inner.begin);
  if (words.empty() || !words[0].Has(kCapitalized)) return std::nullopt;
  const Mention* person = PersonFrom(analysis, words[0]);
  const TextSpan label = person != nullptr ? person->span : words[0].span;
  if (person == nullptr && !IsSpokenLabel(words[0])) return std::nullopt;
  const std::span<const Token> behind = TokensFrom(words, label.end);
  if (behind.empty() || !behind[0].IsPunctuation(':') || behind[0].span.end > quotation.inner.end) return std::nullopt;
  return Source{label, behind[0].span, "label-inside"};
}

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
