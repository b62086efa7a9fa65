// What stays of a name when it is written in another script and back: its consonants, by sound.
#pragma once

#include <string>
#include <string_view>

namespace bylint::internal {

// `Zelensky`, `Zelenskiy` and `Selenskyj` have one skeleton; so have `Mohammed` and `Muhammad`. A key to find
// candidates by, never a proof. `word` is folded (names_words.h).
std::string SkeletonOf(std::string_view word);

// True when two full names may be spellings of one: each word of one has its counterpart in the other, in any order,
// near by measure or with the same skeleton. Articles and particles (`al-`, `bin`, `de`) count for nothing.
bool MayBeOneName(std::string_view a, std::string_view b);

}  // namespace bylint::internal
