// UTF-8, as far as the hot path needs it; categories, folding and widths come from utf8proc.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

#include "checker/base/eight_bytes.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace bylint {

struct CodePoint {
  char32_t value = 0;
  uint32_t size = 0;  // bytes, 1 to 4; 0 at the end of the text
};

// Decodes the code point that starts at `offset`. REQUIRES: `text` is valid UTF-8 and `offset` a boundary.
inline CodePoint DecodeUtf8(std::string_view text, size_t offset) {
  if (offset >= text.size()) return {};
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {static_cast<char32_t>((lead & 0x1Fu) << 6 | (byte(1) & 0x3Fu)), 2};
  if (lead < 0xF0) {
    return {static_cast<char32_t>((lead & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu)), 3};
  }
  return {static_cast<char32_t>((lead & 0x07u) << 18 | (byte(1) & 0x3Fu) << 12 | (byte(2) & 0x3Fu) << 6 |
                                (byte(3) & 0x3Fu)),
          4};
}

// Decodes the code point that ends just before `offset`; size 0 at the start of the text.
inline CodePoint DecodeUtf8Before(std::string_view text, size_t offset) {
  if (offset == 0) return {};
  size_t start = offset - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
  return DecodeUtf8(text, start);
}

// White space of any width, line ends included.
constexpr bool IsWhiteSpace(char32_t c) {
  return c <= ' ' || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

// Offset of the first byte from `at` on that is not printable ASCII (0x20 to 0x7E), or `end`. Eight bytes at once, with
// SSE2 sixteen.
inline size_t SkipPrintableAscii(std::string_view text, size_t at, size_t end) {
#if defined(__SSE2__)
  for (; at + 16 <= end; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    // Compared as signed, bytes outside ASCII are the lowest.
    const __m128i printable =
        _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(0x1F)), _mm_cmplt_epi8(bytes, _mm_set1_epi8(0x7F)));
    const auto other = static_cast<uint32_t>(_mm_movemask_epi8(printable)) ^ 0xFFFF;
    if (other != 0) return at + static_cast<uint32_t>(std::countr_zero(other));
  }
#endif
  for (; at + 8 <= end; at += 8) {
    const uint64_t bytes = LoadEight(text.data() + at);
    const uint64_t control = (bytes - 0x20 * kEachByte) & ~bytes;  // exact for the first one
    const uint64_t delete_key = bytes + kEachByte;                 // the same
    const uint64_t other = (bytes | control | delete_key) & kTopBits;
    if (other != 0) return at + FirstByte(other);
  }
  while (at < end && text[at] >= 0x20 && text[at] < 0x7F) ++at;
  return at;
}

// As SkipPrintableAscii, and past the dashes, quotation marks and the ellipsis among U+2013 to U+2026, which are most
// of what is not ASCII in English copy.
inline size_t SkipUsualCopy(std::string_view text, size_t at, size_t end) {
  constexpr auto bit = [](unsigned last_byte) { return uint64_t{1} << (last_byte & 0x3F); };
  constexpr uint64_t kUsual = bit(0x93) | bit(0x94) | bit(0x98) | bit(0x99) | bit(0x9C) | bit(0x9D) | bit(0xA6);
  for (;; at += 3) {
    at = SkipPrintableAscii(text, at, end);
    if (at + 3 > end || text[at] != '\xE2' || text[at + 1] != '\x80') return at;
    if ((kUsual >> (static_cast<unsigned char>(text[at + 2]) & 0x3F) & 1) == 0) return at;
  }
}

// Offset of the first byte from `at` on that is not ASCII, or the end of the text. Eight bytes at once, with SSE2
// sixteen.
inline size_t SkipAscii(std::string_view text, size_t at) {
#if defined(__SSE2__)
  for (; at + 16 <= text.size(); at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const auto other = static_cast<uint32_t>(_mm_movemask_epi8(bytes));
    if (other != 0) return at + static_cast<uint32_t>(std::countr_zero(other));
  }
#endif
  for (; at + 8 <= text.size(); at += 8) {
    const uint64_t other = LoadEight(text.data() + at) & kTopBits;
    if (other != 0) return at + FirstByte(other);
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

// Number of code points of valid UTF-8: of bytes that continue none. Eight bytes at once.
inline size_t CountCodePoints(std::string_view text) {
  size_t continuing = 0;
  size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    const uint64_t bytes = LoadEight(text.data() + at);
    continuing += (bytes >> 7 & ~bytes >> 6 & kEachByte) * kEachByte >> 56;
  }
  for (; at < text.size(); ++at) continuing += (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  return text.size() - continuing;
}

// Offset of the first byte that is not part of valid UTF-8 (no surrogates, nothing overlong, at most
// U+10FFFF), or `text.size()`. Linear, with a fast path for ASCII.
size_t FindInvalidUtf8(std::string_view text);

// Appends the code point's UTF-8 to `out` (any string-like type with push_back).
template <typename String>
void AppendUtf8(char32_t c, String& out) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out.push_back(static_cast<char>(0xC0 | c >> 6));
    out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else if (c < 0x10000) {
    out.push_back(static_cast<char>(0xE0 | c >> 12));
    out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else {
    out.push_back(static_cast<char>(0xF0 | c >> 18));
    out.push_back(static_cast<char>(0x80 | (c >> 12 & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
  }
}

}  // namespace bylint
