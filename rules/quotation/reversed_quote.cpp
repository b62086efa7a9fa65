#include "absl/strings/str_cat.h"
#include "bylint/mark_report.h"
#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "”The road opens in May,” said Anna Berg. “It took a year.”", .marks = "”"},
    {.text = "“The road opens in May,“ said Anna Berg. “It took a year.”", .marks = "“"},
};
constexpr Example kGood[] = {
    {.text = "“The road opens in May,” said Anna Berg."},
    {.text = "„Die Straße ist frei“, sagte Anna Berg. „Es hat ein Jahr gedauert.“"},
};

constexpr RuleInfo kInfo = {.name = "reversed-quote",
                            .group = Group::kQuotation,
                            .level = Level::kWarning,
                            .summary = "quotation mark that faces the wrong way",
                            .why =
                                "A closing mark where a quotation opens makes readers stumble, and software that "
                                "reads the copy takes the wrong words for the quotation.",
                            .bad = kBad,
                            .good = kGood,
                            .fix_safety = "Turns the mark round. The words stay as they are."};

class ReversedQuote final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    for (const SpokenFault& spoken : SpokenFaults(article, {MarkFaultKind::kReversed}, kInfo.level)) {
      const MarkFault& fault = *spoken.fault;
      const Mark& mark = article.marks()[fault.mark];
      auto finding = report.At(
          mark.span, absl::StrCat(Quoted(article.Text(mark.span)), " faces away from the words it ",
                                  mark.role == MarkRole::kClose ? "closes" : "opens", MorePlaces(spoken.more)));
      finding.AtLevel(spoken.level).Help(absl::StrCat("use ", Quoted(fault.replacement)));
      if (mark.partner != kNone) finding.Label(article.marks()[mark.partner].span, "its partner");
      if (spoken.may_mend()) {
        finding.Fix(absl::StrCat("replace ", Quoted(article.Text(mark.span)), " by ", Quoted(fault.replacement)),
                    Safety::kSafe, mark.span, std::string(fault.replacement));
      }
    }
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeReversedQuote(const RuleOptions& /*options*/) { return std::make_unique<ReversedQuote>(); }

}  // namespace bylint
