// The article as a reader leaves it: blocks of prose, and a byte-exact map back to the file.
//
//   const Document& document = article.document();
//   for (const Block& block : document.blocks()) Use(document.Text(block.span));
//
// Whatever is not prose (markup, code, URLs, attributes, front matter keys) is not in `text()`; a code span
// or an image in running text leaves one U+FFFC (object replacement character) behind, so that words do not
// fuse.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/base/attributes.h"
#include "bylint/source_text.h"
#include "bylint/span.h"

namespace bylint {

enum class BlockKind : uint8_t {
  kHeadline,  // the article's title: front matter `title`, the first heading, a title line of plain text
  kHeading,   // a heading within the article
  kParagraph,
  kListItem,
  kBlockQuote,  // a paragraph set as a quotation; it needs no marks
  kCaption,     // of a picture: alt text is none
  kByline,      // "By Anna Berg", a line of its own
};

// One run of prose. `span` holds no line break at its ends; hard-wrapped text has line breaks inside, which
// count as spaces.
struct Block {
  TextSpan span = {};
  BlockKind kind = BlockKind::kParagraph;
  uint8_t quote_depth = 0;    // number of block quotations around it
  uint8_t heading_level = 0;  // 1 to 6 for kHeadline and kHeading where the format has levels, else 0

  friend bool operator==(const Block&, const Block&) = default;
};

// A word of the article's authors to bylint, which no reader of the news sees: `<!-- bylint-… -->` in
// Markdown and HTML, `// bylint-…` in AsciiDoc, `.. bylint-…` in reStructuredText, and each entry of the list
// `bylint: ignore:` in front matter.
struct Comment {
  enum class Kind : uint8_t {
    kInline,       // `content` starts with `bylint-`
    kFrontMatter,  // `content` is the name of a rule or group, to be ignored in the whole file
  };

  SourceSpan source = {};   // with its delimiters
  SourceSpan content = {};  // without, and without white space at its ends
  Kind kind = Kind::kInline;
  uint32_t next_block = 0;  // index of the first block that begins behind it; blocks().size() if none does
  // Behind prose on its line, or inside a block: it speaks of that line. Else it stands alone.
  bool within_block = false;
};

// Immutable, movable, never copied. One thread at a time may build it, any number may read it.
class Document {
 public:
  // A stretch of `text()` and the stretch of the source it came from. Verbatim stretches have equal sizes and
  // map byte by byte; a decoded one (an entity, an escape) maps as a whole.
  struct Segment {
    TextSpan text;
    SourceSpan source;
    bool verbatim = true;
  };

  Document() = default;
  // The prose is the source itself (plain text). REQUIRES: blocks in order, inside the text, disjoint.
  Document(SourceText source, std::vector<Block> blocks);
  // The prose is a text of its own. REQUIRES: `segments` in order of `text`, disjoint; bytes of `prose` that
  // no segment covers (separators) map to the nearest segment's edge.
  Document(SourceText source, std::string prose, std::vector<Segment> segments, std::vector<Block> blocks,
           std::vector<Comment> comments = {});
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  const SourceText& source() const& ABSL_ATTRIBUTE_LIFETIME_BOUND { return source_; }
  const SourceText& source() const&& = delete;

  // All the prose, UTF-8. Text between blocks is not prose and must not be looked at.
  std::string_view text() const& ABSL_ATTRIBUTE_LIFETIME_BOUND {
    return has_own_prose_ ? std::string_view(prose_) : source_.text();
  }
  std::string_view text() const&& = delete;
  std::string_view Text(TextSpan span) const& ABSL_ATTRIBUTE_LIFETIME_BOUND {
    return text().substr(span.begin, span.size());
  }
  std::string_view Text(TextSpan) const&& = delete;

  // In order of position.
  std::span<const Block> blocks() const& ABSL_ATTRIBUTE_LIFETIME_BOUND { return blocks_; }
  std::span<const Block> blocks() const&& = delete;

  // Those that begin with `bylint-`, and the front matter's, in order of position.
  std::span<const Comment> comments() const& ABSL_ATTRIBUTE_LIFETIME_BOUND { return comments_; }
  std::span<const Comment> comments() const&& = delete;

  // Index of the last block that begins at or before `offset`, 0 if none does. O(log blocks).
  uint32_t BlockAt(uint32_t offset) const;

  // Where the prose stands in the file. Markup inside the span is covered by the result; an empty span maps
  // to an empty span. O(log segments).
  SourceSpan ToSource(TextSpan span) const;

  // True when `span` maps byte by byte to one stretch of the source: an edit there is safe.
  bool IsVerbatim(TextSpan span) const;

 private:
  size_t SegmentAt(uint32_t offset) const;

  SourceText source_;
  std::string prose_;
  std::vector<Segment> segments_;
  std::vector<Block> blocks_;
  std::vector<Comment> comments_;
  bool has_own_prose_ = false;
};

}  // namespace bylint
