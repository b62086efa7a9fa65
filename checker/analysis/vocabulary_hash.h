// The hash that the vocabulary compiler and the program share.
#pragma once

#include <cstdint>
#include <string_view>

namespace bylint::internal {

// FNV-1a with a final mix; words are short.
constexpr uint64_t HashWord(std::string_view word) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  hash ^= hash >> 32;
  return hash * 0x9e3779b97f4a7c15u;
}

// REQUIRES: `slots` is a power of two.
constexpr uint32_t SlotOf(uint64_t hash, uint32_t displacement, uint32_t slots) {
  const uint64_t mixed = (hash ^ (hash >> 29)) + displacement * (hash >> 7 | 1);
  return static_cast<uint32_t>((mixed ^ mixed >> 15) >> 8) & (slots - 1);
}

}  // namespace bylint::internal
