#include "checker/report/excerpt.h"

#include <algorithm>
#include <span>

#include "checker/base/utf8.h"
#include "checker/report/printable.h"

namespace bylint {
namespace {

constexpr std::string_view kEllipsis = "…";

bool EndsLine(char32_t c) { return c == '\n' || c == '\r'; }

int PrintedWidth(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  if (!IsUnsafe(c)) return DisplayWidth(c);
  std::string scratch;
  return AppendPrintable(c, scratch);
}

struct Reach {
  uint32_t offset = 0;
  int width = 0;
  bool line_ends = false;  // the line ends there; else the budget did
};

Reach ReachForward(std::string_view source, uint32_t from, uint32_t limit, int budget) {
  Reach reach{.offset = from};
  while (reach.offset < limit) {
    const CodePoint c = DecodeUtf8(source, reach.offset);
    if (EndsLine(c.value)) break;
    const int width = PrintedWidth(c.value);
    if (reach.width + width > budget) return reach;
    reach.width += width;
    reach.offset += c.size;
  }
  reach.line_ends = true;
  return reach;
}

Reach ReachBackward(std::string_view source, uint32_t from, int budget) {
  Reach reach{.offset = from};
  while (reach.offset > 0) {
    const CodePoint c = DecodeUtf8Before(source, reach.offset);
    if (EndsLine(c.value)) break;
    const int width = PrintedWidth(c.value);
    if (reach.width + width > budget) return reach;
    reach.width += width;
    reach.offset -= c.size;
  }
  reach.line_ends = true;
  return reach;
}

struct Window {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool cut_before = false;
  bool cut_after = false;
};

// Half of the room that the mark leaves goes to either side; what one side does not need goes to the other.
Window WindowAround(std::string_view source, SourceSpan span, int width) {
  const auto size = static_cast<uint32_t>(source.size());
  const Reach mark = ReachForward(source, span.begin, std::min(span.end, size), width);
  const int room = std::max(0, width - mark.width);
  Reach before = ReachBackward(source, span.begin, room);
  const Reach after = ReachForward(source, mark.offset, size, std::max(room / 2, room - before.width));
  if (before.width > room - after.width) before = ReachBackward(source, span.begin, room - after.width);

  Window window{
      .begin = before.offset, .end = after.offset, .cut_before = !before.line_ends, .cut_after = !after.line_ends};
  // A word that the window cuts in two is left out, unless it is the marked one.
  if (window.cut_before) {
    const size_t space = source.substr(window.begin, span.begin - window.begin).find(' ');
    if (space != std::string_view::npos) window.begin += static_cast<uint32_t>(space) + 1;
  }
  if (window.cut_after && window.end > mark.offset) {
    const size_t space = source.substr(mark.offset, window.end - mark.offset).rfind(' ');
    if (space != std::string_view::npos) window.end = mark.offset + static_cast<uint32_t>(space);
  }
  return window;
}

// Prints the window and remembers at which column each offset asked for begins.
class Printer {
 public:
  Printer(std::string_view source, Window window) : source_(source), window_(window) {
    if (window.cut_before) text_ = std::string(kEllipsis) + " ";
    lead_ = DisplayWidth(text_);
    AppendPrintable(source.substr(window.begin, window.end - window.begin), text_);
    if (window.cut_after) text_ += " " + std::string(kEllipsis);
  }

  bool Shows(SourceSpan span) const { return window_.begin <= span.begin && span.end <= window_.end; }

  Excerpt::Mark Mark(SourceSpan span) const {
    const uint32_t begin = std::clamp(span.begin, window_.begin, window_.end);
    const uint32_t end = std::clamp(span.end, begin, window_.end);
    const int column = lead_ + Columns(window_.begin, begin);
    return {.column = column, .width = std::max(1, Columns(begin, end)), .primary = false, .text = {}};
  }

  std::string TakeText() { return std::move(text_); }

 private:
  int Columns(uint32_t begin, uint32_t end) const {
    int width = 0;
    for (uint32_t i = begin; i < end;) {
      const CodePoint c = DecodeUtf8(source_, i);
      width += PrintedWidth(c.value);
      i += c.size;
    }
    return width;
  }

  std::string_view source_;
  Window window_;
  std::string text_;
  int lead_ = 0;
};

// A span that reaches past the text is cut: rendering must never be why a report fails.
SourceSpan Repair(std::string_view source, SourceSpan span) {
  const auto size = static_cast<uint32_t>(source.size());
  const uint32_t begin = std::min(span.begin, size);
  return {begin, std::clamp(span.end, begin, size)};
}

// A window wide enough for the finding and a label on the same line, where the two fit.
Window WindowFor(std::string_view source, SourceSpan span, std::span<const Label> labels, int width) {
  for (const Label& label : labels) {
    const SourceSpan both = span.Cover(Repair(source, label.span));
    const Reach reach = ReachForward(source, both.begin, both.end, width);
    if (reach.offset >= both.end) return WindowAround(source, both, width);
  }
  return WindowAround(source, span, width);
}

}  // namespace

std::vector<Excerpt> MakeExcerpts(std::string_view source, const Finding& finding, int width) {
  const SourceSpan span = Repair(source, finding.span);
  std::vector<Excerpt> excerpts;
  Printer printer(source, WindowFor(source, span, finding.labels, width));
  Excerpt main{.offset = span.begin, .text = {}, .marks = {printer.Mark(span)}};
  main.marks.front().primary = true;
  std::vector<Excerpt> others;
  for (const Label& label : finding.labels) {
    const SourceSpan at = Repair(source, label.span);
    if (printer.Shows(at)) {
      main.marks.push_back(printer.Mark(at));
      main.marks.back().text = label.text;
      continue;
    }
    Printer elsewhere(source, WindowAround(source, at, width));
    Excerpt other{.offset = at.begin, .text = {}, .marks = {elsewhere.Mark(at)}};
    other.marks.front().text = label.text;
    other.text = elsewhere.TakeText();
    others.push_back(std::move(other));
  }
  main.text = printer.TakeText();
  excerpts.push_back(std::move(main));
  std::ranges::move(others, std::back_inserter(excerpts));
  return excerpts;
}

}  // namespace bylint
