// The hash and the table that the vocabulary compiler and the program share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "checker/base/eight_bytes.h"

namespace bylint::internal {

// A word as the table compares it: by its first sixteen bytes at once. Words hold no zero byte.
struct WordKey {
  uint64_t first = 0;
  uint64_t second = 0;
  uint64_t hash = 0;
};

// Of the first sixteen bytes of a word, padded with zeros; of a longer one, `more` mixes in the rest. One
// multiplication of 64 by 64 bits, both halves of whose product depend on all bits (as in wyhash).
constexpr uint64_t HashOf(uint64_t first, uint64_t second, uint64_t more = 0) {
  __extension__ using Product = unsigned __int128;
  const Product product = Product{first ^ 0x9e3779b97f4a7c15u} * (second ^ more ^ 0xff51afd7ed558ccdu);
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

inline WordKey KeyOf(std::string_view word) {
  const uint64_t first = LoadUpToEight(word);
  const uint64_t second = word.size() > 8 ? LoadUpToEight(word.substr(8)) : 0;
  uint64_t more = 0;
  for (size_t at = 16; at < word.size(); at += 8) more = HashOf(LoadUpToEight(word.substr(at)), more);
  return {first, second, HashOf(first, second, more)};
}

// REQUIRES: `buckets` and `slots` are powers of two.
constexpr uint32_t BucketOf(uint64_t hash, uint32_t buckets) {
  return static_cast<uint32_t>(hash >> 48) & (buckets - 1);
}
constexpr uint32_t SlotOf(uint64_t hash, uint32_t displacement, uint32_t slots) {
  return static_cast<uint32_t>(hash + displacement * (hash >> 32 | 1)) & (slots - 1);
}

// Short words, most of any text, have a table of their own that stays in the nearest caches. A slot is a number: the
// word's bytes, and its index in the top sixteen bits. Zero when it is free.
constexpr size_t kShortBytes = 6;

constexpr uint64_t MakeShortSlot(uint64_t word, uint32_t index) { return word | uint64_t{index} << 48; }
constexpr bool SlotMatches(uint64_t slot, uint64_t word) { return (slot ^ word) << 16 == 0; }
constexpr uint32_t IndexIn(uint64_t slot) { return static_cast<uint32_t>(slot >> 48); }

// Of other words a slot holds what most look-ups need, so that they touch one line of the cache: the first fourteen
// bytes, and the index in the top sixteen bits of `second`.
struct WordSlot {
  static constexpr size_t kWordBytes = 14;
  uint64_t first = 0;
  uint64_t second = 0;

  // Whether the first fourteen bytes are those of a word that begins like this.
  constexpr bool Matches(uint64_t word_first, uint64_t word_second) const {
    return ((first ^ word_first) | (second ^ word_second) << 16) == 0;
  }
  constexpr uint32_t Index() const { return IndexIn(second); }
};

constexpr WordSlot MakeSlot(const WordKey& key, uint32_t index) {
  return {key.first, (key.second << 16 >> 16) | uint64_t{index} << 48};
}

}  // namespace bylint::internal
