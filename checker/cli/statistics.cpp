#include "checker/cli/statistics.h"

#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "checker/report/listings.h"

namespace bylint {

void PrintStatistics(const RuleCounts& counts, const RuleTimes& times) {
  RuleCounts all = counts;
  for (const auto& [rule, time] : times) all.try_emplace(rule, 0);
  std::vector<std::pair<std::string, size_t>> rows(all.begin(), all.end());
  std::ranges::stable_sort(rows, [](const auto& a, const auto& b) { return a.second > b.second; });
  TextTable table;
  table.Add({"findings", "time", "rule"});
  for (const auto& [rule, count] : rows) {
    const auto time = times.find(rule);
    const double milliseconds =
        time == times.end() ? 0 : std::chrono::duration<double, std::milli>(time->second).count();
    table.Add({absl::StrCat(count), absl::StrFormat("%.3f ms", milliseconds), rule});
  }
  const std::string text = table.Render("");
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace bylint
