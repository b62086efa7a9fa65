// Words of the vocabulary looked up many at a time, so that the processor reads the memory of one while it waits for
// that of another. As `FindWord`, for words of ASCII letters.
#pragma once

#include <cstdint>
#include <span>

#include "bylint/token.h"
#include "checker/analysis/vocabulary_hash.h"
#include "checker/base/letter_map.h"

namespace bylint::internal {

// Give the tokens at the places `which` the codes of the words that stand in `letters` at the same places.
// REQUIRES: these words have at most kShortBytes letters; more, and fewer than WordSlot::kWordBytes.
void FindShortWords(std::span<const uint16_t> which, const FoldedLetters* letters, Token* tokens);
void FindLongerWords(std::span<const uint16_t> which, const FoldedLetters* letters, Token* tokens);

}  // namespace bylint::internal
