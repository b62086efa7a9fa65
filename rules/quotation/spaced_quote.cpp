#include "absl/strings/str_cat.h"
#include "bylint/mark_report.h"
#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "“ The road opens in May,” said Anna Berg. “It took a year.”", .marks = "“"},
    {.text = "“The road opens in May, ” said Anna Berg. “It took a year.”", .marks = "”"},
};
constexpr Example kGood[] = {
    {.text = "“The road opens in May,” said Anna Berg."},
    {.text = "« La route ouvre en mai », dit Anna Berg. « Enfin. »", .note = "French copy sets its marks apart"},
};

constexpr RuleInfo kInfo = {.name = "spaced-quote",
                            .group = Group::kQuotation,
                            .level = Level::kWarning,
                            .summary = "white space between a quotation mark and the words it belongs to",
                            .why = "A mark that stands apart may end up on another line than its words.",
                            .bad = kBad,
                            .good = kGood,
                            .fix_safety = "Removes the white space. The words stay as they are."};

class SpacedQuote final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    for (const SpokenFault& spoken : SpokenFaults(article, {MarkFaultKind::kSpaced}, kInfo.level)) {
      const MarkFault& fault = *spoken.fault;
      const Mark& mark = article.marks()[fault.mark];
      const bool before = fault.expected.begin < mark.span.begin;
      auto finding = report.At(mark.span, absl::StrCat("white space ", before ? "before" : "after",
                                                       before ? " the mark that closes this quotation"
                                                              : " the mark that opens this quotation",
                                                       MorePlaces(spoken.more)));
      finding.AtLevel(spoken.level).Help("close up the mark and its words");
      if (spoken.may_mend()) finding.Fix("remove the white space", Safety::kSafe, fault.expected, "");
    }
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeSpacedQuote(const RuleOptions& /*options*/) { return std::make_unique<SpacedQuote>(); }

}  // namespace bylint
