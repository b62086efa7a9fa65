#include "checker/analysis/names_words.h"

#include <utf8proc.h>

#include <cstring>

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
  for (size_t i = 0; i < word.size();) {
    const auto byte = static_cast<unsigned char>(word[i]);
    if (byte <= ' ') {  // a line break within a name counts as a space
      if (size_ > 0 && data_[size_ - 1] != ' ') Push(' ');
      ++i;
      continue;
    }
    if (byte < 0x80) {
      Push(static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte));
      ++i;
      continue;
    }
    const CodePoint c = DecodeUtf8(word, i);
    i += c.size;
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
  Hash();
}

// Part of the format of saved names lists: a change here needs a new version there.
void FoldedName::Hash() {
  std::memset(data_ + size_, 0, 8);
  uint64_t hash = 0x9e3779b97f4a7c15u ^ size_;
  for (uint32_t i = 0; i < size_; i += 8) {
    uint64_t bytes = 0;
    std::memcpy(&bytes, data_ + i, 8);
    hash = (hash ^ bytes) * 0xff51afd7ed558ccdu;
    hash ^= hash >> 32;
  }
  hash_ = hash * 0x9e3779b97f4a7c15u;
}

NameWords::NameWords() : slots_(256) {
  words_.reserve(96);
  keys_.reserve(1024);
}

NameWordIndex NameWords::Find(const FoldedName& folded) const {
  const size_t mask = slots_.size() - 1;
  for (size_t i = folded.hash() >> 20 & mask;; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (slot.word == kNone) return kNone;
    if (slot.hash == folded.hash() && Key(slot.word) == folded.view()) return slot.word;
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
                    .key_size = static_cast<uint32_t>(folded.view().size())});
  keys_.append(folded.view());
  const size_t mask = slots_.size() - 1;
  size_t i = folded.hash() >> 20 & mask;
  while (slots_[i].word != kNone) i = (i + 1) & mask;
  slots_[i] = {folded.hash(), index};
  return index;
}

void NameWords::Grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.word == kNone) continue;
    size_t i = slot.hash >> 20 & mask;
    while (slots_[i].word != kNone) i = (i + 1) & mask;
    slots_[i] = slot;
  }
}

}  // namespace bylint::internal
