// Finds the names of an article that are spelled otherwise than they should be.
#pragma once

#include <memory>

#include "checker/analysis/names_facts.h"

namespace bylint::internal {

// Names that the article itself spells in two ways. `facts` are kept for the version that comes next, where there was
// an earlier one.
void FindVariants(const NameTables& tables, const Earlier& earlier, std::shared_ptr<const NameFacts>& facts,
                  std::vector<NameFault>& faults);

// Names that the list knows otherwise; takes the variants away that are the same fault. Sorts by place.
void FindMisspelled(const NameTables& tables, std::vector<NameFault>& faults);

// `word` in the letter case of `like`: all capitals, or as it is.
std::string InCaseOf(std::string_view word, std::string_view like);

}  // namespace bylint::internal
