#include "checker/analysis/mark_faults.h"

#include <array>

namespace bylint::internal {
namespace {

struct GlyphPair {
  std::string_view open;
  std::string_view close;
};

GlyphPair PairOf(const MarkCandidate& mark, const MarkStyle& style) {
  switch (mark.form) {
    case MarkForm::kStraightDouble:
      return {"\"", "\""};
    case MarkForm::kCurlyDouble:
      if (style.low_openers) return {"„", "“"};
      if (mark.glyph == 0x201E) return {"„", "”"};
      return style.same_curly ? GlyphPair{"”", "”"} : GlyphPair{"“", "”"};
    case MarkForm::kDoubledSingle:
      return mark.glyph == '\'' ? GlyphPair{"''", "''"} : GlyphPair{"“", "”"};
    case MarkForm::kDoubledGrave:
      return {"``", "''"};
    case MarkForm::kDoublePrime:
      return {"″", "″"};
    case MarkForm::kStraightSingle:
      return {"'", "'"};
    case MarkForm::kCurlySingle:
      if (style.low_single_openers) return {"‚", "‘"};
      return style.same_curly ? GlyphPair{"’", "’"} : GlyphPair{"‘", "’"};
    case MarkForm::kGrave:
      return {"`", "'"};
    case MarkForm::kPrime:
      return {"′", "′"};
    case MarkForm::kGuillemet:
      return style.outward_guillemets ? GlyphPair{"»", "«"} : GlyphPair{"«", "»"};
    case MarkForm::kSingleGuillemet:
      return style.outward_guillemets ? GlyphPair{"›", "‹"} : GlyphPair{"‹", "›"};
    case MarkForm::kCorner:
      return {"「", "」"};
    case MarkForm::kWhiteCorner:
      return {"『", "』"};
  }
  return {};
}

std::string_view GlyphOf(const MarkCandidate& mark, Facing role, const MarkStyle& style) {
  const GlyphPair pair = PairOf(mark, style);
  return role == Facing::kOpens ? pair.open : pair.close;
}

class FaultCollector {
 public:
  FaultCollector(const MarkContext& context, std::span<const MarkReading> readings, std::vector<MarkFault>& faults)
      : context_(context), readings_(readings), faults_(faults) {
    last_open_.fill(kNone);
  }

  void Read(uint32_t i) {
    AddFaultsOf(i);
    const MarkReading& reading = readings_[i];
    const bool opens = reading.label == MarkLabel::kOpen || reading.label == MarkLabel::kContinue;
    if (opens) last_open_[reading.depth] = i;
  }

 private:
  void AddFaultsOf(uint32_t i) {
    const MarkReading& reading = readings_[i];
    switch (reading.label) {
      case MarkLabel::kUnmatchedOpen:
      case MarkLabel::kContinueUnmatched:
        return AddMissing(i, MarkFaultKind::kMissingClose);
      case MarkLabel::kUnmatchedClose:
        return AddMissing(i, MarkFaultKind::kMissingOpen);
      case MarkLabel::kLiteral: {
        const MarkCandidate& mark = At(i);
        if (mark.Has(kMasked)) return;
        const bool opens = OpenCost(mark, context_.style) < CloseCost(mark, context_.style);
        return AddMissing(i, opens ? MarkFaultKind::kMissingClose : MarkFaultKind::kMissingOpen);
      }
      case MarkLabel::kCloseOther:
        return AddMismatch(i, reading.partner);
      case MarkLabel::kCloseAcross:
        return Add(i, MarkFaultKind::kMisnested, {}, {});
      case MarkLabel::kOpen:
        return ReadOpen(i);
      case MarkLabel::kContinue:
        if (At(i).family != MarkFamily::kGuillemet) ReadFacing(i, Facing::kOpens);
        return;
      case MarkLabel::kClose:
        return ReadClose(i);
      default:
        return;
    }
  }

  const MarkCandidate& At(uint32_t i) const { return context_.candidates.marks[i]; }

  void Add(uint32_t mark, MarkFaultKind kind, TextSpan expected, std::string_view replacement) {
    faults_.push_back({.kind = kind, .mark = mark, .expected = expected, .replacement = replacement});
  }

  void AddMissing(uint32_t i, MarkFaultKind kind) {
    const uint32_t block = context_.document.BlockAt(At(i).span.begin);
    const bool close = kind == MarkFaultKind::kMissingClose;
    const MissingPlace place = close ? context_.places.ForClose(i, block) : context_.places.ForOpen(i, block);
    Add(i, kind, {place.offset, place.offset},
        GlyphOf(At(i), close ? Facing::kCloses : Facing::kOpens, context_.style));
  }

