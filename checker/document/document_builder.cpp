#include "checker/document/document_builder.h"

#include <algorithm>
#include <utility>

#include "checker/base/check.h"
#include "checker/base/utf8.h"

namespace bylint {
namespace {

constexpr std::string_view kObject = "\uFFFC";

uint32_t Size(std::string_view text) { return static_cast<uint32_t>(text.size()); }

bool IsBlank(char32_t c) {
  return c <= ' ' || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

// `span` without white space and, when `objects` is set, masked stretches at its ends.
TextSpan Trim(std::string_view text, TextSpan span, bool objects) {
  const auto skipped = [objects](char32_t c) { return IsBlank(c) || (objects && c == 0xFFFC); };
  while (!span.empty()) {
    const CodePoint c = DecodeUtf8(text, span.begin);
    if (!skipped(c.value)) break;
    span.begin += c.size;
  }
  while (!span.empty()) {
    const CodePoint c = DecodeUtf8Before(text, span.end);
    if (!skipped(c.value)) break;
    span.end -= c.size;
  }
  return span;
}

}  // namespace

void DocumentBuilder::BeginBlock(Block properties) {
  EndBlock();
  open_ = properties;
  open_.span = {Size(prose_), Size(prose_)};
  in_block_ = true;
}

void DocumentBuilder::AppendSource(SourceSpan span) {
  const auto ends_before = [](const MaskedStretch& masked, uint32_t at) { return masked.span.end <= at; };
  auto masked = std::lower_bound(masked_.begin(), masked_.end(), span.begin, ends_before);
  for (; masked != masked_.end() && masked->span.begin < span.end; ++masked) {
    if (masked->span.begin > span.begin) AppendVerbatim({span.begin, masked->span.begin});
    if (masked->is_word && masked->span.begin >= span.begin) AppendObject(masked->span);
    span.begin = std::min(masked->span.end, span.end);
  }
  AppendVerbatim(span);
}

void DocumentBuilder::AppendVerbatim(SourceSpan span) {
  if (!in_block_ || span.empty()) return;
  BYLINT_DCHECK(span.end <= source_.text().size());
  const TextSpan text = {Size(prose_), Size(prose_) + span.size()};
  prose_.append(source_.Text(span));
  if (!segments_.empty()) {
    Document::Segment& last = segments_.back();
    if (last.verbatim && last.text.end == text.begin && last.source.end == span.begin) {
      last.text.end = text.end;
      last.source.end = span.end;
      return;
    }
  }
  segments_.push_back({.text = text, .source = span, .verbatim = true});
}

void DocumentBuilder::AppendDecoded(std::string_view text, SourceSpan span) {
  if (!in_block_ || text.empty()) return;
  const uint32_t begin = Size(prose_);
  prose_.append(text);
  segments_.push_back({.text = {begin, Size(prose_)}, .source = span, .verbatim = false});
}

void DocumentBuilder::AppendObject(SourceSpan span) {
  if (!in_block_) return;
  const bool follows_object =
      Size(prose_) > open_.span.begin && std::string_view(prose_).ends_with(kObject) && !segments_.empty();
  if (!follows_object) return AppendDecoded(kObject, span);
  segments_.back().source.end = std::max(segments_.back().source.end, span.end);
}

void DocumentBuilder::AppendLineBreak() {
  if (!in_block_) return;
  if (!segments_.empty() && segments_.back().text.end == Size(prose_)) {
    const uint32_t at = segments_.back().source.end;
    if (at < source_.text().size() && source_.text()[at] == '\n') return AppendSource({at, at + 1});
  }
  prose_.push_back('\n');
}

void DocumentBuilder::EndBlock() {
  if (!in_block_) return;
  in_block_ = false;
  open_.span.end = Size(prose_);
  prose_.push_back('\n');
  if (Trim(prose_, open_.span, /*objects=*/true).empty()) return;
  open_.span = Trim(prose_, open_.span, /*objects=*/false);
  has_headline_ = has_headline_ || open_.kind == BlockKind::kHeadline;
  blocks_.push_back(open_);
}

void DocumentBuilder::AddComment(SourceSpan comment, SourceSpan content) {
  const std::string_view text = source_.text();
  const TextSpan trimmed = Trim(text, {content.begin, content.end}, /*objects=*/false);
  if (!text.substr(trimmed.begin, trimmed.size()).starts_with("bylint-")) return;
  const bool within = in_block_ && !Trim(prose_, {open_.span.begin, Size(prose_)}, /*objects=*/true).empty();
  comments_.push_back({.source = comment,
                       .content = {trimmed.begin, trimmed.end},
                       .kind = Comment::Kind::kInline,
                       .next_block = static_cast<uint32_t>(blocks_.size()) + (within ? 1 : 0),
                       .within_block = within});
}

void DocumentBuilder::AddIgnoredRule(SourceSpan name) {
  comments_.push_back({.source = name, .content = name, .kind = Comment::Kind::kFrontMatter});
}

Document DocumentBuilder::Build() && {
  EndBlock();
  for (Comment& comment : comments_) {
    comment.next_block = std::min(comment.next_block, static_cast<uint32_t>(blocks_.size()));
  }
  return Document(std::move(source_), std::move(prose_), std::move(segments_), std::move(blocks_),
                  std::move(comments_));
}

}  // namespace bylint
