#include "checker/analysis/mark_style.h"

#include <array>

namespace bylint::internal {
namespace {

// Of so few, nobody can say that they are not prose.
constexpr size_t kFewMarks = 400;

using CostTable = std::array<int, kBesideCount>;

// By what stands beside the mark, in the order of `Beside`:
//   space, letter, digit, stop, ellipsis, open bracket, close bracket, dash, hyphen, symbol, object
constexpr CostTable kOpenAfter = {0,
                                  cost::kOpenAfterLetter,
                                  cost::kOpenAfterDigit,
                                  cost::kOpenAfterStop,
                                  cost::kOpenAfterStop,
                                  0,
                                  cost::kOpenAfterBracket,
                                  0,
                                  0,
                                  0,
                                  0};
constexpr CostTable kOpenBefore = {cost::kOpenBeforeSpace,
                                   0,
                                   0,
                                   cost::kOpenBeforeStop,
                                   cost::kOpenBeforeEllipsis,
                                   0,
                                   cost::kOpenBeforeBracket,
                                   cost::kOpenBeforeDash,
                                   cost::kOpenBeforeDash,
                                   0,
                                   0};
constexpr CostTable kCloseAfter = {
    cost::kCloseAfterSpace,  0, 0, 0, 0, cost::kCloseAfterOpenBracket, 0, cost::kCloseAfterDash,
    cost::kCloseAfterHyphen, 0, 0};
constexpr CostTable kCloseBefore = {
    0, cost::kCloseBeforeLetter, cost::kCloseBeforeDigit, 0, 0, cost::kCloseBeforeOpenBracket, 0, 0, 0, 0, 0};

int Of(const CostTable& table, Beside beside) { return table[static_cast<size_t>(beside)]; }

bool IsGuillemet(const MarkCandidate& mark) {
  return mark.family == MarkFamily::kGuillemet || mark.family == MarkFamily::kSingleGuillemet;
}

// Scripts of corner brackets set no spaces.
bool IsCorner(const MarkCandidate& mark) {
  return mark.family == MarkFamily::kCorner || mark.family == MarkFamily::kWhiteCorner;
}

int OpenContextCost(const MarkCandidate& mark, const MarkStyle& style) {
  if (IsCorner(mark)) return 0;
  int sum = Of(kOpenAfter, mark.before);
  if (mark.Has(kMarkLeft) && sum > cost::kOpenAfterMark) sum = cost::kOpenAfterMark;
  if (mark.Has(kMarkAndSpaceRight)) return sum + cost::kOpenBeforeMarkAndSpace;
  const bool spaced = mark.after == Beside::kSpace && mark.Has(kSpaceRight);
  if (!(spaced && style.spaced_guillemets && IsGuillemet(mark))) sum += Of(kOpenBefore, mark.after);
  return sum;
}

int CloseContextCost(const MarkCandidate& mark, const MarkStyle& style) {
  if (IsCorner(mark)) return 0;
  int sum = Of(kCloseBefore, mark.after);
  if (mark.Has(kBeforeEnding) && sum > cost::kCloseBeforeEnding) sum = cost::kCloseBeforeEnding;
  if (mark.Has(kMarkRight) && sum > cost::kCloseBeforeMark) sum = cost::kCloseBeforeMark;
  if (mark.Has(kMarkAndSpaceLeft)) return sum + cost::kCloseAfterMarkAndSpace;
  const bool spaced = mark.before == Beside::kSpace && mark.Has(kSpaceLeft);
  if (!(spaced && style.spaced_guillemets && IsGuillemet(mark))) sum += Of(kCloseAfter, mark.before);
  if (mark.family == MarkFamily::kSingle && mark.Has(kAfterS)) sum += cost::kCloseAfterS;
  return sum;
}

// Marks of one kind that can only open, or only close, by what stands beside them.
struct Tally {
  uint32_t opens = 0;
  uint32_t closes = 0;
  uint32_t all() const { return opens + closes; }
};

struct Tallies {
  Tally left_double;   // “
  Tally right_double;  // ”
  Tally left_single;   // ‘
  Tally guillemet;     // «
  Tally right_guillemet;
  uint32_t low_double = 0;  // „
  uint32_t low_single = 0;  // ‚
  uint32_t curly = 0;
  uint32_t straight = 0;
  uint32_t doubled = 0;
  uint32_t primes = 0;
  uint32_t curly_single = 0;
  uint32_t straight_single = 0;
  uint32_t spaced = 0;
  uint32_t double_evidence = 0;
  uint32_t single_evidence = 0;
};

void CountSpecial(const MarkCandidate& mark, Tally& tally) {
  const int open = OpenContextCost(mark, {});
  const int close = CloseContextCost(mark, {});
  if (open == 0 && close > 0) ++tally.opens;
  if (close == 0 && open > 0) ++tally.closes;
}

void CountForm(const MarkCandidate& mark, Tallies& counts) {
  switch (mark.form) {
    case MarkForm::kCurlyDouble:
      ++counts.curly;
      break;
    case MarkForm::kStraightDouble:
      if (mark.Has(kMeasure)) break;
      ++counts.straight;
      break;
    case MarkForm::kDoubledSingle:
    case MarkForm::kDoubledGrave:
      if (!mark.Has(kMeasure)) ++counts.doubled;
      break;
    case MarkForm::kDoublePrime:
      ++counts.primes;
      break;
    case MarkForm::kCurlySingle:
      ++counts.curly_single;
      break;
    case MarkForm::kStraightSingle:
      ++counts.straight_single;
      break;
    default:
      break;
  }
}

// Evidence for double or single marks outside: openers after white space that are no elision, closers after a stop.
void CountLevel(const MarkCandidate& mark, Tallies& counts) {
  if (mark.Has(kMarkLeft) || mark.Has(kMarkRight) || mark.Has(kMeasure)) return;
  const bool opens = mark.before == Beside::kSpace && mark.after == Beside::kLetter && !mark.Has(kBeforeElision) &&
                     mark.glyph != 0x2019;
  const bool closes = mark.before == Beside::kStop && mark.after == Beside::kSpace && mark.Has(kSpaceRight);
  if (!opens && !closes) return;
  if (mark.family == MarkFamily::kSingle) ++counts.single_evidence;
  if (mark.family == MarkFamily::kDouble) ++counts.double_evidence;
}

void Count(const MarkCandidate& mark, Tallies& counts) {
  CountForm(mark, counts);
  CountLevel(mark, counts);
  switch (mark.glyph) {
    case 0x201C:
      return CountSpecial(mark, counts.left_double);
    case 0x201D:
      return CountSpecial(mark, counts.right_double);
    case 0x2018:
      return CountSpecial(mark, counts.left_single);
    case 0x201E:
      ++counts.low_double;
      return;
    case 0x201A:
      ++counts.low_single;
      return;
    case 0x00AB:
      counts.spaced += mark.Has(kSpaceRight) && mark.Has(kSpaceLeft);
      return CountSpecial(mark, counts.guillemet);
    case 0x00BB:
      counts.spaced += mark.Has(kSpaceLeft) && (mark.Has(kSpaceRight) || mark.after == Beside::kStop);
      return CountSpecial(mark, counts.right_guillemet);
    default:
      return;
  }
}

}  // namespace

Facing MarkStyle::FacingOf(const MarkCandidate& mark) const {
  switch (mark.glyph) {
    case 0x201C:
      return low_openers ? Facing::kCloses : Facing::kOpens;
    case 0x201D:
      return same_curly ? Facing::kEither : Facing::kCloses;
    case 0x2018:
      return low_single_openers ? Facing::kCloses : Facing::kOpens;
    case 0x2019:
      return same_curly ? Facing::kEither : Facing::kCloses;
    case 0x00AB:
    case 0x2039:
      return outward_guillemets ? Facing::kCloses : Facing::kOpens;
    case 0x00BB:
    case 0x203A:
      return outward_guillemets ? Facing::kOpens : Facing::kCloses;
    default:
      return mark.facing;
  }
}

uint32_t MarkStyle::Number() const {
  uint32_t number = static_cast<uint32_t>(double_form) << 8 | static_cast<uint32_t>(single_form);
  for (const bool trait : {single_outside, mixed, spaced_guillemets, outward_guillemets, low_openers,
                           low_single_openers, same_curly, no_prose}) {
    number = number << 1 | (trait ? 1 : 0);
  }
  return number;
}

MarkStyle DetectStyle(std::span<const MarkCandidate> marks, const AnalysisOptions& options) {
  if (marks.empty()) return {};
  Tallies counts;
  for (const MarkCandidate& mark : marks) {
    if (!mark.Has(kMasked)) Count(mark, counts);
  }
  MarkStyle style;
  style.no_prose = marks.size() > kFewMarks && marks.size() > marks.back().token / 4;
  style.single_outside = counts.single_evidence > counts.double_evidence;
  if (options.quote_style != QuoteStyle::kAuto) style.single_outside = options.quote_style == QuoteStyle::kUk;
  style.mixed = counts.curly >= 2 && counts.straight >= 2;
  style.low_openers = counts.low_double > 0 && counts.left_double.closes > counts.left_double.opens;
  style.low_single_openers =
      (counts.low_single > 0 && counts.left_single.closes > 0) || (style.low_openers && counts.low_single > 0);
  style.same_curly = counts.left_double.all() == 0 && counts.low_double == 0 && counts.right_double.opens >= 2 &&
                     counts.right_double.opens * 3 > counts.right_double.closes;
  style.spaced_guillemets = counts.spaced > counts.guillemet.all() + counts.right_guillemet.all() ||
                            (options.language == Language::kFrench && counts.spaced > 0);
  style.outward_guillemets =
      counts.guillemet.closes + counts.right_guillemet.opens > counts.guillemet.opens + counts.right_guillemet.closes;
  if (counts.straight > counts.curly) style.double_form = MarkForm::kStraightDouble;
  if (counts.doubled > counts.curly && counts.doubled > counts.straight) style.double_form = MarkForm::kDoubledSingle;
  if (counts.primes > counts.curly + counts.straight + counts.doubled) style.double_form = MarkForm::kDoublePrime;
  if (counts.straight_single > counts.curly_single) style.single_form = MarkForm::kStraightSingle;
  return style;
}

int FacingCost(const MarkCandidate& mark, Facing wanted, const MarkStyle& style) {
  const Facing facing = style.FacingOf(mark);
  if (facing == Facing::kEither || facing == wanted) return 0;
  return style.mixed ? cost::kWrongDirectionMixed : cost::kWrongDirection;
}

int OpenCost(const MarkCandidate& mark, const MarkStyle& style) {
  return OpenContextCost(mark, style) + FacingCost(mark, Facing::kOpens, style);
}

int CloseCost(const MarkCandidate& mark, const MarkStyle& style) {
  return CloseContextCost(mark, style) + FacingCost(mark, Facing::kCloses, style);
}

int ApostropheCost(const MarkCandidate& mark, const MarkStyle& style) {
  if (mark.family != MarkFamily::kSingle || mark.form == MarkForm::kGrave) return cost::kImpossible;
  if (mark.glyph == 0x201A) return cost::kImpossible;
  const bool turned = mark.glyph == 0x2018;
  const bool word_before = mark.before == Beside::kLetter || mark.before == Beside::kDigit;
  const bool word_after = mark.after == Beside::kLetter || mark.after == Beside::kDigit;
  const bool touches_marks = mark.Has(kMarkLeft) || mark.Has(kMarkRight);
  if (mark.Has(kElided)) return 0;
  // `"Today"'s`: a possessive after a closing mark.
  if (mark.Has(kMarkLeft) && mark.Has(kBeforeEnding) && word_after && mark.before != Beside::kSpace) return 0;
  if (mark.Has(kBeforeElision) && !word_before)
    return turned && mark.after == Beside::kLetter ? cost::kApostropheTurned : 0;
  if (word_before && word_after && !touches_marks) return turned ? cost::kApostropheTurned : 0;
  if (word_before) {
    const int turn = turned ? cost::kApostropheTurned : 0;
    if (mark.Has(kAfterS)) return cost::kApostropheAfterS + turn;
    if (mark.Has(kAfterSibilant)) return cost::kApostropheAfterSibilant + turn;
    if (mark.Has(kAfterDropped)) return cost::kApostropheDropped + turn;
    return style.single_outside ? cost::kApostropheAfterLetterSingle : cost::kApostropheAfterLetter + turn;
  }
  if (word_after) {
    if (turned) return cost::kApostropheOpening;
    return style.single_outside ? cost::kApostropheBeforeLetterSingle : cost::kApostropheBeforeLetter;
  }
  return cost::kApostropheElsewhere;
}

int PrimeCost(const MarkCandidate& mark) {
  if (mark.before != Beside::kDigit || mark.family == MarkFamily::kGuillemet) return cost::kImpossible;
  if (mark.family != MarkFamily::kDouble && mark.family != MarkFamily::kSingle) return cost::kImpossible;
  if (mark.glyph == 0x201C || mark.glyph == 0x2018 || mark.glyph == 0x201E) return cost::kImpossible;
  if (mark.Has(kMeasure) || mark.form == MarkForm::kPrime) return cost::kPrimeMeasure;
  if (mark.form == MarkForm::kDoublePrime) return cost::kPrimeAfterFigures;
  return mark.Has(kShortFigure) ? cost::kPrimeAfterFigures : cost::kPrimeAfterYear;
}

int StrayCost(const MarkCandidate& mark) { return mark.Has(kMasked) ? 0 : cost::kStray; }

bool HasInnerSpace(const MarkCandidate& mark, Facing role, const MarkStyle& style) {
  if (IsCorner(mark) || (IsGuillemet(mark) && style.spaced_guillemets)) return false;
  if (role == Facing::kOpens) return mark.Has(kSpaceRight) && !mark.Has(kMarkAndSpaceRight);
  return mark.Has(kSpaceLeft) && !mark.Has(kMarkAndSpaceLeft);
}

}  // namespace bylint::internal
