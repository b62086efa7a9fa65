// Whose mentions are whose: people by full name, then by surname and given name; organisations by name and acronym.
#pragma once

#include <vector>

#include "checker/analysis/names_mentions.h"

namespace bylint::internal {

// Sets `person` of every mention and returns the people, in order of their first mention. Linear.
std::vector<Person> ClusterNames(const Document& document, const Analysis& analysis, const NameWords& words,
                                 std::vector<FoundName>& found);

}  // namespace bylint::internal
