#include "absl/strings/str_cat.h"
#include "bylint/mark_report.h"
#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "“The road opens in May, said Anna Berg, the mayor.", .marks = "“"},
    {.text = "The road opens in May,” said Anna Berg, the mayor. “It took a year.”", .marks = "”"},
    {.text = "\"The road opens in May, Anna Berg said. \"It took a year.\"",
     .marks = "\"",
     .note = "the first mark has no partner; the next one opens a quotation of its own"},
    {.text = "‘The road opens in May,’ said Anna Berg. ‘It took a year, she said.", .marks = "‘"},
};
constexpr Example kGood[] = {
    {.text = "“The road opens in May,” said Anna Berg, the mayor."},
    {.text = "“The road opens in May.\n\n“It took a year,” said Anna Berg, the mayor.",
     .note = "a quotation that runs on closes only once"},
    {.text = "The students’ union met in the ’90s under a 6’2\" ceiling."},
};

constexpr RuleInfo kInfo = {
    .name = "unbalanced-quote",
    .group = Group::kQuotation,
    .level = Level::kError,
    .summary = "quotation mark without a partner",
    .why = "Readers cannot tell where the speaker's words end and the paper's begin.",
    .bad = kBad,
    .good = kGood,
    .fix_safety = "Inserts the missing mark where it most likely belongs; a person must say whether it does."};

class UnbalancedQuote final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    using enum MarkFaultKind;
    for (const SpokenFault& spoken : SpokenFaults(article, {kMissingClose, kMissingOpen}, kInfo.level)) {
      const MarkFault& fault = *spoken.fault;
      const bool opens = fault.kind == kMissingClose;
      auto finding = report.At(article.marks()[fault.mark].span,
                               absl::StrCat(opens ? "nothing closes this quotation" : "nothing opens this quotation",
                                            MorePlaces(spoken.more)));
      finding.AtLevel(spoken.level)
          .Label(fault.expected, Quoted(fault.replacement) + " expected here")
          .Help(Place(article, fault));
      if (spoken.may_mend()) {
        finding.Fix(absl::StrCat("insert ", Quoted(fault.replacement)), Safety::kSuggested, fault.expected,
                    std::string(fault.replacement));
      }
    }
  }

 private:
  static std::string Place(const Article& article, const MarkFault& fault) {
    if (fault.kind == MarkFaultKind::kMissingClose) {
      return absl::StrCat("add ", Quoted(fault.replacement), ", perhaps after ",
                          Quoted(WordBefore(article, fault.expected.begin)));
    }
    return absl::StrCat("add ", Quoted(fault.replacement), ", perhaps before ",
                        Quoted(WordAfter(article, fault.expected.begin)));
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeUnbalancedQuote(const RuleOptions& /*options*/) {
  return std::make_unique<UnbalancedQuote>();
}

}  // namespace bylint
