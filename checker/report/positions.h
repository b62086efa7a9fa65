// Bytes, lines and columns of a file as stored, for the offsets that a report prints.
#pragma once

#include <cstdint>
#include <vector>

#include "bylint/source_text.h"
#include "bylint/span.h"

namespace bylint {

struct Position {
  uint32_t byte = 0;         // in the file as stored, from 0
  uint32_t line = 1;         // from 1; LF ends a line, with or without CR, as for git and editors
  uint32_t column = 1;       // in Unicode characters, from 1; a byte-order mark counts for none
  uint32_t utf8_column = 1;  // in bytes of UTF-8, from 1
  friend bool operator==(const Position&, const Position&) = default;
};

struct Range {
  Position start;
  Position end;
  friend bool operator==(const Range&, const Range&) = default;
};

// Positions of a set of offsets, computed in one sweep over the text, however many they are.
class PositionTable {
 public:
  // `offsets` may come in any order and repeat themselves; those past the end count as the end.
  PositionTable(const SourceText& source, std::vector<uint32_t> offsets);

  // REQUIRES: `offset` was among the offsets.
  Position At(uint32_t offset) const;
  Range At(SourceSpan span) const { return {At(span.begin), At(span.end)}; }

 private:
  std::vector<uint32_t> offsets_;  // sorted, each once
  std::vector<Position> positions_;
};

}  // namespace bylint
