// What an article says about two similar words: one name in two spellings, or two names?
#pragma once

#include <vector>

#include "absl/container/flat_hash_set.h"
#include "bylint/article.h"
#include "bylint/names_list.h"
#include "checker/analysis/names_measure.h"
#include "checker/analysis/names_mentions.h"

namespace bylint::internal {

// How a word is used in the names of the article.
struct WordUse {
  uint32_t bare = 0;                 // alone, or after a title
  uint32_t titled = 0;               // of bare, after a title
  uint32_t articled = 0;             // of bare, after `the`
  uint32_t owner = 0;                // of bare, where a capitalised thing belongs to it
  uint32_t surname = 0;              // at the end of a full name
  uint32_t given = 0;                // at its beginning
  uint32_t other = 0;                // in names of organisations
  uint32_t quoted = 0;               // of bare and surname, inside quotations
  uint32_t headline = 0;             // of bare, in title case
  uint32_t person = 0;               // of surname, in names that begin with a given name, have an initial or a title
  NameWordIndex given_name = kNone;  // with it, first
  NameWordIndex other_given_name = kNone;  // another one, if any
  NameWordIndex surname_of_given = kNone;  // of a given name: the surname with it, first
  NameWordIndex other_surname_of_given = kNone;

  uint32_t as_surname() const { return bare + surname; }
  friend bool operator==(const WordUse&, const WordUse&) = default;
};

struct NameTables {
  const Document& document;
  const Analysis& analysis;
  const NameWords& words;
  const std::vector<FoundName>& found;
  const NamesList& list;
  std::vector<WordUse> uses;             // by NameWordIndex
  absl::flat_hash_set<uint64_t> joined;  // pairs of surnames side by side: `Comey and Corey`
};

// Fills `uses`. Linear.
void CountUses(NameTables& tables);

// The cost up to which two spellings may be one name by any of the rules below, or by an accent; none when negative.
// Spares most pairs the measuring.
int FurthestSpelling(const NameTables& tables, NameWordIndex odd, NameWordIndex usual);

// True when `odd` is most likely a wrong spelling of the surname `usual`. REQUIRES: CompareSpelling(odd, usual) ==
// `difference`.
bool IsOneSurname(const NameTables& tables, NameWordIndex odd, NameWordIndex usual,
                  const SpellingDifference& difference);

// True when `odd` is most likely a wrong spelling of the capitalised word `usual`, of which nothing else is known.
bool IsOneWord(const NameTables& tables, NameWordIndex odd, NameWordIndex usual, const SpellingDifference& difference);

// True when `odd` and `usual` are given names, with the same surname, of one person.
bool IsOneGivenName(const NameTables& tables, NameWordIndex odd, NameWordIndex usual,
                    const SpellingDifference& difference);

// True when the words differ as words of one family do, not as spellings: plurals, demonyms, feminine forms.
bool IsDerived(std::string_view odd, std::string_view usual);

}  // namespace bylint::internal
