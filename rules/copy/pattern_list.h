// Patterns of a list in data/copy, looked for where a cheap test says that they may stand.
#pragma once

#include <re2/re2.h>

#include <functional>
#include <memory>
#include <span>
#include <string_view>

#include "bylint/article.h"

namespace bylint {

// Immutable; any number of threads may search with it.
class PatternList {
 public:
  // REQUIRES: each entry is `paragraph`, `inline` or `amid`, a space, and a valid RE2 pattern. See data/copy.
  explicit PatternList(std::span<const std::string_view> entries);

  // Calls `found` with each place in the article where a pattern matches, in order, none twice. Linear.
  void Search(const Article& article, const std::function<void(TextSpan)>& found) const;

 private:
  bool MatchesWhole(std::string_view block) const;
  void SearchBlock(const Article& article, uint32_t block, const std::function<void(TextSpan)>& found) const;

  std::unique_ptr<const re2::RE2> paragraph_;
  std::unique_ptr<const re2::RE2> inline_;
  std::unique_ptr<const re2::RE2> amid_;
};

}  // namespace bylint
