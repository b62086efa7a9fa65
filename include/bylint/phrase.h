// Phrases of data/phrases: several words that mean one thing to a rule.
//
//   const PhraseMatcher vague("vague_sources");
//   for (uint32_t i = 0; i < tokens.size(); ++i)
//     if (const uint32_t length = vague.MatchAt(tokens, i)) Use(tokens[i], tokens[i + length - 1]);
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "bylint/token.h"
#include "bylint/word_class.h"

namespace bylint {

// Immutable once made; any number of threads may match.
class PhraseMatcher {
 public:
  // `list` is the name of a file of data/phrases without its ending.
  explicit PhraseMatcher(std::string_view list);

  // Number of tokens of the longest phrase that begins at tokens[i], 0 for none. A bit test for most words.
  uint32_t MatchAt(std::span<const Token> tokens, uint32_t i) const {
    const Token& first = tokens[i];
    if (!first.IsWord() || !ClassesOf(first).Has(WordClass::kPhrase)) return 0;
    return LongestAt(tokens, i);
  }

 private:
  // A word of the vocabulary, or (with the high bit) any finite form of a class.
  using Part = uint32_t;
  struct Phrase {
    std::vector<Part> parts;
  };
  uint32_t LongestAt(std::span<const Token> tokens, uint32_t i) const;
  static bool Matches(const Phrase& phrase, std::span<const Token> tokens);

  std::vector<Phrase> phrases_;      // sorted by their first part
  std::vector<Part> first_of_each_;  // beside `phrases_`
};

// The phrases of a list as its file has them.
std::vector<std::string_view> PhrasesOf(std::string_view list);

}  // namespace bylint
