// Two words one letter apart are two names far more often than one name misspelled. What tells them apart is where
// they stand. News introduces a person in full and goes on with the surname, so
//
//   for one name:   both are said with the same given name; or the odd one is nowhere introduced, and stands where
//                   the surname of a person who is introduced would stand
//   for two names:  each has a given name of its own; they are joined by `and`; one is known to the vocabulary or to
//                   the names list; they differ by an ending (Clinton, Clintons; Tsarnaev, Tsarnaeva)
//
// and when neither speaks clearly, nothing is said.
#include "checker/analysis/names_evidence.h"

#include <algorithm>

namespace bylint::internal {
namespace {

constexpr WordClasses kGrammar = WordClass::kPreposition | WordClass::kConjunction | WordClass::kAuxiliary |
                                 WordClass::kSubordinator | WordClass::kRelative | WordClass::kFiniteVerb |
                                 WordClass::kAdverb | WordClass::kReport | WordClass::kDeterminer;

// Endings that make another word out of a name.
constexpr std::string_view kEndings[] = {"s",   "es",    "n",     "an",   "ian",  "ans",  "ians", "ean", "ese",  "ish",
                                         "i",   "is",    "a",     "o",    "e",    "er",   "ers",  "ist", "ists", "ism",
                                         "ite", "ites",  "ed",    "ing",  "ic",   "y",    "ie",   "ia",  "ov",   "ova",
                                         "son", "esque", "ville", "ness", "land", "town", "burg", "man", "d"};
// Endings of the two genders, in families whose surnames have both; and of words of one family.
struct EndingPair {
  std::string_view one, other;
};
constexpr EndingPair kEndingPairs[] = {
    {"sky", "skaya"}, {"skiy", "skaya"}, {"ski", "ska"}, {"skyy", "ska"}, {"is", "iene"}, {"as", "iene"},
    {"as", "aite"},   {"is", "yte"},     {"y", "a"},     {"o", "a"},      {"es", "en"},   {"ist", "ism"},
    {"ans", "as"},    {"an", "as"},      {"en", "es"},   {"ish", "en"},   {"ic", "ia"},   {"os", "as"},
    {"ov", "eva"},    {"y", "ies"},      {"an", "a"},    {"c", "n"},      {"n", "ns"},    {"an", "ia"},
    {"ese", "a"},     {"e", "ian"},      {"in", "ina"},  {"s", "n"},      {"o", "an"},    {"es", "s"}};

bool Ends(std::string_view word, std::string_view stem, std::string_view ending) {
  return word.size() == stem.size() + ending.size() && word.ends_with(ending);
}

bool IsInitialOf(std::string_view a, std::string_view b) {
  return (a.size() == 1 || b.size() == 1 || (a.size() == 2 && a[1] == '.')) && a.front() == b.front();
}

// The same given name: equal, an initial of it, or nearly equal.
bool SameGiven(const NameTables& tables, NameWordIndex a, NameWordIndex b) {
  if (a == kNone || b == kNone) return false;
  if (a == b) return true;
  const std::string_view x = tables.words.Key(a);
  const std::string_view y = tables.words.Key(b);
  return IsInitialOf(x, y) || (x.size() >= 5 && CompareSpelling(x, y, 4).cost <= 4);
}

bool ShareGiven(const NameTables& tables, const WordUse& a, const WordUse& b) {
  return SameGiven(tables, a.given_name, b.given_name) || SameGiven(tables, a.given_name, b.other_given_name) ||
         SameGiven(tables, a.other_given_name, b.given_name);
}

uint64_t PairKey(NameWordIndex a, NameWordIndex b) { return uint64_t{std::min(a, b)} << 32 | std::max(a, b); }

// `Comey and Corey`, `Comey, Corey`: mentions side by side are of two people.
bool AreSideBySide(const NameTables& tables, const FoundName& before, const FoundName& name) {
  if (name.mention.block != before.mention.block || name.mention.tokens.begin <= before.mention.tokens.end ||
      name.mention.tokens.begin - before.mention.tokens.end > 2) {
    return false;
  }
  return (name.traits & kJoined) != 0 || tables.analysis.tokens[name.mention.tokens.begin - 1].IsPunctuation(',');
}

// A word of the vocabulary that is no given name: given names are surnames too.
bool IsVocabulary(const NameTables& tables, NameWordIndex word) {
  const NameWord& entry = tables.words[word];
  return entry.code != 0 && !ClassesOf(entry.code).Has(WordClass::kGivenName);
}

// `Back` of a slogan in capitals, `Will` only where it is no given name.
bool IsGrammar(const NameTables& tables, NameWordIndex word) {
  return IsVocabulary(tables, word) && ClassesOf(tables.words[word].code).HasAny(kGrammar);
}

// A word that the vocabulary or a list of names explains is itself, not a slip.
bool IsExplained(const NameTables& tables, NameWordIndex word) {
  // `Mr. Henri`: a given name that only ever stands as a surname explains nothing.
  const WordUse& use = tables.uses[word];
  if (!IsVocabulary(tables, word) && use.titled > 0 && use.titled == use.bare && use.given == 0) return false;
  return tables.words[word].code != 0 || tables.words[word].lower || tables.list.KnowsWord(tables.words.Key(word));
}

size_t Length(const NameTables& tables, NameWordIndex word) {
  return static_cast<size_t>(std::ranges::count_if(
      tables.words.Key(word), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// `the Lindqvist camp`: the article is the camp's.
bool IsAttribute(const NameTables& tables, const FoundName& name) {
  const auto& tokens = tables.analysis.tokens;
  const TokenIndex after = name.mention.tokens.end;
  return after < tokens.size() && tokens[after].IsWord() && !tokens[after].Has(kCapitalized) &&
         !tokens[after - 1].Has(kPossessive) && !ClassesOf(tokens[after]).HasAny(kGrammar);
}

// `Rubik’s Cube`: a thing named after somebody else.
bool IsOwnerOfName(const NameTables& tables, const FoundName& name) {
  const auto& tokens = tables.analysis.tokens;
  const TokenIndex after = name.mention.tokens.end;
  return after < tokens.size() && tokens[after - 1].Has(kPossessive) && tokens[after].IsWord() &&
         tokens[after].Has(kCapitalized) && !tokens[after].Has(kBlockStart);
}

}  // namespace

void CountUses(NameTables& tables) {
  tables.uses.assign(tables.words.size(), {});
  for (MentionIndex m = 0; m < tables.found.size(); ++m) {
    const FoundName& name = tables.found[m];
    WordUse& use = tables.uses[name.surname];
    if (m > 0 && AreSideBySide(tables, tables.found[m - 1], name)) {
      tables.joined.insert(PairKey(tables.found[m - 1].surname, name.surname));
    }
    use.quoted += name.mention.in_quotation;
    use.headline += (name.traits & kFromHeadline) != 0;
    if (name.given == kNone) {
      ++use.bare;
      use.owner += IsOwnerOfName(tables, name);
      use.articled += (name.traits & kPluralArticle) != 0 && !IsAttribute(tables, name);
      use.titled += (name.traits & kTitled) != 0;
    } else if ((name.traits & kOrganisationWord) != 0) {
      ++use.other;
      ++tables.uses[name.given].other;
    } else {
      ++use.surname;
      use.person += (name.traits & (kTitled | kHasInitial | kGivenNameWord)) != 0;
      WordUse& given = tables.uses[name.given];
      ++given.given;
      if (given.surname_of_given == kNone) {
        given.surname_of_given = name.surname;
      } else if (given.surname_of_given != name.surname) {
        given.other_surname_of_given = name.surname;
      }
      if (use.given_name == kNone) {
        use.given_name = name.given;
      } else if (use.given_name != name.given) {
        use.other_given_name = name.given;
      }
    }
  }
}

bool IsDerived(std::string_view odd, std::string_view usual) {
  for (const bool swapped : {false, true}) {
    const std::string_view longer = swapped ? usual : odd;
    const std::string_view shorter = swapped ? odd : usual;
    if (longer.starts_with(shorter)) {
      if (longer.size() == shorter.size() + 1 && longer.back() == shorter.back()) return false;  // Jebenss
      return std::ranges::any_of(kEndings, [&](std::string_view e) { return Ends(longer, shorter, e); });
    }
    for (const auto& [one, other] : kEndingPairs) {
      if (!longer.ends_with(one) || !shorter.ends_with(other)) continue;
      const std::string_view a = longer.substr(0, longer.size() - one.size());
      const std::string_view b = shorter.substr(0, shorter.size() - other.size());
      if (a == b) return true;
    }
  }
  return false;
}

namespace {

// `Huma Abedn` once in full, `Abedin` ever after, and no other full name for either.
bool IsWrongIntroduction(const NameTables& tables, NameWordIndex odd, NameWordIndex usual,
                         const SpellingDifference& difference) {
  const WordUse& a = tables.uses[odd];
  const WordUse& b = tables.uses[usual];
  if (a.surname != 1 || a.bare > 0 || a.person == 0 || b.surname > 0 || b.bare < 2) return false;
  if (b.given > 0 || b.other > 0 || b.articled > 0 || IsVocabulary(tables, odd)) return false;
  // Who is on everyone's lips needs no introduction.
  if (IsExplained(tables, usual) || tables.list.KnowsWord(tables.words.Key(odd))) return false;
  return Length(tables, usual) >= 5 && difference.edits == 1 && !difference.at_start && difference.cost <= kPlainEdit;
}

}  // namespace

int FurthestSpelling(const NameTables& tables, NameWordIndex odd, NameWordIndex usual) {
  constexpr int kOneSlip = kPlainEdit + 1;
  constexpr int kSameGiven = kPlainEdit + 6;
  if (IsGrammar(tables, usual)) return -1;
  const WordUse& a = tables.uses[odd];
  const WordUse& b = tables.uses[usual];
  const bool both_introduced = a.surname > 0 && b.surname > 0;
  if (both_introduced && !IsVocabulary(tables, odd) && ShareGiven(tables, a, b)) return kSameGiven;
  if (!IsExplained(tables, odd)) return kOneSlip;
  if (a.surname > 0 && b.surname == 0 && !IsExplained(tables, usual)) return kOneSlip;
  const bool has_accent = ((tables.words[odd].letters | tables.words[usual].letters) >> 26 & 1) != 0;
  return has_accent ? kOneSlip : -1;
}

bool IsOneSurname(const NameTables& tables, NameWordIndex odd, NameWordIndex usual,
                  const SpellingDifference& difference) {
  const WordUse& a = tables.uses[odd];
  const WordUse& b = tables.uses[usual];
  const size_t length = Length(tables, usual);
  if (length < 4) return false;
  if (tables.joined.contains(PairKey(odd, usual)) || IsDerived(tables.words.Key(odd), tables.words.Key(usual)))
    return false;
  if (a.surname > 0 && b.surname > 0) {
    // Both introduced: one person only when the given names agree.
    if (IsVocabulary(tables, odd) || !ShareGiven(tables, a, b)) return false;
    return difference.cost <= (length >= 7 ? kPlainEdit + 6 : kPlainEdit + 5);
  }
  if (a.surname > 0) return IsWrongIntroduction(tables, odd, usual, difference);
  if (a.bare == 0 || b.surname == 0 || a.owner > 0 || a.given > 0 || a.other > 0 || a.articled > 0) return false;
  // The odd one is nowhere introduced; the usual one is a person who is.
  if (IsExplained(tables, odd)) return false;
  if (a.bare > 2 && a.bare * 3 > b.as_surname()) return false;
  if (b.person == 0 && b.bare == 0) return false;
  const bool may_start = difference.how == Spelling::kVowel || length >= 6;  // Comer and Komer are two
  if (difference.at_start && (difference.cost > kPlainEdit + 1 || !may_start)) return false;
  if (difference.at_end && difference.how == Spelling::kOtherLetter) return false;
  // A letter more at the end makes another word: PragerU.
  const bool longer = tables.words[odd].key_size > tables.words[usual].key_size;
  if (difference.at_end && difference.how == Spelling::kDropped && longer) return false;
  if (b.as_surname() < 2) return length >= 6 && difference.cost <= 6;
  if (length == 4) return difference.cost <= 6;
  return difference.edits == 1 ? difference.cost <= kPlainEdit + 1 : difference.cost <= (length >= 7 ? 10 : 6);
}

bool IsOneWord(const NameTables& tables, NameWordIndex odd, NameWordIndex usual, const SpellingDifference& difference) {
  const NameWord& a = tables.words[odd];
  const NameWord& b = tables.words[usual];
  if (a.count > 1 || b.count < 2 || Length(tables, usual) < 7 || IsExplained(tables, odd)) return false;
  if (difference.edits != 1 || difference.at_start || difference.at_end) return false;
  if (IsDerived(tables.words.Key(odd), tables.words.Key(usual))) return false;
  // Words of two people's full names were judged as surnames.
  if (tables.uses[odd].surname > 0 && tables.uses[usual].surname > 0) return false;
  switch (difference.how) {
    case Spelling::kTransposed:
    case Spelling::kDoubled:
    case Spelling::kDropped:
      return true;
    default:
      return difference.how != Spelling::kOtherLetter && Length(tables, usual) >= 8;
  }
}

bool IsOneGivenName(const NameTables& tables, NameWordIndex odd, NameWordIndex usual,
                    const SpellingDifference& difference) {
  const WordUse& a = tables.uses[odd];
  const WordUse& b = tables.uses[usual];
  if (a.given > 1 || b.given + b.bare < 2 || a.bare > 0) return false;
  if (IsExplained(tables, odd) || difference.at_start || difference.at_end) return false;
  return Length(tables, usual) >= 5 && difference.edits == 1 && difference.cost <= kPlainEdit;
}

}  // namespace bylint::internal
