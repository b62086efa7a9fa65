#include "checker/analysis/attribution_verbs.h"

namespace bylint::internal {
namespace {

constexpr WordClasses kNeverVerb = WordClass::kPreposition | WordClass::kConjunction | WordClass::kRelative |
                                   WordClass::kDeterminer | WordClass::kPossessivePronoun | WordClass::kAuxiliary |
                                   WordClass::kSubordinator | WordClass::kRole;

// Of a clause about one person: `a voice of the north` and `working for the mayor` are none.
bool MayBeVerb(const Element& e) {
  if (!e.IsWord()) return false;
  if (e.Has(WordClass::kAuxiliary)) return true;
  if (!e.Has(WordClass::kReport)) return IsFiniteVerb(e);
  if (!e.classes.HasAny(WordClass::kWeakReport | WordClass::kNounForm)) return true;
  return e.Has(WordClass::kFinite) && !e.Has(WordClass::kInfinitive);
}

}  // namespace

bool HasVerb(const Outline& o, const NounPhrase& who, uint32_t end) {
  bool relative = false;
  bool several = false;  // `Berg and Lee write`
  for (uint32_t i = who.begin; i < end; ++i) {
    const Element& e = o[i];
    if (e.IsQuotation()) return true;
    if (e.Has(WordClass::kRelative)) relative = true;
    if (e.Is(ElementKind::kComma)) relative = false;
    if (i < who.end) several |= o.Word(i) == "and";
    if (i < who.end && e.capitalized) continue;
    if (!MayBeVerb(e) && !(several && e.Has(WordClass::kReport) && e.Has(WordClass::kInfinitive))) continue;
    const bool own = i == who.begin || o[i - 1].classes.HasAny(WordClass::kRelative | WordClass::kConjunction);
    const bool reports = e.Has(WordClass::kReport) && !e.Has(WordClass::kWeakReport);
    if (!relative || (reports && !own)) return true;
  }
  return false;
}

bool IsOpenVerb(const Outline& o, uint32_t i) {
  const Element& e = o[i];
  if (!e.IsWord() || e.capitalized || e.classes.HasAny(kNeverVerb)) return false;
  return e.ending == Ending::kEd || (e.Has(WordClass::kReport) && e.Has(WordClass::kFinite));
}

bool MayFollowPronounAsVerb(const Outline& o, uint32_t i) {
  return o[i].IsWord() && !o[i].capitalized && !o[i].classes.HasAny(kNeverVerb);
}

bool IsVerbParticle(const Outline& o, uint32_t i) {
  const std::string_view word = o.Word(i);
  return word == "back" || word == "out" || word == "in" || word == "up" || word == "off" || word == "on";
}

bool ClosesPhrase(const Outline& o, uint32_t at, uint32_t end) {
  if (at >= end || !o[at].IsWord()) return true;
  constexpr WordClasses kOpensClause = WordClass::kPreposition | WordClass::kRelative | WordClass::kSubordinator;
  return o[at].classes.HasAny(kOpensClause | WordClass::kCalendar) || IsAdverb(o[at]);
}

bool IsSomebody(const Outline& o, const NounPhrase& who) {
  if (who.empty()) return false;
  const Element& first = o[who.begin];
  if (!IsPronoun(first)) return IsName(o, who) || o[who.end - 1].Has(WordClass::kRole);
  constexpr WordClasses kOfPeople = WordClass::kMale | WordClass::kFemale | WordClass::kFirstPerson;
  return first.classes.HasAny(kOfPeople) || o.Word(who.begin) == "they";
}

}  // namespace bylint::internal
