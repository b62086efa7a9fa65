// What a single word of an outline can be, as far as noun phrases ask.
#pragma once

#include "checker/analysis/attribution_outline.h"

namespace bylint::internal {

// Words that open a noun phrase, and words for people.
inline constexpr WordClasses kOpensPhrase = WordClass::kDeterminer | WordClass::kPossessivePronoun;
inline constexpr WordClasses kPersonal = WordClass::kRole | WordClass::kSource | WordClass::kIndefinite;

// `he`, `they`: a pronoun that can be a subject, and stands for a person meant elsewhere.
bool IsPronoun(const Element& element);
// A month that people are called, too: `May`, `April`.
bool IsMonthAndName(const Element& element);
// A word that a day, a month or a pronoun is written like, before another part of a name: `Jan Koninckx`, `He Weiwen`.
bool BeginsName(const Outline& outline, uint32_t i);
// An adverb, or a word that ends like one.
bool IsAdverb(const Element& element);
// A word that cannot stand inside a noun phrase because it is, or may be taken for, a finite verb.
bool IsFiniteVerb(const Element& element);
// A word with a capital that is part of a name.
bool IsNameWord(const Element& element);
// `James A. Baker`: a letter that stands for a name.
bool IsInitial(const Outline& outline, uint32_t i);
// A full stop that belongs to a short form: `Sen.`, `J.`
bool IsShortFormStop(const Outline& outline, uint32_t i);
// The element can be part of a noun phrase.
bool StandsInside(const Outline& outline, uint32_t i);
// Stands between a subject and its verb, and is no part of either.
bool TellsWhen(const Element& element);
// `hours`, `Last month`: a phrase with that head tells when.
bool IsTime(const Element& element);

}  // namespace bylint::internal
