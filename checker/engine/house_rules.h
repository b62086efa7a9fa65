// The rules that a house defines in bylint.toml, run together: one pass over the prose for all of their patterns.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "bylint/rule.h"
#include "checker/engine/config/config_file.h"

namespace re2 {
class RE2;
}

namespace bylint {

// Time by rule.
using RuleTimes = std::map<std::string, std::chrono::nanoseconds, std::less<>>;

// Adds the time of its life to one entry; does nothing without times.
class RuleTimer {
 public:
  RuleTimer(RuleTimes* times, std::string_view rule) : times_(times), rule_(rule) {
    if (times_ != nullptr) begin_ = std::chrono::steady_clock::now();
  }
  ~RuleTimer() {
    if (times_ != nullptr) (*times_)[std::string(rule_)] += std::chrono::steady_clock::now() - begin_;
  }
  RuleTimer(const RuleTimer&) = delete;
  RuleTimer& operator=(const RuleTimer&) = delete;

 private:
  RuleTimes* times_;
  std::string_view rule_;
  std::chrono::steady_clock::time_point begin_;
};

// Immutable; any thread may check articles with it. Findings point into its names, so it must outlive them.
class HouseRules {
 public:
  struct Selected {
    const HouseRuleDefinition* definition = nullptr;
    Level level = Level::kWarning;
  };

  // InvalidArgument: a pattern that RE2 refuses, or all of them together are too large.
  static absl::StatusOr<std::unique_ptr<const HouseRules>> Make(std::span<const Selected> rules);
  ~HouseRules();

  // `times`, when given, gets the time of each rule, and of the pass for all of them under `house`.
  void Check(const Article& article, Reporter& report, RuleTimes* times = nullptr) const;
  // In the order given to `Make`.
  std::vector<const RuleInfo*> infos() const;

 private:
  struct Rule;
  class Patterns;
  HouseRules();

  void CheckBlock(const Article& article, const Block& block, const Rule& rule, Reporter& report) const;

  std::vector<std::unique_ptr<const Rule>> rules_;
  std::unique_ptr<Patterns> patterns_;
};

// What went wrong when the definition's own examples were run: one line each, none when all is well.
std::vector<std::string> TestHouseRule(const HouseRuleDefinition& definition);

}  // namespace bylint
