// Lines of a text, whatever ends them, and whether the text is hard-wrapped.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "bylint/span.h"

namespace bylint::internal {

// Walks over the lines of `text`. LF, CR LF, lone CR, NEL, LS and PS each end a line.
class LineScanner {
 public:
  explicit LineScanner(std::string_view text, uint32_t begin = 0);

  bool Done() const { return at_ >= text_.size(); }
  // The next line without its ending. REQUIRES: !Done().
  SourceSpan Next();

 private:
  std::string_view text_;
  uint32_t at_ = 0;
  bool only_line_feeds_ = true;  // and CR LF: the common case, found by memchr
};

// One line of an article's text.
struct Line {
  SourceSpan span;          // without white space at its ends; empty for a blank line
  uint32_t indent = 0;      // bytes of white space before it
  uint8_t quote_depth = 0;  // for readers that take `>` off
};
std::vector<Line> ReadLines(std::string_view text, uint32_t begin);

// Number of code points.
uint32_t Width(std::string_view text);

// Width at which the text is wrapped, or 0 when each line is a paragraph of its own. Line breaks inside of
// sentences tell: most lines that follow another directly go on in lower case, and no line is wide.
uint32_t FindWrapWidth(std::string_view text, const std::vector<Line>& lines);

}  // namespace bylint::internal
