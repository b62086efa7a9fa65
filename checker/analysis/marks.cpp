// The balance parse over an article.
//
// Most blocks hold only marks beyond doubt and are read at once. Where one is not, a window opens: it takes in the
// following blocks as long as a quotation may run on into them, and the cheapest reading of the whole window wins.
// The confidence of a fault is what the cheapest reading without it would cost more. Known failures: a closing mark
// missing at the end of a paragraph whose successor opens with a quotation of somebody else reads as a quotation
// that runs on.
#include <algorithm>

#include "checker/analysis/mark_explain.h"
#include "checker/analysis/mark_faults.h"
#include "checker/analysis/mark_parser.h"
#include "checker/analysis/passes.h"

namespace bylint::internal {
namespace {

// A window goes on while a reading with an open quotation is at most this much dearer than the best closed one.
constexpr int kRunOnMargin = 12;
// Of so many faults in a window the margin is computed: each costs a parse of the window.
constexpr size_t kMaxFaults = 8;
// Margin of faults that stand in the text whatever the reading: straight and curly marks in one pair.
constexpr int kCertain = 12;
// ... of single marks, where a keyboard's apostrophe closes what a curly mark opened: worth a note.
constexpr int kSlip = 3;
// A pull quote's last line, `Anna Berg, mayor of Elmstead”`, has at most so many tokens.
constexpr uint32_t kCreditLineTokens = 14;

MarkRole RoleOf(MarkLabel label) {
  switch (label) {
    case MarkLabel::kOpen:
    case MarkLabel::kUnmatchedOpen:
      return MarkRole::kOpen;
    case MarkLabel::kClose:
    case MarkLabel::kCloseOther:
    case MarkLabel::kCloseAcross:
    case MarkLabel::kUnmatchedClose:
      return MarkRole::kClose;
    case MarkLabel::kContinue:
    case MarkLabel::kContinueUnmatched:
      return MarkRole::kContinue;
    case MarkLabel::kApostrophe:
      return MarkRole::kApostrophe;
    case MarkLabel::kPrime:
      return MarkRole::kPrime;
    default:
      return MarkRole::kLiteral;
  }
}

class Balancer {
 public:
  Balancer(const Document& document, const Earlier& earlier, Analysis& analysis, const Candidates& candidates,
           const MarkStyle& style)
      : document_(document),
        earlier_(earlier),
        analysis_(analysis),
        candidates_(candidates),
        style_(style),
        parser_(document, analysis, candidates, style),
        readings_(candidates.marks.size()) {}

  void Run() {
    const auto blocks = static_cast<uint32_t>(document_.blocks().size());
    analysis_.mark_windows.reserve(blocks);
    for (uint32_t i = 0; i < blocks; ++i) {
      if (candidates_.blocks[i].empty()) continue;
      MarkWindow window{.first = i, .last = i, .looked_to = i};
      if (const MarkWindow* before = WindowBefore(i)) {
        window = TakeOver(*before, i);
      } else if (!parser_.ReadClean(i, readings_)) {
        looked_to_ = i;
        window.last = ReadWindow(i);
        window.looked_to = looked_to_;
      }
      analysis_.mark_windows.push_back(window);
      i = window.last;
    }
    WriteMarks();
  }

  const std::vector<MarkReading>& readings() const { return readings_; }

 private:
  // Marks of the earlier version that are read as they were.
  struct TakenMarks {
    uint32_t begin = 0;  // candidates
    uint32_t end = 0;
    MarkIndex before = 0;  // the first of them
  };

  // The window of the earlier version that begins with this block, where nothing that its reading looked at has
  // changed.
  const MarkWindow* WindowBefore(uint32_t first) {
    const uint32_t then = earlier_.BlockOf(first);
    if (earlier_.article() == nullptr || then == kNone || !has_style_of_before_) return nullptr;
    const std::vector<MarkWindow>& windows = earlier_.article()->analysis().mark_windows;
    while (next_before_ < windows.size() && windows[next_before_].first < then) ++next_before_;
    if (next_before_ == windows.size() || windows[next_before_].first != then) return nullptr;
    const MarkWindow& window = windows[next_before_];
    return earlier_.Keeps(window.first, window.looked_to) ? &window : nullptr;
  }

