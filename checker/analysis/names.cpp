// The pass over names: words, mentions, people, and what is spelled otherwise than it should be.
#include <algorithm>

#include "bylint/names_list.h"
#include "checker/analysis/names_compare.h"
#include "checker/analysis/names_mentions.h"
#include "checker/analysis/names_people.h"
#include "checker/analysis/passes.h"

namespace bylint {

std::string_view ToString(Spelling how) {
  switch (how) {
    case Spelling::kTransposed:
      return "letters in another order";
    case Spelling::kDoubled:
      return "a doubled letter";
    case Spelling::kDropped:
      return "a letter left out or added";
    case Spelling::kVowel:
      return "another vowel";
    case Spelling::kAccent:
      return "an accent";
    case Spelling::kTransliteration:
      return "another transliteration";
    case Spelling::kOtherLetter:
      return "another letter";
  }
  return "";
}

namespace internal {
namespace {

bool Takes(const NamesList& list, std::string_view name) {
  const NameVerdict verdict = list.Judge(name).verdict;
  return verdict == NameVerdict::kPreferred || verdict == NameVerdict::kAccepted;
}

// What the house itself says is a spelling of a name is none that needs another.
void DropHouseSpellings(const Document& document, const std::vector<FoundName>& found, const NamesList& house,
                        std::vector<NameFault>& faults) {
  std::erase_if(faults, [&](const NameFault& fault) {
    if (fault.kind == NameFaultKind::kMisspelled) return false;
    const auto holds = [&](const FoundName& name) { return name.mention.span.Contains(fault.first()); };
    const auto name = std::ranges::find_if(found, holds);
    if (name == found.end()) return false;
    const std::string_view words = document.Text(name->mention.span);
    return Takes(house, words) && !Takes(NamesList::BuiltIn(), words);
  });
}

}  // namespace

void CollectNames(const Document& document, const AnalysisOptions& options, const Earlier& earlier,
                  Analysis& analysis) {
  // For their memory: most articles need no more than the one before.
  thread_local FoundNames names;
  thread_local std::vector<WordUse> uses;
  FindMentions(document, analysis, names);
  analysis.people = ClusterNames(document, analysis, names.words, names.found);
  NameTables tables{.document = document,
                    .analysis = analysis,
                    .words = names.words,
                    .found = names.found,
                    .list = options.names == nullptr ? NamesList::BuiltIn() : *options.names,
                    .uses = std::move(uses),
                    .joined = {}};
  CountUses(tables);
  FindVariants(tables, earlier, analysis.name_facts, analysis.name_faults);
  FindMisspelled(tables, analysis.name_faults);
  if (options.names != nullptr) DropHouseSpellings(document, names.found, *options.names, analysis.name_faults);
  analysis.mentions.reserve(names.found.size());
  for (const FoundName& name : names.found) analysis.mentions.push_back(name.mention);
  uses = std::move(tables.uses);
  constexpr size_t kUsualWords = size_t{1} << 12;
  if (uses.capacity() > kUsualWords) uses = {};
  names.Trim();
}

}  // namespace internal
}  // namespace bylint
