#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "“The road opens in May, the work is done.” Work began last year.",
     .marks = "“The road opens in May, the work is done.”"},
    {.text = "Anna Berg resigned on Monday.\n\n“I have had enough of this.” The vote is on Friday.",
     .marks = "“I have had enough of this.”",
     .note = "a name in the paragraph before says nothing about who spoke"}};
constexpr Example kGood[] = {{.text = "“The road opens in May, the work is done,” said Anna Berg, the mayor."},
                             {.text = "Berg was blunt: “The road opens in May, whatever they say.”"},
                             {.text = "They marched behind a sign, “Open the Road to the North.”",
                              .note = "a title, a slogan or a label needs no speaker"}};

constexpr RuleInfo kInfo = {
    .name = "unattributed-quote",
    .group = Group::kAttribution,
    .level = Level::kError,
    .summary = "direct quotation that nobody is said to have said",
    .why = "Readers weigh words by who said them; without a speaker the claim becomes the paper's own.",
    .bad = kBad,
    .good = kGood};

// Where a speaker is missed: not in headlines and captions, and not where the parse had to guess at the marks.
bool IsRunningText(const Article& article, const Quotation& quotation) {
  if (quotation.repaired) return false;
  const BlockKind kind = article.blocks()[quotation.block].kind;
  return kind == BlockKind::kParagraph || kind == BlockKind::kListItem;
}

class UnattributedQuote final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    const Quotation* reported = nullptr;
    for (const Quotation& quotation : article.quotations()) {
      if (quotation.verdict != Verdict::kUnattributed || !quotation.sieve.empty()) continue;
      if (!IsRunningText(article, quotation)) continue;
      // A passage that goes on over quotations or paragraphs is one fault.
      const bool goes_on = reported != nullptr && reported->block + 1 >= quotation.block;
      reported = &quotation;
      if (goes_on) continue;
      report.At(quotation.span, "nobody is named as the speaker of this quotation")
          .Help("say who said it beside the quotation, or in the sentence before it");
    }
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeUnattributedQuote(const RuleOptions& /*options*/) {
  return std::make_unique<UnattributedQuote>();
}

}  // namespace bylint
