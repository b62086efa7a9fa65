// Markdown in GitHub's dialect, by md4c. Its texts point into the buffer that it was given, so each one maps
// byte by byte; what it makes up (line breaks) stands between two texts. Template code is masked in a copy of
// the buffer beforehand, which keeps all offsets.
#include <md4c.h>

#include "checker/document/document_builder.h"
#include "checker/readers/entities.h"
#include "checker/readers/front_matter.h"
#include "checker/readers/html_prose.h"
#include "checker/readers/reader.h"
#include "checker/readers/template_mask.h"

namespace bylint::internal {
namespace {

// md4c copies the address for each link that refers to it, and fills short rows of wide tables up with empty
// cells: a hostile file can make that quadratic. Past these budgets the rest of the file is not read.
constexpr size_t kFreeBytes = 1'000'000;
constexpr size_t kAddressBytesPerByte = 64;

constexpr char kByteOrderMark[] = "\uFEFF";

class MarkdownReader {
 public:
  explicit MarkdownReader(SourceText source) : builder_(std::move(source)) {}

  Document Read() && {
    const std::string_view text = builder_.source().text();
    const uint32_t begin = text.starts_with(kByteOrderMark) ? 3 : 0;
    base_ = AppendFrontMatter(begin, builder_);
    MaskedTemplates masked = MaskTemplates(text, base_);
    builder_.Mask(std::move(masked.stretches));
    const std::string_view body = masked.body.empty() ? text.substr(base_) : masked.body;
    body_ = body.data();
    body_size_ = static_cast<uint32_t>(body.size());
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEAUTOLINKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return static_cast<MarkdownReader*>(self)->EnterBlock(type, detail) ? 0 : 1;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      static_cast<MarkdownReader*>(self)->LeaveBlock(type);
      return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      static_cast<MarkdownReader*>(self)->EnterSpan(type, detail);
      return 0;  // md4c overlooks anything else here
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      static_cast<MarkdownReader*>(self)->LeaveSpan(type);
      return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* chars, MD_SIZE size, void* self) {
      return static_cast<MarkdownReader*>(self)->Text(type, chars, size) ? 0 : 1;
    };
    md_parse(body_, body_size_, &parser, this);
    return std::move(builder_).Build();
  }

 private:
  // False stops the parser.
  bool EnterBlock(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        ++quote_depth_;
        break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        ++list_depth_;
        break;
      case MD_BLOCK_H:
        BeginHeading(static_cast<uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
        return true;
      case MD_BLOCK_TH:
        builder_.BeginBlock({.kind = BlockKind::kHeading});
        return ++cells_ <= kFreeBytes + body_size_;
      case MD_BLOCK_TD:
        builder_.BeginBlock({.kind = BlockKind::kListItem});
        return ++cells_ <= kFreeBytes + body_size_;
      case MD_BLOCK_HTML:
        in_html_ = true;
        html_ = {};
        break;
      case MD_BLOCK_CODE:
        in_code_block_ = true;
        break;
      default:
        break;
    }
    builder_.EndBlock();
    return true;
  }

  void BeginHeading(uint8_t level) {
    const bool headline = !builder_.has_headline() && (level == 1 || builder_.block_count() == 0);
    builder_.BeginBlock({.kind = headline ? BlockKind::kHeadline : BlockKind::kHeading, .heading_level = level});
  }

