#include "bylint/document.h"

#include <algorithm>
#include <utility>

#include "checker/base/check.h"
#include "checker/base/utf8.h"

namespace bylint {

Document::Document(SourceText source, std::vector<Block> blocks)
    : source_(std::move(source)), blocks_(std::move(blocks)) {}

Document::Document(SourceText source, std::string prose, std::vector<Segment> segments, std::vector<Block> blocks,
                   std::vector<Comment> comments)
    : source_(std::move(source)),
      prose_(std::move(prose)),
      segments_(std::move(segments)),
      blocks_(std::move(blocks)),
      comments_(std::move(comments)),
      has_own_prose_(true) {}

uint32_t Document::BlockAt(uint32_t offset) const {
  const auto after = std::ranges::upper_bound(blocks_, offset, {}, [](const Block& b) { return b.span.begin; });
  return after == blocks_.begin() ? 0 : static_cast<uint32_t>(after - blocks_.begin() - 1);
}

size_t Document::SegmentAt(uint32_t offset) const {
  const auto after = std::ranges::upper_bound(segments_, offset, {}, [](const Segment& s) { return s.text.begin; });
  return after == segments_.begin() ? 0 : static_cast<size_t>(after - segments_.begin() - 1);
}

SourceSpan Document::ToSource(TextSpan span) const {
  if (!has_own_prose_) return {span.begin, span.end};
  if (segments_.empty()) return {};
  const auto start_of = [&](uint32_t offset) {
    const Segment& segment = segments_[SegmentAt(offset)];
    if (offset < segment.text.begin) return segment.source.begin;
    if (offset >= segment.text.end) return segment.source.end;
    return segment.verbatim ? segment.source.begin + (offset - segment.text.begin) : segment.source.begin;
  };
  if (span.empty()) {
    // An insertion point binds to the text before it.
    if (span.begin > 0) {
      const Segment& segment = segments_[SegmentAt(span.begin - 1)];
      if (segment.text.end == span.begin) return {segment.source.end, segment.source.end};
    }
    const uint32_t at = start_of(span.begin);
    return {at, at};
  }
  const Segment& last = segments_[SegmentAt(span.end - 1)];
  const uint32_t end =
      last.verbatim && span.end <= last.text.end ? last.source.begin + (span.end - last.text.begin) : last.source.end;
  const uint32_t begin = start_of(span.begin);
  return {begin, std::max(begin, end)};
}

bool Document::IsVerbatim(TextSpan span) const {
  if (!has_own_prose_) return true;
  if (segments_.empty()) return false;
  size_t i = SegmentAt(span.begin);
  if (span.empty() && i > 0 && segments_[i].text.begin == span.begin) --i;
  const Segment& segment = segments_[i];
  return segment.verbatim && segment.text.begin <= span.begin && span.end <= segment.text.end;
}

uint32_t SourceText::StoredOffset(uint32_t offset) const {
  if (stored_as_ == Encoding::kUtf8) return offset;
  uint32_t stored = 0;
  for (uint32_t i = 0; i < offset && i < text_.size();) {
    const CodePoint c = DecodeUtf8(text_, i);
    const bool wide = stored_as_ == Encoding::kUtf16Le || stored_as_ == Encoding::kUtf16Be;
    stored += wide ? (c.value > 0xFFFF ? 4 : 2) : 1;
    i += c.size;
  }
  return stored;
}

}  // namespace bylint
