#include "checker/analysis/attribution_sieves_before.h"

#include <algorithm>

#include "checker/analysis/attribution_verbs.h"

namespace bylint::internal {
namespace {

// Berg — “…”: nothing but the name stands before the dash.
std::optional<Attribution> DashLabel(const Frame& f) {
  const Outline& o = f.outline();
  const uint32_t dash = f.quotation() - 1;
  const NounPhrase who = PhraseAt(o, f.low(), dash);
  if (who.empty() || who.end != dash || !o[f.low()].in_name) return std::nullopt;
  return Attribution{.speaker = who, .cue_begin = dash, .cue_end = dash + 1};
}

// Somebody, or something that speaks for people; `the tax` has nothing to say.
bool MayHoldForth(const Outline& o, const NounPhrase& who) {
  constexpr WordClasses kSpeaks =
      WordClass::kRole | WordClass::kSource | WordClass::kOrganisation | WordClass::kCueNoun | WordClass::kOutlet;
  if (IsPronoun(o[who.begin])) return o.Word(who.begin) != "it";
  return IsName(o, who) || o[who.end - 1].classes.HasAny(kSpeaks);
}

// `Here is`, `This is`, `Here’s`
bool PresentsAt(const Outline& o, uint32_t i) {
  const std::string_view word = o.Word(i);
  if (word == "here's") return true;
  return (word == "here" || word == "this") && i + 1 < o.size() && o.Word(i + 1) == "is";
}

}  // namespace

// LEE: “…”; The vote is lost - Anna Berg: “…”
std::optional<Attribution> Label(const Frame& f) {
  constexpr uint32_t kLongestLead = 3;  // elements: `And this from Berg: “…”`
  const Outline& o = f.outline();
  const uint32_t mark = f.quotation() - 1;  // the colon or the dash
  if (f.quotation() < f.low() + 2) return std::nullopt;
  if (o[mark].Is(ElementKind::kDash)) return DashLabel(f);
  if (!o[mark].Is(ElementKind::kColon)) return std::nullopt;
  uint32_t begin = mark;
  while (begin > f.low() && !o[begin - 1].Is(ElementKind::kDash)) --begin;
  for (uint32_t i = begin; i < std::min(mark, begin + kLongestLead); ++i) {
    if (o.Word(i) == "from") begin = i + 1;
  }
  const bool presents = PresentsAt(o, begin);
  if (presents) begin += o[begin].Has(WordClass::kAuxiliary) ? 1 : 2;
  const NounPhrase who = PhraseAt(o, begin, mark);
  if (who.empty() || !IsName(o, who)) return std::nullopt;
  // `Here’s Berg on the tax:`
  const bool goes_on = presents && who.end < mark && o[who.end].Has(WordClass::kPreposition);
  if (who.end != mark && !goes_on) return std::nullopt;
  const Element& last = o[who.end - 1];
  if (last.Has(WordClass::kCueNoun) && !last.capitalized) return std::nullopt;  // `Berg’s message:`
  return Attribution{.speaker = who, .cue_begin = mark, .cue_end = mark + 1};
}

// The delay signals “…” for the town, said Berg: what a thing signals is what somebody says of it.
bool YieldsToSomebody(const Frame& f, const Cue& cue) {
  const Outline& o = f.outline();
  if (!cue.weak || MayHoldForth(o, cue.speaker)) return false;
  return std::ranges::any_of(f.Onwards(f.quotation()), [&](const Cue& later) {
    return later.kind == CueKind::kInverted && !later.weak && later.begin < f.high() && IsSomebody(o, later.speaker);
  });
}

// Berg said, “…”; Berg, who resigned, told reporters that “…”
std::optional<Attribution> VerbBefore(const Frame& f) {
  const Cue* cue = f.CueBefore([](const Cue& c) { return c.kind != CueKind::kCredit && c.kind != CueKind::kNoun; });
  if (cue == nullptr || YieldsToSomebody(f, *cue)) return std::nullopt;
  return AttributionBy(*f.Outer(cue));
}

// According to Berg, “…”
std::optional<Attribution> CreditBefore(const Frame& f) {
  const Cue* cue = f.CueBefore([](const Cue& c) { return c.kind == CueKind::kCredit && !c.in_brackets; });
  return cue == nullptr ? std::nullopt : AttributionBy(*cue);
}

// In the words of Berg, “…”
std::optional<Attribution> NounBefore(const Frame& f) {
  constexpr uint32_t kFarthestNoun = 4;  // elements
  const Cue* cue = f.CueBefore([](const Cue& c) { return c.kind == CueKind::kNoun; });
  if (cue == nullptr || cue->end + kFarthestNoun < f.quotation()) return std::nullopt;
  // `The mayor played down Berg’s remark as “…”`: what is called so is not what says it.
  if (cue->end + 1 == f.quotation() && f.outline().Word(cue->end) == "as") return std::nullopt;
  return AttributionBy(*cue);
}

// Berg fired back: “…”
std::optional<Attribution> Subject(const Frame& f) {
  const uint32_t q = f.quotation();
  if (f.low() == q) return std::nullopt;
  const NounPhrase who = ClauseSubject(f.outline(), f.low(), q);
  if (who.empty() || who.end > q) return std::nullopt;
  const bool colon = f[q - 1].Is(ElementKind::kColon);
  if (!colon && (who.end == q || f.shape().IsTitle())) return std::nullopt;
  const NounPhrase last = colon ? PhraseBefore(f.outline(), f.low(), q - 1) : NounPhrase{};
  const bool thing = !MayHoldForth(f.outline(), who);
  // `The delay does not surprise Anna Berg: “…”`
  if (thing && !last.empty() && last.end + 1 == q && f[last.name_begin].in_name) {
    return Attribution{.speaker = last, .cue_begin = last.end, .cue_end = last.end};
  }
  if (thing && !colon) return std::nullopt;
  return Attribution{.speaker = who, .cue_begin = who.end, .cue_end = who.end};
}

}  // namespace bylint::internal