  // Of a pair of two kinds the one that the article uses less is the fault.
  void AddMismatch(uint32_t close, uint32_t open) {
    const MarkStyle& style = context_.style;
    const auto usual = [&](uint32_t i) {
      const MarkCandidate& mark = At(i);
      if (mark.family == MarkFamily::kSingle) return style.single_outside && mark.form == style.single_form;
      return mark.family != MarkFamily::kDouble || (!style.single_outside && mark.form == style.double_form);
    };
    const bool open_is_odd = usual(close) && !usual(open);
    const uint32_t odd = open_is_odd ? open : close;
    const Facing role = open_is_odd ? Facing::kOpens : Facing::kCloses;
    Add(odd, MarkFaultKind::kMismatched, {}, GlyphOf(At(open_is_odd ? close : open), role, style));
  }

  bool ReadFacing(uint32_t i, Facing role) {
    if (FacingCost(At(i), role, context_.style) == 0) return false;
    Add(i, MarkFaultKind::kReversed, {}, GlyphOf(At(i), role, context_.style));
    return true;
  }

  bool IsEmptyPair(uint32_t open, uint32_t close) const {
    return close == open + 1 && (At(close).Has(kMarkLeft) || At(close).Has(kMarkAndSpaceLeft));
  }

  void ReadOpen(uint32_t i) {
    const MarkReading& reading = readings_[i];
    if (ReadFacing(i, Facing::kOpens)) return;
    if (reading.partner != kNone && IsEmptyPair(i, reading.partner)) {
      // `“ ”` at the start of a line is the ornament of a pull quote.
      if (At(i).Has(kLeading) && At(reading.partner).Has(kMarkAndSpaceLeft)) return;
      return Add(i, MarkFaultKind::kEmpty, {At(i).span.end, At(reading.partner).span.begin}, {});
    }
    if (reading.depth > 1 && reading.cost >= cost::kSameInside && IsInsideSameFamily(i)) {
      return Add(i, MarkFaultKind::kMisnested, {}, {});
    }
    // A pair of two families is the one fault, however its marks are set.
    if (reading.partner != kNone && readings_[reading.partner].label == MarkLabel::kCloseOther) return;
    if (HasInnerSpace(At(i), Facing::kOpens, context_.style)) AddSpaced(i, At(i).token + Width(i), Facing::kOpens);
  }

  bool IsInsideSameFamily(uint32_t i) const {
    const uint32_t outer = last_open_[readings_[i].depth - 1u];
    return outer != kNone && At(outer).family == At(i).family;
  }

  void ReadClose(uint32_t i) {
    const uint32_t open = readings_[i].partner;
    if (ReadFacing(i, Facing::kCloses)) return;
    if (FormsDiffer(At(open).form, At(i).form)) return AddMismatch(i, open);
    if (IsEmptyPair(open, i)) return;
    if (HasInnerSpace(At(i), Facing::kCloses, context_.style)) AddSpaced(i, At(i).token - 1, Facing::kCloses);
  }

  // Tokens of the mark: `''` has two.
  TokenIndex Width(uint32_t i) const {
    return At(i).form == MarkForm::kDoubledSingle || At(i).form == MarkForm::kDoubledGrave ? 2 : 1;
  }

  // `neighbour` is the token on the inner side. An ellipsis set apart from its mark is a matter of taste.
  void AddSpaced(uint32_t i, TokenIndex neighbour, Facing role) {
    if (neighbour >= context_.analysis.tokens.size()) return;
    const Token& inner = context_.analysis.tokens[neighbour];
    if (inner.IsPunctuation('.') || inner.IsPunctuation(0x2026)) {
      const bool opens = role == Facing::kOpens;
      if (opens || inner.Has(kSpaceBefore)) return;
    }
    const TextSpan gap = role == Facing::kOpens ? TextSpan{At(i).span.end, inner.span.begin}
                                                : TextSpan{inner.span.end, At(i).span.begin};
    if (gap.begin < gap.end) Add(i, MarkFaultKind::kSpaced, gap, {});
  }

  const MarkContext& context_;
  std::span<const MarkReading> readings_;
  std::vector<MarkFault>& faults_;
  std::array<uint32_t, MarkParser::kMaxDepth + 1> last_open_;  // by depth, of the marks read so far
};

}  // namespace

void CollectFaults(const MarkContext& context, uint32_t begin, uint32_t end, std::span<const MarkReading> readings,
                   std::vector<MarkFault>& faults) {
  FaultCollector collector(context, readings, faults);
  for (uint32_t i = begin; i < end; ++i) collector.Read(i);
}

}  // namespace bylint::internal
