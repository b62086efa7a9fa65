// Whose verb it is: the subject of a verb, of a participle without one of its own, of a whole clause.
#include <algorithm>

#include "checker/analysis/attribution_noun_phrase.h"

namespace bylint::internal {
namespace {

// True for what may fill the gap between a person and the verb: `, who …,` `, 45,` `, a mother of two,`
bool LooksLikeAside(const Outline& o, uint32_t begin, uint32_t end) {
  if (begin >= end || IsPronoun(o[begin])) return false;
  return !o[begin].Has(WordClass::kConjunction) || o[begin].Has(WordClass::kPreposition);
}

// A form in -ing that begins the sentence, with what may follow a verb behind it.
bool OpensLikeVerb(const Outline& o, uint32_t i, uint32_t high) {
  const Element& e = o[i];
  if (!e.StartsSentence() || e.ending != Ending::kIng || e.Has(WordClass::kGivenName) || i + 1 >= high) return false;
  constexpr WordClasses kAfterVerb = WordClass::kPreposition | WordClass::kDeterminer | WordClass::kPossessivePronoun |
                                     WordClass::kObjectPronoun | WordClass::kIndefinite;
  return o[i + 1].classes.HasAny(kAfterVerb) || IsAdverb(o[i + 1]) || o[i + 1].capitalized;
}

// `Dashing into the hall, Berg …`, `Led by Berg, the council …`
bool IsParticiple(const Outline& o, uint32_t i, uint32_t high) {
  const Element& e = o[i];
  if (e.Has(WordClass::kParticiple)) return true;
  if (!e.StartsSentence() || e.in_name) return false;
  return e.Has(WordClass::kPastParticiple) || OpensLikeVerb(o, i, high);
}

// `wearing a red hat`: a participle that describes the noun before it.
bool DescribesNounBefore(const Outline& o, uint32_t i) {
  constexpr WordClasses kNoNoun = WordClass::kAuxiliary | WordClass::kPreposition | WordClass::kConjunction |
                                  WordClass::kDeterminer | WordClass::kPossessivePronoun | WordClass::kSubordinator;
  constexpr WordClasses kObject = WordClass::kPreposition | WordClass::kDeterminer | WordClass::kPossessivePronoun;
  if (o[i].ending != Ending::kIng || o[i].classes.HasAny(kNoNoun)) return false;
  if (o[i - 1].classes.HasAny(kNoNoun) || IsAdverb(o[i - 1]) || IsFiniteVerb(o[i - 1])) return false;
  return o[i + 1].classes.HasAny(kObject);
}

// `Aides who have seen the plan say`, `A man wearing a red hat shouts`: the phrase before the verb is part of what
// tells who the subject is, and the subject stands before that, at the head of the clause.
NounPhrase DescribedBy(const Outline& o, uint32_t low, const NounPhrase& phrase) {
  constexpr uint32_t kLongest = 16;  // elements
  bool verb = false;
  for (uint32_t i = phrase.begin; i > low + 1 && phrase.begin - i < kLongest;) {
    --i;
    const Element& e = o[i];
    if ((!e.IsWord() && !e.Is(ElementKind::kNumber)) || o[i + 1].StartsSentence()) return phrase;
    const bool relative = o.Word(i) == "who" && verb;
    verb |= IsFiniteVerb(e) || e.Has(WordClass::kAuxiliary);
    if (!relative && (verb || !DescribesNounBefore(o, i))) continue;
    if (o.Word(i - 1) == "those") return {i - 1, i, i - 1, i};
    const NounPhrase who = PhraseBefore(o, low, i);
    if (who.empty()) continue;
    const bool heads = who.begin == low || o[who.begin].StartsSentence() || !o[who.begin - 1].IsWord();
    return heads ? who : phrase;
  }
  return phrase;
}

}  // namespace

NounPhrase SubjectBefore(const Outline& o, uint32_t low, uint32_t verb) {
  uint32_t end = verb;
  while (end > low && !o[end].StartsSentence() && !IsPronoun(o[end - 1]) &&  // `he’d say`
         ((o[end - 1].Has(WordClass::kAuxiliary) && !IsMonthAndName(o[end - 1])) ||
          o[end - 1].Has(WordClass::kNegation) || IsAdverb(o[end - 1]) ||
          (o[end - 1].Has(WordClass::kObjectPronoun) && !o[end - 1].Has(WordClass::kSubjectPronoun)))) {
    --end;
  }
  if (end <= low || o[end].StartsSentence()) return {};
  const Element& before = o[end - 1];
  if (before.Has(WordClass::kRelative) ||
      (before.Has(WordClass::kSubordinator) && before.Has(WordClass::kDeterminer))) {
    uint32_t antecedent = end - 1;
    const bool loose = antecedent > low && !o[antecedent].StartsSentence() &&
                       (o[antecedent - 1].Is(ElementKind::kComma) || o[antecedent - 1].Is(ElementKind::kDash));
    if (loose) --antecedent;
    if (antecedent <= low) return {};
    NounPhrase who = BarePhraseBefore(o, low, antecedent);
    if (o.Word(end - 1) == "who" && !who.empty() && IsName(o, who)) {  // shorter, and `person` tells who it is
      who.name_begin = end - 1;
      who.name_end = end;
    }
    return who;
  }
  const bool comma = before.Is(ElementKind::kComma);
  if (!comma && !before.Is(ElementKind::kDash) && !before.Is(ElementKind::kClose)) {
    const NounPhrase phrase = PhraseBefore(o, low, end);
    return phrase.empty() ? phrase : DescribedBy(o, low, phrase);
  }
  const uint32_t close = comma && end > low + 1 ? end - 2 : end - 1;  // `Berg (D), said`
  if (o[close].Is(ElementKind::kClose)) {
    const uint32_t open = MatchingOpen(o, low, close);
    const NounPhrase phrase = open > low ? PhraseBefore(o, low, open) : NounPhrase{};
    if (!comma || !phrase.empty()) return phrase;
  }
  // An aside: the phrase before the comma that opens it. A phrase that begins the sentence wins over nearer ones,
  // which are parts of the aside: `Berg, a lawyer in Norby, Oslo, said`.
  NounPhrase nearest;
  for (uint32_t open = end - 1; open > low && end - open < kLongestAside; --open) {
    if (o[open].StartsSentence() || o[open - 1].IsQuotation()) break;
    if (!o[open - 1].Is(comma ? ElementKind::kComma : ElementKind::kDash)) continue;
    if (!LooksLikeAside(o, open, end - 1)) break;
    const NounPhrase phrase = PhraseBefore(o, low, open - 1);
    if (phrase.empty() || IsParticiple(o, phrase.begin, open)) continue;
    // `Dashing into the hall, Senator Berg, the chairman, said`: taken for a name, yet a name stands nearer.
    const bool named = !nearest.empty() && IsName(o, nearest);
    if (named && !IsName(o, {phrase.begin + 1, phrase.end}) && OpensLikeVerb(o, phrase.begin, open)) continue;
    if (phrase.begin == low || o[phrase.begin].StartsSentence() || o[phrase.begin - 1].IsQuotation()) return phrase;
    if (nearest.empty()) nearest = phrase;
  }
  return nearest;
}

namespace {

// `NORBY, July 25 (AP) — The council …`: the words before the dash are no part of the sentence.
uint32_t AfterDateline(const Outline& o, uint32_t low, uint32_t high) {
  constexpr uint32_t kLongestDateline = 14;
  if (low != 0) return low;
  for (uint32_t i = 0; i < std::min(high, kLongestDateline); ++i) {
    if (o[i].Is(ElementKind::kDash) && i > 0) return i + 1;
    if (o[i].IsWord() && !o[i].capitalized) break;
    if (o[i].IsQuotation() || o[i].Is(ElementKind::kColon)) break;
  }
  return low;
}

// `In Ames, Iowa, on Sunday`: tells where the place before it lies, and is no subject.
bool IsWiderPlace(const Outline& o, const NounPhrase& phrase, uint32_t low, uint32_t high) {
  if (phrase.begin <= low + 1 || phrase.end >= high || phrase.end - phrase.begin > 2) return false;
  if (!o[phrase.begin - 1].Is(ElementKind::kComma) || !o[phrase.begin - 2].capitalized) return false;
  const bool closed = o[phrase.end].Is(ElementKind::kComma) || o[phrase.end].Is(ElementKind::kStop);
  return closed && o[phrase.begin].classes.HasAny(WordClass::kPlace | WordClass::kAbbreviation);
}

}  // namespace

NounPhrase ClauseSubject(const Outline& o, uint32_t low, uint32_t verb) {
  constexpr uint32_t kFarthestSubject = 60;  // elements behind the head of the clause
  uint32_t i = AfterDateline(o, low, verb);
  while (i < verb && i - low < kFarthestSubject) {
    const Element& e = o[i];
    const bool skips =
        !e.IsWord() || (e.Has(WordClass::kConjunction) && !e.Has(WordClass::kPreposition)) || IsAdverb(e);
    if (skips && !e.Is(ElementKind::kNumber)) {
      ++i;
      continue;
    }
    const bool adverbial =
        (e.Has(WordClass::kPreposition) || e.Has(WordClass::kSubordinator)) && !e.Has(WordClass::kDeterminer);
    if (!adverbial && !e.Has(WordClass::kCredit) && !IsParticiple(o, i, verb) && !e.Has(WordClass::kCalendar)) {
      const NounPhrase phrase = PhraseAt(o, i, verb);
      if (!phrase.empty() && !IsWiderPlace(o, phrase, low, verb)) return phrase;
    }
    // An adverbial or something unknown: the subject may follow its comma.
    while (i < verb && !o[i].Is(ElementKind::kComma) && !o[i].IsQuotation()) ++i;
    ++i;
  }
  return {};
}

namespace {

// `… the town, and Berg …`, `… as Berg …`, `… that Berg …`: a second clause of the sentence may begin at `i`.
bool OpensLaterClause(const Outline& o, uint32_t low, uint32_t i) {
  if (i < low + 2 || !o[i - 1].IsWord() || o[i - 1].capitalized) return false;
  const Element& link = o[i - 1];
  if (link.Has(WordClass::kSubordinator)) return true;
  return link.Has(WordClass::kConjunction) && !link.Has(WordClass::kPreposition) && o[i - 2].Is(ElementKind::kComma);
}

// A verb follows the phrase, with nothing but adverbs between.
bool HasOwnVerb(const Outline& o, const NounPhrase& who, uint32_t high) {
  uint32_t i = who.end;
  while (i < high && IsAdverb(o[i])) ++i;
  if (i >= high || !o[i].IsWord()) return false;
  const bool reports = o[i].Has(WordClass::kReport) && o[i].Has(WordClass::kFinite);
  return reports || IsFiniteVerb(o[i]) || o[i].Has(WordClass::kAuxiliary) || o[i].ending == Ending::kEd;
}

}  // namespace

NounPhrase LastClauseSubject(const Outline& o, uint32_t low, uint32_t verb) {
  constexpr uint32_t kFarthestClause = 40;  // elements before the verb
  const uint32_t farthest = verb - std::min(verb - low, kFarthestClause);
  for (uint32_t i = verb; i > farthest && (o[i - 1].IsWord() || IsShortFormStop(o, i - 1)); --i) {
    if (o.Word(i - 1) == "who" && i < verb) return SubjectBefore(o, low, i);
    if (!OpensLaterClause(o, low, i)) continue;
    const NounPhrase who = PhraseAt(o, i, verb);
    if (!who.empty() && HasOwnVerb(o, who, verb)) return who;
  }
  return ClauseSubject(o, low, verb);
}

}  // namespace bylint::internal
