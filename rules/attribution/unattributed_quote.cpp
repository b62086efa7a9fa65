#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "“The road opens in May, the work is done.” Work began last year.",
     .marks = "“The road opens in May, the work is done.”"},
    {.text = "The council closed the pool on Monday.\n\n“I have had enough of this.” The vote is on Friday.",
     .marks = "“I have had enough of this.”",
     .note = "an office in the paragraph before says nothing about who spoke"}};
constexpr Example kGood[] = {{.text = "“The road opens in May, the work is done,” said Anna Berg, the mayor."},
                             {.text = "Berg was blunt: “The road opens in May, whatever they say.”"},
                             {.text = "Anna Berg was tired.\n\n“I have had enough of this.” The vote is on Friday.",
                              .note = "readers take whom the paragraph before tells of for the speaker"},
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

// Where a speaker is missed: not in headlines, captions and lists, not where the parse had to guess at the marks, and
// not before the end of a quotation over several paragraphs.
bool IsRunningText(const Article& article, const Quotation& quotation) {
  return !quotation.repaired && !quotation.runs_on && article.blocks()[quotation.block].kind == BlockKind::kParagraph;
}

// The article has the same words elsewhere: a pull quote, a refrain.
bool IsRepeated(const Article& article, const Quotation& quotation) {
  const std::string_view words = article.Text(quotation.inner);
  const std::string_view text = article.text();
  return text.find(words) != quotation.inner.begin || text.find(words, quotation.inner.end) != std::string_view::npos;
}

class UnattributedQuote final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    for (const Quotation& quotation : article.quotations()) {
      if (quotation.verdict != Verdict::kUnattributed || !quotation.sieve.empty()) continue;
      if (!IsRunningText(article, quotation) || IsRepeated(article, quotation)) continue;
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
