#include "checker/analysis/attribution_persons.h"

#include <algorithm>

namespace bylint::internal {

bool IsPersonAt(const Analysis& analysis, TextSpan name) {
  const auto mention =
      std::ranges::upper_bound(analysis.mentions, name.begin, {}, [](const Mention& m) { return m.span.end; });
  if (mention == analysis.mentions.end() || mention->span.begin >= name.end) return false;
  return mention->person != kNone && analysis.people[mention->person].kind == NameKind::kPerson;
}

bool IsPerson(const Analysis& analysis, const Outline& outline, const NounPhrase& who) {
  if (who.empty()) return false;
  return !IsName(outline, who) || IsPersonAt(analysis, outline.Span(who.name_begin, who.name_end));
}

bool IsSpokenOf(const Outline& outline, const NounPhrase& who, std::string_view words, const QuotationShape& shape) {
  if (IsName(outline, who) && words.find(outline.Text(who.name_end - 1)) != std::string_view::npos) return true;
  if (shape.first_person) return shape.he_or_she;
  const Element& head = outline[who.begin];
  const bool known = IsPronoun(head) && head.Has(WordClass::kMale) != head.Has(WordClass::kFemale);
  if (!known) return shape.male || shape.female;
  return head.Has(WordClass::kMale) ? shape.male : shape.female;
}

}  // namespace bylint::internal