  MarkWindow TakeOver(const MarkWindow& before, uint32_t first) {
    const Analysis& then = earlier_.article()->analysis();
    const MarkWindow window{.first = first,
                            .last = first + (before.last - before.first),
                            .looked_to = first + (before.looked_to - before.first)};
    const CandidateRange marks{candidates_.blocks[window.first].begin, candidates_.blocks[window.last].end};
    const bool in_tail = first >= earlier_.changed().end;
    const MarkIndex begin =
        in_tail ? marks.begin + static_cast<uint32_t>(then.marks.size() - readings_.size()) : marks.begin;
    taken_.push_back({.begin = marks.begin, .end = marks.end, .before = begin});
    while (next_fault_ < then.mark_faults.size() && then.mark_faults[next_fault_].mark < begin) ++next_fault_;
    for (; next_fault_ < then.mark_faults.size(); ++next_fault_) {
      MarkFault fault = then.mark_faults[next_fault_];
      if (fault.mark >= begin + (marks.end - marks.begin)) break;
      fault.mark += marks.begin - begin;
      fault.expected = *earlier_.Now(fault.expected);
      analysis_.mark_faults.push_back(fault);
    }
    return window;
  }

  // Reads the window that begins with block `first`; returns its last block.
  uint32_t ReadWindow(uint32_t first) {
    window_.assign(1, first);
    parser_.Start();
    parser_.Read(first);
    for (uint32_t next = NextBlock(first); next != kNone && RunsOn(next); next = NextBlock(next)) {
      parser_.CrossInto(next);
      parser_.Read(next);
      window_.push_back(next);
    }
    const int total = parser_.NeutralCost();
    const bool overflowed = parser_.overflowed();
    unmarked_.clear();
    parser_.Finish(readings_, unmarked_);
    AddFaults(total, overflowed);
    return window_.back();
  }

  // The block into which a quotation may run on from `block`: the next paragraph, past captions without marks.
  uint32_t NextBlock(uint32_t block) {
    if (!IsBody(document_.blocks()[block].kind)) return kNone;
    const auto blocks = static_cast<uint32_t>(document_.blocks().size());
    for (uint32_t next = block + 1; next < blocks; ++next) {
      looked_to_ = std::max(looked_to_, next);
      const BlockKind kind = document_.blocks()[next].kind;
      if (IsBody(kind)) return next;
      const bool aside = kind == BlockKind::kCaption || kind == BlockKind::kByline;
      if (!aside || !candidates_.blocks[next].empty()) return kNone;
    }
    looked_to_ = blocks;
    return kNone;
  }

  bool RunsOn(uint32_t next) {
    if (parser_.OpenQuotationCost() >= parser_.NeutralCost() + kRunOnMargin) return false;
    if (parser_.StartsWithMark(next)) return true;
    if (!candidates_.blocks[next].empty()) return !parser_.ReadClean(next, readings_);
    const uint32_t after = NextBlock(next);
    return after != kNone && !candidates_.blocks[after].empty() && !parser_.StartsWithMark(after) &&
           !parser_.ReadClean(after, readings_);
  }

  void AddFaults(int total, bool overflowed) {
    const size_t first_fault = analysis_.mark_faults.size();
    const MarkContext context{.document = document_,
                              .analysis = analysis_,
                              .candidates = candidates_,
                              .style = style_,
                              .places = parser_.places()};
    const uint32_t begin = candidates_.blocks[window_.front()].begin;
    const uint32_t end = candidates_.blocks[window_.back()].end;
    CollectFaults(context, begin, end, readings_, analysis_.mark_faults);
    const size_t with_mark = analysis_.mark_faults.size();
    for (size_t i = 0; i < unmarked_.size(); ++i) {
      // The first paragraph without its mark speaks for the others of its quotation.
      if (i == 0 || unmarked_[i].opener != unmarked_[i - 1].opener) AddUnmarked(unmarked_[i]);
    }

    const auto faults = std::span(analysis_.mark_faults).subspan(first_fault);
    for (size_t i = 0; i < faults.size(); ++i) {
      if (IsPlain(faults[i])) faults[i].margin = PlainMargin(faults[i]);
    }
    if (overflowed) return;
    for (size_t i = 0; i < faults.size() && i < kMaxFaults; ++i) {
      if (!IsPlain(faults[i])) faults[i].margin = MarginOf(faults[i], first_fault + i < with_mark, total);
    }
    if (faults.size() > kMaxFaults) JudgeMany(faults);
  }

