// AsciiDoc as articles are written in it, line by line: header, sections, paragraphs, lists, block quotations, tables;
// listings, attributes, directives and comments are masked.
#include <algorithm>
#include <iterator>

#include "checker/document/document_builder.h"
#include "checker/readers/asciidoc_inline.h"
#include "checker/readers/lines.h"
#include "checker/readers/reader.h"

namespace bylint::internal {
namespace {

bool IsRunOf(std::string_view line, char c, size_t at_least) {
  return line.size() >= at_least && line.find_first_not_of(c) == std::string_view::npos;
}

// Listing, literal, passthrough, comment, fenced code: nothing inside is prose.
bool OpensMaskedBlock(std::string_view line) {
  return IsRunOf(line, '-', 4) || IsRunOf(line, '.', 4) || IsRunOf(line, '+', 4) || IsRunOf(line, '/', 4) ||
         line.starts_with("```");
}

// Example, sidebar, open block: what is inside is read as if it stood outside.
bool IsTransparentDelimiter(std::string_view line) {
  return IsRunOf(line, '=', 4) || IsRunOf(line, '*', 4) || line == "--";
}

bool IsBreak(std::string_view line) {
  return line == "'''" || line == "---" || line == "***" || line == "<<<" || line == "+";
}

bool IsLowerLetter(char c) { return c >= 'a' && c <= 'z'; }

// `image::target[…]`, `include::…[]`, `ifdef::…[]`
bool IsBlockMacro(std::string_view line) {
  const size_t name = static_cast<size_t>(std::ranges::find_if_not(line, IsLowerLetter) - line.begin());
  return name > 0 && line.substr(name).starts_with("::") && line.size() > name + 2 && line[name + 2] != ' ' &&
         line.ends_with(']');
}

// `:name: value`
bool IsAttributeEntry(std::string_view line) {
  if (!line.starts_with(':')) return false;
  const size_t end = line.find(':', 1);
  return end != std::string_view::npos && end > 1 && line.substr(1, end - 1).find(' ') == std::string_view::npos;
}

// Bytes of a list marker and the space behind it, 0 if there is none.
uint32_t ListMarker(std::string_view line) {
  for (const char c : {'*', '.', '-'}) {
    const size_t end = line.find_first_not_of(c);
    const bool too_long = end > (c == '-' ? 1u : 6u);
    if (end != std::string_view::npos && end > 0 && !too_long && line[end] == ' ')
      return static_cast<uint32_t>(end + 1);
  }
  const size_t digits = line.find_first_not_of("0123456789");
  const bool numbered = digits > 0 && digits <= 3 && line.substr(digits).starts_with(". ");
  if (digits != std::string_view::npos && numbered) return static_cast<uint32_t>(digits + 2);
  const bool callout = line.starts_with("<") && line.find("> ") <= 3;
  return callout ? static_cast<uint32_t>(line.find("> ") + 2) : 0;
}

constexpr std::string_view kAdmonitions[] = {"NOTE: ", "TIP: ", "IMPORTANT: ", "WARNING: ", "CAUTION: "};

class AsciiDocReader {
 public:
  explicit AsciiDocReader(SourceText source) : builder_(std::move(source)), text_(builder_.source().text()) {}

  Document Read() && {
    lines_ = ReadLines(text_, text_.starts_with("\uFEFF") ? 3 : 0);
    while (next_ < lines_.size()) ReadLine(lines_[next_++]);
    EndBlock();
    return std::move(builder_).Build();
  }

 private:
  std::string_view Text(SourceSpan span) const { return text_.substr(span.begin, span.size()); }

  void ReadLine(const Line& line) {
    const std::string_view text = Text(line.span);
    if (text.empty()) {
      EndBlock();
      style_ = Style::kNone;
      in_header_ = false;
      return;
    }
    if (text.starts_with("//") && !text.starts_with("///")) return ReadComment(line.span);
    if (in_header_) return;  // authors, revision, attributes
    if (OpensMaskedBlock(text)) return SkipTo(text);
    if (ReadStructure(line, text)) return;
    if (in_table_) return ReadCells(line.span);
    if (ReadHeading(line.span, text)) return;
    ReadProse(line, text);
  }

  void ReadComment(SourceSpan line) {
    AppendPending();
    builder_.AddComment(line, {line.begin + 2, line.end});
  }

  // Up to and with the line that ends the block.
  void SkipTo(std::string_view delimiter) {
    EndBlock();
    if (delimiter.starts_with("```")) delimiter = "```";
    style_ = Style::kNone;
    while (next_ < lines_.size() && Text(lines_[next_++].span) != delimiter) {
    }
  }

  // Lines that shape the document and hold no prose. Returns whether this is one.
  bool ReadStructure(const Line& line, std::string_view text) {
    if (text == "|===" || text == "!===") {
      EndBlock();
      in_table_ = !in_table_;
      return true;
    }
    if (IsRunOf(text, '_', 4)) {
      EndBlock();
      in_quote_ = !in_quote_;
      style_ = Style::kNone;
      return true;
    }
    const bool masked = IsTransparentDelimiter(text) || IsBreak(text) || IsBlockMacro(text) || IsAttributeEntry(text);
    if (masked) {
      EndBlock();
      return true;
    }
    if (text.starts_with('[') && text.ends_with(']') && line.indent == 0 && !builder_.in_block() && !in_table_) {
      ReadBlockAttributes(text);
      return true;
    }
    return false;
  }

