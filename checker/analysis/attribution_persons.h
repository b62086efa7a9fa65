// Whether a phrase means a person, and whether a quotation speaks of the one it means.
#pragma once

#include "checker/analysis/attribution_noun_phrase.h"

namespace bylint::internal {

// A name in the span is a person's, and no office's or place's. O(log names).
bool IsPersonAt(const Analysis& analysis, TextSpan name);
// A pronoun, a role, or a person's name.
bool IsPerson(const Analysis& analysis, const Outline& outline, const NounPhrase& who);
// The words between the marks name them, or have a pronoun that may stand for them: with `I` in it, `he`, but not
// `his`. Linear in the words.
bool IsSpokenOf(const Outline& outline, const NounPhrase& who, std::string_view words, const QuotationShape& shape);

}  // namespace bylint::internal
