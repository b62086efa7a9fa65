#include "checker/analysis/attribution_earlier.h"

#include <algorithm>

#include "checker/analysis/attribution_passages.h"
#include "checker/analysis/attribution_silence.h"

namespace bylint::internal {
namespace {

// Rows of a table that is sorted by block, block by block in rising order.
template <typename Row>
class ByBlock {
 public:
  explicit ByBlock(const std::vector<Row>& rows) : rows_(rows) {}

  std::span<const Row> Of(uint32_t block) {
    while (at_ < rows_.size() && rows_[at_].block < block) ++at_;
    const size_t begin = at_;
    while (at_ < rows_.size() && rows_[at_].block == block) ++at_;
    return rows_.subspan(begin, at_ - begin);
  }
  size_t at() const { return at_; }

 private:
  std::span<const Row> rows_;
  size_t at_ = 0;
};

bool HasDoubleMarks(const Analysis& analysis) {
  return std::ranges::any_of(analysis.quotations, [&](const Quotation& quotation) {
    if (quotation.open == kNone || quotation.depth > 1) return false;
    const char32_t glyph = analysis.marks[quotation.open].glyph;
    return glyph == 0x201C || glyph == '"';
  });
}

}  // namespace

EarlierAttribution::EarlierAttribution(const Earlier& earlier, Analysis& now)
    : earlier_(earlier), now_(now), has_double_marks_(internal::HasDoubleMarks(now)) {
  is_of_use_ = earlier_.article() != nullptr && internal::HasDoubleMarks(before()) == has_double_marks_ &&
               IsEnglish(before()) == IsEnglish(now_);
  if (is_of_use_) FindSameBlocks();
}

void EarlierAttribution::FindSameBlocks() {
  const auto blocks = static_cast<uint32_t>(now_.block_tokens.size());
  first_before_.assign(blocks, kNone);
  says_the_same_.assign(blocks, false);
  ByBlock quotations_now(now_.quotations);
  ByBlock quotations_then(before().quotations);
  ByBlock mentions_now(now_.mentions);
  ByBlock mentions_then(before().mentions);
  for (uint32_t block = 0; block < blocks; ++block) {
    const uint32_t then = earlier_.BlockOf(block);
    if (then == kNone) continue;
    const auto quoted_then = quotations_then.Of(then);
    const auto quoted_now = quotations_now.Of(block);
    const auto named_then = mentions_then.Of(then);
    const auto named_now = mentions_now.Of(block);
    if (!AreSame(quoted_then, quoted_now) || !AreSame(named_then, named_now)) continue;
    first_before_[block] = static_cast<QuotationIndex>(quotations_then.at() - quoted_then.size());
    says_the_same_[block] = quoted_now.empty();
  }
}

bool EarlierAttribution::AreSame(std::span<const Quotation> then, std::span<const Quotation> now) const {
  return std::ranges::equal(then, now, [&](const Quotation& a, const Quotation& b) { return IsSame(a, b); });
}

bool EarlierAttribution::AreSame(std::span<const Mention> then, std::span<const Mention> now) const {
  return std::ranges::equal(then, now, [&](const Mention& a, const Mention& b) { return IsSame(a, b); });
}

bool EarlierAttribution::IsSame(const Quotation& then, const Quotation& now) const {
  const auto span_of = [](const Analysis& analysis, MarkIndex mark) {
    return mark == kNone ? TextSpan{} : analysis.marks[mark].span;
  };
  const auto continued = [](const Analysis& analysis, const Quotation& quotation) {
    return quotation.continues == kNone ? TextSpan{} : analysis.quotations[quotation.continues].span;
  };
  return IsSamePlace(then.span, now.span) && IsSamePlace(then.inner, now.inner) &&
         IsSamePlace(span_of(before(), then.open), span_of(now_, now.open)) &&
         IsSamePlace(span_of(before(), then.close), span_of(now_, now.close)) &&
         IsSamePlace(continued(before(), then), continued(now_, now)) && then.runs_on == now.runs_on &&
         then.repaired == now.repaired && then.depth == now.depth && then.words == now.words;
}

bool EarlierAttribution::IsSame(const Mention& then, const Mention& now) const {
  const auto kind = [](const Analysis& analysis, PersonIndex person) {
    return person == kNone ? NameKind::kUnknown : analysis.people[person].kind;
  };
  return IsSamePlace(then.span, now.span) && IsSamePlace(then.given, now.given) &&
         IsSamePlace(then.surname, now.surname) && IsSamePlace(then.title, now.title) &&
         then.in_quotation == now.in_quotation && then.sentence_start == now.sentence_start &&
         kind(before(), then.person) == kind(now_, now.person);
}

bool EarlierAttribution::StandsAsBefore(uint32_t block) const {
  const auto blocks = static_cast<uint32_t>(first_before_.size());
  const auto blocks_before = static_cast<uint32_t>(before().block_tokens.size());
  const uint32_t then = earlier_.BlockOf(block);
  if (first_before_[block] == kNone) return false;
  for (uint32_t i = 1; i <= kParagraphsBefore; ++i) {
    if (block < i || then < i) {
      if (block != then) return false;
      break;
    }
    if (first_before_[block - i] == kNone || earlier_.BlockOf(block - i) != then - i) return false;
    if (!says_the_same_[block - i]) return false;
  }
  for (uint32_t i = 1; i <= kParagraphsBehind; ++i) {
    if (block + i >= blocks || then + i >= blocks_before) return blocks - block == blocks_before - then;
    if (first_before_[block + i] == kNone || earlier_.BlockOf(block + i) != then + i) return false;
  }
  return true;
}

bool EarlierAttribution::Translate(const Quotation& then, Quotation& said) const {
  // What it was before its speaker was found further down is not known any more.
  if (then.sieve == kContinuedSieve) return false;
  const auto speaker = earlier_.Now(then.speaker.span);
  const auto cue = earlier_.Now(then.cue);
  const auto credit = earlier_.Now(then.credit);
  const auto rival = earlier_.Now(then.rival);
  if (!speaker || !cue || !credit || !rival) return false;
  said.verdict = then.verdict;
  said.speaker.span = *speaker;
  said.cue = *cue;
  said.credit = *credit;
  said.rival = *rival;
  said.sieve = IsHabit(then.sieve) ? std::string_view() : then.sieve;
  if (then.sieve == kBetweenSieve) {  // what it was before the quotations behind it were known
    said.verdict = Verdict::kFloating;
    said.sieve = kFloatingSieve;
  }
  return true;
}

bool EarlierAttribution::TakeOver(uint32_t block, QuotationIndex first, QuotationIndex end) {
  if (!is_of_use_ || !StandsAsBefore(block)) return false;
  said_.clear();
  for (QuotationIndex i = first; i < end; ++i) {
    const Quotation& now = now_.quotations[i];
    if (now.continues != kNone && !says_the_same_[now_.quotations[now.continues].block]) return false;
    said_.push_back(now);
    if (!Translate(before().quotations[first_before_[block] + (i - first)], said_.back())) return false;
  }
  std::ranges::copy(said_, now_.quotations.begin() + first);
  says_the_same_[block] = true;
  return true;
}

void EarlierAttribution::Compare(uint32_t block, QuotationIndex first, QuotationIndex end) {
  if (!is_of_use_ || first_before_[block] == kNone) return;
  for (QuotationIndex i = first; i < end; ++i) {
    const Quotation& now = now_.quotations[i];
    Quotation said = now;
    if (!Translate(before().quotations[first_before_[block] + (i - first)], said)) return;
    if (said.verdict != now.verdict || said.speaker.span != now.speaker.span || said.cue != now.cue ||
        said.credit != now.credit || said.rival != now.rival || said.sieve != now.sieve) {
      return;
    }
  }
  says_the_same_[block] = true;
}

}  // namespace bylint::internal
