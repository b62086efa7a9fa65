// The parse of an article's marks, spelled out for a surprised editor and for whoever changes a cost.
#pragma once

#include <string_view>
#include <vector>

#include "bylint/article.h"

namespace bylint {

struct MarkExplanation {
  MarkIndex mark = 0;
  std::string_view reading;  // "opens a quotation", "apostrophe": static text
  int cost = 0;              // of that reading, beside the marks around it
  // What its surroundings alone would cost it; kNoReading where it cannot be read so.
  int as_opening = 0;
  int as_closing = 0;
  int as_apostrophe = 0;
};
inline constexpr int kNoReading = 1000;

// One row for each mark of the article, in order. Parses again; for people, not for rules.
std::vector<MarkExplanation> ExplainMarks(const Article& article);

}  // namespace bylint
