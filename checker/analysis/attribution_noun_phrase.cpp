#include "checker/analysis/attribution_noun_phrase.h"

#include <algorithm>

namespace bylint::internal {
namespace {

constexpr uint32_t kLongestPhrase = 16;  // elements
constexpr int kLongestChain = 4;         // phrases tied by prepositions

// Where the name in [begin, end) starts, given that the last word is part of it.
uint32_t NameBegin(const Outline& o, uint32_t begin, uint32_t end) {
  uint32_t i = end - 1;
  while (i > begin) {
    const Element& before = o[i - 1];
    const bool opens =
        before.capitalized && before.StartsSentence() && before.Has(WordClass::kRole);  // `Actress Ann Lee`
    const bool joins = ((IsNameWord(before) || opens || IsInitial(o, i - 1)) && !before.possessive) ||
                       IsShortFormStop(o, i - 1) || before.Has(WordClass::kParticle) ||
                       (before.in_name && o[i].in_name);
    if (!joins) break;
    --i;
  }
  return i;
}

// `a person close to the mayor`: describes the word before it, and is no part of the name.
bool FollowsNoun(const Outline& o, uint32_t i) {
  const std::string_view word = o.Word(i);
  if (word != "close" && word != "familiar" && word != "loyal" && word != "involved") return false;
  return i + 1 < o.size() && o[i + 1].Has(WordClass::kPreposition);
}

// `at one point Berg said`: the words before the name tell when.
bool EndsTime(const Outline& o, uint32_t low, uint32_t i) {
  const std::string_view word = o.Word(i);
  const bool time = word == "point" || word == "time" || word == "moment" || word == "stage";
  return time && i >= low + 2 && o.Word(i - 2) == "at";
}

// Drops `Ukrainian Foreign Minister` of `Ukrainian Foreign Minister Dmytro Kuleba`; keeps `Ms.` and `Sen.`
uint32_t DropRoles(const Outline& o, uint32_t begin, uint32_t end) {
  constexpr WordClasses kNoPerson =
      WordClass::kRole | WordClass::kTitle | WordClass::kSource | WordClass::kOrganisation;
  if (o[end - 1].classes.HasAny(kNoPerson)) return begin;
  uint32_t name = begin;
  for (uint32_t i = begin; i + 1 < end; ++i) {
    if (!o[i].Has(WordClass::kTitle)) continue;
    name = o[i].Has(WordClass::kRole) ? i + 1 : i;
  }
  // `Executive` of `Chief Executive Olaf Brandt`
  while (name > begin && name + 1 < end && o[name].Has(WordClass::kRole) && !o[name].Has(WordClass::kTitle)) ++name;
  return name;
}

// Sets the name part of a phrase whose extent is known.
NounPhrase WithName(const Outline& o, uint32_t begin, uint32_t end) {
  NounPhrase phrase{begin, end, begin, end};
  while (phrase.name_end > begin + 1 && o[phrase.name_end - 1].Is(ElementKind::kStop)) --phrase.name_end;
  if (!IsNameWord(o[phrase.name_end - 1])) return phrase;
  const uint32_t run = NameBegin(o, begin, phrase.name_end);
  phrase.name_begin = DropRoles(o, run, phrase.name_end);
  if (phrase.name_begin == run && run > begin && o[run - 1].Has(WordClass::kDeterminer)) --phrase.name_begin;
  return phrase;
}

// A phrase that could be somebody or something that speaks.
bool CanSpeak(const Outline& o, uint32_t begin, uint32_t end) {
  if (begin >= end) return false;
  const Element& first = o[begin];
  const Element& head = o[end - 1];
  if (IsTime(head) && (end - begin > 1 || head.ending == Ending::kS)) return false;
  if (first.classes.HasAny(kOpensPhrase)) return end - begin > 1 || first.Has(WordClass::kIndefinite);
  if (first.Is(ElementKind::kNumber)) return end - begin > 1;
  if (head.classes.HasAny(kPersonal) || first.Has(WordClass::kIndefinite)) return true;
  for (uint32_t i = begin; i < end; ++i) {
    if (IsNameWord(o[i])) return true;
  }
  if (head.ending == Ending::kS) return true;
  return first.StartsSentence() && !IsAdverb(first);  // any noun may open a sentence
}

bool TiesPhrases(const Element& e) { return e.Has(WordClass::kPreposition) && !e.capitalized; }

}  // namespace

uint32_t MatchingOpen(const Outline& o, uint32_t low, uint32_t close) {
  for (uint32_t i = close; i > low && close - i < kLongestAside;) {
    if (o[--i].Is(ElementKind::kOpen)) return i;
  }
  return close;
}

NounPhrase BarePhraseBefore(const Outline& o, uint32_t low, uint32_t end) {
  const uint32_t verb = end;
  while (end > low && TellsWhen(o[end - 1])) --end;  // `Berg Tuesday told`, `Berg recently told`
  // Nobody before it: the month is a name, `May said`.
  const bool nobody = end == low || !o[end - 1].IsWord();
  if (nobody && end + 1 == verb && IsMonthAndName(o[end])) return {end, verb, end, verb};
  if (end > low && FollowsNoun(o, end - 1)) --end;
  if (end > low && o[end - 1].Is(ElementKind::kClose)) end = MatchingOpen(o, low, end - 1);
  if (end <= low) return {};
  if (IsPronoun(o[end - 1])) return {end - 1, end, end - 1, end};
  uint32_t begin = end;
  while (begin > low && end - begin < kLongestPhrase && StandsInside(o, begin - 1)) {
    if (o.Word(begin - 1) == "what") break;  // `what Berg called`
    if (begin < end && EndsTime(o, low, begin - 1)) break;
    --begin;
    if (o[begin].StartsSentence()) break;
    if (o[begin].classes.HasAny(kOpensPhrase) && !o[begin].capitalized) {
      const bool goes_on = begin > low && (!o[begin - 1].capitalized || o[begin - 1].StartsSentence()) &&
                           (o[begin - 1].Has(WordClass::kIndefinite) || o.Word(begin - 1) == "the");
      if (!goes_on) break;
    }
  }
  while (begin < end && (IsAdverb(o[begin]) && !o[begin].capitalized)) ++begin;
  if (!CanSpeak(o, begin, end)) return {};
  return WithName(o, begin, end);
}

bool IsName(const Outline& o, const NounPhrase& phrase) {
  for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
    if (IsNameWord(o[i])) return true;
  }
  return false;
}

