#include "checker/analysis/names_words.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstring>

#include "bylint/word_class.h"
#include "checker/analysis/tokens.h"
#include "checker/base/eight_bytes.h"
#include "checker/base/utf8.h"

namespace bylint::internal {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;

uint32_t LettersOf(std::string_view key) {
  uint32_t letters = 0;
  for (const char c : key) letters |= 1u << std::min<uint32_t>(static_cast<unsigned char>(c - 'a'), 26);
  return letters;
}

}  // namespace

FoldedName::FoldedName(std::string_view word) {
  if (FoldPlain(word)) return;
  FoldAny(word);
  Hash();
}

namespace {

// True when a byte of `bytes` is outside ASCII or a control character.
constexpr bool HasUnusual(uint64_t bytes) { return ((bytes | (bytes - ' ' * kEachByte)) & kTopBits) != 0; }

// Eight ASCII characters in lower case.
constexpr uint64_t ToLower(uint64_t bytes) { return bytes | BytesIn(bytes, 'A', 'Z') >> 2; }

// The hash of a folded name takes its bytes eight by eight. Part of the format of saved names lists: a change here
// needs a new version there.
constexpr uint64_t StartHash(size_t size) { return 0x9e3779b97f4a7c15u ^ size; }
constexpr uint64_t AddToHash(uint64_t hash, uint64_t bytes) {
  hash = (hash ^ bytes) * 0xff51afd7ed558ccdu;
  return hash ^ hash >> 32;
}
constexpr uint64_t EndHash(uint64_t hash) { return hash * 0x9e3779b97f4a7c15u; }

}  // namespace

// Words of ASCII with one space between them, eight characters at a time; false when `word` is anything else.
bool FoldedName::FoldPlain(std::string_view word) {
  if (word.size() > kCapacity) return false;
  uint64_t hash = StartHash(word.size());
  uint64_t before = 0x80;  // a space as the first is one too many
  for (size_t i = 0; i < word.size(); i += 8) {
    const std::string_view part = word.substr(i, 8);
    const uint64_t bytes = LoadUpToEight(part);
    const uint64_t padding = '!' * kEachByte & ~LowBytes(static_cast<uint32_t>(part.size()));
    const uint64_t spaces = BytesIn(bytes, ' ', ' ');
    if (HasUnusual(bytes | padding) || (spaces & (spaces << 8 | before)) != 0) return false;
    before = spaces >> 56;
    const uint64_t folded = ToLower(bytes);
    StoreEight(folded, data_ + i);
    hash = AddToHash(hash, folded);
  }
  size_ = static_cast<uint32_t>(word.size());
  hash_ = EndHash(hash);
  return true;
}

void FoldedName::FoldAny(std::string_view word) {
  for (size_t i = 0; i < word.size();) {
    const auto byte = static_cast<unsigned char>(word[i]);
    if (byte > ' ' && byte < 0x80) {
      Push(static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte));
      ++i;
      continue;
    }
    const CodePoint c = DecodeUtf8(word, i);
    i += c.size;
    if (IsSpace(c.value)) {  // a line break within a name counts as a space
      if (size_ > 0 && data_[size_ - 1] != ' ') Push(' ');
      continue;
    }
    if (c.value == kSoftHyphen) continue;
    if (size_ + 4 > kCapacity) break;  // never half a code point
    if (c.value == 0x2018 || c.value == 0x2019 || c.value == 0x02BC) {
      Push('\'');
      continue;
    }
    struct {
      FoldedName* name;
      void push_back(char ch) const { name->Push(ch); }
    } out{this};
    AppendUtf8(static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c.value))), out);
  }
}

void FoldedName::Hash() {
  std::memset(data_ + size_, 0, 8);
  uint64_t hash = StartHash(size_);
  for (uint32_t i = 0; i < size_; i += 8) hash = AddToHash(hash, LoadEight(data_ + i));
  hash_ = EndHash(hash);
}

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
