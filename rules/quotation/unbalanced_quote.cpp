#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {{.text = "“The road opens in May, said Anna Berg, the mayor.", .marks = "“"}};
constexpr Example kGood[] = {{.text = "“The road opens in May,” said Anna Berg, the mayor."}};

constexpr RuleInfo kInfo = {.name = "unbalanced-quote",
                            .group = Group::kQuotation,
                            .level = Level::kError,
                            .summary = "quotation mark without a partner",
                            .why = "Readers cannot tell where the speaker's words end and the paper's begin.",
                            .bad = kBad,
                            .good = kGood};

class UnbalancedQuote final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    for (const MarkFault& fault : article.mark_faults()) {
      if (fault.kind == MarkFaultKind::kMissingClose) {
        report.At(article.marks()[fault.mark].span, "nothing closes this quotation");
      } else if (fault.kind == MarkFaultKind::kMissingOpen) {
        report.At(article.marks()[fault.mark].span, "nothing opens this quotation");
      }
    }
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeUnbalancedQuote(const RuleOptions& /*options*/) {
  return std::make_unique<UnbalancedQuote>();
}

}  // namespace bylint
