#include "checker/cli/why.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "checker/analysis/mark_explain.h"
#include "checker/base/to_absl.h"
#include "checker/report/positions.h"

namespace bylint {
namespace {

std::string CostOf(std::string_view role, int cost) {
  return cost >= kNoReading ? std::string() : absl::StrCat(", ", ToAbsl(role), " ", cost);
}

}  // namespace

std::vector<std::string> DescribeMarks(std::string_view path, const Article& article) {
  const std::vector<MarkExplanation> rows = ExplainMarks(article);
  std::vector<uint32_t> offsets;
  offsets.reserve(rows.size());
  for (const MarkExplanation& row : rows) {
    offsets.push_back(article.document().ToSource(article.marks()[row.mark].span).begin);
  }
  const PositionTable positions(article.document().source(), offsets);
  std::vector<std::string> lines;
  lines.reserve(rows.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    const MarkExplanation& row = rows[i];
    const Position at = positions.At(offsets[i]);
    lines.push_back(absl::StrCat(ToAbsl(path), ":", at.line, ":", at.column, ": `",
                                 ToAbsl(article.Text(article.marks()[row.mark].span)), "` ", ToAbsl(row.reading),
                                 ", cost ", row.cost, " (opening ", row.as_opening, ", closing ", row.as_closing,
                                 CostOf("apostrophe", row.as_apostrophe), ")"));
  }
  return lines;
}

}  // namespace bylint
