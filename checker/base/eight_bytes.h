// Eight bytes of text at once, as a number with the first byte lowest on any machine. Tests of bytes answer with the
// top bit of each byte that passes, so that counting trailing zeros finds the first.
//
//   const uint64_t capitals = BytesIn(LoadEight(at), 'A', 'Z');
//   if (capitals != 0) first = at + FirstByte(capitals);
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace bylint {

constexpr uint64_t kEachByte = 0x0101010101010101u;  // times a byte: that byte eight times
constexpr uint64_t kTopBits = 0x80 * kEachByte;

// REQUIRES: eight bytes can be read there.
inline uint64_t LoadEight(const char* at) {
  uint64_t bytes = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&bytes, at, sizeof(bytes));
  } else {
    for (int i = 7; i >= 0; --i) bytes = bytes << 8 | static_cast<unsigned char>(at[i]);
  }
  return bytes;
}

// The first eight bytes of `text`; zeros where it has fewer.
inline uint64_t LoadUpToEight(std::string_view text) {
  if (text.size() >= 8)
    return LoadEight(text.data());  // NOLINT(bugprone-suspicious-stringview-data-usage): eight are there
  if constexpr (std::endian::native == std::endian::little) {
    if (text.size() >= 4) {
      uint32_t head = 0, tail = 0;  // they overlap
      std::memcpy(&head, text.data(), 4);
      std::memcpy(&tail, text.data() + text.size() - 4, 4);
      return head | uint64_t{tail} << 8 * (text.size() - 4);
    }
  }
  uint64_t bytes = 0;
  for (size_t i = text.size(); i-- > 0;) bytes = bytes << 8 | static_cast<unsigned char>(text[i]);
  return bytes;
}

inline void StoreEight(uint64_t bytes, char* at) {
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(at, &bytes, sizeof(bytes));
  } else {
    for (int i = 0; i < 8; ++i) at[i] = static_cast<char>(bytes >> 8 * i);
  }
}

// The lowest `count` bytes of eight.
constexpr uint64_t LowBytes(uint32_t count) { return count >= 8 ? ~uint64_t{0} : (uint64_t{1} << 8 * count) - 1; }

// Number of bytes before the first one whose top bit is set, 8 when none is.
constexpr uint32_t FirstByte(uint64_t top_bits) { return static_cast<uint32_t>(std::countr_zero(top_bits)) / 8; }

// The top bit of each ASCII byte from `low` to `high`. REQUIRES: 0 < low <= high < 0x80.
constexpr uint64_t BytesIn(uint64_t bytes, unsigned char low, unsigned char high) {
  const uint64_t ascii = bytes & ~kTopBits;
  const uint64_t from_low = ascii + (0x80u - low) * kEachByte;
  const uint64_t past_high = ascii + (0x7Fu - high) * kEachByte;
  return from_low & ~past_high & ~bytes & kTopBits;
}

}  // namespace bylint
