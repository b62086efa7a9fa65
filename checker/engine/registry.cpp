#include "checker/engine/registry.h"

#include <algorithm>

#include "checker/base/check.h"

namespace bylint {

#define BYLINT_RULE(Name) absl::StatusOr<RulePtr> Make##Name(const RuleOptions& options);
#include "rules/rules.def"
#undef BYLINT_RULE

std::span<const RegisteredRule> BuiltInRules() {
  static const std::vector<RegisteredRule>& rules = *[] {
    constexpr RuleFactory kFactories[] = {
#define BYLINT_RULE(Name) Make##Name,
#include "rules/rules.def"
#undef BYLINT_RULE
    };
    auto* made = new std::vector<RegisteredRule>();
    for (const RuleFactory factory : kFactories) {
      absl::StatusOr<RulePtr> rule = factory(RuleOptions());
      BYLINT_CHECK(rule.ok());
      // Kept: some rules compile patterns, and start-up should pay for that once.
      const Rule* plain = rule->release();
      made->push_back({.info = &plain->info(), .make = factory, .plain = plain});
    }
    std::ranges::sort(*made, {}, [](const RegisteredRule& r) { return r.info->name; });
    return made;
  }();
  return rules;
}

const RegisteredRule* FindRule(std::string_view name) {
  for (const RegisteredRule& rule : BuiltInRules()) {
    if (rule.info->name == name) return &rule;
  }
  return nullptr;
}

}  // namespace bylint
