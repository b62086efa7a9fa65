#include <cstddef>
#include <string>
#include <vector>

#include "bylint/phrase.h"
#include "bylint/word_class.h"
#include "checker/analysis/vocabulary_hash.h"

namespace bylint {
namespace internal {

struct PhraseEntry {
  std::string_view list;
  std::string_view text;
};

#include "vocabulary.inc"  // made by tools/compile_vocabulary

namespace {

const WordSlot& SlotFor(uint64_t hash) { return kTable[SlotOf(hash, kDisplacement[BucketOf(hash, kBuckets)], kSlots)]; }

}  // namespace

void FindShortWords(std::span<const ShortWord> words) {
  for (const ShortWord& word : words) {
    const WordSlot& slot = SlotFor(HashOf(word.first, word.second));
    // No branch: it would often be guessed wrong.
    *word.index = slot.Index() & (0u - static_cast<uint32_t>(slot.Matches(word.first, word.second)));
  }
}

}  // namespace internal

uint32_t FindWord(std::string_view lower_case_word) {
  const internal::WordKey key = internal::KeyOf(lower_case_word);
  const internal::WordSlot& slot = internal::SlotFor(key.hash);
  if (!slot.Matches(key.first, key.second)) return 0;
  const uint32_t index = slot.Index();
  const bool whole = lower_case_word.size() < internal::WordSlot::kWordBytes;
  return whole || internal::kWords[index] == lower_case_word ? index : 0;
}

std::string_view WordAt(uint32_t index) { return internal::kWords[index]; }

std::vector<std::string_view> PhrasesOf(std::string_view list) {
  std::vector<std::string_view> phrases;
  for (const internal::PhraseEntry& entry : internal::kPhrases) {
    if (entry.list == list) phrases.push_back(entry.text);
  }
  return phrases;
}

uint32_t VocabularySize() { return static_cast<uint32_t>(std::size(internal::kWords)); }

}  // namespace bylint
