// Where the names of an article stand, and what their parts are.
#pragma once

#include <vector>

#include "bylint/article.h"
#include "checker/analysis/names_words.h"

namespace bylint::internal {

enum NameTrait : uint16_t {
  kTitled = 1 << 0,         // a title stands before it
  kHasInitial = 1 << 1,     // `John F. Kennedy`
  kHasSuffix = 1 << 2,      // `Jr.`
  kGivenNameWord = 1 << 3,  // its first word is a common given name
  kOrganisationWord = 1 << 4,
  kPlaceWord = 1 << 5,
  kAcronym = 1 << 6,        // one word, all capitals
  kFromHeadline = 1 << 7,   // out of a line in title case, where capitals say nothing
  kJoined = 1 << 8,         // a name and `and` stand before it, or a comma in a list
  kPluralArticle = 1 << 9,  // `the` stands before it: `the Clintons`
};

// A mention and the words behind it.
struct FoundName {
  Mention mention;
  NameWordIndex given = kNone;    // the first given name or initial
  NameWordIndex surname = kNone;  // the last word of the name, without particles
  uint64_t words = 0;             // hash of all its words
  uint16_t traits = 0;
};

// The names of one article. A thread keeps the memory for its next one.
struct FoundNames {
  NameWords words;
  std::vector<FoundName> found;          // in order of position
  std::vector<NameWordIndex> word_of{};  // for each token; means nothing for those that were not interned

  void Clear();
  // Gives memory back that only a very long article needs.
  void Trim();
};

// Finds all mentions, and interns every capitalised word of the running text. Linear.
void FindMentions(const Document& document, const Analysis& analysis, FoundNames& names);

}  // namespace bylint::internal
