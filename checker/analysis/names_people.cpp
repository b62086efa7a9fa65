// News names a person in full once and by surname afterwards, so the article itself says who is who:
//
//   full name       same first given name (or its initial) and same surname: the same person
//   surname alone   the last person named in full with that surname; before any was, the first one to come
//   given name      the person who has it, when nobody has it as a surname
//   (EU)            the organisation named just before, when the letters agree
#include "checker/analysis/names_people.h"

#include <algorithm>

#include "absl/container/flat_hash_map.h"

namespace bylint::internal {
namespace {

class Clusterer {
 public:
  Clusterer(const Document& document, const Analysis& analysis, const NameWords& words, std::vector<FoundName>& found)
      : document_(document), analysis_(analysis), words_(words), found_(found) {
    memory_.Clear();
    of_word_.resize(words.size());
    people_.reserve(found.size());
  }

  std::vector<Person> Run() {
    for (uint32_t i = 0; i < found_.size(); ++i) {
      FoundName& name = found_[i];
      const PersonIndex person = PersonOf(i);
      name.mention.person = person;
      Count(person, i);
    }
    for (PersonIndex p = 0; p < people_.size(); ++p) people_[p].kind = KindOf(p);
    memory_.Trim();
    return std::move(people_);
  }

 private:
  // Who was last named with a word, by the place of the word in the name.
  struct OfWord {
    PersonIndex as_surname = kNone;
    PersonIndex as_given = kNone;
    PersonIndex alone = kNone;
  };
  struct Traits {
    uint16_t any = 0;     // of all mentions
    uint32_t linked = 0;  // mentions by surname or given name alone
    bool full = false;    // named with two words or more
    NameWordIndex given = kNone;
    NameWordIndex surname = kNone;
  };
  // What a thread keeps for its next article.
  struct Memory {
    std::vector<Traits> traits;   // by PersonIndex
    std::vector<OfWord> of_word;  // by NameWordIndex
    absl::flat_hash_map<uint64_t, PersonIndex> by_full_name;
    absl::flat_hash_map<uint64_t, PersonIndex> by_words;

    void Clear() {
      traits.clear();
      of_word.clear();
      by_full_name.clear();
      by_words.clear();
    }
    void Trim() {
      constexpr size_t kUsualWords = size_t{1} << 12;
      if (of_word.capacity() > kUsualWords) *this = Memory();
    }
  };
  static Memory& MemoryOfThread() {
    thread_local Memory memory;
    return memory;
  }

  PersonIndex New() {
    people_.emplace_back();
    traits_.emplace_back();
    return static_cast<PersonIndex>(people_.size() - 1);
  }

  PersonIndex PersonOf(uint32_t i) {
    const FoundName& name = found_[i];
    if (name.given == kNone) return PersonOfWord(i);
    if ((name.traits & kOrganisationWord) != 0) return PersonOfWords(name);
    return PersonOfFullName(name);
  }

  PersonIndex PersonOfWord(uint32_t i) {
    const FoundName& name = found_[i];
    OfWord& of = of_word_[name.surname];
    if (const PersonIndex owner = OwnerOfAcronym(i); owner != kNone) return of.alone = owner;
    PersonIndex person = of.as_surname;
    if (person == kNone && (name.traits & kPlaceWord) == 0) person = of.as_given;
    if (person == kNone) person = of.alone;
    if (person == kNone) person = of.alone = New();
    if (traits_[person].full) ++traits_[person].linked;
    return person;
  }

  // The organisation before `(EU)`, when the acronym is made of its capitals.
  PersonIndex OwnerOfAcronym(uint32_t i) const {
    const Mention& mention = found_[i].mention;
    if (i == 0 || (found_[i].traits & kAcronym) == 0) return kNone;
    const Mention& before = found_[i - 1].mention;
    const TokenIndex open = mention.tokens.begin - 1;
    if (mention.tokens.begin == 0 || before.tokens.end != open || !analysis_.tokens[open].IsPunctuation('(')) {
      return kNone;
    }
    const std::string_view letters = document_.Text(mention.span);
    size_t matched = 0;
    for (TokenIndex t = before.tokens.begin; t < before.tokens.end && matched < letters.size(); ++t) {
      matched += analysis_.tokens[t].IsWord() && document_.text()[analysis_.tokens[t].span.begin] == letters[matched];
    }
    return matched == letters.size() ? before.person : kNone;
  }