namespace {

// `a trader as she`, `the town as Berg`: the word before the phrase begins a clause of which it is the subject, and
// ties it to nothing; `a role such as Hamlet` is one phrase.
bool BeginsClause(const Outline& o, uint32_t low, const NounPhrase& phrase) {
  const Element& first = o[phrase.begin];
  if (IsPronoun(first) && !first.Has(WordClass::kObjectPronoun)) return true;
  if (o.Word(phrase.begin - 1) != "as" || !o[phrase.name_end - 1].in_name || phrase.begin < low + 2) return false;
  const Element& before = o[phrase.begin - 2];
  const bool tied = o.Word(phrase.begin - 2) == "such" || before.ending == Ending::kEd ||
                    before.Has(WordClass::kPastParticiple);  // `a man known as Berg`
  return !tied;
}

// `the secretary of state`, `the head of security`: whose last word alone could not speak.
NounPhrase HolderBefore(const Outline& o, uint32_t low, uint32_t end) {
  if (end < low + 3 || !o[end - 1].IsWord() || o.Word(end - 2) != "of" || o[end - 1].StartsSentence()) return {};
  const NounPhrase holder = BarePhraseBefore(o, low, end - 2);
  if (holder.empty() || !o[holder.end - 1].Has(WordClass::kRole)) return {};
  return o[holder.begin].classes.HasAny(kOpensPhrase) ? holder : NounPhrase{};
}

// A chain of phrases tied by prepositions; without those that stand before it with `and`.
NounPhrase OnePhraseBefore(const Outline& o, uint32_t low, uint32_t end) {
  NounPhrase phrase = BarePhraseBefore(o, low, end);
  if (phrase.empty()) return HolderBefore(o, low, end);
  for (int links = 0; links < kLongestChain; ++links) {
    const uint32_t begin = phrase.begin;
    if (begin < low + 2 || o[begin].StartsSentence() || !TiesPhrases(o[begin - 1])) break;
    if (BeginsClause(o, low, phrase)) break;
    const NounPhrase outer = BarePhraseBefore(o, low, begin - 1);
    if (outer.empty()) break;
    const Element& head = o[outer.end - 1];
    const bool noun = head.capitalized || head.classes.HasAny(kPersonal | WordClass::kSubjectPronoun) ||
                      o[outer.begin].classes.HasAny(kOpensPhrase) || o[outer.begin].StartsSentence() ||
                      head.ending == Ending::kS;
    if (!noun) break;
    phrase = outer;
  }
  return phrase;
}

// `Berg on Tuesday told`: where the words that tell the day begin, or `end`.
uint32_t BeforeDay(const Outline& o, uint32_t low, uint32_t end) {
  const bool day = end > low + 2 && o[end - 1].Has(WordClass::kCalendar) && o.Word(end - 2) == "on";
  return day ? end - 2 : end;
}

// Where a subject can begin: the sentence, or what follows a quotation or a comma.
bool OpensClause(const Outline& o, uint32_t low, uint32_t i) {
  return i == low || o[i].StartsSentence() || o[i - 1].IsQuotation() || o[i - 1].Is(ElementKind::kComma);
}

}  // namespace

