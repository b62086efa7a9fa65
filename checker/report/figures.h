// Numbers, sums of money, percentages and dates, as a fact checker ticks them off.
#pragma once

#include <string_view>
#include <vector>

#include "bylint/article.h"

namespace bylint {

enum class FigureKind : uint8_t { kFigure, kMoney, kPercentage, kDate };
std::string_view ToString(FigureKind kind);  // "figure", "money", "percentage", "date"

struct Figure {
  TextSpan span;  // with its unit: `$31 million`, `2,000 people`, `12-year-old`, `March 3, 2016`
  FigureKind kind = FigureKind::kFigure;
};

// In order, disjoint, inside quotations too. Linear in the text.
std::vector<Figure> FindFigures(const Article& article);

}  // namespace bylint
