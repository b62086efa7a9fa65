#include "checker/lsp/positions.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "checker/base/utf8.h"

namespace bylint::lsp {
namespace {

uint32_t Units(CodePoint c, PositionEncoding encoding) {
  switch (encoding) {
    case PositionEncoding::kUtf8:
      return c.size;
    case PositionEncoding::kUtf16:
      return c.value > 0xFFFF ? 2 : 1;
    case PositionEncoding::kUtf32:
      return 1;
  }
  return 1;
}

// Code points of valid UTF-8 that are two units in UTF-16: those of four bytes. Eight bytes at once.
size_t CountSurrogatePairs(std::string_view text) {
  size_t pairs = 0;
  size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    const uint64_t bytes = LoadEight(text.data() + at);
    pairs += (bytes >> 7 & bytes >> 6 & bytes >> 5 & bytes >> 4 & kEachByte) * kEachByte >> 56;
  }
  for (; at < text.size(); ++at) pairs += static_cast<unsigned char>(text[at]) >= 0xF0;
  return pairs;
}

// Numbers of a client: negative ones count as 0, huge ones as the largest.
std::optional<uint32_t> ParseNumber(const Json& value) {
  const std::optional<int64_t> number = AsInteger(value);
  if (!number) return std::nullopt;
  return static_cast<uint32_t>(std::clamp<int64_t>(*number, 0, std::numeric_limits<int32_t>::max()));
}

}  // namespace

std::string_view ToString(PositionEncoding encoding) {
  switch (encoding) {
    case PositionEncoding::kUtf8:
      return "utf-8";
    case PositionEncoding::kUtf16:
      return "utf-16";
    case PositionEncoding::kUtf32:
      return "utf-32";
  }
  return "utf-16";
}

void LineIndex::Rebuild(std::string_view text) {
  starts_.assign(1, 0);
  const bool has_returns = text.find('\r') != std::string_view::npos;
  const auto next_break = [&](size_t from) {
    return has_returns ? text.find_first_of("\r\n", from) : text.find('\n', from);
  };
  for (size_t at = next_break(0); at != std::string_view::npos; at = next_break(at)) {
    at += text.substr(at, 2) == "\r\n" ? 2 : 1;
    starts_.push_back(static_cast<uint32_t>(at));
  }
}

uint32_t LineIndex::LineEnd(std::string_view text, uint32_t line) const {
  if (line + 1 >= line_count()) return static_cast<uint32_t>(text.size());
  uint32_t end = starts_[line + 1] - 1;
  if (text[end] == '\n' && end > starts_[line] && text[end - 1] == '\r') --end;
  return end;
}

Position LineIndex::ToPosition(std::string_view text, uint32_t offset, PositionEncoding encoding) const {
  const auto after = std::ranges::upper_bound(starts_, offset);
  const auto line = static_cast<uint32_t>(after - starts_.begin() - 1);
  Position position{.line = line};
  const uint32_t end = std::min(offset, LineEnd(text, line));
  if (encoding == PositionEncoding::kUtf8) {
    position.character = end - starts_[line];
    return position;
  }
  const std::string_view before = text.substr(starts_[line], end - starts_[line]);
  const size_t pairs = encoding == PositionEncoding::kUtf16 ? CountSurrogatePairs(before) : 0;
  position.character = static_cast<uint32_t>(CountCodePoints(before) + pairs);
  return position;
}

uint32_t LineIndex::ToOffset(std::string_view text, Position position, PositionEncoding encoding) const {
  if (position.line >= line_count()) return static_cast<uint32_t>(text.size());
  const uint32_t end = LineEnd(text, position.line);
  uint32_t offset = starts_[position.line];
  for (uint32_t units = 0; offset < end;) {
    const CodePoint c = DecodeUtf8(text, offset);
    units += Units(c, encoding);
    if (units > position.character) break;
    offset += c.size;
  }
  return offset;
}

std::optional<Position> ParsePosition(const Json& value) {
  const std::optional<uint32_t> line = ParseNumber(At(value, "line"));
  const std::optional<uint32_t> character = ParseNumber(At(value, "character"));
  if (!line || !character) return std::nullopt;
  return Position{*line, *character};
}

std::optional<Range> ParseRange(const Json& value) {
  const std::optional<Position> start = ParsePosition(At(value, "start"));
  const std::optional<Position> end = ParsePosition(At(value, "end"));
  if (!start || !end) return std::nullopt;
  return Range{std::min(*start, *end), std::max(*start, *end)};
}

Json ToJson(Position position) { return {{"line", position.line}, {"character", position.character}}; }

}  // namespace bylint::lsp
