#include "checker/engine/house_rules.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "checker/base/to_absl.h"
#include "checker/readers/reader.h"

namespace bylint {
namespace {

// A word or phrase as an expression: any white space between its words, straight and curly apostrophes alike.
std::string WordExpression(std::string_view word) {
  std::string out = RE2::QuoteMeta(re2::StringPiece(word.data(), word.size()));
  return absl::StrReplaceAll(out, {{"\\ ", "\\s+"}, {"\\'", "['’]"}, {"’", "['’]"}});
}

// Group 1 is what is reported. Words stand alone: no letter, digit or hyphen on either side.
std::string ExpressionOf(const HouseRuleDefinition& definition) {
  if (!definition.pattern.empty()) return absl::StrCat("(", definition.pattern, ")");
  const auto append = [](std::string* out, const std::string& word) { *out += WordExpression(word); };
  return absl::StrCat("(?i:(?:^|[^\\pL\\pN_-])(", absl::StrJoin(definition.words, "|", append),
                      ")(?:$|[^\\pL\\pN_-]))");
}

re2::StringPiece ToPiece(std::string_view text) { return {text.data(), text.size()}; }

bool InScope(HouseScope scope, const Article& article, const Block& block, uint32_t offset) {
  switch (scope) {
    case HouseScope::kAnywhere:
      return true;
    case HouseScope::kOutsideQuotations:
      return block.quote_depth == 0 && !article.InQuotation(offset);
    case HouseScope::kInsideQuotations:
      return block.quote_depth > 0 || article.InQuotation(offset);
    case HouseScope::kHeadline:
      return block.kind == BlockKind::kHeadline;
    case HouseScope::kParagraph:
      return block.kind == BlockKind::kParagraph;
  }
  return false;
}

}  // namespace

struct HouseRules::Rule {
  HouseRuleDefinition definition;
  RuleInfo info;
  Level level = Level::kWarning;
  std::unique_ptr<const RE2> expression;
  std::unique_ptr<const RE2> replaced;  // `pattern` alone, for the replacement; null where there are words
};

class HouseRules::Patterns {
 public:
  explicit Patterns(const RE2::Options& options) : set(options, RE2::UNANCHORED) {}
  RE2::Set set;
};

HouseRules::HouseRules() = default;
HouseRules::~HouseRules() = default;

absl::StatusOr<std::unique_ptr<const HouseRules>> HouseRules::Make(std::span<const Selected> rules) {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(int64_t{64} << 20);
  std::unique_ptr<HouseRules> made(new HouseRules());
  made->patterns_ = std::make_unique<Patterns>(options);
  for (const Selected& selected : rules) {
    auto rule = std::make_unique<Rule>();
    rule->definition = *selected.definition;
    rule->level = selected.level;
    rule->info = {.name = rule->definition.name,
                  .group = Group::kHouse,
                  .level = rule->definition.level,
                  .summary = rule->definition.message,
                  .why = {},
                  .bad = {},
                  .good = {}};
    const std::string expression = ExpressionOf(rule->definition);
    std::string error;
    if (made->patterns_->set.Add(expression, &error) < 0) {
      return absl::InvalidArgumentError(absl::StrCat("house rule `", rule->definition.name, "`: ", error));
    }
    rule->expression = std::make_unique<const RE2>(expression, options);
    if (!rule->definition.pattern.empty()) {
      rule->replaced = std::make_unique<const RE2>(rule->definition.pattern, RE2::Quiet);
    }
    made->rules_.push_back(std::move(rule));
  }
  if (!made->rules_.empty() && !made->patterns_->set.Compile()) {
    return absl::InvalidArgumentError("the patterns of the house rules are too large together");
  }
  return std::unique_ptr<const HouseRules>(std::move(made));
}

std::vector<const RuleInfo*> HouseRules::infos() const {
  std::vector<const RuleInfo*> infos;
  infos.reserve(rules_.size());
  for (const auto& rule : rules_) infos.push_back(&rule->info);
  return infos;
}

void HouseRules::Check(const Article& article, Reporter& report, RuleTimes* times) const {
  if (rules_.empty()) return;
  const RuleTimer all(times, "house");
  std::vector<int> matching;
  for (const Block& block : article.blocks()) {
    matching.clear();
    if (!patterns_->set.Match(ToPiece(article.Text(block.span)), &matching)) continue;
    std::ranges::sort(matching);
    for (const int index : matching) {
      const Rule& rule = *rules_[static_cast<size_t>(index)];
      const RuleTimer timer(times, rule.info.name);
      CheckBlock(article, block, rule, report);
    }
  }
}

void HouseRules::CheckBlock(const Article& article, const Block& block, const Rule& rule, Reporter& report) const {
  const re2::StringPiece text = ToPiece(article.Text(block.span));
  const std::string_view prose = article.text();
  report.Begin(rule.info, rule.level);
  re2::StringPiece groups[2];
  for (size_t at = 0; at <= text.size();) {
    if (!rule.expression->Match(text, at, text.size(), RE2::UNANCHORED, groups, 2)) return;
    const auto begin = static_cast<uint32_t>(groups[1].data() - prose.data());
    const TextSpan span{begin, begin + static_cast<uint32_t>(groups[1].size())};
    // The character after a word may be the one before the next.
    at = std::max<size_t>(at + 1, span.end - block.span.begin);
    if (span.empty() || !InScope(rule.definition.scope, article, block, span.begin)) continue;
    const std::string found(article.Text(span));
    auto finding = report.At(span, absl::StrReplaceAll(rule.definition.message, {{"$0", found}}));
    if (!rule.definition.help.empty()) finding.Help(rule.definition.help);
    if (!rule.definition.has_replacement || article.InQuotation(span.begin)) continue;
    std::string replacement = rule.definition.replacement;
    if (rule.replaced != nullptr) {
      replacement = found;
      RE2::Replace(&replacement, *rule.replaced, rule.definition.replacement);
    }
    finding.Fix(absl::StrCat("replace `", found, "` by `", replacement, "`"), Safety::kSuggested, span, replacement);
  }
}

std::vector<std::string> TestHouseRule(const HouseRuleDefinition& definition) {
  const HouseRules::Selected selected{.definition = &definition, .level = definition.level};
  const absl::StatusOr<std::unique_ptr<const HouseRules>> rules = HouseRules::Make({&selected, 1});
  if (!rules.ok()) return {std::string(FromAbsl(rules.status().message()))};
  const auto findings_in = [&](const std::string& text) {
    const Article article = Analyze(ReadDocument("example.txt", SourceText(text)), {});
    std::vector<Finding> findings;
    Reporter report(article.document(), findings);
    (*rules)->Check(article, report);
    return findings.size();
  };
  std::vector<std::string> wrong;
  for (const std::string& text : definition.bad) {
    if (findings_in(text) == 0) wrong.push_back(absl::StrCat("not reported: ", text));
  }
  for (const std::string& text : definition.good) {
    if (findings_in(text) > 0) wrong.push_back(absl::StrCat("reported, though good: ", text));
  }
  return wrong;
}

}  // namespace bylint
