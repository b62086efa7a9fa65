#include <cstddef>
#include <string>
#include <vector>

#include "bylint/phrase.h"
#include "bylint/word_class.h"
#include "checker/analysis/vocabulary_batch.h"
#include "checker/analysis/vocabulary_hash.h"

namespace bylint {
namespace internal {

struct PhraseEntry {
  std::string_view list;
  std::string_view text;
};

#include "vocabulary.inc"  // made by tools/compile_vocabulary

namespace {

constexpr auto kShortSlots = static_cast<uint32_t>(std::size(kShortTable));
constexpr auto kShortBuckets = static_cast<uint32_t>(std::size(kShortDisplacement));
constexpr auto kSlots = static_cast<uint32_t>(std::size(kTable));
constexpr auto kBuckets = static_cast<uint32_t>(std::size(kDisplacement));

uint64_t ShortSlotFor(uint64_t hash) {
  return kShortTable[SlotOf(hash, kShortDisplacement[BucketOf(hash, kShortBuckets)], kShortSlots)];
}

const WordSlot& SlotFor(uint64_t hash) { return kTable[SlotOf(hash, kDisplacement[BucketOf(hash, kBuckets)], kSlots)]; }

// `index` or 0, without a branch, which would often be guessed wrong.
uint32_t IndexIf(bool found, uint32_t index) { return index & (0u - static_cast<uint32_t>(found)); }

}  // namespace

void FindShortWords(std::span<const uint16_t> which, const FoldedLetters* letters, Token* tokens) {
  for (const uint16_t place : which) {
    const uint64_t word = letters[place].first;
    const uint64_t slot = ShortSlotFor(HashOf(word, 0));
    tokens[place].code = IndexIf(SlotMatches(slot, word), IndexIn(slot));
  }
}

void FindLongerWords(std::span<const uint16_t> which, const FoldedLetters* letters, Token* tokens) {
  for (const uint16_t place : which) {
    const FoldedLetters& word = letters[place];
    const WordSlot& slot = SlotFor(HashOf(word.first, word.second));
    tokens[place].code = IndexIf(slot.Matches(word.first, word.second), slot.Index());
  }
}

}  // namespace internal

uint32_t FindWord(std::string_view lower_case_word) {
  const internal::WordKey key = internal::KeyOf(lower_case_word);
  if (lower_case_word.size() <= internal::kShortBytes) {
    const uint64_t slot = internal::ShortSlotFor(key.hash);
    return internal::SlotMatches(slot, key.first) ? internal::IndexIn(slot) : 0;
  }
  const internal::WordSlot& slot = internal::SlotFor(key.hash);
  if (!slot.Matches(key.first, key.second)) return 0;
  const uint32_t index = slot.Index();
  const bool whole = lower_case_word.size() < internal::WordSlot::kWordBytes;
  return whole || WordAt(index) == lower_case_word ? index : 0;
}

std::string_view WordAt(uint32_t index) {
  const uint32_t begin = internal::kWordBegins[index];
  return {internal::kWordsText + begin, internal::kWordBegins[index + 1] - begin};
}

std::vector<std::string_view> PhrasesOf(std::string_view list) {
  std::vector<std::string_view> phrases;
  for (const internal::PhraseEntry& entry : internal::kPhrases) {
    if (entry.list == list) phrases.push_back(entry.text);
  }
  return phrases;
}

uint32_t VocabularySize() { return static_cast<uint32_t>(std::size(internal::kWordBegins) - 1); }

}  // namespace bylint
