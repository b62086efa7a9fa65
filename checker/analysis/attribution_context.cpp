// The judgements here only ever silence: they name no speaker, since which of those nearby spoke is a guess.
#include "checker/analysis/attribution_context.h"

#include <algorithm>

#include "checker/analysis/attribution_noun_phrase.h"

namespace bylint::internal {
namespace {

// `it` and `you` are nobody who spoke.
bool IsPersonalPronoun(const Element& e) {
  return IsPronoun(e) && e.classes.HasAny(WordClass::kMale | WordClass::kFemale | WordClass::kFirstPerson);
}

// `he`, `him`, `his`, `she`, `her`
bool IsPersonsPronoun(const Element& e) {
  constexpr WordClasses kPronoun =
      WordClass::kSubjectPronoun | WordClass::kObjectPronoun | WordClass::kPossessivePronoun;
  const bool third = e.classes.HasAny(WordClass::kMale | WordClass::kFemale);
  return third && e.classes.HasAny(kPronoun) && (!e.capitalized || e.StartsSentence());
}

bool IsNamed(const Element& e) {
  if (!e.IsWord() || !e.capitalized || e.classes.HasAny(WordClass::kCalendar | WordClass::kDeterminer)) return false;
  // Any word may have a capital at the head of a sentence.
  return !e.StartsSentence() || e.classes.empty() || e.Has(WordClass::kGivenName);
}

// A heading, a link to another article, the label of a recording, a note in brackets.
bool IsNoSentence(const Outline& o) {
  constexpr uint32_t kShort = 14;
  if (o[0].Is(ElementKind::kNumber)) return false;
  const Element& last = o[o.size() - 1];
  if (last.Is(ElementKind::kClose)) return o[0].Is(ElementKind::kOpen) || o.size() < kShort;
  return !last.Is(ElementKind::kStop) && !last.Is(ElementKind::kColon) && !last.IsQuotation();
}

// `“…” is no longer true`, `“…,” the theory goes`, `“…,” snapped Berg`: the words are part of a sentence with a verb.
// `“…,” Berg, a lawyer who built the pool`: the verb is missed.
bool GoesOnWithVerb(const Outline& o, uint32_t begin, uint32_t end) {
  bool first = true;
  for (uint32_t i = begin; i < end && !o[i].Has(WordClass::kRelative); ++i) {
    if (!o[i].IsWord()) continue;
    const bool opens_phrase = o[i].capitalized || o[i].classes.HasAny(WordClass::kDeterminer | WordClass::kRole);
    if (first && !opens_phrase) return true;
    first = false;
    const bool verb = o[i].classes.HasAny(WordClass::kReport | WordClass::kAuxiliary) || IsFiniteVerb(o[i]);
    if ((verb && !o[i].capitalized) || o[i].ending == Ending::kEd) return true;
  }
  return !first && !o.Shape(begin - 1).EndsWithComma();
}

// A document that is somebody's words: a statement, a letter; not an office, a reason, or a `sign of` something.
bool NamesWords(const Outline& o, uint32_t i) {
  const bool document = o[i].Has(WordClass::kCueNoun) && o[i].Has(WordClass::kSource);
  return document && (i + 1 == o.size() || o.Word(i + 1) != "of");
}

// What stands before the quotation in its paragraph: nothing, or one plain sentence with nobody in it, tells nothing.
bool TellsBefore(const Outline& o, uint32_t quotation) {
  if (quotation == 0) return false;
  constexpr WordClasses kPerson = WordClass::kRole | WordClass::kTitle | WordClass::kGivenName | WordClass::kMale |
                                  WordClass::kFemale | WordClass::kIndefinite | WordClass::kFirstPerson;
  const bool statement =
      !o[0].Is(ElementKind::kNumber) && o.IsPunctuation(quotation - 1, '.') && o[quotation].StartsSentence();
  if (!statement || o.SentenceBegin(quotation - 1) != 0) return true;
  for (uint32_t i = 0; i < quotation; ++i) {
    if (o[i].IsQuotation() || IsNamed(o[i]) || IsPersonalPronoun(o[i]) || o[i].classes.HasAny(kPerson)) return true;
    if (NamesWords(o, i)) return true;
  }
  return false;
}

}  // namespace

bool ParagraphTells(const Outline& o, uint32_t quotation) {
  if (TellsBefore(o, quotation)) return true;
  const uint32_t sentence_end = o.SentenceEnd(quotation);
  for (uint32_t i = quotation + 1; i < o.size(); ++i) {
    if (o.IsOpaque(i) || (i >= sentence_end && IsNamed(o[i]))) return true;
  }
  return GoesOnWithVerb(o, quotation + 1, sentence_end);
}

bool ParagraphBeforeTells(const Outline& before) {
  if (before.size() == 1 && before.IsOpaque(0)) return false;  // code, a picture
  if (before.size() == 0 || IsNoSentence(before)) return true;
  if (before.IsPunctuation(before.size() - 1, '?')) return true;
  const uint32_t begin = before.SentenceBegin(before.size() - 1);
  if (before.Word(begin) == "here") return true;  // `Here are five lines from the speech.`
  for (uint32_t i = begin; i < before.size(); ++i) {
    if (NamesWords(before, i)) return true;
  }
  return false;
}

NounPhrase SubjectOf(const Outline& o, uint32_t begin, uint32_t end) {
  const NounPhrase who = ClauseSubject(o, begin, end);
  if (who.empty()) return {};
  const bool somebody = IsPronoun(o[who.begin]) ? IsPersonalPronoun(o[who.begin])
                                                : IsName(o, who) || o[who.name_end - 1].Has(WordClass::kRole);
  return somebody ? who : NounPhrase{};
}

NounPhrase LastSubject(const Outline& o) { return SubjectOf(o, o.SentenceBegin(o.size() - 1), o.size()); }

NounPhrase SecondSubject(const Outline& o) {
  const uint32_t begin = o.SentenceBegin(o.size() - 1);
  for (uint32_t i = o.size() - 1; i-- > begin + 1;) {
    if (!o[i].Has(WordClass::kConjunction) || !o[i - 1].Is(ElementKind::kComma)) continue;
    const NounPhrase who = SubjectOf(o, i + 1, o.size());
    return who.begin == i + 1 ? who : NounPhrase{};
  }
  return {};
}

bool EndsWithPronoun(const Outline& o) {
  for (uint32_t i = o.SentenceBegin(o.size() - 1); i < o.size(); ++i) {
    if (IsPronoun(o[i]) && o[i].classes.HasAny(WordClass::kMale | WordClass::kFemale)) return true;
  }
  return false;
}

bool HasPersonPronoun(const Outline& o) {
  for (uint32_t i = 0; i < o.size(); ++i) {
    if (IsPersonsPronoun(o[i])) return true;
  }
  return false;
}

bool IsWholeParagraph(const Outline& o) {
  bool in_brackets = false;
  for (uint32_t i = 0; i < o.size(); ++i) {
    if (o[i].Is(ElementKind::kOpen)) in_brackets = true;
    if (o[i].IsWord() && !in_brackets) return false;
    if (o[i].Is(ElementKind::kClose)) in_brackets = false;
  }
  return true;
}

}  // namespace bylint::internal
