// How far two spellings are apart, and in what way: a weighted edit distance for names.
#pragma once

#include <cstdint>
#include <string_view>

#include "bylint/names.h"

namespace bylint::internal {

// Costs are tenths of one plain edit.
inline constexpr int kPlainEdit = 10;
inline constexpr int kFarApart = 1000;

struct SpellingDifference {
  int cost = kFarApart;
  int edits = 0;
  Spelling how = Spelling::kOtherLetter;  // of the costliest edit
  bool at_start = false;                  // the first letter differs
  bool at_end = false;                    // the difference is at the very end: an ending more, less or other
};

// Compares two folded words (folded_name.h), at most 48 code points each; longer ones are far apart. Optimal string
// alignment: O(|a| |b|). Words that cost more than `limit` are far apart, which is found out early.
// Not symmetric in `at_end` only: `a` is the odd spelling, `b` the usual one.
SpellingDifference CompareSpelling(std::string_view a, std::string_view b, int limit = kFarApart);

}  // namespace bylint::internal
