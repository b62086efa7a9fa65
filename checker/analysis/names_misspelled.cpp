// The article's names against the names list. Full names are asked once each; a surname alone is asked only whether
// it is known to be wrong, since one letter off it is most likely another person.
#include <algorithm>
#include <optional>

#include "absl/container/flat_hash_set.h"
#include "checker/analysis/names_compare.h"
#include "checker/analysis/names_silence.h"
#include "checker/analysis/names_table.h"

namespace bylint::internal {
namespace {

std::string_view LastWord(std::string_view name) {
  const size_t space = name.rfind(' ');
  return space == std::string_view::npos ? name : name.substr(space + 1);
}
std::string_view AllButLast(std::string_view name) { return name.substr(0, name.size() - LastWord(name).size()); }

class Judge {
 public:
  explicit Judge(const NameTables& tables) : tables_(tables), filter_(tables.list) {}

  void Run(std::vector<NameFault>& faults) {
    for (MentionIndex m = 0; m < tables_.found.size(); ++m) {
      const FoundName& name = tables_.found[m];
      if (!MayBeListed(name)) continue;
      const uint64_t key = name.given == kNone ? uint64_t{name.surname} : name.words;
      if (!asked_.insert(key).second) continue;
      const NameJudgement judgement = Ask(name);
      if (judgement.verdict != NameVerdict::kWrong && judgement.verdict != NameVerdict::kNearMiss) continue;
      if (IsSilenced(name.surname)) continue;
      if (IsPlural(name, judgement)) continue;
      Add(name, judgement, faults);
    }
  }

 private:
  std::string_view Text(TextSpan span) const { return tables_.document.Text(span); }

  // `the Pressleys`, `the Chris Christies of the world`
  bool IsPlural(const FoundName& name, const NameJudgement& judgement) const {
    if ((name.traits & kPluralArticle) == 0) return false;
    const std::string_view surname = tables_.words.Key(name.surname);
    const FoldedName one(LastWord(judgement.spelling));
    return name.given == kNone || (surname.ends_with('s') && surname.substr(0, surname.size() - 1) == one.view());
  }

  bool IsSilenced(NameWordIndex word) {
    if (!silenced_.has_value()) silenced_.emplace(tables_);
    return silenced_->Has(word);
  }

  // False when the name, by its first and last word, is in no list and near to no listed one.
  bool MayBeListed(const FoundName& name) const {
    const TokenRange tokens = name.mention.tokens;
    const bool ends_with_suffix = (name.traits & kHasSuffix) != 0;
    if (ends_with_suffix || name.mention.span.size() > FoldedName::kCapacity) return true;
    const uint64_t surname = tables_.words[name.surname].hash;
    if (tokens.size() == 1) return filter_.MayBe(surname);
    if (filter_.MayEnd(surname)) return true;
    if (name.given == kNone) return false;
    const bool begins_with_initial = !tables_.analysis.tokens[tokens.begin + 1].IsWord();  // `J.`
    return begins_with_initial || filter_.MayBegin(tables_.words[name.given].hash);
  }

  NameJudgement Ask(const FoundName& name) const {
    const NameJudgement judgement = tables_.list.Judge(Text(name.mention.span));
    return name.given == kNone || judgement.verdict != NameVerdict::kUnknown ? judgement : AskSurname(name);
  }

  // A surname that is wrong whoever bears it.
  NameJudgement AskSurname(const FoundName& name) const {
    if (!filter_.MayBe(tables_.words[name.surname].hash)) return {};
    const NameJudgement judgement = tables_.list.Judge(tables_.words.Key(name.surname));
    return judgement.verdict == NameVerdict::kWrong ? judgement : NameJudgement();
  }

  void Add(const FoundName& name, const NameJudgement& judgement, std::vector<NameFault>& faults) const {
    const std::string_view form = judgement.spelling;
    NameFault fault;
    fault.kind = NameFaultKind::kMisspelled;
    fault.full_name = judgement.preferred;
    fault.note = judgement.note;
    const std::string_view surname = tables_.words.Key(name.surname);
    const FoldedName expected(LastWord(form));
    const bool surname_alone = name.given == kNone || expected.view() != surname;
    const bool same_rest =
        name.given == kNone || FoldedName(AllButLast(form)).view().starts_with(tables_.words.Key(name.given));
    if (surname_alone && same_rest && HasSameWords(name, form)) {
      fault.how = CompareSpelling(surname, expected.view()).how;
      AddSurnames(name, LastWord(form), fault);
    } else {
      fault.how = Spelling::kOtherLetter;
      for (const FoundName& other : tables_.found) {
        if (other.words == name.words) AddPlace(other.mention.span, form, fault);
      }
    }
    faults.push_back(std::move(fault));
  }

  // `Robert DeNiro` for `Robert De Niro`: then the whole name is written anew.
  bool HasSameWords(const FoundName& name, std::string_view form) const {
    if (name.given == kNone)
      return form.find(' ') == std::string_view::npos || LastWord(form) == form.substr(form.find(' ') + 1);
    const FoldedName written(Text(name.mention.span));
    return std::ranges::count(written.view(), ' ') == std::ranges::count(form, ' ');
  }

  // The word wherever it stands as this person's surname.
  void AddSurnames(const FoundName& name, std::string_view expected, NameFault& fault) const {
    for (const FoundName& other : tables_.found) {
      if (other.surname != name.surname || other.mention.person != name.mention.person) continue;
      TokenIndex last = other.mention.tokens.end - 1;
      const auto& tokens = tables_.analysis.tokens;
      while (last > other.mention.tokens.begin && tokens[last].Stem().end > other.mention.surname.end) --last;
      AddPlace(tokens[last].Stem(), expected, fault);
    }
  }

  void AddPlace(TextSpan place, std::string_view expected, NameFault& fault) const {
    fault.corrections.emplace_back(place, InCaseOf(expected, Text(place)));
  }

  const NameTables& tables_;
  const NamesFilter filter_;
  absl::flat_hash_set<uint64_t> asked_;
  std::optional<SilencedWords> silenced_;
};

}  // namespace

void FindMisspelled(const NameTables& tables, std::vector<NameFault>& faults) {
  std::vector<NameFault> misspelled;
  Judge(tables).Run(misspelled);
  std::erase_if(faults, [&](const NameFault& variant) {
    return std::ranges::any_of(misspelled, [&](const NameFault& known) {
      return std::ranges::any_of(known.corrections,
                                 [&](const auto& correction) { return correction.first.Overlaps(variant.first()); });
    });
  });
  faults.insert(faults.end(), std::make_move_iterator(misspelled.begin()), std::make_move_iterator(misspelled.end()));
  std::ranges::stable_sort(faults, {}, [](const NameFault& fault) { return fault.first().begin; });
}

}  // namespace bylint::internal
