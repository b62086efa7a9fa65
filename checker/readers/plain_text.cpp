// Plain text: paragraphs, the headline above them, headings between them, bylines, list items, quoted lines.
//
// In most copy a line is a paragraph; in hard-wrapped copy blank lines part paragraphs. Which of the two it
// is, is decided once a file, by its line breaks inside sentences. The rest is told by how lines look: a
// headline is a short first line without a full stop above something longer. Known failure: a first paragraph
// that is short and forgot its full stop is taken for a headline.
#include <algorithm>
#include <iterator>
#include <optional>

#include "absl/container/inlined_vector.h"
#include "checker/base/ascii.h"
#include "checker/base/utf8.h"
#include "checker/document/document_builder.h"
#include "checker/readers/lines.h"
#include "checker/readers/reader.h"

namespace bylint::internal {
namespace {

constexpr uint32_t kWidestHeadline = 150;  // code points
constexpr uint32_t kWidestHeading = 80;
constexpr size_t kBylineWords = 12;
constexpr size_t kBylineBlocks = 5;  // bylines stand among the first blocks

// A run of lines that belong together; each without its `>` and its list marker.
struct Run {
  absl::InlinedVector<SourceSpan, 1> lines;
  BlockKind kind = BlockKind::kParagraph;
  uint8_t quote_depth = 0;
  uint32_t indent = 0;
};

// `***`, `---`, `# # #`: a line that only parts what stands above and below.
bool IsSeparator(std::string_view line) {
  return line.size() >= 2 && !IsAsciiLetter(line[0]) && line.find_first_not_of("-=_*~#+ ") == std::string_view::npos;
}

// Bytes of a list marker and the space behind it, 0 if there is none.
uint32_t ListMarker(std::string_view line) {
  if (!line.empty() && (IsAsciiLetter(line[0]) || line.starts_with("“"))) return 0;  // nearly all lines
  for (const std::string_view bullet : {"* ", "- ", "• ", "‣ ", "◦ ", "▪ ", "· ", "•\t", "*\t", "-\t"}) {
    if (line.starts_with(bullet)) return static_cast<uint32_t>(bullet.size());
  }
  size_t digits = 0;
  while (digits < line.size() && digits < 3 && IsAsciiDigit(line[digits])) ++digits;
  if (digits == 0 || line.size() < digits + 2) return 0;
  const bool ends = (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
  return ends ? static_cast<uint32_t>(digits + 2) : 0;
}

// Takes the `>` of quoted lines off; returns how many there were.
uint8_t TakeQuotePrefix(std::string_view text, SourceSpan& line) {
  uint8_t depth = 0;
  while (!line.empty() && text[line.begin] == '>') {
    if (depth < UINT8_MAX) ++depth;
    ++line.begin;
    while (!line.empty() && (text[line.begin] == ' ' || text[line.begin] == '\t')) ++line.begin;
  }
  return depth;
}

class PlainTextReader {
 public:
  explicit PlainTextReader(SourceText source) : source_(std::move(source)) {}

  Document Read() && {
    ReadRuns();
    NameRuns();
    return std::move(*this).MakeDocument();
  }

 private:
  std::string_view Text(SourceSpan span) const { return source_.Text(span); }

  void ReadRuns() {
    const uint32_t start = source_.text().starts_with("\uFEFF") ? 3 : 0;
    std::vector<Line> lines = ReadLines(source_.text(), start);
    for (Line& line : lines) line.quote_depth = TakeQuotePrefix(source_.text(), line.span);
    wrap_width_ = FindWrapWidth(source_.text(), lines);
    runs_.reserve(lines.size() / 2 + 1);
    bool open = false;  // the last run may go on
    for (Line line : lines) {
      if (line.span.empty() || IsSeparator(Text(line.span))) {
        open = false;
        continue;
      }
      const uint32_t marker = ListMarker(Text(line.span));
      if (open && marker == 0 && GoesOn(runs_.back(), line)) {
        runs_.back().lines.push_back(line.span);
        continue;
      }
      line.span.begin += marker;
      const BlockKind kind = marker > 0             ? BlockKind::kListItem
                             : line.quote_depth > 0 ? BlockKind::kBlockQuote
                                                    : BlockKind::kParagraph;
      runs_.push_back({.lines = {line.span}, .kind = kind, .quote_depth = line.quote_depth, .indent = line.indent});
      open = wrap_width_ > 0;
    }
  }

  // True when `line` goes on with the paragraph `run` in hard-wrapped text.
  bool GoesOn(const Run& run, const Line& line) const {
    if (line.quote_depth != run.quote_depth) return false;
    const bool first_indented = run.lines.size() > 1 && line.indent >= run.indent + 2;
    if (first_indented && run.kind == BlockKind::kParagraph) return false;
    // The paragraph ended where the next word would have fitted with ease, unless that word goes on in a
    // sentence.
    const std::string_view text = Text(line.span);
    const uint32_t word = Width(text.substr(0, text.find(' ')));
    const bool broke_early = Width(Text(run.lines.back())) + 1 + word < wrap_width_ * 6 / 10;
    return !broke_early || (text[0] >= 'a' && text[0] <= 'z');
  }

  void NameRuns() {
    if (runs_.size() < 2) return;
    if (IsTitleLine(runs_[0], kWidestHeadline) && IsLonger(runs_[1], runs_[0])) runs_[0].kind = BlockKind::kHeadline;
    for (size_t i = 0; i < std::min(runs_.size() - 1, kBylineBlocks); ++i) {
      if (IsByline(runs_[i])) runs_[i].kind = BlockKind::kByline;
    }
    const bool has_byline = runs_[1].kind == BlockKind::kByline;
    if (has_byline && IsTitleLine(runs_[0], kWidestHeadline)) runs_[0].kind = BlockKind::kHeadline;
    for (size_t i = 1; i + 1 < runs_.size(); ++i) {
      if (IsHeading(runs_[i], runs_[i + 1])) runs_[i].kind = BlockKind::kHeading;
    }
  }

  // One short line that does not end like a sentence.
  bool IsTitleLine(const Run& run, uint32_t widest) const {
    if (run.kind != BlockKind::kParagraph || run.lines.size() > 1) return false;
    const std::string_view line = Text(run.lines[0]);
    return line.size() <= 4 * size_t{widest} && Width(line) <= widest && !EndsLikeSentence(line);
  }

  static bool EndsLikeSentence(std::string_view line) {
    for (const std::string_view closing : {"\"", "'", "”", "’", "»", ")", "]"}) {
      if (line.ends_with(closing)) {
        line.remove_suffix(closing.size());
        break;
      }
    }
    return line.ends_with('.') || line.ends_with(',') || line.ends_with(':') || line.ends_with(';') ||
           line.ends_with("…");
  }

  bool IsLonger(const Run& run, const Run& than) const {
    return run.lines.size() > 1 || run.lines[0].size() > than.lines[0].size();
  }

  // `By Anna Berg and Tom Lee, Health Correspondents`
  bool IsByline(const Run& run) const {
    if (run.kind != BlockKind::kParagraph || run.lines.size() > 1 || run.lines[0].size() > 200) return false;
    std::string_view rest = Text(run.lines[0]);
    if (!rest.starts_with("By ") && !rest.starts_with("BY ")) return false;
    rest.remove_prefix(3);
    size_t words = 0;
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
      if (word.empty()) continue;
      ++words;
      if (word[0] >= 'a' && word[0] <= 'z' && !IsBylineParticle(word)) return false;
      if (words == 1 && IsAsciiDigit(word[0])) return false;
    }
    return words >= 1 && words <= kBylineWords && !EndsLikeSentence(Text(run.lines[0]));
  }

  static bool IsBylineParticle(std::string_view word) {
    static constexpr std::string_view kParticles[] = {"and", "of",  "for", "the", "in", "at", "with", "de", "del",
                                                      "van", "von", "der", "da",  "di", "el", "al",   "bin"};
    return std::ranges::find(kParticles, word) != std::end(kParticles);
  }

  // A title line without marks between paragraphs, of which the one below ends like a sentence.
  bool IsHeading(const Run& run, const Run& below) const {
    if (!IsTitleLine(run, kWidestHeading) || below.kind != BlockKind::kParagraph || !IsLonger(below, run)) return false;
    const std::string_view line = Text(run.lines[0]);
    if (line.find_first_of("\"`()[]{}@/") != std::string_view::npos) return false;
    if (line.find("“") != std::string_view::npos || line.find("”") != std::string_view::npos) return false;
    return EndsLikeSentence(Text(below.lines.back()));
  }

  Document MakeDocument() && {
    const bool quoted_lines_inside =
        std::ranges::any_of(runs_, [](const Run& run) { return run.quote_depth > 0 && run.lines.size() > 1; });
    if (quoted_lines_inside) return std::move(*this).MakeWithOwnProse();
    std::vector<Block> blocks;
    blocks.reserve(runs_.size());
    for (const Run& run : runs_) {
      if (run.lines.front().empty()) continue;
      blocks.push_back(
          {.span = {run.lines.front().begin, run.lines.back().end}, .kind = run.kind, .quote_depth = run.quote_depth});
    }
    return Document(std::move(source_), std::move(blocks));
  }

  Document MakeWithOwnProse() && {
    DocumentBuilder builder(std::move(source_));
    for (const Run& run : runs_) {
      builder.BeginBlock({.kind = run.kind, .quote_depth = run.quote_depth});
      for (const SourceSpan line : run.lines) {
        if (line != run.lines.front()) builder.AppendLineBreak();
        builder.AppendSource(line);
      }
      builder.EndBlock();
    }
    return std::move(builder).Build();
  }

  SourceText source_;
  std::vector<Run> runs_;
  uint32_t wrap_width_ = 0;
};

}  // namespace

Document ReadPlainText(SourceText source) { return PlainTextReader(std::move(source)).Read(); }

}  // namespace bylint::internal
