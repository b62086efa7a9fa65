// The distinct capitalised words of an article, interned, so that the passes over names compare numbers.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bylint/span.h"
#include "bylint/token.h"
#include "checker/analysis/folded_name.h"

namespace bylint::internal {

using NameWordIndex = uint32_t;

// Where a word has stood in the names of the article.
enum NameSlot : uint8_t {
  kSlotGiven = 1 << 0,    // before a surname
  kSlotSurname = 1 << 1,  // last of two words or more
  kSlotBare = 1 << 2,     // alone, or with a title
  kSlotOther = 1 << 3,    // in the name of an organisation or a place
};

struct NameWord {
  TextSpan text;         // its first occurrence, without a possessive ending
  uint32_t code = 0;     // index into the vocabulary
  uint32_t count = 0;    // occurrences with a capital
  uint32_t inside = 0;   // of these, not at the start of a sentence
  uint8_t slots = 0;     // NameSlot bits
  bool lower = false;    // also stands in lower case
  uint32_t letters = 0;  // bit i: the letter 'a' + i occurs, bit 26: anything else
  uint32_t key_begin = 0;
  uint32_t key_size = 0;
  uint64_t hash = 0;  // FoldedName's
};

// Open addressing by 64-bit hashes; the folded words stand in one buffer.
class NameWords {
 public:
  NameWords();

  // Forgets all words and keeps the memory that an article of usual length needs.
  void Clear();

  // The word's index; makes a new one for a new word.
  NameWordIndex Intern(std::string_view word, TextSpan at, uint32_t code);
  // The same for a word that reads, but for letter case, as the vocabulary has it at `code`.
  NameWordIndex InternPlain(TextSpan at, uint32_t code);
  // The word's index, or kNone.
  NameWordIndex Find(const FoldedName& folded) const;

  NameWord& operator[](NameWordIndex index) { return words_[index]; }
  const NameWord& operator[](NameWordIndex index) const { return words_[index]; }
  // The folded word. Valid until the next Intern.
  std::string_view Key(NameWordIndex index) const {
    return std::string_view(keys_).substr(words_[index].key_begin, words_[index].key_size);
  }
  uint32_t size() const { return static_cast<uint32_t>(words_.size()); }
  std::span<const NameWord> all() const { return words_; }
  // The folded words, one after the other.
  std::string_view keys() const { return keys_; }

 private:
  static constexpr size_t kSlots = 512;
  // A word of the vocabulary: where it stands among the words of this article, and what never changes.
  struct OfCode {
    NameWordIndex word = kNone;
    uint32_t letters = 0;
    uint64_t hash = 0;  // 0 until it is asked for
  };
  // The slot of the word, or the free one where it belongs.
  size_t PlaceOf(std::string_view key, uint64_t hash) const;
  NameWordIndex InternVocabulary(OfCode& of, TextSpan at, uint32_t code);
  NameWordIndex Add(size_t place, std::string_view key, uint64_t hash, uint32_t letters, TextSpan at, uint32_t code);
  void Grow();

  std::vector<NameWord> words_;
  std::string keys_;
  std::vector<NameWordIndex> slots_;  // one past the word's index; 0 is free
  std::vector<OfCode> of_code_;       // by index into the vocabulary
  std::vector<uint32_t> codes_;       // of the words of this article among them
};

}  // namespace bylint::internal
