#include "absl/strings/str_cat.h"
#include "bylint/mark_report.h"
#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "The mayor said “” on Monday. “The road opens in May,” she added.", .marks = "“”"}};
constexpr Example kGood[] = {{.text = "The mayor said “no” on Monday."}};

constexpr RuleInfo kInfo = {.name = "empty-quote",
                            .group = Group::kQuotation,
                            .level = Level::kWarning,
                            .summary = "quotation marks with nothing between them",
                            .why = "The words that somebody said were lost on the way.",
                            .bad = kBad,
                            .good = kGood};

class EmptyQuote final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    for (const SpokenFault& spoken : SpokenFaults(article, {MarkFaultKind::kEmpty}, kInfo.level)) {
      const Mark& open = article.marks()[spoken.fault->mark];
      const TextSpan span = open.partner == kNone ? open.span : open.span.Cover(article.marks()[open.partner].span);
      report.At(span, absl::StrCat("nothing between these quotation marks", MorePlaces(spoken.more)))
          .AtLevel(spoken.level)
          .Help("put the words back, or take the marks out");
    }
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeEmptyQuote(const RuleOptions& /*options*/) { return std::make_unique<EmptyQuote>(); }

}  // namespace bylint