  PersonIndex PersonOfWords(const FoundName& name) {
    PersonIndex& person = by_words_.try_emplace(name.words, kNone).first->second;
    if (person == kNone) {
      person = New();
      traits_[person].full = true;
    }
    return person;
  }

  PersonIndex PersonOfFullName(const FoundName& name) {
    const uint64_t key = uint64_t{name.given} << 32 | name.surname;
    PersonIndex& person = by_full_name_.try_emplace(key, kNone).first->second;
    if (person == kNone) person = SameByInitial(name);
    if (person == kNone) person = NamedBefore(name);
    if (person == kNone) person = New();
    Traits& traits = traits_[person];
    traits.full = true;
    if (traits.given == kNone) {
      traits.given = name.given;
      traits.surname = name.surname;
    }
    of_word_[name.surname].as_surname = person;
    of_word_[name.given].as_given = person;
    return person;
  }

  // `J. Smith` for `John Smith`, either way round.
  PersonIndex SameByInitial(const FoundName& name) const {
    const PersonIndex person = of_word_[name.surname].as_surname;
    if (person == kNone || traits_[person].given == kNone) return kNone;
    const std::string_view a = words_.Key(name.given);
    const std::string_view b = words_.Key(traits_[person].given);
    return (a.size() == 1 || b.size() == 1) && a.front() == b.front() ? person : kNone;
  }

  // The one named by a single word before the full name came: the headline's `Obama`.
  PersonIndex NamedBefore(const FoundName& name) const {
    if ((name.traits & kPlaceWord) != 0) return kNone;
    for (const NameWordIndex word : {name.surname, name.given}) {
      if (of_word_[word].as_surname != kNone) return kNone;
      const PersonIndex person = of_word_[word].alone;
      if (person != kNone && !traits_[person].full && (traits_[person].any & (kPlaceWord | kAcronym)) == 0) {
        return person;
      }
    }
    return kNone;
  }

  void Count(PersonIndex p, uint32_t i) {
    Person& person = people_[p];
    const Mention& mention = found_[i].mention;
    traits_[p].any |= found_[i].traits;
    if (person.count++ == 0) {
      person.first = person.fullest = i;
      return;
    }
    if (mention.span.size() > found_[person.fullest].mention.span.size()) person.fullest = i;
  }

  NameKind KindOf(PersonIndex p) const {
    const Traits& traits = traits_[p];
    if ((traits.any & kOrganisationWord) != 0 && (traits.any & (kTitled | kGivenNameWord)) == 0) {
      return NameKind::kOrganisation;
    }
    if ((traits.any & (kTitled | kHasInitial | kHasSuffix)) != 0) return NameKind::kPerson;
    if (traits.full && (traits.any & kGivenNameWord) != 0) return NameKind::kPerson;
    if ((traits.any & kPlaceWord) != 0) return NameKind::kPlace;
    if ((traits.any & kAcronym) != 0 && !traits.full) return NameKind::kOrganisation;
    // Named in full and then by one unknown word: what news does with people.
    if (traits.full && traits.linked > 0 && traits.surname != kNone && words_[traits.surname].code == 0) {
      return NameKind::kPerson;
    }
    return NameKind::kUnknown;
  }

  const Document& document_;
  const Analysis& analysis_;
  const NameWords& words_;
  std::vector<FoundName>& found_;
  std::vector<Person> people_;
  Memory& memory_ = MemoryOfThread();
  std::vector<Traits>& traits_ = memory_.traits;
  std::vector<OfWord>& of_word_ = memory_.of_word;
  absl::flat_hash_map<uint64_t, PersonIndex>& by_full_name_ = memory_.by_full_name;
  absl::flat_hash_map<uint64_t, PersonIndex>& by_words_ = memory_.by_words;
};

}  // namespace

std::vector<Person> ClusterNames(const Document& document, const Analysis& analysis, const NameWords& words,
                                 std::vector<FoundName>& found) {
  return Clusterer(document, analysis, words, found).Run();
}

}  // namespace bylint::internal
