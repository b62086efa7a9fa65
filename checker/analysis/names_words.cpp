#include "checker/analysis/names_words.h"

#include <algorithm>

#include "bylint/word_class.h"

namespace bylint::internal {
namespace {

uint32_t LettersOf(std::string_view key) {
  uint32_t letters = 0;
  for (const char c : key) letters |= 1u << std::min<uint32_t>(static_cast<unsigned char>(c - 'a'), 26);
  return letters;
}

}  // namespace

NameWords::NameWords() : slots_(kSlots), of_code_(VocabularySize()) {}

void NameWords::Clear() {
  for (const uint32_t code : codes_) of_code_[code].word = kNone;
  codes_.clear();
  words_.clear();
  keys_.clear();
  if (slots_.size() > kSlots) slots_.resize(kSlots);
  std::ranges::fill(slots_, 0);
}

size_t NameWords::PlaceOf(std::string_view key, uint64_t hash) const {
  const size_t mask = slots_.size() - 1;
  for (size_t i = hash >> 20 & mask;; i = (i + 1) & mask) {
    const NameWordIndex after = slots_[i];
    if (after == 0 || (words_[after - 1].hash == hash && Key(after - 1) == key)) return i;
  }
}

NameWordIndex NameWords::Find(const FoldedName& folded) const {
  const NameWordIndex after = slots_[PlaceOf(folded.view(), folded.hash())];
  return after == 0 ? kNone : after - 1;
}

NameWordIndex NameWords::Intern(std::string_view word, TextSpan at, uint32_t code) {
  const FoldedName folded(word);
  const size_t place = PlaceOf(folded.view(), folded.hash());
  if (slots_[place] == 0) return Add(place, folded.view(), folded.hash(), LettersOf(folded.view()), at, code);
  const NameWordIndex index = slots_[place] - 1;
  ++words_[index].count;
  return index;
}

NameWordIndex NameWords::InternPlain(TextSpan at, uint32_t code) {
  OfCode& of = of_code_[code];
  if (of.word == kNone) {
    codes_.push_back(code);
    of.word = InternVocabulary(of, at, code);
  } else {
    ++words_[of.word].count;
  }
  return of.word;
}

NameWordIndex NameWords::InternVocabulary(OfCode& of, TextSpan at, uint32_t code) {
  const std::string_view key = WordAt(code);
  if (of.hash == 0) {
    of.hash = FoldedName(key).hash();
    of.letters = LettersOf(key);
  }
  const size_t place = PlaceOf(key, of.hash);
  if (slots_[place] == 0) return Add(place, key, of.hash, of.letters, at, code);
  const NameWordIndex index = slots_[place] - 1;
  ++words_[index].count;
  return index;
}

NameWordIndex NameWords::Add(size_t place, std::string_view key, uint64_t hash, uint32_t letters, TextSpan at,
                             uint32_t code) {
  const auto index = size();
  words_.push_back({.text = at,
                    .code = code,
                    .count = 1,
                    .letters = letters,
                    .key_begin = static_cast<uint32_t>(keys_.size()),
                    .key_size = static_cast<uint32_t>(key.size()),
                    .hash = hash});
  keys_.append(key);
  slots_[place] = index + 1;
  if (words_.size() * 2 >= slots_.size()) Grow();
  return index;
}

void NameWords::Grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (NameWordIndex index = 0; index < size(); ++index) {
    slots_[PlaceOf(Key(index), words_[index].hash)] = index + 1;
  }
}

}  // namespace bylint::internal
