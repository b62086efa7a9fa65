#include "checker/analysis/mark_places.h"

#include "checker/analysis/mark_style.h"

namespace bylint::internal {
namespace {

// Tokens from the comma in which the verb of an attribution must stand: `, Foreign Minister Dmytro Kuleba said`.
constexpr TokenIndex kAttributionReach = 8;
constexpr uint32_t kSearchLimit = 600;  // tokens looked at for one place

bool IsStop(const Token& token) {
  return token.IsPunctuation('.') || token.IsPunctuation('?') || token.IsPunctuation('!');
}

// A verb that a desk puts before or after the speaker alike: `said`, `adds`.
bool IsPlainReport(const Token& token) {
  const WordClasses classes = ClassesOf(token);
  return classes.Has(WordClass::kReport) && classes.Has(WordClass::kFinite) && classes.Has(WordClass::kInverts) &&
         !classes.Has(WordClass::kInfinitive);
}

// True for a mark that only looks like one: it hides no partner. Such a mark never asks for its own partner's place,
// so that the searches past them add up to the paragraph's length.
bool IsTransparent(const MarkCandidate& mark) {
  return mark.Has(kMasked) || PrimeCost(mark) == cost::kPrimeMeasure ||
         ApostropheCost(mark, {}) <= cost::kApostropheTurned;
}

}  // namespace

bool MissingPlaces::IsAttribution(TokenIndex i, TokenIndex end) const {
  if (end > i + kAttributionReach) end = i + kAttributionReach;
  for (TokenIndex t = i; t < end; ++t) {
    const Token& token = analysis_.tokens[t];
    if (token.kind == TokenKind::kMark || token.IsPunctuation(',') || token.IsPunctuation(':')) return false;
    if (IsStop(token) && !token.IsPunctuation('.')) return false;
    if (!token.IsWord()) continue;
    const WordClasses classes = ClassesOf(token);
    // `, I said` is a memoir's; `, I think` belongs to the speech.
    const WordClasses next = t + 1 < end ? ClassesOf(analysis_.tokens[t + 1]) : WordClasses();
    const bool speaker_of_memoir = t == i && next.Has(WordClass::kFinite) && !next.Has(WordClass::kInfinitive);
    if (classes.HasAny(WordClass::kFirstPerson | WordClass::kSecondPerson) && !speaker_of_memoir) return false;
    if (t == i && (classes.HasAny(WordClass::kConjunction | WordClass::kSubordinator))) return false;
    if (classes.Has(WordClass::kReport) && classes.Has(WordClass::kFinite)) return true;
  }
  return false;
}

bool MissingPlaces::IsSentenceBreak(TokenIndex stop, TokenIndex end) const {
  if (!IsStop(analysis_.tokens[stop]) || stop + 1 >= end) return false;
  const Token& next = analysis_.tokens[stop + 1];
  if (!next.Has(kSpaceBefore) || !next.Has(kCapitalized)) return false;
  return stop == 0 || !ClassesOf(analysis_.tokens[stop - 1]).Has(WordClass::kAbbreviation);
}

MissingPlace MissingPlaces::ForClose(uint32_t mark, uint32_t block) const {
  const MarkCandidate& from = candidates_.marks[mark];
  const CandidateRange range = candidates_.blocks[block];
  uint32_t next = mark + 1;
  while (next < range.end &&
         (candidates_.marks[next].family != from.family || IsTransparent(candidates_.marks[next]))) {
    ++next;
  }
  const TokenIndex block_end = analysis_.block_tokens[block].end;
  const bool to_edge = next == range.end;
  const TokenIndex end = to_edge ? block_end : candidates_.marks[next].token;
  TokenIndex begin = from.token;
  while (begin < end && analysis_.tokens[begin].span.begin < from.span.end) ++begin;

  MissingPlace best{.offset = end > begin ? analysis_.tokens[end - 1].span.end : from.span.end, .bonus = 0};
  if (to_edge) best.bonus = cost::kMissingAtEdge;
  // An inner quotation ends at the latest where the outer one does.
  if (mark + 1 < range.end) {
    const MarkCandidate& other = candidates_.marks[mark + 1];
    if (other.family != from.family && !IsTransparent(other) && OpenCost(other, {}) > CloseCost(other, {})) {
      best = {.offset = other.span.begin, .bonus = cost::kMissingAtMark};
    }
  }
  const TokenIndex limit = end - begin > kSearchLimit ? begin + kSearchLimit : end;
  for (TokenIndex i = begin; i < limit; ++i) {
    const Token& token = analysis_.tokens[i];
    const bool ends_speech = token.IsPunctuation(',') || token.IsPunctuation('?') || token.IsPunctuation('!');
    if (ends_speech && i > begin && IsAttribution(i + 1, end)) {
      return {.offset = token.span.end, .bonus = cost::kMissingAtAttribution};
    }
    if (best.bonus > cost::kMissingAtSentence && IsSentenceBreak(i, end)) {
      best = {.offset = token.span.end, .bonus = cost::kMissingAtSentence};
    }
  }
  return best;
}

MissingPlace MissingPlaces::ForOpen(uint32_t mark, uint32_t block) const {
  const MarkCandidate& to = candidates_.marks[mark];
  const CandidateRange range = candidates_.blocks[block];
  uint32_t previous = mark;
  while (previous > range.begin &&
         (candidates_.marks[previous - 1].family != to.family || IsTransparent(candidates_.marks[previous - 1]))) {
    --previous;
  }
  const bool to_edge = previous == range.begin;
  TokenIndex begin = analysis_.block_tokens[block].begin;
  if (!to_edge) {
    const MarkCandidate& left = candidates_.marks[previous - 1];
    begin = left.token;
    while (begin < to.token && analysis_.tokens[begin].span.begin < left.span.end) ++begin;
  }
  MissingPlace best{.offset = begin < to.token ? analysis_.tokens[begin].span.begin : to.span.begin, .bonus = 0};
  if (to_edge) best.bonus = cost::kMissingAtEdge;
  const TokenIndex limit = to.token - begin > kSearchLimit ? to.token - kSearchLimit : begin;
  for (TokenIndex i = to.token; i-- > limit;) {
    const Token& token = analysis_.tokens[i];
    if (i + 1 >= to.token) continue;
    const Token& next = analysis_.tokens[i + 1];
    if ((token.IsPunctuation(',') || token.IsPunctuation(':')) && i > begin && next.Has(kCapitalized)) {
      const WordClasses classes = ClassesOf(analysis_.tokens[i - 1]);
      if (classes.Has(WordClass::kReport) || token.code == ':') {
        return {.offset = next.span.begin, .bonus = cost::kMissingAtAttribution};
      }
    }
    if (best.bonus > cost::kMissingAtSentence && IsSentenceBreak(i, to.token)) {
      best = {.offset = next.span.begin, .bonus = cost::kMissingAtSentence};
    }
  }
  return best;
}

int MissingPlaces::AttributionsBefore(uint32_t mark, uint32_t block) const {
  const CandidateRange range = candidates_.blocks[block];
  const TokenIndex begin =
      mark == range.begin ? analysis_.block_tokens[block].begin : candidates_.marks[mark - 1].token + 1;
  const TokenIndex end = mark == range.end ? analysis_.block_tokens[block].end : candidates_.marks[mark].token;
  int count = 0;
  for (TokenIndex i = begin; i < end; ++i) {
    if (analysis_.tokens[i].IsPunctuation(',') && IsAttribution(i + 1, end)) ++count;
  }
  return count;
}

TokenIndex MissingPlaces::ClosingAttribution(uint32_t block) const {
  const TokenRange range = analysis_.block_tokens[block];
  if (range.size() < 3 || !IsStop(analysis_.tokens[range.end - 1])) return kNone;
  const TokenIndex stop = range.end - 1;
  const TokenIndex reach = stop - range.begin > kAttributionReach ? stop - kAttributionReach : range.begin + 1;
  for (TokenIndex comma = stop; comma-- > reach;) {
    if (!analysis_.tokens[comma].IsPunctuation(',')) continue;
    const bool verb_at_edge = IsPlainReport(analysis_.tokens[comma + 1]) || IsPlainReport(analysis_.tokens[stop - 1]);
    return verb_at_edge && IsAttribution(comma + 1, stop) ? comma : kNone;
  }
  return kNone;
}

}  // namespace bylint::internal
