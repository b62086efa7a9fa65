#include "checker/analysis/attribution_frame.h"

#include <algorithm>

namespace bylint::internal {

std::span<const Cue> CuesFrom(std::span<const Cue> cues, uint32_t element) {
  const auto first = std::ranges::lower_bound(cues, element, {}, [](const Cue& c) { return c.begin; });
  return cues.subspan(static_cast<size_t>(first - cues.begin()));
}

uint32_t Frame::AfterMarks() const {
  uint32_t at = q_ + 1;
  while (at < o_.size() && (o_[at].Is(ElementKind::kComma) || o_[at].Is(ElementKind::kDash))) ++at;
  return at;
}

const Cue* Frame::CueAfter() const {
  uint32_t at = after_;
  if (!HasAfter() || o_[at].before == Break::kHard) return nullptr;
  const uint32_t end = o_.SentenceEnd(at);
  while (at < end && (IsAdverb(o_[at]) || o_.Word(at) == "as" || o_.Word(at) == "is" || o_.Word(at) == "was" ||
                      o_.Word(at) == "how"))
    ++at;
  const Cue* weak = nullptr;
  for (const Cue& cue : Onwards(at)) {
    if (cue.begin >= end) break;
    if (cue.first() != at) {
      if (cue.first() > at && weak == nullptr) break;
      continue;
    }
    // `Berg, who praised it, said`: the verb of the aside is not the one.
    const bool aside = cue.kind == CueKind::kVerb && o_[cue.begin - 1].Has(WordClass::kRelative);
    if (!cue.weak && !aside) return &cue;
    if (weak == nullptr) weak = &cue;
  }
  return weak;
}

bool Frame::OnlyAttributes(const Cue& cue) const {
  const uint32_t end = o_.SentenceEnd(cue.begin);
  if (cue.end >= end) return true;
  const Element& next = o_[cue.end];
  if (next.Is(ElementKind::kStop) || next.Is(ElementKind::kComma) || next.Has(WordClass::kCalendar)) return true;
  if (next.IsQuotation() || next.Is(ElementKind::kColon)) return false;
  if (IsAdverb(next)) return true;
  if (o_.Word(cue.end) == "it" && o_.Word(cue.begin).starts_with("put")) return true;  // `as Berg put it`
  if (o_[cue.begin].Has(WordClass::kAddressee)) return !next.Has(WordClass::kSubordinator);
  return next.Has(WordClass::kPreposition) && !next.Has(WordClass::kDeterminer);
}

const Cue* Frame::Outer(const Cue* inner) const {
  for (const Cue* outer = inner; outer != cues_.data();) {
    --outer;
    if (outer->begin < low() || outer->begin == inner->begin) break;
    const bool verb = outer->kind != CueKind::kCredit && outer->kind != CueKind::kNoun && !outer->weak;
    if (LeadsIn(*outer) || IsInAside(*outer, *inner)) break;
    if (!verb || outer->speaker.empty()) continue;
    if (Coordinated(outer->end, inner->first() < outer->end ? inner->begin : inner->first())) break;
    const bool pronoun = inner->kind == CueKind::kVerb && o_[inner->speaker.begin].Has(WordClass::kSubjectPronoun);
    const uint32_t first = inner->first();
    const bool adjoins = first == outer->end || (first > 0 && o_.Word(first - 1) == "that");
    if (inner->weak || (pronoun && adjoins) || IsInDescription(*inner)) inner = outer;
  }
  return inner;
}

// `said Berg, who thinks …`: the clause is about the speaker, and no part of what they say.
bool Frame::IsInAside(const Cue& outer, const Cue& inner) const {
  if (outer.kind != CueKind::kInverted) return false;
  uint32_t at = outer.last();
  if (at < o_.size() && o_[at].Is(ElementKind::kComma)) ++at;
  return at < inner.begin && o_.Word(at) == "who";
}

// `Berg tells voters who wonder why the pool leaks that it “…”`: the clause says which voters are meant.
bool Frame::IsInDescription(const Cue& inner) const {
  uint32_t at = inner.begin;
  while (at > low() && (IsAdverb(o_[at - 1]) || o_[at - 1].Has(WordClass::kAuxiliary))) --at;
  if (at < low() + 2 || !o_[at - 1].Has(WordClass::kRelative) || !o_[at - 2].IsWord()) return false;
  return inner.last() + 1 != q_ || o_[inner.last()].IsWord();  // `told a man who asked, “…”`
}

// `When Lee said so, Berg …`: the verb stands in a clause that only leads to the one with the quotation.
bool Frame::LeadsIn(const Cue& cue) const {
  const uint32_t begin = o_.SentenceBegin(cue.begin);
  const Element& first = o_[begin];
  if (!first.Has(WordClass::kSubordinator) || first.Has(WordClass::kDeterminer)) return false;
  if (!cue.weak && o_[cue.last()].Is(ElementKind::kComma)) return false;  // `As Berg wrote, …`
  for (uint32_t i = begin; i < cue.begin; ++i) {
    if (o_[i].Is(ElementKind::kComma)) return false;
  }
  for (uint32_t i = cue.last(); i < q_; ++i) {
    if (!o_[i].Is(ElementKind::kComma)) continue;
    const NounPhrase who = PhraseAt(o_, i + 1, q_);
    return !who.empty() && who.end < q_ && !o_[i + 1].Has(WordClass::kRelative);
  }
  return false;
}

// `…, but`, `and`, `while` between two verbs: the second is not part of what the first says.
bool Frame::Coordinated(uint32_t begin, uint32_t end) const {
  for (uint32_t i = begin; i < end; ++i) {
    if (o_[i].Has(WordClass::kConjunction) && !o_[i].Has(WordClass::kPreposition)) return true;
    if (o_[i].Is(ElementKind::kColon) || o_[i].IsQuotation() || o_.Word(i) == "while") return true;
  }
  return false;
}

}  // namespace bylint::internal