  void LeaveBlock(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_HTML) {
      in_html_ = false;
      if (!html_.empty()) {
        AppendHtmlFragment({body_ + (html_.begin - base_), html_.size()}, html_.begin, ClampedQuoteDepth(), builder_);
      }
    }
    builder_.EndBlock();
    if (type == MD_BLOCK_QUOTE) --quote_depth_;
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) --list_depth_;
    if (type == MD_BLOCK_CODE) in_code_block_ = false;
  }

  void EnterSpan(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_A) {
      address_bytes_ += static_cast<MD_SPAN_A_DETAIL*>(detail)->href.size;
    } else if (type == MD_SPAN_IMG) {
      address_bytes_ += static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src.size;
      BeginBlockIfNone();
      image_first_ = image_depth_++ == 0 && builder_.block_is_empty();
      builder_.AppendObject({last_, last_});
    }
  }

  void LeaveSpan(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) --image_depth_;
  }

  // False stops the parser.
  bool Text(MD_TEXTTYPE type, const MD_CHAR* chars, MD_SIZE size) {
    if (address_bytes_ > kFreeBytes + kAddressBytesPerByte * body_size_) return false;
    if (!in_code_block_) AppendText(type, chars, size);
    return true;
  }

  void AppendText(MD_TEXTTYPE type, const MD_CHAR* chars, MD_SIZE size) {
    const SourceSpan span = SpanOf(chars, size);
    if (in_html_) {
      // Line ends and indents of its lines come from elsewhere.
      if (!span.empty()) html_ = html_.empty() ? span : html_.Cover(span);
      return;
    }
    if (image_depth_ > 0) {
      if (!span.empty()) last_ = span.end;
      return;
    }
    BeginBlockIfNone();
    switch (type) {
      case MD_TEXT_NORMAL:
        builder_.AppendSource(span);
        if (builder_.block().kind != BlockKind::kCaption) image_first_ = false;
        break;
      case MD_TEXT_ENTITY:
        AppendEntity(span);
        break;
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR:
        // A line below a picture is its caption.
        if (image_first_) builder_.SetKind(BlockKind::kCaption);
        builder_.AppendLineBreak();
        break;
      case MD_TEXT_HTML:
        if (!span.empty()) AppendInlineHtml(span);
        break;
      default:
        builder_.AppendObject(span.empty() ? SourceSpan{last_, last_} : span);
        break;
    }
    if (!span.empty()) last_ = span.end;
  }

  // Where a text of md4c stands in the file; empty for a text that it made up.
  SourceSpan SpanOf(const MD_CHAR* chars, MD_SIZE size) const {
    const auto address = reinterpret_cast<uintptr_t>(chars);
    const auto body = reinterpret_cast<uintptr_t>(body_);
    if (address < body || address + size > body + body_size_) return {};
    const uint32_t begin = base_ + static_cast<uint32_t>(address - body);
    return {begin, begin + size};
  }

  void AppendEntity(SourceSpan span) {
    const Reference reference = ReadReference(builder_.source().Text(span));
    if (reference.size == span.size()) return builder_.AppendDecoded(reference.text, span);
    builder_.AppendSource(span);
  }

  // md4c hands a tag over line by line; only a tag that is whole is read.
  void AppendInlineHtml(SourceSpan span) {
    const std::string_view text = builder_.source().Text(span);
    if (text.starts_with("<!--") && !text.ends_with("-->")) {
      open_comment_ = span.begin;
      has_open_comment_ = true;
      return;
    }
    if (!has_open_comment_) return AppendInlineTag(span, builder_);
    if (!text.ends_with("-->")) return;
    has_open_comment_ = false;
    AppendInlineTag({open_comment_, span.end}, builder_);
  }

  void BeginBlockIfNone() {
    if (builder_.in_block()) return;
    image_first_ = false;
    const BlockKind kind = quote_depth_ > 0  ? BlockKind::kBlockQuote
                           : list_depth_ > 0 ? BlockKind::kListItem
                                             : BlockKind::kParagraph;
    builder_.BeginBlock({.kind = kind, .quote_depth = ClampedQuoteDepth()});
  }

  uint8_t ClampedQuoteDepth() const { return static_cast<uint8_t>(std::min(quote_depth_, unsigned{UINT8_MAX})); }

  DocumentBuilder builder_;
  const char* body_ = nullptr;
  uint32_t body_size_ = 0;
  uint32_t base_ = 0;  // offset of the body in the source
  uint32_t last_ = 0;  // where the last text ended
  unsigned quote_depth_ = 0;
  unsigned list_depth_ = 0;
  unsigned image_depth_ = 0;
  bool image_first_ = false;  // the block has nothing but a picture so far
  bool in_html_ = false;
  bool in_code_block_ = false;
  SourceSpan html_;
  bool has_open_comment_ = false;
  uint32_t open_comment_ = 0;
  size_t cells_ = 0;
  size_t address_bytes_ = 0;
};

}  // namespace

Document ReadMarkdown(SourceText source) { return MarkdownReader(std::move(source)).Read(); }

}  // namespace bylint::internal
