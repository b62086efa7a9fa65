// The hash and the table that the vocabulary compiler and the program share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "checker/base/eight_bytes.h"

namespace bylint::internal {

// A word as the table compares it: by its first sixteen bytes at once. Words hold no zero byte.
struct WordKey {
  uint64_t first = 0;
  uint64_t second = 0;
  uint64_t hash = 0;
};

// REQUIRES: `first` and `second` are the first sixteen bytes of `word`, padded with zeros.
inline WordKey MakeKey(uint64_t first, uint64_t second, std::string_view word) {
  uint64_t hash = first * 0x9e3779b97f4a7c15u;
  hash = (hash ^ hash >> 32 ^ second) * 0xff51afd7ed558ccdu;
  for (size_t at = 16; at < word.size(); at += 8) {
    hash = (hash ^ hash >> 32 ^ LoadUpToEight(word.substr(at))) * 0xff51afd7ed558ccdu;
  }
  return {first, second, (hash ^ hash >> 32) * 0x9e3779b97f4a7c15u};
}

inline WordKey KeyOf(std::string_view word) {
  return MakeKey(LoadUpToEight(word), word.size() > 8 ? LoadUpToEight(word.substr(8)) : 0, word);
}

// The same for a word of at most sixteen bytes, given as its two halves.
inline WordKey MakeShortKey(uint64_t first, uint64_t second) { return MakeKey(first, second, {}); }

// REQUIRES: `slots` is a power of two.
constexpr uint32_t SlotOf(uint64_t hash, uint32_t displacement, uint32_t slots) {
  const uint64_t mixed = (hash ^ (hash >> 29)) + displacement * (hash >> 7 | 1);
  return static_cast<uint32_t>((mixed ^ mixed >> 15) >> 8) & (slots - 1);
}

// A slot holds what most look-ups need, so that they touch one line of the cache: the word's first fourteen bytes,
// and its index in the top sixteen bits of `second`. All zero when it is free.
struct WordSlot {
  static constexpr size_t kWordBytes = 14;
  uint64_t first = 0;
  uint64_t second = 0;

  // Whether the first fourteen bytes are those of `key`.
  constexpr bool Matches(const WordKey& key) const { return first == key.first && second << 16 == key.second << 16; }
  constexpr uint32_t Index() const { return static_cast<uint32_t>(second >> 48); }
};

constexpr WordSlot MakeSlot(const WordKey& key, uint32_t index) {
  return {key.first, (key.second << 16 >> 16) | uint64_t{index} << 48};
}

// As `FindWord` for many keys of words with fewer than WordSlot::kWordBytes bytes. REQUIRES: `index` is no shorter.
void FindShortWords(std::span<const WordKey> keys, std::span<uint32_t> index);

}  // namespace bylint::internal
