// Quotations from balanced marks: one entry for each paragraph that a quotation touches.
//
// A quotation is collected where the parse had to supply a mark, too: from the mark that stands to the place where
// its partner belongs.
#include <algorithm>
#include <numeric>
#include <span>

#include "checker/analysis/passes.h"

namespace bylint::internal {
namespace {

class Collector {
 public:
  Collector(const Document& document, Analysis& analysis) : document_(document), analysis_(analysis) {}

  void Run() {
    IndexFaults();
    const auto marks = static_cast<MarkIndex>(analysis_.marks.size());
    analysis_.quotations.reserve(marks / 2);
    MarkIndex i = 0;
    for (uint32_t block = 0; block < document_.blocks().size(); ++block) {
      const TextSpan span = document_.blocks()[block].span;
      // Only a block that a quotation runs on into: captions stand aside.
      const bool aside =
          document_.blocks()[block].kind == BlockKind::kCaption || document_.blocks()[block].kind == BlockKind::kByline;
      if (!open_.empty() && !aside) GoOn(block);
      for (; i < marks && analysis_.marks[i].span.begin < span.end; ++i) Read(i, block);
      if (!open_.empty() && !aside) RunOn(span.end);
      if (i == marks && open_.empty()) break;
    }
    if (out_of_order_) Sort();
    MarkRepaired();
  }

 private:
  struct Open {
    QuotationIndex entry = 0;  // of the paragraph being read
    MarkIndex opener = 0;
  };

  void Read(MarkIndex i, uint32_t block) {
    const Mark& mark = analysis_.marks[i];
    switch (mark.role) {
      case MarkRole::kOpen:
        if (mark.partner == kNone) return AddUnclosed(i, block);
        open_.push_back({.entry = Start(mark.span.begin, mark.span.end, block, mark.depth), .opener = i});
        analysis_.quotations.back().open = i;
        return;
      case MarkRole::kClose:
        return mark.partner == kNone ? AddUnopened(i, block) : Close(i);
      case MarkRole::kContinue:
        return Continue(i);
      default:
        return;
    }
  }

  QuotationIndex Start(uint32_t begin, uint32_t inner, uint32_t block, uint8_t depth) {
    Quotation quotation;
    quotation.span = {begin, begin};
    quotation.inner = {inner, inner};
    quotation.block = block;
    quotation.depth = depth;
    analysis_.quotations.push_back(quotation);
    return static_cast<QuotationIndex>(analysis_.quotations.size() - 1);
  }

  void End(QuotationIndex entry, uint32_t inner_end, uint32_t end) {
    Quotation& quotation = analysis_.quotations[entry];
    quotation.span.end = end;
    quotation.inner.end = std::max(inner_end, quotation.inner.begin);
    for (const Token& token : TokensInside(quotation)) {
      if (token.span.begin >= quotation.inner.end) break;
      quotation.words += token.IsWord() || token.kind == TokenKind::kNumber;
    }
  }

  // The tokens from the first one inside on: behind its mark, where its paragraph begins, or where a mark was supplied.
  std::span<const Token> TokensInside(const Quotation& quotation) const {
    const std::span<const Token> tokens = analysis_.tokens;
    if (quotation.open != kNone) {
      std::span<const Token> inside = tokens.subspan(analysis_.marks[quotation.open].token);
      while (!inside.empty() && inside.front().span.begin < quotation.inner.begin) inside = inside.subspan(1);
      return inside;
    }
    if (quotation.inner.begin == document_.blocks()[quotation.block].span.begin) {
      return tokens.subspan(analysis_.block_tokens[quotation.block].begin);
    }
    return TokensFrom(tokens, quotation.inner.begin);
  }

  void Close(MarkIndex i) {
    const Mark& mark = analysis_.marks[i];
    const auto at = std::ranges::find(open_, mark.partner, &Open::opener);
    if (at == open_.end()) return;
    analysis_.quotations[at->entry].close = i;
    End(at->entry, mark.span.begin, mark.span.end);
    open_.erase(at);
  }

  // The block goes on with the open quotations; marks of continuation, if it has them, are read later.
  void GoOn(uint32_t block) {
    const uint32_t begin = document_.blocks()[block].span.begin;
    for (Open& open : open_) {
      const QuotationIndex before = open.entry;
      open.entry = Start(begin, begin, block, analysis_.quotations[before].depth);
      analysis_.quotations.back().continues = before;
      analysis_.quotations.back().repaired = true;  // until its mark is seen
    }
  }

