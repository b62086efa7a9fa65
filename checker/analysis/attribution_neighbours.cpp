#include "checker/analysis/attribution_neighbours.h"

#include <algorithm>

#include "checker/analysis/attribution_context.h"
#include "checker/analysis/attribution_earlier.h"
#include "checker/analysis/attribution_persons.h"

namespace bylint::internal {
namespace {

bool IsDash(const Token& token) {
  return token.IsPunctuation('-') || token.IsPunctuation(0x2013) || token.IsPunctuation(0x2014);
}

// `states`, `confirm`, `agree`: a noun, or a verb of any other sense.
bool IsDoubtfulVerb(const Element& e) {
  return e.Has(WordClass::kReport) && (e.Has(WordClass::kNounForm) || e.Has(WordClass::kInfinitive));
}

}  // namespace

Source SourceOf(const Outline& outline, const Attribution& found) {
  return {.speaker = outline.Span(found.speaker.name_begin, found.speaker.name_end),
          .cue = outline.Span(found.cue_begin, found.cue_end),
          .sieve = found.sieve};
}

void Neighbours::ReadBefore(QuotationIndex index) {
  const uint32_t block = analysis_.quotations[index].block - 1;
  while (index > 0 && analysis_.quotations[index - 1].block >= block) --index;
  before_.Read(document_, analysis_, block, index);
  FindCues(before_, cues_);
}

bool Neighbours::IsLedIn(uint32_t block) const {
  if (block == 0) return false;
  const TokenRange range = analysis_.block_tokens[block - 1];
  return !range.empty() && analysis_.tokens[range.end - 1].IsPunctuation(':');
}

std::optional<Source> Neighbours::LeadIn(QuotationIndex index) {
  constexpr std::string_view kSieve = "colon-paragraph";
  ReadBefore(index);
  for (size_t i = cues_.size(); i-- > 0;) {
    const Cue& cue = cues_[i];
    if (cue.speaker.empty() || before_.SentenceEnd(cue.begin) != before_.size()) continue;
    return SourceOf(before_, {cue.speaker, cue.begin, cue.end, kSieve});
  }
  const NounPhrase who = ClauseSubject(before_, before_.SentenceBegin(before_.size() - 1), before_.size());
  if (who.empty() || before_.Word(who.begin) == "it") return std::nullopt;  // `It gets better:`
  return SourceOf(before_, {who, who.end, who.end, kSieve});
}

std::optional<Source> Neighbours::SpeakerBefore(QuotationIndex index) {
  const uint32_t block = analysis_.quotations[index].block;
  for (QuotationIndex i = index; i-- > 0 && analysis_.quotations[i].block + 1 >= block;) {
    const Quotation& before = analysis_.quotations[i];
    if (before.has_speaker()) return Source{before.speaker.span, before.cue, kFloatingSieve};
  }
  ReadBefore(index);
  for (size_t i = cues_.size(); i-- > 0;) {
    const Cue& cue = cues_[i];
    const bool speaks = !cue.weak || (cue.kind == CueKind::kNoun && before_.SentenceEnd(cue.begin) == before_.size());
    if (!speaks || cue.speaker.empty() || cue.in_brackets || IsDoubtfulVerb(before_[cue.begin])) continue;
    return SourceOf(before_, {cue.speaker, cue.begin, cue.end, kFloatingSieve});
  }
  return std::nullopt;
}

bool Neighbours::SignBelow(uint32_t block, bool left_open) const {
  constexpr uint32_t kLongestSignature = 48;      // tokens, after a dash
  constexpr uint32_t kLongestBareSignature = 16;  // tokens
  constexpr uint32_t kLongestItem = 10;
  if (block + 1 >= analysis_.block_tokens.size()) return false;
  const TokenRange range = analysis_.block_tokens[block + 1];
  if (range.size() < 2 || range.size() > kLongestSignature) return false;
  const Token& first = analysis_.tokens[range.begin];
  // A dash before the name makes a list of it.
  const bool item = document_.blocks()[block + 1].kind == BlockKind::kListItem &&
                    document_.blocks()[block].kind == BlockKind::kParagraph;
  if (item && range.size() <= kLongestItem) return first.Has(kCapitalized);
  if (left_open) return first.Has(kCapitalized) && range.size() <= kLongestBareSignature;
  TokenIndex name = range.begin;
  while (name < range.end && IsDash(analysis_.tokens[name])) ++name;
  return name > range.begin && name < range.end && analysis_.tokens[name].Has(kCapitalized);
}

bool Neighbours::Tell(const Outline& outline, uint32_t quotation) {
  // An epigraph, the words of a film that the page begins with.
  const uint32_t block = outline.block();
  if (block == 0 || document_.blocks()[block - 1].kind == BlockKind::kHeadline) return IsWholeParagraph(outline);
  const QuotationIndex index = outline[quotation].quotation;
  if (SpeaksBefore(index) || ContinuesBelow(block) || IsDialogue(index)) return true;
  ReadBefore(index);
  return ParagraphBeforeTells(before_) || IsToldOf(index, outline.Shape(quotation));
}

// Somebody speaks in the paragraph before: not a title, nor what stands in marks inside others.
bool Neighbours::SpeaksBefore(QuotationIndex index) const {
  const uint32_t block = analysis_.quotations[index].block;
  while (index-- > 0 && analysis_.quotations[index].block + 1 >= block) {
    const Quotation& before = analysis_.quotations[index];
    if (before.block + 1 == block && before.depth == 1) return before.verdict != Verdict::kNotSpeech;
  }
  return false;
}

// The last sentence of the paragraph before tells of somebody who then speaks: `Berg was scathing. ¶ “I have never …”`,
// `Berg questioned the plan. ¶ “Who pays?”`. Not when the quotation speaks of them.
bool Neighbours::IsToldOf(QuotationIndex index, const QuotationShape& shape) {
  const bool own = shape.first_person && !shape.he_or_she;
  if (own && (EndsWithPronoun(before_) || (HasPersonPronoun(before_) && NamesNobody()))) return true;
  const std::string_view words = document_.Text(analysis_.quotations[index].inner);
  const NounPhrase who = LastSubject(before_);
  const NounPhrase second = SecondSubject(before_);
  if (IsPerson(analysis_, before_, second) && !IsSpokenOf(before_, second, words, shape)) return true;
  if (!IsPerson(analysis_, before_, who)) return false;
  // `Berg feared the worst.`, `The mayor cited a poll.`: they hold forth, whomever the quotation speaks of.
  const auto reports = [&](const Cue& cue) { return !cue.speaker.empty() && cue.speaker.begin == who.begin; };
  const auto holds_forth = [&](const Cue& cue) { return reports(cue) && cue.weak && cue.kind == CueKind::kVerb; };
  if (std::ranges::any_of(cues_, holds_forth)) return true;
  if (IsSpokenOf(before_, who, words, shape)) return false;
  return shape.first_person || shape.second_person || IsPronoun(before_[who.begin]) ||
         std::ranges::any_of(cues_, reports);
}

// The paragraph before goes on about somebody of whom the article told earlier.
bool Neighbours::NamesNobody() const {
  for (uint32_t i = 0; i < before_.size(); ++i) {
    if (before_[i].in_name && PersonAt(analysis_, before_.Span(i, i + 1)) != kNone) return false;
  }
  return true;
}

// The paragraph before or the next one is nothing but a quotation, too.
bool Neighbours::IsDialogue(QuotationIndex index) const {
  if (!FillsBlock(index)) return false;
  const uint32_t block = analysis_.quotations[index].block;
  const bool before = index > 0 && analysis_.quotations[index - 1].block + 1 == block && FillsBlock(index - 1);
  return before || (index + 1 < analysis_.quotations.size() && analysis_.quotations[index + 1].block == block + 1 &&
                    FillsBlock(index + 1));
}

bool Neighbours::FillsBlock(QuotationIndex index) const {
  const Quotation& quotation = analysis_.quotations[index];
  const TokenRange range = analysis_.block_tokens[quotation.block];
  return quotation.span.begin <= analysis_.tokens[range.begin].span.begin &&
         quotation.span.end >= analysis_.tokens[range.end - 1].span.end;
}

// The next paragraph is the rest of the sentence (`she said.`), or an embedded post.
bool Neighbours::ContinuesBelow(uint32_t block) const {
  if (block + 1 >= analysis_.block_tokens.size()) return false;
  const TokenRange range = analysis_.block_tokens[block + 1];
  for (TokenIndex i = range.begin; i < range.end; ++i) {
    const Token& token = analysis_.tokens[i];
    if (token.kind == TokenKind::kOpaque) return true;
    if (i == range.begin && token.IsWord() && !token.Has(kCapitalized)) return true;
  }
  return false;
}

}  // namespace bylint::internal
