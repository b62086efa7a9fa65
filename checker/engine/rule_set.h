// The rules that a run uses, made once and shared by all its threads.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "bylint/rule.h"
#include "checker/engine/house_rules.h"
#include "checker/engine/settings.h"

namespace bylint {

// The places of each PlaceRule of a set in an article, kept while the article is written.
using FoundPlaces = std::vector<std::vector<TextSpan>>;

// Immutable; any thread may check articles with it.
class RuleSet {
 public:
  // InvalidArgument: an unknown rule or group, or an option that its rule refuses.
  static absl::StatusOr<std::shared_ptr<const RuleSet>> Make(const Settings& settings);

  // What the rules find, in the order of the rules.
  std::vector<Finding> Check(const Article& article, RuleTimes* times = nullptr) const;

  // The same for a text that is being written: `places` are those of `before`, an earlier version of it (null when
  // there is none, and they are empty), and become those of `article`.
  std::vector<Finding> Check(const Article& article, const Article* before, FoundPlaces& places,
                             RuleTimes* times = nullptr) const;

  const AnalysisOptions& analysis_options() const { return analysis_; }
  struct Running {
    const RuleInfo* info = nullptr;
    Level level = Level::kWarning;
  };
  // The built-in ones in alphabetical order, then those of the house.
  std::span<const Running> running() const { return running_; }
  // True for a rule that runs, for a group with one that does, and for `all`.
  bool Runs(std::string_view selector) const;
  // The level of a rule that runs.
  Level LevelOf(std::string_view rule) const;

 private:
  struct Entry {
    const Rule* rule = nullptr;             // the registry's, or `own`
    RulePtr own;                            // of a rule with options
    const PlaceRule* place_rule = nullptr;  // `rule`, where it is one
    Level level = Level::kWarning;
  };
  std::vector<Entry> entries_;
  std::unique_ptr<const HouseRules> house_;
  std::vector<Running> running_;
  AnalysisOptions analysis_;
};

// What the engine itself reports: suppressions that hide nothing, and those that name nothing.
extern const RuleInfo kUnusedSuppression;
extern const RuleInfo kUnknownSuppression;
// Both, for lists of rules.
std::span<const RuleInfo* const> EngineRules();

// True for the name of a rule or of a group, `all` and `default`.
bool IsRuleSelector(std::string_view name);
// "unknown rule `X`; did you mean `Y`?" `more` are names that are known besides the built-in ones.
std::string DescribeUnknownRule(std::string_view name, std::span<const std::string_view> more = {});

}  // namespace bylint
