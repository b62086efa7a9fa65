// Verbs round a name, told without a list: what may be one, and what cannot be.
#pragma once

#include "checker/analysis/attribution_noun_phrase.h"

namespace bylint::internal {

// From the phrase to `end` stands a verb that the one named may be the subject of, or a quotation. A clause with `who`
// has a verb of its own (`Berg, who built the pool`); a second one is not (`Berg, who built the pool wrote`), but for
// `and wrote`. REQUIRES: the phrase ends before `end`. Linear in the elements between.
bool HasVerb(const Outline& outline, const NounPhrase& who, uint32_t end);

// A form of the past that nobody listed, or one that reports right beside a quotation: `floundered`, `muses`.
bool IsOpenVerb(const Outline& outline, uint32_t i);
// Nothing that could only be something else: after `he`, any such word is a verb.
bool MayFollowPronounAsVerb(const Outline& outline, uint32_t i);
// The second word of `shot back`, `pointed out`.
bool IsVerbParticle(const Outline& outline, uint32_t i);
// What stands at `at` is no part of the phrase before it.
bool ClosesPhrase(const Outline& outline, uint32_t at, uint32_t end);
// Somebody who speaks: a name, a role, `he`; not `it`.
bool IsSomebody(const Outline& outline, const NounPhrase& who);

}  // namespace bylint::internal