  void Continue(MarkIndex i) {
    const Mark& mark = analysis_.marks[i];
    if (mark.depth == 0 || mark.depth > open_.size()) return;
    ReadContinuation(i);
    // The last part of a quotation that nothing closes ends where its mark belongs.
    const uint32_t end = Expected(i, kNone);
    if (end == kNone) return;
    const auto at = open_.begin() + (mark.depth - 1);
    End(at->entry, end, end);
    open_.erase(at, open_.end());
  }

  void ReadContinuation(MarkIndex i) {
    const Mark& mark = analysis_.marks[i];
    const auto at = open_.begin() + (mark.depth - 1);
    Quotation& quotation = analysis_.quotations[at->entry];
    quotation.open = i;
    quotation.repaired = false;
    quotation.span.begin = mark.span.begin;
    for (auto inner = at; inner != open_.end(); ++inner) {
      Quotation& entry = analysis_.quotations[inner->entry];
      entry.inner.begin = mark.span.end;
      if (inner != at) entry.span.begin = mark.span.end, entry.repaired = false;
    }
  }

  void RunOn(uint32_t block_end) {
    for (const Open& open : open_) {
      analysis_.quotations[open.entry].runs_on = true;
      End(open.entry, block_end, block_end);
    }
  }

  void AddUnclosed(MarkIndex i, uint32_t block) {
    const Mark& mark = analysis_.marks[i];
    const QuotationIndex entry = Start(mark.span.begin, mark.span.end, block, mark.depth);
    analysis_.quotations[entry].open = i;
    const uint32_t end = std::max(Expected(i, mark.span.end), mark.span.end);
    End(entry, end, end);
  }

  void AddUnopened(MarkIndex i, uint32_t block) {
    const Mark& mark = analysis_.marks[i];
    const uint32_t begin = std::min(Expected(i, mark.span.begin), mark.span.begin);
    const QuotationIndex entry = Start(begin, begin, block, mark.depth);
    analysis_.quotations[entry].close = i;
    End(entry, mark.span.begin, mark.span.end);
    out_of_order_ = true;
  }

  void IndexFaults() {
    if (analysis_.mark_faults.empty()) return;
    expected_.assign(analysis_.marks.size(), kNone);
    for (const MarkFault& fault : analysis_.mark_faults) {
      const bool missing = fault.kind == MarkFaultKind::kMissingClose || fault.kind == MarkFaultKind::kMissingOpen;
      if (missing) expected_[fault.mark] = fault.expected.begin;
    }
  }

  // Where the partner of `mark` belongs.
  uint32_t Expected(MarkIndex mark, uint32_t otherwise) const {
    return expected_.empty() || expected_[mark] == kNone ? otherwise : expected_[mark];
  }

  // By opening, the outer before the inner; links follow.
  void Sort() {
    std::vector<Quotation>& quotations = analysis_.quotations;
    std::vector<QuotationIndex> order(quotations.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, [&](QuotationIndex a, QuotationIndex b) {
      const TextSpan x = quotations[a].span;
      const TextSpan y = quotations[b].span;
      return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
    });
    std::vector<QuotationIndex> place(quotations.size());
    std::vector<Quotation> sorted;
    sorted.reserve(quotations.size());
    for (const QuotationIndex q : order) {
      place[q] = static_cast<QuotationIndex>(sorted.size());
      sorted.push_back(quotations[q]);
    }
    for (Quotation& quotation : sorted) {
      if (quotation.continues != kNone) quotation.continues = place[quotation.continues];
    }
    quotations = std::move(sorted);
  }

  // A quotation one of whose marks is at fault is repaired.
  void MarkRepaired() {
    if (analysis_.mark_faults.empty()) return;
    const auto is_mended = [&](MarkIndex mark) { return mark != kNone && expected_[mark] != kNone; };
    for (Quotation& quotation : analysis_.quotations) {
      if (is_mended(quotation.open) || is_mended(quotation.close)) quotation.repaired = true;
    }
  }

  const Document& document_;
  Analysis& analysis_;
  std::vector<uint32_t> expected_;  // by mark: where its missing partner belongs, or kNone
  std::vector<Open> open_;          // outermost first
  bool out_of_order_ = false;
};

}  // namespace

void CollectQuotations(const Document& document, const AnalysisOptions& /*options*/, Analysis& analysis) {
  Collector(document, analysis).Run();
}

}  // namespace bylint::internal
