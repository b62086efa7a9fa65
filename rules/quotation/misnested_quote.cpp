#include "absl/strings/str_cat.h"
#include "bylint/mark_report.h"
#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "“The mayor called it ‘a good day,” said Anna Berg.’", .marks = "”"},
    {.text = "“The mayor called it “a good day” and left,” said Anna Berg.",
     .marks = "“",
     .note = "a quotation inside another takes the other kind of marks"},
};
constexpr Example kGood[] = {{.text = "“The mayor called it ‘a good day’ and left,” said Anna Berg."}};

constexpr RuleInfo kInfo = {.name = "misnested-quote",
                            .group = Group::kQuotation,
                            .level = Level::kWarning,
                            .summary = "quotations that cross, or one inside another with the same marks",
                            .why = "Readers cannot tell which speaker's words end first.",
                            .bad = kBad,
                            .good = kGood};

class MisnestedQuote final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    for (const SpokenFault& spoken : SpokenFaults(article, {MarkFaultKind::kMisnested}, kInfo.level)) {
      const Mark& mark = article.marks()[spoken.fault->mark];
      const bool closes = mark.role == MarkRole::kClose;
      auto finding = report.At(mark.span, absl::StrCat(closes ? "closes a quotation across another one"
                                                              : "opens a quotation inside another with the same marks",
                                                       MorePlaces(spoken.more)));
      finding.AtLevel(spoken.level);
      if (mark.partner != kNone) finding.Label(article.marks()[mark.partner].span, "its partner");
      finding.Help(closes ? "close the inner quotation first" : "use the other kind of marks for the inner quotation");
    }
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeMisnestedQuote(const RuleOptions& /*options*/) {
  return std::make_unique<MisnestedQuote>();
}

}  // namespace bylint
