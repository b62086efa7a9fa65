// Where the ASCII letters of a text stand, 64 bytes at once, and words of them in lower case: without a loop or a
// branch. With SSE2, which every x86-64 has, in registers of sixteen bytes; elsewhere in numbers of eight.
#pragma once

#include <cstdint>

#include "checker/base/eight_bytes.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace bylint {

inline constexpr uint32_t kMappedBytes = 64;

// Up to sixteen letters in lower case, the first one lowest; zeros behind the last.
struct FoldedLetters {
  static constexpr uint32_t kMost = 16;

  uint64_t first = 0;  // eight
  uint64_t second = 0;
};

#if defined(__SSE2__)

// A bit for each of the kMappedBytes bytes at `at` that is an ASCII letter, the first one lowest.
inline uint64_t MapLetters(const char* at) {
  const auto letters = [at](int part) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at) + part);
    const __m128i folded = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    // `a` to `z`, moved down to the lowest of signed bytes.
    const __m128i moved = _mm_add_epi8(folded, _mm_set1_epi8(static_cast<char>(-128 - 'a')));
    return static_cast<uint32_t>(_mm_movemask_epi8(_mm_cmplt_epi8(moved, _mm_set1_epi8(-128 + 26))));
  };
  return (letters(0) | letters(1) << 16) | uint64_t{letters(2) | letters(3) << 16} << 32;
}

// REQUIRES: sixteen bytes can be read at `at`, `size` of them are letters.
inline void FoldLetters(const char* at, uint32_t size, FoldedLetters& folded) {
  // Sixteen bytes that begin `size` before its middle keep the first `size` of sixteen others.
  alignas(32) static constexpr uint64_t kKeep[4] = {~uint64_t{0}, ~uint64_t{0}, 0, 0};
  const auto load = [](const void* from) { return _mm_loadu_si128(static_cast<const __m128i*>(from)); };
  const __m128i small = _mm_or_si128(load(at), _mm_set1_epi8(0x20));
  const __m128i kept = _mm_and_si128(small, load(reinterpret_cast<const char*>(kKeep + 2) - size));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(&folded), kept);
}

#else

// A bit for each of the kMappedBytes bytes at `at` that is an ASCII letter, the first one lowest.
inline uint64_t MapLetters(const char* at) {
  uint64_t map = 0;
  for (uint32_t i = 0; i < kMappedBytes; i += 8) {
    const uint64_t bytes = LoadEight(at + i);
    const uint64_t letters = BytesIn(bytes | 0x20 * kEachByte, 'a', 'z');
    map |= ((letters >> 7) * 0x0102040810204080u >> 56) << i;  // the top bits, to the lowest eight
  }
  return map;
}

// REQUIRES: sixteen bytes can be read at `at`, `size` of them are letters.
inline void FoldLetters(const char* at, uint32_t size, FoldedLetters& folded) {
  constexpr uint64_t kSmall = 0x20 * kEachByte;
  folded.first = (LoadEight(at) | kSmall) & LowBytes(size);
  folded.second = size <= 8 ? 0 : (LoadEight(at + 8) | kSmall) & LowBytes(size - 8);
}

#endif

}  // namespace bylint