  int MarginOf(const MarkFault& fault, bool of_mark, int total) {
    if (of_mark) return CostWithout(FaultyReading(fault), kNone) - total;
    return CostWithout(kNone, document_.BlockAt(fault.expected.begin)) - total;
  }

  int PlainMargin(const MarkFault& fault) const {
    const bool single = candidates_.marks[fault.mark].family == MarkFamily::kSingle;
    return single && fault.kind == MarkFaultKind::kMismatched ? kSlip : kCertain;
  }

  // Many faults of one kind are a habit, as sure as the first of them; many of several kinds are no prose, and guesses.
  void JudgeMany(std::span<MarkFault> faults) const {
    const bool one_kind = std::ranges::all_of(faults, [&](const MarkFault& f) { return f.kind == faults[0].kind; });
    int least = kCertain;
    for (const MarkFault& fault : faults.first(kMaxFaults)) least = std::min(least, fault.margin);
    for (MarkFault& fault : faults) {
      if (!IsPlain(fault)) fault.margin = one_kind ? least : 0;
    }
  }

  // The mark whose reading is the fault: of a pair of two families that is the closing one, whichever is odd.
  uint32_t FaultyReading(const MarkFault& fault) const {
    const MarkReading& reading = readings_[fault.mark];
    const bool opens = reading.label == MarkLabel::kOpen && reading.partner != kNone;
    return opens && fault.kind == MarkFaultKind::kMismatched ? reading.partner : fault.mark;
  }

  // Straight and curly in one pair: no other reading would cure it.
  bool IsPlain(const MarkFault& fault) const {
    if (fault.kind == MarkFaultKind::kEmpty) return true;
    if (fault.kind != MarkFaultKind::kMismatched) return false;
    const uint32_t partner = readings_[fault.mark].partner;
    return candidates_.marks[fault.mark].family == candidates_.marks[partner].family;
  }

  void AddUnmarked(const UnmarkedBlock& unmarked) {
    if (IsCreditLine(unmarked.block)) return;
    const uint32_t at = document_.blocks()[unmarked.block].span.begin;
    analysis_.mark_faults.push_back({.kind = MarkFaultKind::kMissingContinuation,
                                     .mark = unmarked.opener,
                                     .expected = {at, at},
                                     .replacement = OpenGlyph(unmarked.opener)});
  }

  // A pull quote's closing mark may stand after the name: `“We won. ¶ Anna Berg, mayor”`.
  bool IsCreditLine(uint32_t block) const {
    const CandidateRange marks = candidates_.blocks[block];
    const TokenRange tokens = analysis_.block_tokens[block];
    if (marks.end != marks.begin + 1 || tokens.size() > kCreditLineTokens) return false;
    return candidates_.marks[marks.begin].token + 2 >= tokens.end;
  }

  std::string_view OpenGlyph(uint32_t mark) const {
    const TextSpan span = candidates_.marks[mark].span;
    switch (candidates_.marks[mark].glyph) {
      case '"':
        return "\"";
      case '\'':
        return span.size() == 2 ? "''" : "'";
      case 0x2018:
        return "‘";
      case 0x00AB:
        return "«";
      case 0x201E:
        return "„";
      default:
        return "“";
    }
  }

  // Cost of the window when `mark` may not be at fault, or `block` not lack its mark.
  int CostWithout(uint32_t mark, uint32_t block) {
    parser_.Start(mark, block);
    parser_.Read(window_.front());
    for (size_t i = 1; i < window_.size(); ++i) {
      parser_.CrossInto(window_[i]);
      parser_.Read(window_[i]);
    }
    return parser_.NeutralCost();
  }

