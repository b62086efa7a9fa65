// Whether a phrase means a person, and whether a quotation speaks of the one it means.
#pragma once

#include "checker/analysis/attribution_noun_phrase.h"

namespace bylint::internal {

enum class Gender : uint8_t { kUnknown, kMale, kFemale };

// What the words say: a title, a given name, a pronoun. Unknown where they say both, or nothing.
Gender GenderOf(WordClasses classes);
// By the title and the given name of their fullest mention.
Gender GenderOf(const Analysis& analysis, PersonIndex person);

// The person whose name is in the span; kNone where that is an office's, a place's, or nobody's. O(log names).
PersonIndex PersonAt(const Analysis& analysis, TextSpan name);
// A pronoun, a role, or a person's name.
bool IsPerson(const Analysis& analysis, const Outline& outline, const NounPhrase& who);
// The words between the marks name them, or have a pronoun that may stand for them: with `I` in it, `he`, but not
// `his`. Linear in the words.
bool IsSpokenOf(const Outline& outline, const NounPhrase& who, std::string_view words, const QuotationShape& shape);

}  // namespace bylint::internal
