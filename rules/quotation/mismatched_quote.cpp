#include "absl/strings/str_cat.h"
#include "bylint/mark_report.h"
#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "“The road opens in May,\" said Anna Berg. “It took a year.”", .marks = "\""},
    {.text = "“The road opens in May,’ said Anna Berg. “It took a year.”", .marks = "’"},
};
constexpr Example kGood[] = {
    {.text = "“The road opens in May,” said Anna Berg. “It took a ‘long’ year.”"},
    {.text = "``The road opens in May,'' said Anna Berg.", .note = "a pair of its own in wire copy"},
};

constexpr RuleInfo kInfo = {
    .name = "mismatched-quote",
    .group = Group::kQuotation,
    .level = Level::kWarning,
    .summary = "quotation that opens with one kind of mark and closes with another",
    .why = "A pair of two kinds looks careless, and software that reads the copy loses the quotation.",
    .bad = kBad,
    .good = kGood,
    .fix_safety = "Replaces the odd mark by the partner of the other one. The words stay as they are."};

class MismatchedQuote final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    for (const SpokenFault& spoken : SpokenFaults(article, {MarkFaultKind::kMismatched}, kInfo.level)) {
      const MarkFault& fault = *spoken.fault;
      const Mark& odd = article.marks()[fault.mark];
      if (odd.partner == kNone) continue;
      const Mark& partner = article.marks()[odd.partner];
      const Mark& open = odd.span.begin < partner.span.begin ? odd : partner;
      const Mark& close = &open == &odd ? partner : odd;
      auto finding = report.At(odd.span, absl::StrCat(Quoted(article.Text(open.span)), " is closed by ",
                                                      Quoted(article.Text(close.span)), MorePlaces(spoken.more)));
      finding.AtLevel(spoken.level)
          .Label(partner.span, "the other end of the quotation")
          .Help(absl::StrCat("use ", Quoted(fault.replacement)));
      if (spoken.may_mend()) {
        finding.Fix(absl::StrCat("replace ", Quoted(article.Text(odd.span)), " by ", Quoted(fault.replacement)),
                    Safety::kSafe, odd.span, std::string(fault.replacement));
      }
    }
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeMismatchedQuote(const RuleOptions& /*options*/) {
  return std::make_unique<MismatchedQuote>();
}

}  // namespace bylint
