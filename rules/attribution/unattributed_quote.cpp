#include <vector>

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

constexpr size_t kMostPassages = 3;

// Quotations of one paragraph, or of several in a row: those are a dialogue.
struct Passage {
  const Quotation* first = nullptr;
  uint32_t last_block = 0;
};

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
    std::vector<Passage> passages;
    for (const Quotation& quotation : article.quotations()) {
      if (quotation.verdict != Verdict::kUnattributed) continue;
      const bool goes_on = !passages.empty() && passages.back().last_block + 1 >= quotation.block;
      if (!goes_on) passages.push_back({.first = &quotation});
      passages.back().last_block = quotation.block;
    }
    std::erase_if(passages, [&](const Passage& passage) {
      return passage.last_block != passage.first->block || !passage.first->sieve.empty() ||
             !IsRunningText(article, *passage.first);
    });
    // A list of quotations, a transcript: the article names its speakers in a way of its own.
    if (passages.size() > kMostPassages) return;
    for (const Passage& passage : passages) {
      if (IsRepeated(article, *passage.first)) continue;
      report.At(passage.first->span, "nobody is named as the speaker of this quotation")
          .Help("say who said it beside the quotation, or in the sentence before it");
    }
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeUnattributedQuote(const RuleOptions& /*options*/) {
  return std::make_unique<UnattributedQuote>();
}

}  // namespace bylint
