// Lines and columns as the protocol counts them, and the way back to bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "bylint/span.h"
#include "checker/lsp/json.h"

namespace bylint::lsp {

enum class PositionEncoding : uint8_t { kUtf8, kUtf16, kUtf32 };

// "utf-8", "utf-16", "utf-32".
std::string_view ToString(PositionEncoding encoding);

// Line and column from 0; the column counts units of the agreed encoding.
struct Position {
  uint32_t line = 0;
  uint32_t character = 0;
  friend auto operator<=>(const Position&, const Position&) = default;
};

// Begins of lines in a text. A line ends at "\n", "\r\n" or "\r", as the protocol has it.
// Does not own the text: the caller passes the same text to each call.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text) { Rebuild(text); }
  void Rebuild(std::string_view text);

  uint32_t line_count() const { return static_cast<uint32_t>(starts_.size()); }

  // O(log lines + length of the line). REQUIRES: `offset` is a code point boundary.
  Position ToPosition(std::string_view text, uint32_t offset, PositionEncoding encoding) const;
  // A column past the end of its line is that end, a line past the last is the end of the text, and a column
  // within a code point is its start.
  uint32_t ToOffset(std::string_view text, Position position, PositionEncoding encoding) const;

 private:
  // Where the line's text ends, its line break left out.
  uint32_t LineEnd(std::string_view text, uint32_t line) const;

  std::vector<uint32_t> starts_;
};

// A position or range as the protocol writes it; nullopt where the JSON is none. Reversed ranges are turned.
std::optional<Position> ParsePosition(const Json& value);
struct Range {
  Position start;
  Position end;
};
std::optional<Range> ParseRange(const Json& value);
Json ToJson(Position position);

}  // namespace bylint::lsp
