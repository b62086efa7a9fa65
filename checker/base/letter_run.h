// The ASCII letters a text begins with, up to sixteen at once: folded to lower case and counted without a loop or a
// branch. With SSE2, which every x86-64 has, in one register; elsewhere in two numbers of eight bytes.
#pragma once

#include <bit>
#include <cstdint>

#include "checker/base/eight_bytes.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace bylint {

struct LetterRun {
  static constexpr uint32_t kMost = 16;

  uint32_t size = 0;    // kMost may mean more
  uint32_t small = 0;   // a bit for each that is no capital, the first one lowest
  uint64_t first = 0;   // the first eight in lower case, the first one lowest, zeros behind the last
  uint64_t second = 0;  // the others
};

#if defined(__SSE2__)

// REQUIRES: sixteen bytes can be read at `at`.
inline LetterRun ReadLetters(const char* at) {
  // Sixteen bytes that begin `size` before its middle keep the first `size` of sixteen others.
  alignas(32) static constexpr uint64_t kKeep[4] = {~uint64_t{0}, ~uint64_t{0}, 0, 0};
  const auto load = [](const void* from) { return _mm_loadu_si128(static_cast<const __m128i*>(from)); };
  const __m128i bytes = load(at);
  const __m128i folded = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
  // `a` to `z`, moved down to the lowest of signed bytes.
  const __m128i moved = _mm_add_epi8(folded, _mm_set1_epi8(static_cast<char>(-128 - 'a')));
  const __m128i letters = _mm_cmplt_epi8(moved, _mm_set1_epi8(-128 + 26));
  const auto size = static_cast<uint32_t>(std::countr_one(static_cast<uint32_t>(_mm_movemask_epi8(letters))));
  const __m128i kept = _mm_and_si128(folded, load(reinterpret_cast<const char*>(kKeep + 2) - size));
  const auto small = static_cast<uint32_t>(_mm_movemask_epi8(_mm_slli_epi16(bytes, 2)));  // 0x20 to the top
  return {.size = size,
          .small = small & ((1u << size) - 1),
          .first = static_cast<uint64_t>(_mm_cvtsi128_si64(kept)),
          .second = static_cast<uint64_t>(_mm_cvtsi128_si64(_mm_unpackhi_epi64(kept, kept)))};
}

#else

// REQUIRES: sixteen bytes can be read at `at`.
inline LetterRun ReadLetters(const char* at) {
  constexpr uint64_t kSmall = 0x20 * kEachByte;
  const auto letters = [](uint64_t bytes) { return FirstByte(~BytesIn(bytes | kSmall, 'a', 'z') & kTopBits); };
  // The top bits of bytes, to the lowest eight.
  const auto gather = [](uint64_t bits) { return static_cast<uint32_t>((bits >> 7) * 0x0102040810204080u >> 56); };
  const uint64_t first = LoadEight(at);
  const uint64_t second = LoadEight(at + 8);
  const uint32_t before = letters(first);
  const uint32_t behind = before == 8 ? letters(second) : 0;
  const uint64_t first_kept = LowBytes(before);
  const uint64_t second_kept = LowBytes(behind);
  return {.size = before + behind,
          .small = gather(first << 2 & first_kept & kTopBits) | gather(second << 2 & second_kept & kTopBits) << 8,
          .first = (first | kSmall) & first_kept,
          .second = (second | kSmall) & second_kept};
}

#endif

}  // namespace bylint
