// The pass over names: words, mentions, people.
#include "checker/analysis/names_mentions.h"
#include "checker/analysis/names_people.h"
#include "checker/analysis/passes.h"

namespace bylint::internal {

void CollectNames(const Document& document, const AnalysisOptions& /*options*/, Analysis& analysis) {
  NameWords words;
  std::vector<FoundName> found = FindMentions(document, analysis, words);
  analysis.people = ClusterNames(document, analysis, words, found);
  analysis.mentions.reserve(found.size());
  for (const FoundName& name : found) analysis.mentions.push_back(name.mention);
}

}  // namespace bylint::internal
