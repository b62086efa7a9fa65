// One text checked: the article with its analysis, and the findings.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "bylint/article.h"
#include "bylint/finding.h"
#include "checker/engine/rule_set.h"

namespace bylint::lsp {

struct Checked {
  Article article;
  std::vector<Finding> findings;  // by place, then rule
};

// The rules in force. Immutable once made.
class Checker {
 public:
  Checker();
  // `text` is UTF-8. The whole text is analysed anew each time: 60 kB take one to two milliseconds, less than
  // a keystroke can show.
  std::unique_ptr<const Checked> Check(std::string_view path, std::string_view text) const;

 private:
  std::shared_ptr<const RuleSet> rules_;
};

}  // namespace bylint::lsp
