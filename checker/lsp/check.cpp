#include "checker/lsp/check.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "checker/base/check.h"
#include "checker/readers/reader.h"

namespace bylint::lsp {

Checker::Checker() {
  absl::StatusOr<std::shared_ptr<const RuleSet>> rules = RuleSet::Make({});
  BYLINT_CHECK(rules.ok());
  rules_ = *std::move(rules);
}

std::unique_ptr<const Checked> Checker::Check(std::string_view path, std::string_view text) const {
  Article article = Analyze(ReadDocument(path, SourceText(std::string(text))), rules_->analysis_options());
  std::vector<Finding> findings = rules_->Check(article);
  std::ranges::stable_sort(findings, {}, [](const Finding& f) { return std::tuple(f.span.begin, f.rule, f.span.end); });
  return std::make_unique<Checked>(Checked{std::move(article), std::move(findings)});
}

}  // namespace bylint::lsp
