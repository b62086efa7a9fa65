// Where a missing mark most likely belongs.
#pragma once

#include "checker/analysis/mark_candidates.h"

namespace bylint::internal {

struct MissingPlace {
  uint32_t offset = 0;  // in the prose
  int bonus = 0;        // to cost::kMissingMark; the better the place, the lower
};

// Asks the tokens beside a mark for signs of an attribution or a break. Each call is linear in the tokens up to the
// next mark of the family, so that asking for every mark of a paragraph once is linear in the paragraph.
class MissingPlaces {
 public:
  MissingPlaces(const Analysis& analysis, const Candidates& candidates)
      : analysis_(analysis), candidates_(candidates) {}

  // For the closing partner of `mark`, which opens, in `block`.
  MissingPlace ForClose(uint32_t mark, uint32_t block) const;
  // For the opening partner of `mark`, which closes.
  MissingPlace ForOpen(uint32_t mark, uint32_t block) const;
  // Attributions between the marks `mark - 1` and `mark` of a block, or from the block's start.
  int AttributionsBefore(uint32_t mark, uint32_t block) const;
  // The comma of an attribution with which the block ends: `…, said Anna Berg.`, `…, Anna Berg said.`; or kNone.
  TokenIndex ClosingAttribution(uint32_t block) const;

 private:
  // `, Kuleba said`, `, said a spokesman`, `, according to`: begins at `i`, right after a comma.
  bool IsAttribution(TokenIndex i, TokenIndex end) const;
  bool IsSentenceBreak(TokenIndex stop, TokenIndex end) const;

  const Analysis& analysis_;
  const Candidates& candidates_;
};

}  // namespace bylint::internal
