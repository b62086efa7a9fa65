#include "checker/analysis/attribution_words.h"

namespace bylint::internal {
namespace {

constexpr WordClasses kNeverInside = WordClass::kPreposition | WordClass::kConjunction | WordClass::kRelative |
                                     WordClass::kAuxiliary | WordClass::kSubjectPronoun | WordClass::kNegation |
                                     WordClass::kCalendar | WordClass::kSubordinator;

// A capital that only the beginning of the sentence gave to a word of the language.
bool IsOrdinaryCapital(const Element& e) {
  if (e.Has(WordClass::kGivenName) || e.in_name) return false;
  return e.capitalized && e.StartsSentence() &&
         (e.classes.HasAny(kNeverInside | kOpensPhrase) || e.Has(WordClass::kIndefinite) || e.Has(WordClass::kAdverb) ||
          e.Has(WordClass::kCommon) || e.Has(WordClass::kRole) || e.Has(WordClass::kSource) ||
          e.Has(WordClass::kReport));
}

}  // namespace

bool IsNameWord(const Element& e) {
  return e.IsWord() && e.capitalized && !e.Has(WordClass::kCalendar) && !IsOrdinaryCapital(e) &&
         !e.Has(WordClass::kSubjectPronoun) && !e.Has(WordClass::kDeterminer);
}

bool IsInitial(const Outline& o, uint32_t i) {
  return o[i].IsWord() && o[i].capitalized && o.Word(i).size() == 1 && i + 1 < o.size() &&
         o[i + 1].Is(ElementKind::kStop);
}

bool IsShortFormStop(const Outline& o, uint32_t i) {
  return o[i].Is(ElementKind::kStop) && i > 0 && o[i - 1].IsWord() && o[i - 1].capitalized && i + 1 < o.size() &&
         !o[i + 1].StartsSentence() && o[i + 1].IsWord();
}

bool StandsInside(const Outline& o, uint32_t i) {
  const Element& e = o[i];
  if (e.Is(ElementKind::kNumber)) return true;
  if (e.Is(ElementKind::kStop)) return IsShortFormStop(o, i);
  if (!e.IsWord()) return false;
  if (e.in_name && e.capitalized) return true;
  if (e.capitalized && !e.StartsSentence()) {
    const bool opened = o[i - 1].classes.HasAny(kOpensPhrase);  // `a Monday report`
    if (BeginsName(o, i)) return !e.Has(WordClass::kConjunction);
    return (!e.Has(WordClass::kCalendar) || opened) && !e.Has(WordClass::kSubjectPronoun) &&
           !e.Has(WordClass::kConjunction);
  }
  if (e.Has(WordClass::kRelative)) return false;
  if (e.Has(WordClass::kDeterminer)) return !e.Has(WordClass::kSubordinator) || e.capitalized;
  const bool opened = i > 0 && !e.StartsSentence() && o[i - 1].classes.HasAny(kOpensPhrase);
  if (opened && e.Has(WordClass::kPastParticiple)) return true;                              // `the printed card`
  if (e.classes.HasAny(kNeverInside)) return e.Has(WordClass::kGivenName) && e.capitalized;  // `Will`, `May`
  if (IsFiniteVerb(e)) return opened && e.Has(WordClass::kRole);                             // `the judges`
  return !e.Has(WordClass::kParticiple) || opened;
}

bool TellsWhen(const Element& e) {
  if (e.in_name) return false;
  return e.Has(WordClass::kCalendar) || (IsAdverb(e) && !e.capitalized);
}

bool IsTime(const Element& e) {
  return e.Has(WordClass::kTimeNoun) && !e.in_name && (!e.capitalized || e.StartsSentence());
}

bool IsMonthAndName(const Element& e) {
  return e.capitalized && e.Has(WordClass::kCalendar) && (e.Has(WordClass::kGivenName) || e.Has(WordClass::kCommon));
}

bool BeginsName(const Outline& o, uint32_t i) {
  constexpr size_t kShortName = 3;  // letters: `said Dec Mullarkey`, but `On Friday Anna Berg`
  if (o[i].Has(WordClass::kCalendar) && !o[i].Has(WordClass::kGivenName) && o.Word(i).size() > kShortName) return false;
  return o[i].capitalized && !o[i].StartsSentence() && i + 1 < o.size() && o[i + 1].IsWord() && o[i + 1].capitalized &&
         !o[i + 1].Has(WordClass::kCalendar);
}

bool IsPronoun(const Element& e) {
  return e.Has(WordClass::kSubjectPronoun) && !e.classes.HasAny(WordClass::kRelative | WordClass::kDeterminer);
}

bool IsAdverb(const Element& e) {
  if (e.Has(WordClass::kAdverb)) return true;
  return e.ending == Ending::kLy && !e.classes.HasAny(kPersonal);
}

bool IsFiniteVerb(const Element& e) {
  if (!e.IsWord() || (e.capitalized && !e.StartsSentence())) return false;
  if (e.Has(WordClass::kFiniteVerb)) return true;
  if (!e.Has(WordClass::kReport) || !e.Has(WordClass::kFinite)) return false;
  return !e.Has(WordClass::kNounForm) && !(e.Has(WordClass::kWeakReport) && e.Has(WordClass::kInfinitive));
}

}  // namespace bylint::internal
