// `--statistics`: how often each rule spoke, and the time it took.
#pragma once

#include <map>
#include <string>

#include "checker/cli/check_file.h"

namespace bylint {

using RuleCounts = std::map<std::string, size_t, std::less<>>;

// A table on standard error, the rules that spoke most first.
void PrintStatistics(const RuleCounts& counts, const RuleTimes& times);

}  // namespace bylint