  // `[quote, Anna Berg]`, `[source,java]`
  void ReadBlockAttributes(std::string_view text) {
    for (const std::string_view masked :
         {"[source", "[listing", "[literal", "[stem", "[latexmath", "[asciimath", "[pass"}) {
      if (text.starts_with(masked)) style_ = Style::kMasked;
    }
    if (text.starts_with("[quote") || text.starts_with("[verse")) style_ = Style::kQuote;
  }

  bool ReadHeading(SourceSpan line, std::string_view text) {
    const char c = text[0];
    const size_t level = text.find_first_not_of(c);
    const bool heading = (c == '=' || c == '#') && level <= 6 && level < text.size() && text[level] == ' ';
    const bool title = c == '.' && level == 1 && text.size() > 1 && text[1] != ' ';
    if (!heading && !title) return false;
    EndBlock();
    const bool headline = heading && level == 1 && !builder_.has_headline();
    const BlockKind kind = headline ? BlockKind::kHeadline : heading ? BlockKind::kHeading : BlockKind::kCaption;
    builder_.BeginBlock({.kind = kind, .heading_level = heading ? static_cast<uint8_t>(level) : uint8_t{0}});
    AppendAsciiDocInline({line.begin + static_cast<uint32_t>(level), line.end}, builder_);
    builder_.EndBlock();
    in_header_ = headline;
    return true;
  }

  // Each `|` begins a cell.
  void ReadCells(SourceSpan line) {
    for (uint32_t at = line.begin; at < line.end;) {
      if (text_[at] == '|') {
        EndBlock();
        builder_.BeginBlock({.kind = BlockKind::kListItem});
        ++at;
      }
      const auto end = static_cast<uint32_t>(std::min<size_t>(text_.substr(0, line.end).find('|', at), line.end));
      AddPending({at, end});
      AppendPending();
      at = end;
    }
  }

  void ReadProse(const Line& line, std::string_view text) {
    SourceSpan span = line.span;
    const uint32_t marker = ListMarker(text);
    if (marker > 0) {
      EndBlock();
      Begin(BlockKind::kListItem);
      span.begin += marker;
    } else if (const size_t term = DescribedTerm(text); term > 0) {
      EndBlock();
      Begin(BlockKind::kListItem);
      AppendAsciiDocInline({span.begin, span.begin + static_cast<uint32_t>(term)}, builder_);
      EndBlock();
      Begin(BlockKind::kListItem);
      span.begin += static_cast<uint32_t>(std::min(term + 2, text.size()));
    } else if (!builder_.in_block()) {
      if (line.indent > 0 || style_ == Style::kMasked) return SkipParagraph();
      Begin(BlockKind::kParagraph);
      for (const std::string_view label : kAdmonitions) {
        if (text.starts_with(label)) span.begin += static_cast<uint32_t>(label.size());
      }
    }
    AddPending(span);
  }

  // Length of the term in `term:: text`, 0 if there is none.
  static size_t DescribedTerm(std::string_view text) {
    const size_t end = text.find("::");
    if (end == std::string_view::npos || end == 0 || end > 80) return 0;
    return end + 2 == text.size() || text[end + 2] == ' ' ? end : 0;
  }

  void SkipParagraph() {
    while (next_ < lines_.size() && !lines_[next_].span.empty()) ++next_;
  }

  void Begin(BlockKind kind) {
    const bool quoted = in_quote_ || style_ == Style::kQuote;
    if (quoted && kind == BlockKind::kParagraph) kind = BlockKind::kBlockQuote;
    builder_.BeginBlock({.kind = kind, .quote_depth = quoted ? uint8_t{1} : uint8_t{0}});
  }

  void AddPending(SourceSpan span) {
    if (span.empty()) return;
    pending_ = pending_.empty() ? span : pending_.Cover(span);
  }

  void AppendPending() {
    if (pending_.empty()) return;
    if (!builder_.block_is_empty()) builder_.AppendLineBreak();
    AppendAsciiDocInline(pending_, builder_);
    pending_ = {};
  }

  void EndBlock() {
    if (!builder_.in_block()) return;
    AppendPending();
    builder_.EndBlock();
  }

  enum class Style : uint8_t { kNone, kQuote, kMasked };

  DocumentBuilder builder_;
  std::string_view text_;
  std::vector<Line> lines_;
  size_t next_ = 0;
  SourceSpan pending_;  // lines of the open block that are yet to be appended
  Style style_ = Style::kNone;
  bool in_header_ = false;
  bool in_table_ = false;
  bool in_quote_ = false;
};

}  // namespace

Document ReadAsciiDoc(SourceText source) { return AsciiDocReader(std::move(source)).Read(); }

}  // namespace bylint::internal
