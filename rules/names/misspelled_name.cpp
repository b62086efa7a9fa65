#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {{.text = "President Volodymyr Zalenskyy arrived on Monday.",
                             .marks = "Zalenskyy",
                             .note = "one letter off a name of the built-in list"}};
constexpr Example kGood[] = {
    {.text = "President Volodymyr Zelenskyy arrived on Monday.", .note = "the preferred spelling"},
    {.text = "President Volodymyr Zelensky arrived on Monday.", .note = "accepted too"}};

constexpr RuleInfo kInfo = {
    .name = "misspelled-name",
    .group = Group::kNames,
    .level = Level::kError,
    .summary = "name that the names list spells otherwise",
    .why = "A misspelled name is the mistake that readers forgive least, and the list knows this one.",
    .bad = kBad,
    .good = kGood,
    .fix_safety = "suggested: writes the spelling of the list"};

class MisspelledName final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    for (const NameFault& fault : article.name_faults()) {
      if (fault.kind != NameFaultKind::kMisspelled) continue;
      const std::string& expected = fault.corrections.front().second;
      Reporter::Builder finding =
          report.At(fault.first(), "`" + std::string(article.Text(fault.first())) + "` should be `" + expected + "`");
      finding.Help(HelpOf(fault)).Fix("write `" + expected + "`", Safety::kSuggested, fault.corrections);
    }
  }

 private:
  static std::string HelpOf(const NameFault& fault) {
    std::string help = "the names list has `" + std::string(fault.full_name) + "`";
    if (!fault.note.empty()) help += ": " + std::string(fault.note);
    if (fault.corrections.size() > 1) help += "; " + std::to_string(fault.corrections.size()) + " places";
    return help;
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeMisspelledName(const RuleOptions& /*options*/) {
  return std::make_unique<MisspelledName>();
}

}  // namespace bylint
