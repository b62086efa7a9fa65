// The pass over names: words, mentions, people, and what is spelled otherwise than it should be.
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

void CollectNames(const Document& document, const AnalysisOptions& options, Analysis& analysis) {
  thread_local FoundNames names;  // for its memory: most articles need no more than the one before
  FindMentions(document, analysis, names);
  analysis.people = ClusterNames(document, analysis, names.words, names.found);
  NameTables tables{.document = document,
                    .analysis = analysis,
                    .words = names.words,
                    .found = names.found,
                    .list = options.names == nullptr ? NamesList::BuiltIn() : *options.names,
                    .uses = {},
                    .joined = {}};
  CountUses(tables);
  FindVariants(tables, analysis.name_faults);
  FindMisspelled(tables, analysis.name_faults);
  analysis.mentions.reserve(names.found.size());
  for (const FoundName& name : names.found) analysis.mentions.push_back(name.mention);
}

}  // namespace internal
}  // namespace bylint
