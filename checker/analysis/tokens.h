// The token pass: bytes of the blocks to tokens.
#pragma once

#include "bylint/article.h"

namespace bylint::internal {

// Fills `tokens` and `block_tokens`. One pass, O(bytes), no allocation a token.
void Tokenize(const Document& document, Analysis& analysis);

// True for code points that may stand as quotation marks or apostrophes.
bool IsMarkGlyph(char32_t c);
// White space of any width, line ends included.
bool IsSpace(char32_t c);

}  // namespace bylint::internal
