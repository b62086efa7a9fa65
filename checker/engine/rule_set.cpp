#include "checker/engine/rule_set.h"

#include <algorithm>
#include <optional>

#include "absl/strings/str_cat.h"
#include "checker/analysis/earlier.h"
#include "checker/base/to_absl.h"
#include "checker/engine/nearest.h"
#include "checker/engine/registry.h"

namespace bylint {

const RuleInfo kUnusedSuppression = {
    .name = "unused-suppression",
    .group = Group::kCopy,
    .level = Level::kWarning,
    .summary = "suppression that hides nothing",
    .why = "It would hide the next fault that is made in its place, and tells readers of the source what is not so.",
    .bad = {},
    .good = {}};

const RuleInfo kUnknownSuppression = {.name = "unknown-suppression",
                                      .group = Group::kCopy,
                                      .level = Level::kWarning,
                                      .summary = "suppression that names no rule or cannot be understood",
                                      .why = "Its author believes that something is accepted which is not.",
                                      .bad = {},
                                      .good = {}};

std::span<const RuleInfo* const> EngineRules() {
  static constexpr const RuleInfo* kRules[] = {&kUnknownSuppression, &kUnusedSuppression};
  return kRules;
}

namespace {

constexpr std::string_view kAll = "all";
constexpr std::string_view kDefault = "default";

bool Matches(std::string_view selector, const RuleInfo& info) {
  if (selector == kAll) return true;
  if (selector == kDefault) return info.enabled;
  return selector == info.name || selector == ToString(info.group);
}

bool MatchesAny(const std::vector<std::string>& selectors, const RuleInfo& info) {
  return std::ranges::any_of(selectors, [&](const std::string& selector) { return Matches(selector, info); });
}

bool IsSelected(const Settings& settings, const RuleInfo& info) {
  const bool selected = settings.select.empty() ? info.enabled : MatchesAny(settings.select, info);
  return selected && !MatchesAny(settings.ignore, info);
}

// A level given to the rule itself wins over one given to its group.
Level ConfiguredLevel(const Settings& settings, const RuleInfo& info) {
  for (const std::string_view name : {info.name, ToString(info.group)}) {
    const auto it = settings.levels.find(name);
    if (it != settings.levels.end()) return it->second;
  }
  return info.level;
}

absl::Status CheckSelectors(const Settings& settings) {
  std::vector<std::string_view> house;
  house.reserve(settings.house_rules.size());
  for (const HouseRuleDefinition* rule : settings.house_rules) house.push_back(rule->name);
  const auto check = [&](std::string_view name) {
    const bool known = IsRuleSelector(name) || std::ranges::find(house, name) != house.end();
    return known ? absl::OkStatus() : absl::InvalidArgumentError(DescribeUnknownRule(name, house));
  };
  for (const std::vector<std::string>* list : {&settings.select, &settings.ignore}) {
    for (const std::string& name : *list) {
      if (absl::Status status = check(name); !status.ok()) return status;
    }
  }
  for (const auto& [name, level] : settings.levels) {
    if (absl::Status status = check(name); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace

bool IsRuleSelector(std::string_view name) {
  if (name == kAll || name == kDefault || name == ToString(Group::kHouse)) return true;
  return std::ranges::any_of(BuiltInRules(), [&](const RegisteredRule& rule) { return Matches(name, *rule.info); }) ||
         std::ranges::any_of(EngineRules(), [&](const RuleInfo* info) { return Matches(name, *info); });
}

std::string DescribeUnknownRule(std::string_view name, std::span<const std::string_view> more) {
  std::vector<std::string_view> known = {kAll, kDefault, ToString(Group::kHouse)};
  for (const RegisteredRule& rule : BuiltInRules()) {
    known.push_back(rule.info->name);
    known.push_back(ToString(rule.info->group));
  }
  known.insert(known.end(), more.begin(), more.end());
  return absl::StrCat("unknown rule `", ToAbsl(name), "`", DidYouMean(name, known));
}

absl::StatusOr<std::shared_ptr<const RuleSet>> RuleSet::Make(const Settings& settings) {
  if (absl::Status status = CheckSelectors(settings); !status.ok()) return status;
  auto set = std::make_shared<RuleSet>();
  set->analysis_ = settings.analysis;
  for (const RegisteredRule& registered : BuiltInRules()) {
    const RuleInfo& info = *registered.info;
    if (!IsSelected(settings, info)) continue;
    Entry& entry = set->entries_.emplace_back();
    entry.level = ConfiguredLevel(settings, info);
    entry.rule = registered.plain;
    const auto options = settings.options.find(info.name);
    if (options != settings.options.end()) {
      absl::StatusOr<RulePtr> rule = registered.make(RuleOptions(options->second));
      if (!rule.ok()) return rule.status();
      entry.own = *std::move(rule);
      entry.rule = entry.own.get();
    }
    entry.place_rule = dynamic_cast<const PlaceRule*>(entry.rule);
    set->running_.push_back({.info = &info, .level = entry.level});
  }
  // They are on whatever is selected: a suppression is judged by the rules that run.
  for (const RuleInfo* info : EngineRules()) {
    if (!MatchesAny(settings.ignore, *info))
      set->running_.push_back({.info = info, .level = ConfiguredLevel(settings, *info)});
  }
  std::vector<HouseRules::Selected> house;
  for (const HouseRuleDefinition* definition : settings.house_rules) {
    const RuleInfo info = {.name = definition->name,
                           .group = Group::kHouse,
                           .level = definition->level,
                           .summary = {},
                           .why = {},
                           .bad = {},
                           .good = {}};
    if (IsSelected(settings, info))
      house.push_back({.definition = definition, .level = ConfiguredLevel(settings, info)});
  }
  absl::StatusOr<std::unique_ptr<const HouseRules>> made = HouseRules::Make(house);
  if (!made.ok()) return made.status();
  set->house_ = *std::move(made);
  for (size_t i = 0; i < house.size(); ++i) {
    set->running_.push_back({.info = set->house_->infos()[i], .level = house[i].level});
  }
  return std::shared_ptr<const RuleSet>(std::move(set));
}

bool RuleSet::Runs(std::string_view selector) const {
  return std::ranges::any_of(running_, [&](const Running& running) { return Matches(selector, *running.info); });
}

Level RuleSet::LevelOf(std::string_view rule) const {
  const auto it = std::ranges::find(running_, rule, [](const Running& running) { return running.info->name; });
  return it == running_.end() ? Level::kWarning : it->level;
}

namespace {

// The places of `before`, where their paragraphs are the same, and those in the changed ones.
void UpdatePlaces(const PlaceRule& rule, const Article& article, const internal::Earlier& earlier,
                  std::vector<TextSpan>& places) {
  std::vector<TextSpan> kept;
  for (const TextSpan place : places) {
    if (const std::optional<TextSpan> now = earlier.Now(place)) kept.push_back(*now);
  }
  std::vector<TextSpan> fresh;
  const internal::BlockRange changed = earlier.changed();
  for (uint32_t block = changed.begin; block < changed.end; ++block) rule.Search(article, block, fresh);
  if (!fresh.empty()) {
    const auto behind = std::ranges::lower_bound(kept, fresh.front().begin, {}, &TextSpan::begin);
    kept.insert(behind, fresh.begin(), fresh.end());
  }
  places = std::move(kept);
}

}  // namespace

std::vector<Finding> RuleSet::Check(const Article& article, RuleTimes* times) const {
  FoundPlaces places;
  return Check(article, nullptr, places, times);
}

std::vector<Finding> RuleSet::Check(const Article& article, const Article* before, FoundPlaces& places,
                                    RuleTimes* times) const {
  const internal::Earlier earlier =
      before == nullptr ? internal::Earlier(article.document()) : internal::Earlier(article.document(), *before);
  std::vector<Finding> findings;
  Reporter report(article.document(), findings);
  places.resize(entries_.size());
  for (size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    const RuleTimer timer(times, entry.rule->info().name);
    report.Begin(entry.rule->info(), entry.level);
    if (entry.place_rule == nullptr) {
      entry.rule->Check(article, report);
      continue;
    }
    UpdatePlaces(*entry.place_rule, article, earlier, places[i]);
    entry.place_rule->Report(article, places[i], report);
  }
  house_->Check(article, report, times);
  return findings;
}

}  // namespace bylint
