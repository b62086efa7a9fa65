// `bylint check --why`: how the quotation marks of an article were read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bylint/article.h"

namespace bylint {

// One line a mark: `a.txt:3:1: “ opens a quotation, cost 0 (opening 0, closing 11)`.
std::vector<std::string> DescribeMarks(std::string_view path, const Article& article);

}  // namespace bylint
