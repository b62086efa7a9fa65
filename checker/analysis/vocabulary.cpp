#include <cstddef>
#include <string>

#include "bylint/word_class.h"
#include "checker/analysis/vocabulary_hash.h"

namespace bylint {
namespace {

struct WordEntry {
  std::string_view word;
  uint64_t classes;
};

#include "vocabulary.inc"  // made by tools/compile_vocabulary

}  // namespace

uint32_t FindWord(std::string_view lower_case_word) {
  using internal::WordSlot;
  const internal::WordKey key = internal::KeyOf(lower_case_word);
  const uint32_t displacement = kDisplacement[key.hash >> 40 & (kBuckets - 1)];
  const WordSlot& slot = kTable[internal::SlotOf(key.hash, displacement, kSlots)];
  if (!slot.Matches(key)) return 0;
  const uint32_t index = slot.Index();
  if (lower_case_word.size() < WordSlot::kWordBytes) [[likely]] return index;
  return kWords[index].word == lower_case_word ? index : 0;
}

WordClasses ClassesOf(uint32_t index) { return WordClasses(kWords[index].classes); }
std::string_view WordAt(uint32_t index) { return kWords[index].word; }
uint32_t VocabularySize() { return static_cast<uint32_t>(std::size(kWords)); }

}  // namespace bylint
