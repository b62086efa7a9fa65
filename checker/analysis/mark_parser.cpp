#include "checker/analysis/mark_parser.h"

#include <algorithm>
#include <climits>
#include <utility>

#include "checker/base/check.h"

namespace bylint::internal {
namespace {

constexpr size_t kBeam = 16;               // stacks kept after each mark
constexpr size_t kNarrowBeam = 1;          // the same once a window was settled: what comes then is a guess
constexpr int kBeamMargin = 30;            // a reading this much dearer than the best is given up
constexpr int kNarrowMargin = -1;          // and where only one is kept, those as dear as well
constexpr uint32_t kParagraphTokens = 40;  // fewer are no paragraph of a quotation
constexpr uint32_t kSettleAfter = 400;     // marks after which a window is settled and goes on from its best reading

}  // namespace

bool MarkParser::ReadClean(uint32_t block, std::vector<MarkReading>& readings) const {
  std::array<uint32_t, kMaxDepth> open{};
  uint32_t depth = 0;
  const CandidateRange range = candidates_.blocks[block];
  for (uint32_t i = range.begin; i < range.end; ++i) {
    const MarkCandidate& mark = candidates_.marks[i];
    MarkReading& reading = readings[i];
    reading = {};
    if (mark.Has(kMasked)) continue;
    const bool opens = OpenCost(mark, style_) == 0;
    const bool closes = CloseCost(mark, style_) == 0;
    const bool apostrophe = ApostropheCost(mark, style_) == 0;
    const bool prime = PrimeCost(mark) <= cost::kPrimeAfterFigures;
    const bool has_family = [&] {
      for (uint32_t level = 0; level < depth; ++level) {
        if (candidates_.marks[open[level]].family == mark.family) return true;
      }
      return false;
    }();
    const bool may_close = depth > 0 && closes && candidates_.marks[open[depth - 1]].family == mark.family;
    if (apostrophe && !opens && !has_family) {
      reading.label = MarkLabel::kApostrophe;
    } else if (apostrophe || prime || (opens && may_close)) {
      return false;
    } else if (may_close) {
      if (FormsDiffer(candidates_.marks[open[depth - 1]].form, mark.form)) return false;
      --depth;
      reading = {.label = MarkLabel::kClose, .depth = static_cast<uint8_t>(depth + 1), .partner = open[depth]};
      readings[open[depth]].partner = i;
    } else if (opens && !has_family && depth + 1 < kMaxDepth) {
      open[depth] = i;
      ++depth;
      reading = {.label = MarkLabel::kOpen, .depth = static_cast<uint8_t>(depth)};
    } else {
      return false;
    }
  }
  return depth == 0;
}

bool MarkParser::StartsWithMark(uint32_t block) const {
  const CandidateRange range = candidates_.blocks[block];
  if (range.empty() || !IsBody(document_.blocks()[block].kind)) return false;
  const MarkCandidate& mark = candidates_.marks[range.begin];
  if (!mark.Has(kLeading) || mark.Has(kMasked)) return false;
  return OpenCost(mark, style_) <= cost::kOpenBeforeSpace + cost::kWrongDirection;
}

void MarkParser::Start(uint32_t banned, uint32_t banned_block) {
  nodes_.clear();
  beam_.clear();
  settled_.clear();
  settled_unmarked_.clear();
  attributions_at_.clear();
  first_mark_ = kNone;
  size_ = since_settled_ = 0;
  attributions_ = 0;
  overflowed_ = style_.no_prose;
  banned_ = banned;
  banned_block_ = banned_block;
  nodes_.push_back({});
  beam_.push_back(0);
}

void MarkParser::Read(uint32_t block) {
  const CandidateRange range = candidates_.blocks[block];
  last_block_ = block;
  for (uint32_t i = range.begin; i < range.end; ++i) ReadMark(i, block);
  attributions_ += range.empty() ? 0 : places_.AttributionsBefore(range.end, block);
}

void MarkParser::ReadMark(uint32_t mark, uint32_t block) {
  if (first_mark_ == kNone) first_mark_ = mark;
  const MarkCandidate& candidate = candidates_.marks[mark];
  open_cost_ = OpenCost(candidate, style_);
  close_cost_ = CloseCost(candidate, style_);
  apostrophe_cost_ = ApostropheCost(candidate, style_);
  prime_cost_ = PrimeCost(candidate);
  SetUnmatchedCosts(mark, block);
  attributions_ += places_.AttributionsBefore(mark, block);
  attributions_at_.push_back(attributions_);
  StartStep();
  for (const uint32_t node : beam_) Expand(node, mark, block);
  std::swap(beam_, next_beam_);
  // The cheapest first, ties in order of their making: the beam's order must not depend on anything else.
  std::ranges::sort(beam_, {}, [&](uint32_t n) { return std::pair(nodes_[n].total, n); });
  const int limit = nodes_[beam_.front()].total + kBeamMargin;
  size_t keep = 1;
  const size_t beam = overflowed_ ? kNarrowBeam : kBeam;
  while (keep < beam_.size() && keep < beam && nodes_[beam_[keep]].total <= limit) ++keep;
  // A neutral reading always survives: a window must be able to end.
  const auto neutral = std::ranges::find_if(beam_, [&](uint32_t n) { return nodes_[n].depth == 0; });
  const uint32_t kept = neutral == beam_.end() ? kNone : *neutral;
  beam_.resize(keep);
  if (kept != kNone && std::ranges::find(beam_, kept) == beam_.end()) beam_.push_back(kept);
  ++size_;
  if (++since_settled_ >= kSettleAfter) Settle();
}

// A mark that is an apostrophe or a prime for less than the cheapest repair is never read as one without a partner:
// both leave the stack alone. Not asking for its partner's place keeps a paragraph of apostrophes linear.
void MarkParser::SetUnmatchedCosts(uint32_t mark, uint32_t block) {
  constexpr int kCheapest = cost::kMissingMark + cost::kMissingAtAttribution;
  static_assert(cost::kMissingAtAttribution <= cost::kMissingAtEdge);
  unmatched_open_ = unmatched_close_ = cost::kImpossible;
  if (candidates_.marks[mark].Has(kMasked) || std::min(apostrophe_cost_, prime_cost_) < kCheapest) return;
  unmatched_open_ = open_cost_ + cost::kMissingMark + places_.ForClose(mark, block).bonus;
  unmatched_close_ = close_cost_ + cost::kMissingMark + places_.ForOpen(mark, block).bonus;
}

MarkParser::Node MarkParser::Successor(uint32_t node, uint32_t mark, MarkLabel label, int own) const {
  Node next = nodes_[node];
  next.back = node;
  next.where = mark;
  next.label = label;
  next.own = own;
  next.total += own;
  next.pending = 0;
  return next;
}

void MarkParser::Expand(uint32_t node, uint32_t mark, uint32_t block) {
  const MarkCandidate& candidate = candidates_.marks[mark];
  if (candidate.Has(kMasked)) return Offer(node, mark, MarkLabel::kLiteral, 0);
  const bool may_fault = mark != banned_;
  if (!may_fault) Offer(node, mark, MarkLabel::kLiteral, cost::kImpossible);  // the beam never runs dry
  if (nodes_[node].pending != 0) {
    if (candidate.Has(kLeading)) ExpandContinue(node, mark);
    // Other readings leave the block without its mark of continuation, unless an outer level has it.
    if (nodes_[node].pending == 1 && block == banned_block_) {
      return Offer(node, mark, MarkLabel::kLiteral, cost::kImpossible);
    }
  }
  const int own = nodes_[node].pending == 1 ? cost::kMissingContinuation : 0;
  if (apostrophe_cost_ < cost::kImpossible) {
    Offer(node, mark, MarkLabel::kApostrophe, own + apostrophe_cost_);
  }
  if (prime_cost_ < cost::kImpossible) Offer(node, mark, MarkLabel::kPrime, own + prime_cost_);
  if (may_fault) {
    Offer(node, mark, MarkLabel::kLiteral, own + cost::kStray);
    const int inside = IsInside(nodes_[node], candidate.family) ? cost::kSameInside : 0;
    Offer(node, mark, MarkLabel::kUnmatchedOpen, own + inside + unmatched_open_);
    Offer(node, mark, MarkLabel::kUnmatchedClose, own + inside + unmatched_close_);
  }
  const Node& from = nodes_[node];
  const bool faulty =
      FacingCost(candidate, Facing::kOpens, style_) > 0 || HasInnerSpace(candidate, Facing::kOpens, style_);
  if (from.depth < kMaxDepth && (may_fault || !faulty)) {
    int nesting = 0;
    for (uint32_t level = 0; level < from.depth; ++level) {
      if (FamilyAt(from, level) == candidate.family && level + 1 == from.depth) nesting = cost::kSameInside;
    }
    if (from.depth == 2) nesting += cost::kThirdLevel;
    if (nesting < cost::kSameInside || may_fault) {
      Node next = Successor(node, mark, MarkLabel::kOpen, own + open_cost_ + nesting);
      next.open[next.depth++] = mark;
      Offer(next);
    }
  }
  if (MayContinueInside(nodes_[node], candidate)) {
    Offer(node, mark, MarkLabel::kContinue, own + cost::kContinueInside);
  }
  ExpandClose(node, mark);
}

// Paragraphs of one quotation that a content system ran together keep their marks of continuation: `“A. “B.”`. An
// attribution before the mark says otherwise.
bool MarkParser::MayContinueInside(const Node& node, const MarkCandidate& mark) const {
  if (node.depth != 1 || node.pending != 0 || open_cost_ != 0 || mark.Has(kLeading)) return false;
  if (!mark.Has(kSpaceLeft) || mark.Has(kInSentence) || mark.Has(kMarkAndSpaceLeft)) return false;
  const uint32_t opener = node.open[0];
  const MarkCandidate& open = candidates_.marks[opener];
  if (opener < first_mark_ || open.form != mark.form || !open.Has(kLeading)) return false;
  if (mark.token < open.token + kParagraphTokens) return false;
  return attributions_ == attributions_at_[opener - first_mark_];
}

bool MarkParser::IsInside(const Node& node, MarkFamily family) const {
  for (uint32_t level = 0; level < node.depth; ++level) {
    if (FamilyAt(node, level) == family) return true;
  }
  return false;
}

void MarkParser::ExpandContinue(uint32_t node, uint32_t mark) {
  const uint32_t level = nodes_[node].pending - 1u;
  const MarkCandidate& candidate = candidates_.marks[mark];
  if (FamilyAt(nodes_[node], level) != candidate.family) return;
  const int own = ContinueCost(nodes_[node], candidate, level);
  Node next = Successor(node, mark, MarkLabel::kContinue, own);
  if (level + 1 < next.depth) next.pending = static_cast<uint8_t>(level + 2);
  Offer(next);
  if (nodes_[node].depth > 1 || mark == banned_) return;
  Node last = Successor(node, mark, MarkLabel::kContinueUnmatched, own - open_cost_ + unmatched_open_);
  last.depth = 0;
  Offer(last);
}

int MarkParser::ContinueCost(const Node& node, const MarkCandidate& mark, uint32_t level) const {
  // Spanish and French copy continues with the closing guillemet as well.
  const int own = mark.family == MarkFamily::kGuillemet ? 0 : open_cost_;
  return own + (FormsDiffer(FormAt(node, level), mark.form) ? cost::kWrongForm : 0);
}

void MarkParser::ExpandClose(uint32_t node, uint32_t mark) {
  const Node& from = nodes_[node];
  if (from.depth == 0) return;
  const MarkCandidate& candidate = candidates_.marks[mark];
  const bool may_fault = mark != banned_;
  const bool faulty =
      FacingCost(candidate, Facing::kCloses, style_) > 0 || HasInnerSpace(candidate, Facing::kCloses, style_);
  if (faulty && !may_fault) return;
  int own = close_cost_ + (from.pending == 1 ? cost::kMissingContinuation : 0);
  const uint32_t top = from.depth - 1u;
  const uint32_t opener = from.open[top];
  if (top == 0 && opener >= first_mark_ && !attributions_at_.empty() &&
      attributions_ > attributions_at_[opener - first_mark_]) {
    own += cost::kSwallowedAttribution;
  }
  const bool same = FamilyAt(from, top) == candidate.family;
  if (same && FormsDiffer(FormAt(from, top), candidate.form)) own += cost::kWrongForm;
  if (same || may_fault) {
    const MarkLabel label = same ? MarkLabel::kClose : MarkLabel::kCloseOther;
    const bool likely_apostrophe = apostrophe_cost_ <= cost::kApostropheDropped;
    const int other = cost::kWrongFamily + (likely_apostrophe ? cost::kApostropheCloses : 0);
    Node next = Successor(node, mark, label, own + (same ? 0 : other));
    --next.depth;
    Offer(next);
  }
  if (!same && top > 0 && may_fault && FamilyAt(nodes_[node], top - 1) == candidate.family) {
    Node next = Successor(node, mark, MarkLabel::kCloseAcross, own + cost::kAcross);
    next.open[top - 1] = next.open[top];
    --next.depth;
    Offer(next);
  }
}

void MarkParser::SetKey(Node& node, const Candidates& candidates) {
  node.key = static_cast<uint16_t>(node.pending << 12);
  for (uint32_t level = 0; level < node.depth; ++level) {
    node.key = static_cast<uint16_t>(node.key | (static_cast<unsigned>(candidates.marks[node.open[level]].form) + 1)
                                                    << (4 * level));
  }
}

void MarkParser::StartStep() {
  next_beam_.clear();
  next_keys_.clear();
  next_best_ = next_best_neutral_ = INT_MAX;
}

// The cheapest neutral reading may be the one that has to survive.
bool MarkParser::IsTooDear(int total, uint32_t depth) const {
  if (depth == 0) return next_best_neutral_ <= total;
  return next_best_ < total - (overflowed_ ? kNarrowMargin : kBeamMargin);
}

void MarkParser::Offer(uint32_t node, uint32_t mark, MarkLabel label, int own) {
  if (!IsTooDear(nodes_[node].total + own, nodes_[node].depth)) Push(Successor(node, mark, label, own));
}

void MarkParser::Offer(const Node& next) {
  if (!IsTooDear(next.total, next.depth)) Push(next);
}

void MarkParser::Push(Node next) {
  next_best_ = std::min(next_best_, next.total);
  if (next.depth == 0) next_best_neutral_ = std::min(next_best_neutral_, next.total);
  SetKey(next, candidates_);
  const auto same = std::ranges::find(next_keys_, next.key);
  if (same != next_keys_.end()) {
    Node& known = nodes_[next_beam_[static_cast<size_t>(same - next_keys_.begin())]];
    if (next.total < known.total) known = next;
    return;
  }
  next_beam_.push_back(static_cast<uint32_t>(nodes_.size()));
  next_keys_.push_back(next.key);
  nodes_.push_back(next);
}

void MarkParser::CrossInto(uint32_t next) {
  const bool marked = StartsWithMark(next);
  const TokenIndex attribution = places_.ClosingAttribution(last_block_);
  StartStep();
  for (const uint32_t n : beam_) {
    Node node = nodes_[n];
    if (node.depth == 0) {
      Push(Successor(n, next, MarkLabel::kStart, 0));
      continue;
    }
    if (!marked && next == banned_block_) {
      Push(Successor(n, next, MarkLabel::kStart, cost::kImpossible));
      continue;
    }
    int own = node.depth > 1 ? cost::kInnerRunsOn * (node.depth - 1) : 0;
    if (candidates_.marks[node.open[0]].Has(kInSentence)) own += cost::kPartRunsOn;
    const bool swallows = attribution != kNone && candidates_.marks[node.open[0]].token < attribution;
    if (swallows) own += cost::kAttributionRunsOn;
    own += marked ? cost::kRunsOn : (node.unmarked == 0 ? cost::kMissingContinuation : cost::kMissingContinuationMore);
    node = Successor(n, next, marked ? MarkLabel::kRunOn : MarkLabel::kRunOnUnmarked, own);
    if (marked) {
      node.pending = 1;
    } else {
      ++node.unmarked;
    }
    Push(node);
  }
  std::swap(beam_, next_beam_);
}

int MarkParser::BestCost(bool neutral) const {
  const uint32_t node = BestNode(neutral);
  return node == kNone ? cost::kImpossible : nodes_[node].total;
}

uint32_t MarkParser::BestNode(bool neutral) const {
  uint32_t best = kNone;
  for (const uint32_t n : beam_) {
    if ((nodes_[n].depth == 0) != neutral) continue;
    if (best == kNone || nodes_[n].total < nodes_[best].total) best = n;
  }
  return best;
}

void MarkParser::Settle() {
  overflowed_ = true;
  since_settled_ = 0;
  settled_.resize(size_);
  const uint32_t best = beam_.front();
  WritePath(best, &settled_);
  Node root = nodes_[best];
  root.label = MarkLabel::kStart;
  nodes_.clear();
  nodes_.push_back(root);
  beam_.assign(1, 0);
}

// Follows a path back to its start and writes what it says of each mark.
void MarkParser::WritePath(uint32_t node, std::vector<MarkReading>* readings) {
  const auto at = [&](uint32_t mark) -> MarkReading& { return (*readings)[mark - first_mark_]; };
  for (uint32_t n = node; n != 0; n = nodes_[n].back) {
    const Node& step = nodes_[n];
    const Node& before = nodes_[step.back];
    if (step.label == MarkLabel::kStart || step.label == MarkLabel::kRunOn) continue;
    if (step.label == MarkLabel::kRunOnUnmarked) {
      settled_unmarked_.push_back({.block = step.where, .opener = step.open[0]});
      continue;
    }
    MarkReading& reading = at(step.where);
    reading.label = step.label;
    reading.cost = step.own;
    reading.depth = step.depth;
    switch (step.label) {
      case MarkLabel::kClose:
      case MarkLabel::kCloseOther:
      case MarkLabel::kCloseAcross: {
        const int level = before.depth - (step.label == MarkLabel::kCloseAcross ? 2 : 1);
        reading.depth = static_cast<uint8_t>(level + 1);
        reading.partner = before.open[static_cast<size_t>(level)];
        at(reading.partner).partner = step.where;
        break;
      }
      case MarkLabel::kContinueUnmatched:
        at(before.open[0]).partner = step.where;
        [[fallthrough]];
      case MarkLabel::kContinue:
        reading.depth = std::max<uint8_t>(before.pending, 1);
        reading.partner = before.open[reading.depth - 1u];
        break;
      case MarkLabel::kUnmatchedOpen:
      case MarkLabel::kUnmatchedClose:
        reading.depth = static_cast<uint8_t>(step.depth + 1);
        break;
      default:
        break;
    }
    const bool continues = step.label == MarkLabel::kContinue || step.label == MarkLabel::kContinueUnmatched;
    if (before.pending == 1 && !continues) {
      settled_unmarked_.push_back(
          {.block = document_.BlockAt(candidates_.marks[step.where].span.begin), .opener = before.open[0]});
    }
  }
}

void MarkParser::Finish(std::vector<MarkReading>& readings, std::vector<UnmarkedBlock>& unmarked) {
  if (size_ == 0) return;
  settled_.resize(size_);
  uint32_t node = BestNode(true);
  if (node == kNone) node = beam_.front();
  WritePath(node, &settled_);
  std::ranges::copy(settled_, readings.begin() + first_mark_);
  std::ranges::sort(settled_unmarked_, {}, &UnmarkedBlock::block);
  unmarked.insert(unmarked.end(), settled_unmarked_.begin(), settled_unmarked_.end());
}

}  // namespace bylint::internal
