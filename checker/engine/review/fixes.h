// Fixes put into the text.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bylint/article.h"
#include "bylint/finding.h"

namespace bylint {

struct FixedText {
  std::string text;
  size_t applied = 0;
};

// Puts the first fix of each finding that is safe enough into the article's source. Fixes that overlap an earlier one
// wait for the next pass; edits that would change words inside a quotation are never made.
FixedText ApplyFixes(const Article& article, std::span<const Finding> findings, Safety allowed);

// A unified diff, or nothing when both are equal. Lines that no fix touched are not compared: texts of one number of
// lines are compared line by line, others as one changed stretch.
std::string UnifiedDiff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace bylint
