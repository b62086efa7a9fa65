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
  for (const char c : key) letters |= 1u << (c >= 'a' && c <= 'z' ? c - 'a' : 26);
  return letters;
}

}  // namespace

FoldedName::FoldedName(std::string_view word) {
  if (!FoldPlain(word)) FoldAny(word);
  Hash();
}

namespace {

// True when a byte of `bytes` is outside ASCII, a space or a control character.
constexpr bool HasUnusual(uint64_t bytes) { return ((bytes | (bytes - 0x21 * kEachByte)) & kTopBits) != 0; }

// Eight ASCII characters in lower case.
constexpr uint64_t ToLower(uint64_t bytes) { return bytes | BytesIn(bytes, 'A', 'Z') >> 2; }

}  // namespace

// A word of ASCII, eight characters at a time; false when `word` is none.
bool FoldedName::FoldPlain(std::string_view word) {
  if (word.size() > kCapacity) return false;
  for (size_t i = 0; i < word.size(); i += 8) {
    const std::string_view part = word.substr(i, 8);
    const uint64_t bytes = LoadUpToEight(part);
    const uint64_t padding = '!' * kEachByte & ~LowBytes(static_cast<uint32_t>(part.size()));
    if (HasUnusual(bytes | padding)) return false;
    StoreEight(ToLower(bytes), data_ + i);
  }
  size_ = static_cast<uint32_t>(word.size());
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

// Part of the format of saved names lists: a change here needs a new version there.
void FoldedName::Hash() {
  std::memset(data_ + size_, 0, 8);
  uint64_t hash = 0x9e3779b97f4a7c15u ^ size_;
  for (uint32_t i = 0; i < size_; i += 8) {
    hash = (hash ^ LoadEight(data_ + i)) * 0xff51afd7ed558ccdu;
    hash ^= hash >> 32;
  }
  hash_ = hash * 0x9e3779b97f4a7c15u;
}

NameWords::NameWords() : slots_(kSlots), of_code_(VocabularySize(), kNone) {}

void NameWords::Clear() {
  for (const uint32_t code : codes_) of_code_[code] = kNone;
  codes_.clear();
  words_.clear();
  keys_.clear();
  if (slots_.size() > kSlots) slots_.resize(kSlots);
  std::ranges::fill(slots_, Slot());
}

NameWordIndex NameWords::Find(const FoldedName& folded) const {
  const size_t mask = slots_.size() - 1;
  for (size_t i = folded.hash() >> 20 & mask;; i = (i + 1) & mask) {
    const Slot slot = slots_[i];
    if (slot.word == kNone) return kNone;
    if (slot.tag == TagOf(folded.hash()) && Key(slot.word) == folded.view()) return slot.word;
  }
}

NameWordIndex NameWords::Intern(std::string_view word, TextSpan at, uint32_t code) {
  const FoldedName folded(word);
  const NameWordIndex known = Find(folded);
  if (known != kNone) {
    ++words_[known].count;
    return known;
  }
  if (words_.size() * 2 >= slots_.size()) Grow();
  const auto index = size();
  words_.push_back({.text = at,
                    .code = code,
                    .count = 1,
                    .letters = LettersOf(folded.view()),
                    .key_begin = static_cast<uint32_t>(keys_.size()),
                    .key_size = static_cast<uint32_t>(folded.view().size()),
                    .hash = folded.hash()});
  keys_.append(folded.view());
  Place(index);
  return index;
}

NameWordIndex NameWords::InternPlain(std::string_view word, TextSpan at, uint32_t code) {
  NameWordIndex& index = of_code_[code];
  if (index != kNone) {
    ++words_[index].count;
    return index;
  }
  codes_.push_back(code);
  return index = Intern(word, at, code);
}

void NameWords::Place(NameWordIndex index) {
  const uint64_t hash = words_[index].hash;
  const size_t mask = slots_.size() - 1;
  size_t i = hash >> 20 & mask;
  while (slots_[i].word != kNone) i = (i + 1) & mask;
  slots_[i] = {TagOf(hash), index};
}

void NameWords::Grow() {
  slots_.assign(slots_.size() * 2, Slot());
  for (NameWordIndex index = 0; index < size(); ++index) Place(index);
}

}  // namespace bylint::internal
