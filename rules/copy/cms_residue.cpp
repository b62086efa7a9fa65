#include "absl/strings/str_cat.h"
#include "bylint/rule.h"
#include "rules/copy/pattern_list.h"

namespace bylint {
namespace {

#include "residue.inc"

constexpr Example kBad[] = {
    {.text = "The road opens in May.\n\n(Visited 312 times, 2 visits today)",
     .marks = "(Visited 312 times, 2 visits today)",
     .note = "a counter's line"},
    {.text = "The road opens in May.\n\nStory continues below advertisement\n\nWork began last year.",
     .marks = "Story continues below advertisement"},
    {.text = "The road opens in&nbsp;May, the council said.", .marks = "&nbsp;", .note = "code in plain text"}};
constexpr Example kGood[] = {
    {.text = "The museum was visited 312 times in one day, the council said."},
    {.text = "Readers may share this article with their friends, the editor said."},
    {.text = "The road opens in&nbsp;May, the council said.", .note = "an entity of the format", .file = "example.md"}};

constexpr RuleInfo kInfo = {
    .name = "cms-residue",
    .group = Group::kCopy,
    .level = Level::kWarning,
    .summary = "what a content system or a page left in the text",
    .why = "Counters, share bars, link teasers and markup say nothing to readers and show that nobody read the copy.",
    .bad = kBad,
    .good = kGood,
    .fix_safety = "deletes the words; asked for, since they may be the article's own"};

// Past that many in one file it speaks once.
constexpr size_t kMostFindings = 8;

const PatternList& Patterns() {
  static const PatternList& patterns = *new PatternList(kResidue, kResidueHeads);
  return patterns;
}

class CmsResidue final : public PlaceRule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Search(const Article& article, uint32_t block, std::vector<TextSpan>& places) const override {
    Patterns().Search(article, block, places);
  }

  void Report(const Article& article, std::vector<TextSpan> places, Reporter& report) const override {
    // What the format escapes was meant to be read: an article about HTML.
    std::erase_if(places, [&](TextSpan place) { return !article.document().IsVerbatim(place); });
    if (places.size() > kMostFindings) {
      report.At(places.front(), absl::StrCat("left over from a content system or a web page, like ", places.size() - 1,
                                             " other places in this file"));
      return;
    }
    for (const TextSpan place : places) {
      report.At(place, "left over from a content system or a web page").Fix("delete it", Safety::kSuggested, place, "");
    }
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeCmsResidue(const RuleOptions& /*options*/) { return std::make_unique<CmsResidue>(); }

}  // namespace bylint
