// The token pass: bytes of the blocks to tokens.
#pragma once

#include "checker/analysis/earlier.h"

namespace bylint::internal {

// Fills `tokens`, `block_tokens` and `contents`; reads the paragraphs that have changed. One pass, O(bytes), no
// allocation a token.
void Tokenize(const Document& document, Earlier& earlier, Analysis& analysis);

// True for code points that may stand as quotation marks or apostrophes.
bool IsMarkGlyph(char32_t c);

}  // namespace bylint::internal
