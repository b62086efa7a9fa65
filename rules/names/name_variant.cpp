#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text =
         "Anna Lindqvist won the seat. Voters had asked Lindqvist for a new road. On Monday, Lindqivst thanked them.",
     .marks = "Lindqivst"},
    {.text = "It was signed by Tomas Okereke in May. A letter to Tomas Okerreke came back, and Okereke wrote again.",
     .marks = "Okerreke"}};
constexpr Example kGood[] = {
    {.text = "Anna Lindqvist won the seat. Her brother Olle Lindkvist, who spells the name his own way, was glad. "
             "Lindqvist thanked the voters.",
     .note = "two people, each with a given name"},
    {.text = "Vera Orlov and her mother, Irina Orlova, left on Monday. Orlov came back.", .note = "a feminine form"},
    {.text = "Anna Lindqvist won. The Lindqvists were glad, and Lindqvist thanked the voters.", .note = "a plural"}};

constexpr RuleInfo kInfo = {.name = "name-variant",
                            .group = Group::kNames,
                            .level = Level::kWarning,
                            .summary = "one name in two spellings in one article",
                            .why = "One of the spellings is wrong, and the person it belongs to will notice first.",
                            .bad = kBad,
                            .good = kGood,
                            .fix_safety = "suggested: writes the spelling that the article uses most"};

class NameVariant final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    for (const NameFault& fault : article.name_faults()) {
      if (fault.kind != NameFaultKind::kVariant) continue;
      const std::string odd(article.Text(fault.first()));
      const std::string usual(article.Text(fault.usual));
      Reporter::Builder finding = report.At(
          fault.first(), "`" + odd + "` is spelled `" + usual + "` elsewhere: " + std::string(ToString(fault.how)));
      if (fault.doubtful) finding.AtLevel(Level::kNote);
      finding.Label(fault.usual, "`" + usual + "` first stands here, " + std::to_string(fault.usual_count) + " in all")
          .Help("if they are one name, write `" + usual + "`")
          .Fix("write `" + usual + "`", Safety::kSuggested, fault.corrections);
    }
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeNameVariant(const RuleOptions& /*options*/) { return std::make_unique<NameVariant>(); }

}  // namespace bylint
