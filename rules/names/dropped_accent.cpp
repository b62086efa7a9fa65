#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "Inés Arévalo came first. Judges gave Arévalo the prize on Monday. Later Arevalo thanked them.",
     .marks = "Arevalo"}};
constexpr Example kGood[] = {{.text = "Inés Arévalo came first. Later Arévalo thanked the judges."}};

constexpr RuleInfo kInfo = {
    .name = "dropped-accent",
    .group = Group::kNames,
    .level = Level::kNote,
    .summary = "one name with an accent here and without it there",
    .why = "The accent is part of the name; with and without it in one article is neither care nor style.",
    .bad = kBad,
    .good = kGood,
    .fix_safety = "suggested: writes the spelling that the article uses most"};

class DroppedAccent final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    for (const NameFault& fault : article.name_faults()) {
      if (fault.kind != NameFaultKind::kDroppedAccent) continue;
      const std::string odd(article.Text(fault.first()));
      const std::string usual(article.Text(fault.usual));
      report.At(fault.first(), "`" + odd + "` is written `" + usual + "` elsewhere")
          .Label(fault.usual, "`" + usual + "` first stands here")
          .Fix("write `" + usual + "`", Safety::kSuggested, fault.corrections);
    }
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeDroppedAccent(const RuleOptions& /*options*/) { return std::make_unique<DroppedAccent>(); }

}  // namespace bylint
