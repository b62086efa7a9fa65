// The rules that a run uses, made once and shared by all its threads.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "bylint/rule.h"
#include "checker/engine/settings.h"

namespace bylint {

// Immutable; any thread may check articles with it.
class RuleSet {
 public:
  // InvalidArgument: an unknown rule or group, or an option that its rule refuses.
  static absl::StatusOr<std::shared_ptr<const RuleSet>> Make(const Settings& settings);

  // What the rules find, in the order of the rules.
  std::vector<Finding> Check(const Article& article) const;

  const AnalysisOptions& analysis_options() const { return analysis_; }
  // In alphabetical order of their names.
  std::span<const RuleInfo* const> infos() const { return infos_; }

 private:
  struct Entry {
    RulePtr rule;
    Level level;
  };
  std::vector<Entry> entries_;
  std::vector<const RuleInfo*> infos_;
  AnalysisOptions analysis_;
};

// True for the name of a rule or of a group, `all` and `default`.
bool IsRuleSelector(std::string_view name);
// "unknown rule `X`; did you mean `Y`?"
std::string DescribeUnknownRule(std::string_view name);

}  // namespace bylint
