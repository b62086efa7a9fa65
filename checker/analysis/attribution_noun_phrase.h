// Noun phrases in an outline: who stands before a verb, after it, or at the head of a sentence.
//
// There is no parser and no tagger. A phrase is told by capitals, determiners, the classes of its words, and by
// what cannot stand inside one (a preposition, a finite verb, a comma).
#pragma once

#include "checker/analysis/attribution_words.h"

namespace bylint::internal {

struct NounPhrase {
  uint32_t begin = 0;  // the whole phrase, in elements
  uint32_t end = 0;
  uint32_t name_begin = 0;  // the part that names the speaker: `Anna Berg` of `the city’s mayor Anna Berg`
  uint32_t name_end = 0;

  bool empty() const { return begin == end; }
};

inline constexpr uint32_t kLongestAside = 60;  // elements between a subject and its verb

// The bracket that the one at `close` closes, or `close` where none stands near.
uint32_t MatchingOpen(const Outline& outline, uint32_t low, uint32_t close);

// The phrase that ends right before `end` and begins at `low` or later, without what a preposition ties it to.
NounPhrase BarePhraseBefore(const Outline& outline, uint32_t low, uint32_t end);

// The phrase that ends right before `end` and begins at `low` or later. A chain of phrases tied by prepositions
// (`a spokesman for the mayor`) counts as its first.
NounPhrase PhraseBefore(const Outline& outline, uint32_t low, uint32_t end);

// The phrase that begins at `begin` and ends before `high`.
NounPhrase PhraseAt(const Outline& outline, uint32_t begin, uint32_t high);

// The subject of the verb whose first word is `verb`: skips auxiliaries and adverbs, leaps over asides
// (`Berg, who resigned in May, said`) and goes from `who` to the person meant. Empty where none stands there.
NounPhrase SubjectBefore(const Outline& outline, uint32_t low, uint32_t verb);

// The subject of the clause that begins at `low`, for a verb at `verb` that has none of its own (`…, saying`).
NounPhrase ClauseSubject(const Outline& outline, uint32_t low, uint32_t verb);

// The same for a verb that goes on with the clause before it: `The vote was late when Berg rose and said`.
NounPhrase LastClauseSubject(const Outline& outline, uint32_t low, uint32_t verb);

// The phrase names somebody: it has a capital that is not only the sentence's.
bool IsName(const Outline& outline, const NounPhrase& phrase);

}  // namespace bylint::internal
