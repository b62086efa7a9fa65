#include "checker/readers/lines.h"

#include <utf8proc.h>

#include <algorithm>

#include "checker/base/utf8.h"

namespace bylint::internal {
namespace {

constexpr std::string_view kNextLine = "\xC2\x85";
constexpr std::string_view kLineSeparator = "\xE2\x80\xA8";
constexpr std::string_view kParagraphSeparator = "\xE2\x80\xA9";

// Lines wider than that are paragraphs that an editor wraps on the screen.
constexpr uint32_t kWidestWrap = 132;

// Bytes of the line end at `at`, 0 if there is none.
uint32_t LineEndAt(std::string_view text, uint32_t at) {
  switch (text[at]) {
    case '\n':
      return 1;
    case '\r':
      return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
    case '\xC2':
      return text.substr(at).starts_with(kNextLine) ? 2 : 0;
    case '\xE2':
      return text.substr(at).starts_with(kLineSeparator) || text.substr(at).starts_with(kParagraphSeparator) ? 3 : 0;
    default:
      return 0;
  }
}

bool HasLoneReturn(std::string_view text) {
  for (size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
    if (at + 1 == text.size() || text[at + 1] != '\n') return true;
  }
  return false;
}

bool HasRareLineEnds(std::string_view text) {
  if (HasLoneReturn(text)) return true;
  for (size_t at = SkipAscii(text, 0); at < text.size(); at = SkipAscii(text, at + 1)) {
    if (LineEndAt(text, static_cast<uint32_t>(at)) != 0) return true;
  }
  return false;
}

bool IsBlank(char32_t c) { return c <= ' ' || c == 0xA0 || c == 0x200B || c == 0xFEFF || c == 0x3000; }

SourceSpan TrimLine(std::string_view text, SourceSpan line) {
  for (CodePoint c = DecodeUtf8(text, line.begin); !line.empty() && IsBlank(c.value);) {
    line.begin += c.size;
    c = DecodeUtf8(text, line.begin);
  }
  for (CodePoint c = DecodeUtf8Before(text, line.end); !line.empty() && IsBlank(c.value);) {
    line.end -= c.size;
    c = DecodeUtf8Before(text, line.end);
  }
  return line;
}

bool StartsInLowerCase(std::string_view line) {
  const CodePoint c = DecodeUtf8(line, 0);
  if (c.value < 0x80) return c.value >= 'a' && c.value <= 'z';
  return utf8proc_category(static_cast<utf8proc_int32_t>(c.value)) == UTF8PROC_CATEGORY_LL;
}

}  // namespace

LineScanner::LineScanner(std::string_view text, uint32_t begin)
    : text_(text), at_(begin), only_line_feeds_(!HasRareLineEnds(text)) {}

SourceSpan LineScanner::Next() {
  const uint32_t begin = at_;
  const auto size = static_cast<uint32_t>(text_.size());
  if (only_line_feeds_) {
    const size_t found = text_.find('\n', begin);
    uint32_t end = found == std::string_view::npos ? size : static_cast<uint32_t>(found);
    at_ = std::min(end + 1, size);
    if (end > begin && text_[end - 1] == '\r') --end;
    return {begin, end};
  }
  for (uint32_t end = begin; end < size; ++end) {
    const uint32_t line_end = LineEndAt(text_, end);
    if (line_end == 0) continue;
    at_ = end + line_end;
    return {begin, end};
  }
  at_ = size;
  return {begin, size};
}

std::vector<Line> ReadLines(std::string_view text, uint32_t begin) {
  std::vector<Line> lines;
  lines.reserve(text.size() / 128);  // about what articles have
  for (LineScanner scanner(text, begin); !scanner.Done();) {
    const SourceSpan line = scanner.Next();
    const SourceSpan trimmed = TrimLine(text, line);
    lines.push_back({.span = trimmed, .indent = trimmed.begin - line.begin});
  }
  return lines;
}

uint32_t Width(std::string_view text) { return static_cast<uint32_t>(CountCodePoints(text)); }

uint32_t FindWrapWidth(std::string_view text, const std::vector<Line>& lines) {
  uint32_t widest = 0;
  size_t joints = 0;
  size_t in_lower_case = 0;
  for (size_t i = 1; i < lines.size(); ++i) {
    const SourceSpan before = lines[i - 1].span;
    const SourceSpan line = lines[i].span;
    if (before.empty() || line.empty()) continue;
    if (before.size() > 4 * kWidestWrap) return 0;
    widest = std::max(widest, Width(text.substr(before.begin, before.size())));
    if (widest > kWidestWrap) return 0;
    ++joints;
    if (StartsInLowerCase(text.substr(line.begin, line.size()))) ++in_lower_case;
  }
  return 2 * in_lower_case > joints ? widest : 0;
}

}  // namespace bylint::internal
