#include "checker/analysis/attribution_speech.h"

#include <algorithm>

namespace bylint::internal {
namespace {

// Every word that matters has a capital: `“The Art of the Deal”`.
bool IsTitleCase(const QuotationShape& shape) {
  return shape.lower_content == 0 && shape.starts_capital && shape.upper_content > 0 && !shape.first_person;
}

// `“…,” her third novel`: the phrase after it says what it is.
bool IsExplainedAsWork(const Outline& o, uint32_t element) {
  constexpr uint32_t kLongestPhrase = 6;  // elements
  uint32_t i = element + 1;
  if (i < o.size() && o[i].Is(ElementKind::kComma)) ++i;
  if (i >= o.size() || o[i].StartsSentence()) return false;
  if (!o[i].classes.HasAny(WordClass::kDeterminer | WordClass::kPossessivePronoun) && !o[i].possessive) return false;
  for (uint32_t end = std::min(o.size(), i + kLongestPhrase); i < end && o[i].IsWord(); ++i) {
    if (o[i].Has(WordClass::kWorkNoun) && !o[i].Has(WordClass::kReport)) return true;
    if (o[i].Has(WordClass::kPreposition)) return false;
  }
  return false;
}

// `a film called “…”`, `the song, “…”`, `her book “…”`
bool NamesSomething(const Outline& o, uint32_t element) {
  uint32_t i = element;
  if (element + 1 < o.size() && !o[element + 1].StartsSentence() && o.Word(element + 1) == "by") return true;
  if (IsExplainedAsWork(o, element)) return true;
  while (i > 0 && !o[i].StartsSentence() && o[i - 1].Is(ElementKind::kComma)) --i;
  if (i == 0 || o[i].StartsSentence()) return false;
  return o[i - 1].Has(WordClass::kNamingVerb) ||
         (o[i - 1].Has(WordClass::kWorkNoun) && !o[i - 1].Has(WordClass::kReport));
}

bool StandsAlone(const Outline& o, uint32_t element) {
  if (!o[element].StartsSentence()) return false;
  return element + 1 == o.size() || o[element + 1].StartsSentence() || o[element + 1].Is(ElementKind::kStop);
}

}  // namespace

Speech JudgeSpeech(const Outline& o, uint32_t element, const Quotation& quotation, uint32_t speech_words) {
  const QuotationShape& shape = o.Shape(element);
  const bool title = IsTitleCase(shape);
  if (title && !shape.EndsSentence() && NamesSomething(o, element)) return Speech::kNo;
  if (quotation.words <= 1 && !shape.AsksOrExclaims() && !shape.EndsWithComma()) return Speech::kNo;
  if (title) return Speech::kUnclear;
  const bool personal = shape.first_person || shape.second_person;
  const bool alone = StandsAlone(o, element);
  if (element + 1 < o.size() && o.Word(element + 1) == "by") return Speech::kUnclear;  // a title: “…,” by Ann Lee
  if (quotation.words >= speech_words) {
    const bool begins = o[element].StartsSentence() && (personal || shape.EndsWithComma());
    return alone || begins ? Speech::kYes : Speech::kUnclear;
  }
  return alone && personal && shape.EndsSentence() && quotation.words >= 3 ? Speech::kYes : Speech::kUnclear;
}

}  // namespace bylint::internal
