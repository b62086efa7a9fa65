// reStructuredText as articles are written in it: titles, paragraphs, lists, block quotations, and the directives whose
// content is prose. Literal blocks, other directives, fields, tables and comments are masked. Blocks are told by their
// indent and by the line below, as docutils does; nesting is followed only as far as kinds need it.
#include <algorithm>
#include <iterator>

#include "checker/document/document_builder.h"
#include "checker/readers/lines.h"
#include "checker/readers/reader.h"
#include "checker/readers/restructured_text_inline.h"

namespace bylint::internal {
namespace {

constexpr std::string_view kAdornments = "=-`:'\"~^_*+#<>.!$%&()[]{}|/\\,;?@";

// Directives whose content is read, and what it is.
struct ProseDirective {
  std::string_view name;
  BlockKind kind;
};
constexpr ProseDirective kProseDirectives[] = {
    {"admonition", BlockKind::kParagraph},  {"attention", BlockKind::kParagraph},
    {"caution", BlockKind::kParagraph},     {"compound", BlockKind::kParagraph},
    {"container", BlockKind::kParagraph},   {"danger", BlockKind::kParagraph},
    {"epigraph", BlockKind::kBlockQuote},   {"figure", BlockKind::kCaption},
    {"highlights", BlockKind::kBlockQuote}, {"hint", BlockKind::kParagraph},
    {"important", BlockKind::kParagraph},   {"note", BlockKind::kParagraph},
    {"pull-quote", BlockKind::kBlockQuote}, {"sidebar", BlockKind::kParagraph},
    {"tip", BlockKind::kParagraph},         {"topic", BlockKind::kParagraph},
    {"warning", BlockKind::kParagraph}};

bool IsAdornment(std::string_view line) {
  return line.size() >= 2 && kAdornments.find(line[0]) != std::string_view::npos &&
         line.find_first_not_of(line[0]) == std::string_view::npos;
}

bool IsTableBorder(std::string_view line) {
  const bool grid = line.starts_with("+-") || line.starts_with("+=");
  const bool simple = line.starts_with("==") && line.find(' ') != std::string_view::npos;
  return (grid || simple) && line.find_first_not_of("+-= ") == std::string_view::npos;
}

// `:field: value`; not `:role:`text``.
bool IsField(std::string_view line) {
  if (!line.starts_with(':')) return false;
  const size_t end = line.find(':', 1);
  return end != std::string_view::npos && end > 1 && (end + 1 == line.size() || line[end + 1] == ' ');
}

// Bytes of a list marker and the space behind it, 0 if there is none.
uint32_t ItemMarker(std::string_view line) {
  for (const std::string_view bullet : {"* ", "- ", "+ ", "• ", "‣ ", "#. "}) {
    if (line.starts_with(bullet)) return static_cast<uint32_t>(bullet.size());
  }
  const size_t open = line.starts_with('(') ? 1 : 0;
  size_t end = open;
  while (end < line.size() && end < open + 3 && line[end] >= '0' && line[end] <= '9') ++end;
  if (end == open || end + 1 >= line.size() || line[end + 1] != ' ') return 0;
  const bool ends = line[end] == ')' || (open == 0 && line[end] == '.');
  return ends ? static_cast<uint32_t>(end + 2) : 0;
}

class RestructuredTextReader {
 public:
  explicit RestructuredTextReader(SourceText source) : builder_(std::move(source)), text_(builder_.source().text()) {}

  Document Read() && {
    lines_ = ReadLines(text_, text_.starts_with("\uFEFF") ? 3 : 0);
    while (next_ < lines_.size()) ReadBlock();
    return std::move(builder_).Build();
  }

 private:
  // Prose inside of it is indented by at least as much as its first line.
  struct Context {
    uint32_t indent = 0;
    BlockKind kind = BlockKind::kParagraph;
  };

  std::string_view Text(size_t line) const {
    return line < lines_.size() ? text_.substr(lines_[line].span.begin, lines_[line].span.size()) : std::string_view();
  }

  void ReadBlock() {
    const std::string_view text = Text(next_);
    if (text.empty()) {
      ++next_;
      return;
    }
    const uint32_t indent = lines_[next_].indent;
    while (!contexts_.empty() && indent < contexts_.back().indent) contexts_.pop_back();
    if (text == ".." || text.starts_with(".. ")) return ReadExplicitMarkup(text, indent);
    if (IsTableBorder(text)) return SkipUntilBlank();
    if (IsField(text) || text.starts_with("| ") || text.starts_with("__ ")) {
      return text.starts_with("| ") ? ReadParagraph(indent, 2, BlockKind::kBlockQuote) : SkipField(indent);
    }
    if (ReadTitle(indent)) return;
    const uint32_t marker = ItemMarker(text);
    if (marker > 0) {
      contexts_.push_back({indent + marker, BlockKind::kListItem});
      return ReadParagraph(indent, marker, BlockKind::kListItem);
    }
    ReadParagraph(indent, 0, KindAt(indent));
  }

  BlockKind KindAt(uint32_t indent) const {
    if (contexts_.empty()) return indent == 0 ? BlockKind::kParagraph : BlockKind::kBlockQuote;
    return indent > contexts_.back().indent ? BlockKind::kBlockQuote : contexts_.back().kind;
  }

