#include "absl/strings/str_cat.h"
#include "bylint/mark_report.h"
#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "“The road opens in May. We have waited for a year.\n\nNobody thought it would take so long,” said Anna "
             "Berg.",
     .marks = "Nobody"}};
constexpr Example kGood[] = {
    {.text = "“The road opens in May. We have waited for a year.\n\n“Nobody thought it would take so long,” said Anna "
             "Berg."}};

constexpr RuleInfo kInfo = {.name = "missing-continuation-mark",
                            .group = Group::kQuotation,
                            .level = Level::kWarning,
                            .summary = "paragraph that goes on with a quotation and does not begin with a mark",
                            .why = "Without the mark the paragraph reads as the paper's own words.",
                            .bad = kBad,
                            .good = kGood,
                            .fix_safety = "Inserts the mark; a person must say whether the quotation really goes on.",
                            .reference = "AP Stylebook, quotation marks: running quotations"};

class MissingContinuationMark final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    for (const SpokenFault& spoken : SpokenFaults(article, {MarkFaultKind::kMissingContinuation}, kInfo.level)) {
      const MarkFault& fault = *spoken.fault;
      const uint32_t block = article.document().BlockAt(fault.expected.begin);
      const std::span<const Token> tokens = article.TokensOf(block);
      if (tokens.empty()) continue;
      auto finding = report.At(tokens.front().span,
                               absl::StrCat("this paragraph goes on with a quotation and has no mark at its start",
                                            MorePlaces(spoken.more)));
      finding.AtLevel(spoken.level)
          .Label(article.marks()[fault.mark].span, "the quotation opens here and is not closed in its paragraph")
          .Help(absl::StrCat("begin the paragraph with ", Quoted(fault.replacement)));
      if (spoken.may_mend()) {
        finding.Fix(absl::StrCat("insert ", Quoted(fault.replacement)), Safety::kSuggested, fault.expected,
                    std::string(fault.replacement));
      }
    }
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeMissingContinuationMark(const RuleOptions& /*options*/) {
  return std::make_unique<MissingContinuationMark>();
}

}  // namespace bylint
