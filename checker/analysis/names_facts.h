// What the search for variants of names looks at, and what it found. Kept with an article that is being written: while
// the one is the same, so is the other, and the words need not be compared with each other again.
#pragma once

#include <string>
#include <vector>

#include "checker/analysis/earlier.h"
#include "checker/analysis/names_evidence.h"

namespace bylint::internal {

// Two words that are most likely spellings of one name.
struct VariantPair {
  NameWordIndex odd = kNone;
  NameWordIndex usual = kNone;
  SpellingDifference difference;
  bool given = false;
};

struct NameFacts {
  std::vector<NameWord> words;
  std::string keys;
  std::vector<WordUse> uses;
  absl::flat_hash_set<uint64_t> joined;
  std::vector<VariantPair> pairs;
};

// True when `tables` would give the pairs of `then`.
bool AreSame(const NameFacts& then, const NameTables& tables, const Earlier& earlier);

}  // namespace bylint::internal
