// Quotations without a speaker for which none is missed, for reasons that the whole article gives.
#pragma once

#include <string_view>

#include "bylint/article.h"

namespace bylint::internal {

// Most of the words in lower case are English. Linear in the tokens.
bool IsEnglish(const Analysis& analysis);

// Names in `sieve` why no speaker is missed for an unattributed quotation: it is part of a dialogue, the article leaves
// so many without a speaker that it must have a way of its own to name them, or one before it in the same passage
// speaks for it. REQUIRES: all verdicts are set.
void SilenceByHabit(Analysis& analysis);
// Such a reason: not known before the whole article has been read.
bool IsHabit(std::string_view sieve);

}  // namespace bylint::internal
