#include "checker/analysis/earlier.h"

#include <algorithm>

namespace bylint::internal {
namespace {

bool AreSame(const Document& a, const Block& x, const Document& b, const Block& y) {
  return x.kind == y.kind && x.quote_depth == y.quote_depth && x.heading_level == y.heading_level &&
         a.Text(x.span) == b.Text(y.span);
}

uint32_t Count(std::span<const Block> blocks) { return static_cast<uint32_t>(blocks.size()); }

TextSpan TextOf(std::span<const Block> blocks) {
  return blocks.empty() ? TextSpan{} : blocks.front().span.Cover(blocks.back().span);
}

template <typename T>
void Append(std::vector<T>& to, const std::vector<T>& from, size_t begin, size_t end) {
  to.insert(to.end(), from.begin() + static_cast<std::ptrdiff_t>(begin),
            from.begin() + static_cast<std::ptrdiff_t>(end));
}

}  // namespace

Earlier::Earlier(const Document& now)
    : blocks_(Count(now.blocks())), changed_{0, blocks_}, changed_text_(TextOf(now.blocks())) {}

Earlier::Earlier(const Document& now, const Article& before) : before_(&before), blocks_(Count(now.blocks())) {
  const std::span<const Block> a = now.blocks();
  const std::span<const Block> b = before.blocks();
  const uint32_t most = std::min(Count(a), Count(b));
  uint32_t head = 0;
  const auto same = [&](size_t i, size_t j) { return AreSame(now, a[i], before.document(), b[j]); };
  // What stands between paragraphs may have changed without them: the head stays where it was.
  while (head < most && a[head].span == b[head].span && same(head, head)) ++head;
  uint32_t tail = 0;
  while (head + tail < most && same(a.size() - 1 - tail, b.size() - 1 - tail) &&
         (tail == 0 || a[a.size() - tail].span.begin - a[a.size() - 1 - tail].span.begin ==
                           b[b.size() - tail].span.begin - b[b.size() - 1 - tail].span.begin)) {
    ++tail;
  }
  changed_ = {head, Count(a) - tail};
  changed_text_ = TextOf(a.subspan(changed_.begin, changed_.size()));
  changed_before_ = {head, Count(b) - tail};
  if (tail > 0) moved_bytes_ = a.back().span.begin - b.back().span.begin;
}

std::optional<TextSpan> Earlier::Now(TextSpan before) const {
  if (before.begin == 0 && before.empty()) return before;
  const std::span<const Block> blocks = before_->blocks();
  if (changed_before_.begin > 0 && before.end <= blocks[changed_before_.begin - 1].span.end) return before;
  if (changed_before_.end < blocks.size() && before.begin >= blocks[changed_before_.end].span.begin) {
    return Moved(before);
  }
  return std::nullopt;
}

void Earlier::TakeTokensOfHead(Analysis& now) const {
  if (before_ == nullptr || changed_.begin == 0) return;
  const Analysis& then = before_->analysis();
  Append(now.tokens, then.tokens, 0, then.block_tokens[changed_.begin - 1].end);
  Append(now.block_tokens, then.block_tokens, 0, changed_.begin);
  Append(now.contents, then.contents, 0, changed_.begin);
}

void Earlier::TakeTokensOfTail(Analysis& now) {
  if (before_ == nullptr || changed_.end == blocks_) return;
  const Analysis& then = before_->analysis();
  const TokenIndex first = then.block_tokens[changed_before_.end].begin;
  const size_t taken = now.tokens.size();
  moved_tokens_ = static_cast<uint32_t>(taken) - first;
  Append(now.tokens, then.tokens, first, then.tokens.size());
  for (size_t i = taken; i < now.tokens.size(); ++i) now.tokens[i].span = Moved(now.tokens[i].span);
  for (size_t i = changed_before_.end; i < then.block_tokens.size(); ++i) {
    now.block_tokens.push_back(Moved(then.block_tokens[i]));
  }
  Append(now.contents, then.contents, changed_before_.end, then.contents.size());
}

void Earlier::TakeSentencesOfHead(Analysis& now) const {
  if (before_ == nullptr || changed_.begin == 0) return;
  const Analysis& then = before_->analysis();
  const TokenIndex end = then.block_tokens[changed_.begin - 1].end;
  const auto behind = std::ranges::lower_bound(then.sentences, end, {}, &TokenRange::begin);
  now.sentences.assign(then.sentences.begin(), behind);
}

void Earlier::TakeSentencesOfTail(Analysis& now) const {
  if (before_ == nullptr || changed_.end == blocks_) return;
  const Analysis& then = before_->analysis();
  const TokenIndex begin = then.block_tokens[changed_before_.end].begin;
  const auto first = std::ranges::lower_bound(then.sentences, begin, {}, &TokenRange::begin);
  for (auto sentence = first; sentence != then.sentences.end(); ++sentence) {
    now.sentences.push_back(Moved(*sentence));
  }
}

}  // namespace bylint::internal
