// The built-in rules.
#pragma once

#include <span>
#include <string_view>

#include "bylint/rule.h"

namespace bylint {

using RuleFactory = absl::StatusOr<RulePtr> (*)(const RuleOptions&);

struct RegisteredRule {
  const RuleInfo* info = nullptr;  // static
  RuleFactory make = nullptr;
  const Rule* plain = nullptr;  // made without options; lives as long as the program
};

// All rules in alphabetical order of their names. Made once; any thread may ask.
std::span<const RegisteredRule> BuiltInRules();

// The rule of that name, or nullptr.
const RegisteredRule* FindRule(std::string_view name);

}  // namespace bylint
