// Byte spans: the only way bylint says where something is.
//
// Two coordinate systems exist, and a type for each, so that they cannot be mixed up:
//
//   TextSpan    bytes of the prose that rules see (`Document::text()`, UTF-8, markup taken out)
//   SourceSpan  bytes of the file's text as UTF-8, before any markup was taken out
//
// `Document::ToSource` maps the first to the second; lines, columns and the bytes of a file stored in
// another encoding are computed from a SourceSpan at the moment of printing and never before.
#pragma once

#include <algorithm>
#include <cstdint>

namespace bylint {

// Half-open range [begin, end) of bytes, 32 bits each: no file is larger than 4 GiB (`max-file-size` is far
// below). A span of a document always falls on code point boundaries.
template <typename Space>
struct BasicSpan {
  uint32_t begin = 0;
  uint32_t end = 0;

  constexpr uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool Contains(uint32_t offset) const { return begin <= offset && offset < end; }
  constexpr bool Contains(BasicSpan other) const { return begin <= other.begin && other.end <= end; }
  // True when the two share at least one byte.
  constexpr bool Overlaps(BasicSpan other) const { return begin < other.end && other.begin < end; }
  // The smallest span that covers both.
  constexpr BasicSpan Cover(BasicSpan other) const { return {std::min(begin, other.begin), std::max(end, other.end)}; }
  friend constexpr auto operator<=>(const BasicSpan&, const BasicSpan&) = default;
};

using TextSpan = BasicSpan<struct TextSpace>;
using SourceSpan = BasicSpan<struct SourceSpace>;

}  // namespace bylint
