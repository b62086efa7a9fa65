// What was found out about the quotations of an earlier version of the article.
#pragma once

#include <span>
#include <vector>

#include "checker/analysis/earlier.h"

namespace bylint::internal {

// Set on a quotation whose speaker is only named in a later paragraph.
inline constexpr std::string_view kContinuedSieve = "continued";
// Set on one whose speaker only the paragraph before names.
inline constexpr std::string_view kFloatingSieve = "floating";

// Attribution looks no further than so many paragraphs round a quotation, and at speakers found in those before. What
// the earlier version said holds where tokens, quotations and names of all these are the same.
inline constexpr uint32_t kParagraphsBefore = 2;
inline constexpr uint32_t kParagraphsBehind = 1;

class EarlierAttribution {
 public:
  // `now` has its quotations, without verdicts, and its names. All references must outlive this.
  EarlierAttribution(const Earlier& earlier, Analysis& now);

  // The article sets quotations in double marks.
  bool HasDoubleMarks() const { return has_double_marks_; }
  // Fills in what was said of the quotations [first, end) of `block`; false when they must be looked at anew.
  bool TakeOver(uint32_t block, QuotationIndex first, QuotationIndex end);
  // They were looked at anew: says whether anything has changed, for the blocks that follow.
  void Compare(uint32_t block, QuotationIndex first, QuotationIndex end);

 private:
  void FindSameBlocks();
  bool AreSame(std::span<const Quotation> then, std::span<const Quotation> now) const;
  bool AreSame(std::span<const Mention> then, std::span<const Mention> now) const;
  bool IsSame(const Quotation& then, const Quotation& now) const;
  bool IsSame(const Mention& then, const Mention& now) const;
  bool IsSamePlace(TextSpan then, TextSpan now) const { return earlier_.Now(then) == now; }
  bool StandsAsBefore(uint32_t block) const;
  // What was said of `then`, in `said`; false when one of its spans is gone.
  bool Translate(const Quotation& then, Quotation& said) const;
  const Analysis& before() const { return earlier_.article()->analysis(); }

  const Earlier& earlier_;
  Analysis& now_;
  const bool has_double_marks_;
  bool is_of_use_ = false;
  std::vector<QuotationIndex>
      first_before_;                 // of each block that has the same tokens, quotations and names; else kNone
  std::vector<bool> says_the_same_;  // for each block; those without quotations say nothing
  std::vector<Quotation> said_;
};

}  // namespace bylint::internal
