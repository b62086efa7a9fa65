// Builds a Document whose prose differs from its source: readers append what they read, in reading order.
//
//   DocumentBuilder builder(std::move(source));
//   builder.BeginBlock({.kind = BlockKind::kParagraph});
//   builder.AppendSource({3, 8});                // five bytes as they stand in the source
//   builder.AppendDecoded("“", {8, 15});         // `&ldquo;`
//   builder.EndBlock();
//   Document document = std::move(builder).Build();
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bylint/document.h"

namespace bylint {

// A stretch of the source that is not prose although it stands inside of prose.
struct MaskedStretch {
  SourceSpan span;
  bool is_word = false;  // leaves an object behind: `{{ name }}`
};

class DocumentBuilder {
 public:
  explicit DocumentBuilder(SourceText source) : source_(std::move(source)) {}

  const SourceText& source() const& ABSL_ATTRIBUTE_LIFETIME_BOUND { return source_; }
  const SourceText& source() const&& = delete;

  // Ends the block before, if one is open, and starts another; `properties.span` is not looked at.
  void BeginBlock(Block properties);
  bool in_block() const { return in_block_; }
  // The open block without what the next calls append. REQUIRES: in_block().
  const Block& block() const { return open_; }
  bool block_is_empty() const { return prose_.size() == open_.span.begin; }
  void SetKind(BlockKind kind) { open_.kind = kind; }

  // What AppendSource leaves out from now on, in order of position.
  void Mask(std::vector<MaskedStretch> stretches) { masked_ = std::move(stretches); }

  // The rest appends to the open block, and does nothing where none is open.
  void AppendSource(SourceSpan span);
  void AppendDecoded(std::string_view text, SourceSpan span);
  // A masked stretch in running text: one U+FFFC, unless one stands there already.
  void AppendObject(SourceSpan span);
  // A line break of the source, which stands behind what was appended last.
  void AppendLineBreak();

  // Drops white space at both ends; a block without words or marks is dropped whole.
  void EndBlock();

  // Remembers a comment of the source when it speaks to bylint. `content` may have white space at its ends.
  void AddComment(SourceSpan comment, SourceSpan content);
  void AddIgnoredRule(SourceSpan name);

  size_t block_count() const { return blocks_.size(); }
  bool has_headline() const { return has_headline_; }

  Document Build() &&;

 private:
  void AppendVerbatim(SourceSpan span);

  SourceText source_;
  std::vector<MaskedStretch> masked_;
  std::string prose_;
  std::vector<Document::Segment> segments_;
  std::vector<Block> blocks_;
  std::vector<Comment> comments_;
  Block open_;
  bool in_block_ = false;
  bool has_headline_ = false;
};

}  // namespace bylint
