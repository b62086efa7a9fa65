// Classes of words, as sets of bits. The words stand in data/vocabulary/*.txt, one a line with its classes.
#pragma once

#include <cstdint>
#include <string_view>

namespace bylint {

enum class WordClass : uint8_t {
#define BYLINT_WORD_CLASS(Name, name, meaning) k##Name,
#include "bylint/word_class.def"
#undef BYLINT_WORD_CLASS
};

// A set of word classes.
class WordClasses {
 public:
  constexpr WordClasses() = default;
  constexpr explicit WordClasses(uint64_t bits) : bits_(bits) {}
  constexpr WordClasses(WordClass c) : bits_(uint64_t{1} << static_cast<unsigned>(c)) {}  // NOLINT: by design

  constexpr bool Has(WordClass c) const { return (bits_ >> static_cast<unsigned>(c) & 1) != 0; }
  constexpr bool HasAny(WordClasses other) const { return (bits_ & other.bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr uint64_t bits() const { return bits_; }
  friend constexpr WordClasses operator|(WordClasses a, WordClasses b) { return WordClasses(a.bits_ | b.bits_); }
  friend constexpr bool operator==(WordClasses, WordClasses) = default;

 private:
  uint64_t bits_ = 0;
};
constexpr WordClasses operator|(WordClass a, WordClass b) { return WordClasses(a) | WordClasses(b); }

namespace internal {
extern const uint64_t kWordClasses[];  // by index
}  // namespace internal

// Index of a lower-case word in the vocabulary, 0 when it is not in it. `’` counts as `'`. No allocation, O(word).
uint32_t FindWord(std::string_view lower_case_word);
// Classes of the word at `index`; none for index 0.
inline WordClasses ClassesOf(uint32_t index) { return WordClasses(internal::kWordClasses[index]); }
// The word at `index` in lower case; empty for index 0.
std::string_view WordAt(uint32_t index);
// Number of words, index 0 included.
uint32_t VocabularySize();

}  // namespace bylint
