#include "checker/analysis/attribution_persons.h"

#include <algorithm>

namespace bylint::internal {
namespace {

// By their own words: a surname alone may be of two people.
Gender GenderOf(const Outline& outline, const NounPhrase& who) {
  WordClasses classes;
  for (uint32_t i = who.begin; i < who.end; ++i) classes = classes | outline[i].classes;
  return internal::GenderOf(classes);
}

}  // namespace

Gender GenderOf(WordClasses classes) {
  const bool male = classes.Has(WordClass::kMale);
  const bool female = classes.Has(WordClass::kFemale);
  if (male == female) return Gender::kUnknown;
  return male ? Gender::kMale : Gender::kFemale;
}

Gender GenderOf(const Analysis& analysis, PersonIndex person) {
  if (person == kNone) return Gender::kUnknown;
  const Mention& mention = analysis.mentions[analysis.people[person].fullest];
  const TokenIndex before = mention.title.empty() ? 0 : std::min<TokenIndex>(mention.tokens.begin, 2);
  WordClasses classes;
  for (TokenIndex i = mention.tokens.begin - before; i < mention.tokens.end; ++i) {
    const Token& token = analysis.tokens[i];
    const bool counts = token.span.begin < mention.given.end || token.span.end <= mention.title.end;
    if (counts) classes = classes | ClassesOf(token);
  }
  return GenderOf(classes);
}

PersonIndex PersonAt(const Analysis& analysis, TextSpan name) {
  const auto mention =
      std::ranges::upper_bound(analysis.mentions, name.begin, {}, [](const Mention& m) { return m.span.end; });
  if (mention == analysis.mentions.end() || mention->span.begin >= name.end) return kNone;
  const PersonIndex person = mention->person;
  return person != kNone && analysis.people[person].kind == NameKind::kPerson ? person : kNone;
}

bool IsPerson(const Analysis& analysis, const Outline& outline, const NounPhrase& who) {
  if (who.empty()) return false;
  return !IsName(outline, who) || PersonAt(analysis, outline.Span(who.name_begin, who.name_end)) != kNone;
}

bool IsSpokenOf(const Outline& outline, const NounPhrase& who, std::string_view words, const QuotationShape& shape) {
  if (IsName(outline, who) && words.find(outline.Text(who.name_end - 1)) != std::string_view::npos) return true;
  if (shape.first_person && !shape.he_or_she) return false;
  switch (GenderOf(outline, who)) {
    case Gender::kMale:
      return shape.male;
    case Gender::kFemale:
      return shape.female;
    case Gender::kUnknown:
      break;
  }
  return shape.male || shape.female;
}

}  // namespace bylint::internal
