#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {{.text = "“The road opens in May, the work is done.” Work began last year.",
                             .marks = "“The road opens in May, the work is done.”"}};
constexpr Example kGood[] = {{.text = "“The road opens in May, the work is done,” said Anna Berg, the mayor."}};

constexpr RuleInfo kInfo = {
    .name = "unattributed-quote",
    .group = Group::kAttribution,
    .level = Level::kError,
    .summary = "direct quotation that nobody is said to have said",
    .why = "Readers weigh words by who said them; without a speaker the claim becomes the paper's own.",
    .bad = kBad,
    .good = kGood};

class UnattributedQuote final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    for (const Quotation& quotation : article.quotations()) {
      if (quotation.verdict != Verdict::kUnattributed) continue;
      report.At(quotation.span, "nobody is named as the speaker of this quotation");
    }
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeUnattributedQuote(const RuleOptions& /*options*/) {
  return std::make_unique<UnattributedQuote>();
}

}  // namespace bylint
