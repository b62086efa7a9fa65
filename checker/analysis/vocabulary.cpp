#include <cstddef>
#include <string>
#include <vector>

#include "bylint/phrase.h"
#include "bylint/word_class.h"
#include "checker/analysis/vocabulary_hash.h"

namespace bylint {
namespace {

struct PhraseEntry {
  std::string_view list;
  std::string_view text;
};

#include "vocabulary.inc"  // made by tools/compile_vocabulary

}  // namespace

uint32_t internal::FindKey(const WordKey& key, std::string_view lower_case_word) {
  const uint32_t displacement = kDisplacement[key.hash >> 40 & (kBuckets - 1)];
  const WordSlot& slot = kTable[SlotOf(key.hash, displacement, kSlots)];
  if (!slot.Matches(key)) return 0;
  const uint32_t index = slot.Index();
  if (lower_case_word.size() < WordSlot::kWordBytes) [[likely]]
    return index;
  return kWords[index] == lower_case_word ? index : 0;
}

uint32_t FindWord(std::string_view lower_case_word) {
  return internal::FindKey(internal::KeyOf(lower_case_word), lower_case_word);
}

WordClasses ClassesOf(uint32_t index) { return WordClasses(kClasses[index]); }
std::string_view WordAt(uint32_t index) { return kWords[index]; }
std::vector<std::string_view> PhrasesOf(std::string_view list) {
  std::vector<std::string_view> phrases;
  for (const PhraseEntry& entry : kPhrases) {
    if (entry.list == list) phrases.push_back(entry.text);
  }
  return phrases;
}
uint32_t VocabularySize() { return static_cast<uint32_t>(std::size(kWords)); }

}  // namespace bylint
