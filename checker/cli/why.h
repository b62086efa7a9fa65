// `bylint check --why`: how the quotation marks of an article were read, and who was taken to speak.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bylint/article.h"

namespace bylint {

// One line a mark: `a.txt:3:1: “ opens a quotation, cost 0 (opening 0, closing 11)`.
std::vector<std::string> DescribeMarks(std::string_view path, const Article& article);

// One line a quotation, with the sieve that decided: `a.txt:3:1: quotation is attributed to `Berg` by name-said`.
// Under an unattributed one the candidates that were rejected, each with the reason.
std::vector<std::string> DescribeQuotations(std::string_view path, const Article& article);

}  // namespace bylint