NounPhrase PhraseBefore(const Outline& o, uint32_t low, uint32_t end) {
  NounPhrase phrase = OnePhraseBefore(o, low, BeforeDay(o, low, end));
  if (phrase.empty() || phrase.begin < low + 2 || o.Word(phrase.begin - 1) != "and") return phrase;
  const NounPhrase first = BarePhraseBefore(o, low, phrase.begin - 1);  // `Berg and her husband said`
  if (first.empty() || !IsName(o, first) || !OpensClause(o, low, first.begin)) return phrase;
  return {first.begin, phrase.end, first.name_begin, phrase.name_end};
}

namespace {

// A word after which a phrase may be complete.
bool IsNoun(const Element& e) { return e.IsWord() && !e.classes.HasAny(kOpensPhrase); }

// After a name, a word in lower case goes on with the phrase when a head follows: `Idaho food executive Ann Lee`.
bool LeadsToHead(const Outline& o, uint32_t i, uint32_t high) {
  for (uint32_t last = std::min(high, i + 4); i < last; ++i) {
    const Element& e = o[i];
    if (e.StartsSentence() || !StandsInside(o, i) || IsAdverb(e) || e.classes.HasAny(kOpensPhrase)) return false;
    if (e.ending == Ending::kEd) return false;
    if (e.capitalized || e.classes.HasAny(kPersonal)) return true;
  }
  return false;
}

// `all the`, `the second`
bool MayPrecedeDeterminer(const Element& e) { return e.Has(WordClass::kIndefinite) || e.classes.HasAny(kOpensPhrase); }

// The head of a phrase with a name before it: `one Lee confidant`, `a Pentagon readout`.
bool IsLastOfPhrase(const Outline& o, uint32_t begin, uint32_t i, uint32_t high) {
  const Element& e = o[i];
  if (!o[begin].Has(WordClass::kDeterminer) || !StandsInside(o, i) || IsAdverb(e)) return false;
  if (e.Has(WordClass::kReport) || e.ending == Ending::kEd) return false;
  if (i + 1 >= high || o[i + 1].StartsSentence()) return true;
  const Element& next = o[i + 1];
  return next.Is(ElementKind::kStop) || next.Is(ElementKind::kComma) || next.Is(ElementKind::kOpen) ||
         (next.Has(WordClass::kPreposition) && !next.capitalized) || next.Has(WordClass::kRelative);
}

// `the usually sober editors`, `the first lady`: an adverb inside a phrase.
bool IsInnerAdverb(const Outline& o, uint32_t i, uint32_t high) {
  if (!o[i - 1].classes.HasAny(kOpensPhrase) || i + 1 >= high) return false;
  const Element& next = o[i + 1];
  return StandsInside(o, i + 1) && !IsAdverb(next) && next.ending != Ending::kEd && !next.classes.HasAny(kOpensPhrase);
}

// `The ad targets the mayor`: a form in -s with an object after it, and no plural.
bool MayBeVerbWithObject(const Outline& o, uint32_t i, uint32_t high) {
  constexpr WordClasses kOpensObject =
      WordClass::kDeterminer | WordClass::kPossessivePronoun | WordClass::kObjectPronoun;
  const Element& e = o[i];
  if (e.ending != Ending::kS || e.capitalized || e.classes.HasAny(kPersonal) || i + 1 >= high) return false;
  const Element& next = o[i + 1];
  return IsNoun(o[i - 1]) && !next.StartsSentence() && next.classes.HasAny(kOpensObject);
}

// Without the names that follow with `and`.
NounPhrase OnePhraseAt(const Outline& o, uint32_t begin, uint32_t high) {
  if (begin >= high) return {};
  if (IsPronoun(o[begin]) && !BeginsName(o, begin)) return {begin, begin + 1, begin, begin + 1};
  uint32_t end = begin;
  bool named = false;  // the last word was part of a name
  while (end < high && end - begin < kLongestPhrase && StandsInside(o, end)) {
    const Element& e = o[end];
    if (end > begin && (e.StartsSentence() || (IsAdverb(e) && !e.in_name && !IsInnerAdverb(o, end, high)))) break;
    if (end > begin && FollowsNoun(o, end)) break;
    if (end > begin && e.classes.HasAny(kOpensPhrase) && !e.in_name && !MayPrecedeDeterminer(o[end - 1])) break;
    if (end > begin && e.ending == Ending::kEd && !e.classes.HasAny(kPersonal) && IsNoun(o[end - 1])) break;
    if (end > begin && MayBeVerbWithObject(o, end, high)) break;
    if (named && !e.capitalized && e.IsWord()) {
      const bool noun = e.classes.HasAny(kPersonal | WordClass::kCueNoun | WordClass::kParticle) ||
                        o[end - 1].possessive || (e.ending == Ending::kS && !e.Has(WordClass::kReport)) ||
                        LeadsToHead(o, end, high) || IsLastOfPhrase(o, begin, end, high);
      if (!noun) break;
    }
    named = e.capitalized && !e.possessive && IsNameWord(e);
    ++end;
  }
  while (end > begin && o[end - 1].Is(ElementKind::kStop)) --end;
  if (!CanSpeak(o, begin, end)) return {};
  return WithName(o, begin, end);
}

// `author and teacher Anna Berg`: two words for the one who is named.
bool DescribesOne(const Outline& o, const NounPhrase& first, const NounPhrase& second) {
  const Element& head = o[first.end - 1];
  if (!head.Has(WordClass::kRole) || head.ending == Ending::kS) return false;
  return second.name_begin > second.begin && !o[second.begin].classes.HasAny(kOpensPhrase);
}

}  // namespace

NounPhrase PhraseAt(const Outline& o, uint32_t begin, uint32_t high) {
  NounPhrase phrase = OnePhraseAt(o, begin, high);
  if (phrase.empty() || phrase.end + 1 >= high || o.Word(phrase.end) != "and") return phrase;
  const bool named = IsName(o, phrase);
  const NounPhrase second = OnePhraseAt(o, phrase.end + 1, high);
  if (second.empty()) return phrase;
  if (named && IsNameWord(o[phrase.end + 1])) {
    phrase.end = phrase.name_end = second.name_end;
  } else if (!named && IsName(o, second) && DescribesOne(o, phrase, second)) {
    return {phrase.begin, second.end, second.name_begin, second.name_end};
  }
  return phrase;
}

}  // namespace bylint::internal