  void WriteMarks() {
    analysis_.marks.reserve(readings_.size());
    for (size_t i = 0; i < readings_.size(); ++i) {
      const MarkCandidate& candidate = candidates_.marks[i];
      const MarkReading& reading = readings_[i];
      // A quotation that runs on and is never closed ends, as far as marks go, at the last that continues it.
      analysis_.marks.push_back({.span = candidate.span,
                                 .token = candidate.token,
                                 .glyph = candidate.glyph,
                                 .role = RoleOf(reading.label),
                                 .depth = reading.depth,
                                 .partner = reading.label == MarkLabel::kContinue ? kNone : reading.partner});
    }
    for (const TakenMarks& taken : taken_) WriteTaken(taken);
  }

  void WriteTaken(const TakenMarks& taken) {
    const std::vector<Mark>& then = earlier_.article()->analysis().marks;
    for (uint32_t i = taken.begin; i < taken.end; ++i) {
      const Mark& before = then[taken.before + (i - taken.begin)];
      Mark& mark = analysis_.marks[i];
      mark.role = before.role;
      mark.depth = before.depth;
      mark.partner = before.partner == kNone ? kNone : before.partner - taken.before + taken.begin;
    }
  }

  const Document& document_;
  const Earlier& earlier_;
  Analysis& analysis_;
  const Candidates& candidates_;
  const MarkStyle& style_;
  const bool has_style_of_before_ =
      earlier_.article() != nullptr && earlier_.article()->analysis().mark_style == style_.Number();
  size_t next_before_ = 0;  // window of the earlier version
  size_t next_fault_ = 0;   // its fault
  uint32_t looked_to_ = 0;  // block, by the reading of the window
  std::vector<TakenMarks> taken_;
  MarkParser parser_;
  std::vector<MarkReading> readings_;
  std::vector<UnmarkedBlock> unmarked_;
  std::vector<uint32_t> window_;  // blocks
};

}  // namespace

namespace {

std::string_view NameOf(MarkLabel label) {
  switch (label) {
    case MarkLabel::kOpen:
      return "opens a quotation";
    case MarkLabel::kClose:
      return "closes a quotation";
    case MarkLabel::kCloseOther:
      return "closes a quotation of another kind of marks";
    case MarkLabel::kCloseAcross:
      return "closes a quotation across another";
    case MarkLabel::kContinue:
      return "continues a quotation";
    case MarkLabel::kContinueUnmatched:
      return "continues a quotation that nothing closes";
    case MarkLabel::kUnmatchedOpen:
      return "opens a quotation that nothing closes";
    case MarkLabel::kUnmatchedClose:
      return "closes a quotation that nothing opens";
    case MarkLabel::kApostrophe:
      return "apostrophe";
    case MarkLabel::kPrime:
      return "prime";
    default:
      return "quotes nothing";
  }
}

}  // namespace

void BalanceMarks(const Document& document, const AnalysisOptions& options, const Earlier& earlier,
                  Analysis& analysis) {
  const Candidates candidates = CollectCandidates(document, analysis);
  if (candidates.marks.empty()) return;
  const MarkStyle style = DetectStyle(candidates.marks, options);
  analysis.mark_style = style.Number();
  Balancer(document, earlier, analysis, candidates, style).Run();
}

}  // namespace bylint::internal

namespace bylint {

std::vector<MarkExplanation> ExplainMarks(const Article& article) {
  Analysis again;
  again.tokens = article.analysis().tokens;
  again.block_tokens = article.analysis().block_tokens;
  again.contents = article.analysis().contents;
  const internal::Candidates candidates = internal::CollectCandidates(article.document(), again);
  const internal::MarkStyle style = internal::DetectStyle(candidates.marks, article.options());
  const internal::Earlier nothing(article.document());
  internal::Balancer balancer(article.document(), nothing, again, candidates, style);
  balancer.Run();
  std::vector<MarkExplanation> rows;
  for (MarkIndex i = 0; i < candidates.marks.size(); ++i) {
    const internal::MarkCandidate& mark = candidates.marks[i];
    const internal::MarkReading& reading = balancer.readings()[i];
    rows.push_back({.mark = i,
                    .reading = internal::NameOf(reading.label),
                    .cost = reading.cost,
                    .as_opening = internal::OpenCost(mark, style),
                    .as_closing = internal::CloseCost(mark, style),
                    .as_apostrophe = internal::ApostropheCost(mark, style)});
  }
  return rows;
}

}  // namespace bylint
