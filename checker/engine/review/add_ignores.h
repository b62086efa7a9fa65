// Suppressions written for findings, so that a house can begin with a clean run and no fault hidden in a list.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bylint/article.h"
#include "bylint/finding.h"

namespace bylint {

struct AddedIgnores {
  std::string text;                 // the source with a comment at the end of each line that has findings
  std::vector<std::string> tables;  // `[[suppress]]` for formats that cannot hold a comment
};

// `path` picks the form of comments, `shown` stands in the tables.
AddedIgnores AddIgnores(const Article& article, std::string_view path, const std::string& shown,
                        std::span<const Finding> findings);

}  // namespace bylint
