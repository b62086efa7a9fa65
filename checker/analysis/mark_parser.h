// The balance parse: the cheapest reading of the marks of a window of blocks.
//
// A reading gives every mark a label and carries a stack of open quotations, at most three deep. Readings that reach
// the same stack compete and the cheapest survives (Viterbi), so work is marks x stacks x labels whatever the text.
// A mark without a partner is a label of its own and leaves the stack alone: that is why one fault stays one fault.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "checker/analysis/mark_candidates.h"
#include "checker/analysis/mark_places.h"
#include "checker/analysis/mark_style.h"

namespace bylint::internal {

enum class MarkLabel : uint8_t {
  kLiteral,
  kApostrophe,
  kPrime,
  kOpen,
  kClose,
  kCloseOther,   // closes a quotation that a mark of another family opened
  kCloseAcross,  // closes the quotation around the innermost one
  kContinue,
  kContinueUnmatched,  // continues a quotation for the last time, and nothing closes it
  kUnmatchedOpen,      // nothing closes it
  kUnmatchedClose,     // nothing opened it
  kStart,              // the window's start, or a block's end: no mark
  kRunOn,              // block's end inside a quotation that the next block continues
  kRunOnUnmarked,      // the same, and the next block has no mark at its start
};

// The reading of one candidate.
struct MarkReading {
  MarkLabel label = MarkLabel::kLiteral;
  uint8_t depth = 0;  // of the quotation it opens or closes, from 1
  int cost = 0;
  uint32_t partner = kNone;  // candidate at the other end
};

// A block that goes on with a quotation and does not say so.
struct UnmarkedBlock {
  uint32_t block = 0;
  uint32_t opener = 0;  // candidate that opened the quotation
};

// Running text, in which a quotation may go on from block to block.
inline bool IsBody(BlockKind kind) {
  return kind == BlockKind::kParagraph || kind == BlockKind::kListItem || kind == BlockKind::kBlockQuote;
}

class MarkParser {
 public:
  static constexpr uint32_t kMaxDepth = 3;

  // The references must outlive the parser.
  MarkParser(const Document& document, const Analysis& analysis, const Candidates& candidates, const MarkStyle& style)
      : document_(document), candidates_(candidates), style_(style), places_(analysis, candidates) {}

  // Reads a block whose marks are all beyond doubt, without a search. False when a mark needs one; `readings` of the
  // block is then undefined.
  bool ReadClean(uint32_t block, std::vector<MarkReading>& readings) const;

  // Starts a window. `banned` may not be read as a fault, nor may `banned_block` be unmarked.
  void Start(uint32_t banned = kNone, uint32_t banned_block = kNone);
  // Reads on over a block; the first of a window needs no run-on before it.
  void Read(uint32_t block);
  // Goes from the end of a block to the start of `next`.
  void CrossInto(uint32_t next);

  // Cost of the cheapest reading so far with and without a quotation open; kImpossible if there is none.
  int NeutralCost() const { return BestCost(true); }
  int OpenQuotationCost() const { return BestCost(false); }
  // Marks read in this window.
  uint32_t size() const { return size_; }
  // True when the window grew so long that it was settled in parts, or is no prose; margins mean nothing then.
  bool overflowed() const { return overflowed_; }

  // Writes the cheapest neutral reading.
  void Finish(std::vector<MarkReading>& readings, std::vector<UnmarkedBlock>& unmarked);

  const MissingPlaces& places() const { return places_; }

  // True when the block's first mark stands at its start and may open or continue a quotation.
  bool StartsWithMark(uint32_t block) const;

 private:
  struct Node {
    uint32_t back = 0;
    uint32_t where = 0;  // candidate, or block for kRunOnUnmarked
    int total = 0;
    int own = 0;
    std::array<uint32_t, kMaxDepth> open = {};
    uint16_t key = 0;  // forms of the open quotations, four bits each, and `pending`
    uint8_t depth = 0;
    uint8_t pending = 0;   // levels still to be continued at the start of a block
    uint8_t unmarked = 0;  // blocks crossed without a mark
    MarkLabel label = MarkLabel::kStart;
  };

  void ReadMark(uint32_t mark, uint32_t block);
  void SetUnmatchedCosts(uint32_t mark, uint32_t block);
  void Expand(uint32_t node, uint32_t mark, uint32_t block);
  void ExpandContinue(uint32_t node, uint32_t mark);
  int ContinueCost(const Node& node, const MarkCandidate& mark, uint32_t level) const;
  void ExpandClose(uint32_t node, uint32_t mark);
  bool MayContinueInside(const Node& node, const MarkCandidate& mark) const;
  bool IsInside(const Node& node, MarkFamily family) const;
  void StartStep();
  // Whether the beam would drop a reading of the next mark.
  bool IsTooDear(int total, uint32_t depth) const;
  // Reads the next mark in a way that leaves the stack alone, unless that is too dear.
  void Offer(uint32_t node, uint32_t mark, MarkLabel label, int own);
  void Offer(const Node& next);
  void Push(Node next);
  Node Successor(uint32_t node, uint32_t mark, MarkLabel label, int own) const;
  void Settle();
  void WritePath(uint32_t node, std::vector<MarkReading>* readings);
  int BestCost(bool neutral) const;
  uint32_t BestNode(bool neutral) const;
  MarkForm FormAt(const Node& node, uint32_t level) const { return OpenerAt(node, level).form; }
  MarkFamily FamilyAt(const Node& node, uint32_t level) const { return OpenerAt(node, level).family; }
  const MarkCandidate& OpenerAt(const Node& node, uint32_t level) const { return candidates_.marks[node.open[level]]; }
  static void SetKey(Node& node, const Candidates& candidates);

  const Document& document_;
  const Candidates& candidates_;
  const MarkStyle& style_;
  MissingPlaces places_;

  std::vector<Node> nodes_;
  std::vector<uint32_t> beam_;  // nodes of the last step
  std::vector<uint32_t> next_beam_;
  std::vector<uint16_t> next_keys_;   // of the nodes in `next_beam_`
  int next_best_ = 0;                 // the least total in `next_beam_`
  int next_best_neutral_ = 0;         // the same of those with an empty stack
  std::vector<MarkReading> settled_;  // of a window settled in parts, from `first_mark_`
  std::vector<UnmarkedBlock> settled_unmarked_;
  uint32_t first_mark_ = kNone;
  uint32_t size_ = 0;
  uint32_t since_settled_ = 0;
  int attributions_ = 0;              // running count, for swallowed ones
  std::vector<int> attributions_at_;  // by candidate from `first_mark_`
  uint32_t last_block_ = 0;           // the block read last
  uint32_t banned_ = kNone;
  uint32_t banned_block_ = kNone;
  bool overflowed_ = false;

  // Costs of the mark being read.
  int open_cost_ = 0, close_cost_ = 0, apostrophe_cost_ = 0, prime_cost_ = 0, unmatched_open_ = 0, unmatched_close_ = 0;
};

}  // namespace bylint::internal
