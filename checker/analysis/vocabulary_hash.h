// The hash and the table that the vocabulary compiler and the program share.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace bylint::internal {

// The first eight bytes of `bytes`, padded with zeros.
inline uint64_t FirstEightBytes(std::string_view bytes) {
  const size_t size = std::min<size_t>(bytes.size(), 8);
  if (size >= 4) {
    uint32_t head = 0, tail = 0;  // they overlap when there are fewer than eight
    std::memcpy(&head, bytes.data(), 4);
    std::memcpy(&tail, bytes.data() + size - 4, 4);
    return head | uint64_t{tail} << 8 * (size - 4);
  }
  if (size == 0) return 0;
  const auto at = [&](size_t i) { return uint64_t{static_cast<unsigned char>(bytes[i])} << 8 * i; };
  return at(0) | at(size / 2) | at(size - 1);
}

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
    hash = (hash ^ hash >> 32 ^ FirstEightBytes(word.substr(at))) * 0xff51afd7ed558ccdu;
  }
  return {first, second, (hash ^ hash >> 32) * 0x9e3779b97f4a7c15u};
}

inline WordKey KeyOf(std::string_view word) {
  return MakeKey(FirstEightBytes(word), word.size() > 8 ? FirstEightBytes(word.substr(8)) : 0, word);
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
