#include <string>

#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "“The road opens in May,” said Anna Berg.\n\n“I have never seen such work before.”",
     .marks = "“I have never seen such work before.”"}};
constexpr Example kGood[] = {
    {.text = "“The road opens in May,” said Anna Berg.\n\n“I have never seen such work before,” she said."},
    {.text = "“The road opens in May,” said Anna Berg. “I have never seen such work before.”"}};

constexpr RuleInfo kInfo = {
    .name = "floating-quote",
    .group = Group::kAttribution,
    .level = Level::kNote,
    .enabled = false,
    .summary = "paragraph that is all quotation, its speaker named only in the paragraph before",
    .why = "Most readers take it for the same speaker, but nothing says so, and an edit between the two loses it.",
    .bad = kBad,
    .good = kGood};

class FloatingQuote final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    for (const Quotation& quotation : article.quotations()) {
      if (quotation.verdict != Verdict::kFloating) continue;
      const std::string speaker(article.Text(quotation.speaker.span));
      report.At(quotation.span, "this paragraph is all quotation and names no speaker")
          .Label(quotation.speaker.span, "the paragraph before names this one")
          .Help("if it is the same speaker, say so: `" + speaker + " said`");
    }
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeFloatingQuote(const RuleOptions& /*options*/) { return std::make_unique<FloatingQuote>(); }

}  // namespace bylint
