// What an earlier version of an article has in common with the one that is analysed: paragraphs at its start (the head)
// and at its end (the tail). Who writes changes one place at a time, so nearly all paragraphs are among them, and what
// a pass found out about a paragraph alone is taken over, moved to where the paragraph stands now. Without an earlier
// version all paragraphs count as changed: there is one way through the analysis.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "bylint/article.h"

namespace bylint::internal {

struct BlockRange {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t size() const { return end - begin; }
};

class Earlier {
 public:
  // Nothing is in common.
  explicit Earlier(const Document& now);
  // Compares paragraphs byte by byte, O(text). `before` must outlive this and have been analysed with the same options.
  Earlier(const Document& now, const Article& before);

  // Null when there is no earlier version.
  const Article* article() const { return before_; }

  // Blocks of this version that the earlier one does not have there.
  BlockRange changed() const { return changed_; }
  // The text from the first of them to the last.
  TextSpan changed_text() const { return changed_text_; }
  // The block of the earlier version that `block` is; kNone for a changed one.
  uint32_t BlockOf(uint32_t block) const {
    if (block < changed_.begin) return block;
    return block < changed_.end ? kNone : block + (changed_before_.end - changed_.end);
  }

  // True when what was found out by looking at the blocks from `first` to `last` of the earlier version, and at what
  // stands right beside them, is true still.
  bool Keeps(uint32_t first, uint32_t last) const {
    return last + 1 < changed_before_.begin || first > changed_before_.end;
  }

  // What the tail moved by, modulo 2^32.
  uint32_t moved_bytes() const { return moved_bytes_; }
  uint32_t moved_tokens() const { return moved_tokens_; }
  TextSpan Moved(TextSpan span) const { return {span.begin + moved_bytes_, span.end + moved_bytes_}; }
  TokenRange Moved(TokenRange range) const { return {range.begin + moved_tokens_, range.end + moved_tokens_}; }

  // Where a span of the earlier version stands now; nullopt where its paragraph changed. Empty ones at 0 stand for
  // "none".
  std::optional<TextSpan> Now(TextSpan before) const;

  // Tokens, their ranges and contents of the head. To be called on empty tables.
  void TakeTokensOfHead(Analysis& now) const;
  // ... of the tail, behind those of the changed blocks. The tokens keep kSentenceStart.
  void TakeTokensOfTail(Analysis& now);

  void TakeSentencesOfHead(Analysis& now) const;
  void TakeSentencesOfTail(Analysis& now) const;

 private:
  const Article* before_ = nullptr;
  uint32_t blocks_ = 0;
  BlockRange changed_;
  TextSpan changed_text_;
  BlockRange changed_before_;  // the blocks of the earlier version in whose place they are
  uint32_t moved_bytes_ = 0;
  uint32_t moved_tokens_ = 0;
};

}  // namespace bylint::internal