  // A line above one of `====`; the line above it may be adorned too.
  bool ReadTitle(uint32_t indent) {
    if (indent == 0 && IsAdornment(Text(next_))) {
      const bool title = !Text(next_ + 1).empty() && Text(next_ + 2) == Text(next_);
      if (!title) {
        ++next_;  // a transition
        return true;
      }
      AppendTitle(next_ + 1);
      next_ += 3;
      return true;
    }
    if (indent > 0 || !IsAdornment(Text(next_ + 1)) || Text(next_ + 1).size() < 3) return false;
    AppendTitle(next_);
    next_ += 2;
    return true;
  }

  void AppendTitle(size_t line) {
    contexts_.clear();
    const BlockKind kind = builder_.has_headline() ? BlockKind::kHeading : BlockKind::kHeadline;
    builder_.BeginBlock({.kind = kind});
    AppendRestructuredTextInline(lines_[line].span, builder_);
    builder_.EndBlock();
  }

  // Lines up to a blank one or a change of indent; `skipped` bytes of the first are no prose. A paragraph that ends in
  // `::` has a literal block below it.
  void ReadParagraph(uint32_t indent, uint32_t skipped, BlockKind kind) {
    const bool quoted = kind == BlockKind::kBlockQuote;
    builder_.BeginBlock({.kind = kind, .quote_depth = quoted ? uint8_t{1} : uint8_t{0}});
    SourceSpan span = lines_[next_].span;
    span.begin += skipped;
    const uint32_t continuation = skipped > 0 && kind == BlockKind::kListItem ? indent + skipped : indent;
    for (++next_; next_ < lines_.size() && !Text(next_).empty(); ++next_) {
      if (lines_[next_].indent != continuation) break;
      if (skipped > 0 && (ItemMarker(Text(next_)) > 0 || Text(next_).starts_with("| "))) break;
      span.end = lines_[next_].span.end;
    }
    const bool literal = text_.substr(span.begin, span.size()).ends_with("::");
    if (literal) span.end -= span.size() == 2 ? 2 : 1;
    AppendRestructuredTextInline(span, builder_);
    builder_.EndBlock();
    if (literal) SkipIndented(indent);
  }

  // `.. directive::`, `.. _target:`, `.. [1] note`, `.. comment`
  void ReadExplicitMarkup(std::string_view text, uint32_t indent) {
    const SourceSpan line = lines_[next_].span;
    const std::string_view rest = text.size() > 3 ? text.substr(3) : std::string_view();
    const size_t name_end = rest.find("::");
    if (rest.starts_with('[')) {
      const size_t end = rest.find("] ");
      if (end != std::string_view::npos) {
        contexts_.push_back({indent + 3, BlockKind::kParagraph});
        return ReadNote(indent, static_cast<uint32_t>(end + 5));
      }
    }
    const auto* directive = std::ranges::find(kProseDirectives, rest.substr(0, name_end), &ProseDirective::name);
    ++next_;
    if (name_end != std::string_view::npos && directive != std::end(kProseDirectives)) {
      return OpenDirective(*directive, indent);
    }
    if (name_end == std::string_view::npos)
      builder_.AddComment(line, {line.begin + std::min(line.size(), 3u), line.end});
    SkipIndented(indent);
  }

  // The content is what is indented below; its options and what stands behind the name are masked.
  void OpenDirective(const ProseDirective& directive, uint32_t indent) {
    while (next_ < lines_.size() && IsField(Text(next_)) && lines_[next_].indent > indent) ++next_;
    size_t content = next_;
    while (content < lines_.size() && Text(content).empty()) ++content;
    if (content < lines_.size() && lines_[content].indent > indent) {
      contexts_.push_back({lines_[content].indent, directive.kind});
    }
  }

  void ReadNote(uint32_t indent, uint32_t marker) {
    builder_.BeginBlock({.kind = BlockKind::kParagraph});
    SourceSpan span = lines_[next_].span;
    span.begin = std::min(span.begin + marker, span.end);
    for (++next_; next_ < lines_.size() && !Text(next_).empty() && lines_[next_].indent > indent; ++next_) {
      span.end = lines_[next_].span.end;
    }
    AppendRestructuredTextInline(span, builder_);
    builder_.EndBlock();
  }

  void SkipUntilBlank() {
    while (next_ < lines_.size() && !Text(next_).empty()) ++next_;
  }

  void SkipField(uint32_t indent) {
    ++next_;
    while (next_ < lines_.size() && !Text(next_).empty() && lines_[next_].indent > indent) ++next_;
  }

  void SkipIndented(uint32_t indent) {
    while (next_ < lines_.size() && (Text(next_).empty() || lines_[next_].indent > indent)) ++next_;
  }

  DocumentBuilder builder_;
  std::string_view text_;
  std::vector<Line> lines_;
  size_t next_ = 0;
  std::vector<Context> contexts_;
};

}  // namespace

Document ReadRestructuredText(SourceText source) { return RestructuredTextReader(std::move(source)).Read(); }

}  // namespace bylint::internal
