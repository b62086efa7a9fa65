// Names that the article itself says are spelled so: by `[sic]`, or in a notice that corrects a spelling.
#pragma once

#include <vector>

#include "checker/analysis/names_evidence.h"

namespace bylint::internal {

// Reads the whole article, so it is made only where a name is about to be reported.
class SilencedWords {
 public:
  explicit SilencedWords(const NameTables& tables);

  bool Has(NameWordIndex word) const { return silenced_[word]; }

 private:
  std::vector<bool> silenced_;
};

}  // namespace bylint::internal
