#include "absl/strings/str_cat.h"
#include "bylint/rule.h"
#include "rules/copy/pattern_list.h"

namespace bylint {
namespace {

#include "placeholders.inc"

constexpr Example kBad[] = {
    {.text = "The road cost TK million to build, the council said.", .marks = "TK million", .note = "“to come”"},
    {.text = "The road opens on [DATE], the council said.", .marks = "[DATE]"},
    {.text = "Lorem ipsum dolor sit amet, consectetur adipiscing elit.", .marks = "Lorem ipsum dolor sit amet"}};
constexpr Example kGood[] = {
    {.text = "The jacket came from TK Maxx, the police said.", .note = "a name"},
    {.text = "It was Super Bowl XXX, and the road was empty."},
    {.text = "“[Name] is a friend,” the mayor wrote.", .note = "an editor's words in a quotation"}};

constexpr RuleInfo kInfo = {.name = "leftover-placeholder",
                            .group = Group::kCopy,
                            .level = Level::kError,
                            .summary = "placeholder for words or facts that never came",
                            .why = "A fact that was to be filled in is missing, and everybody can see it.",
                            .bad = kBad,
                            .good = kGood};

constexpr size_t kMostFindings = 8;

const PatternList& Patterns() {
  static const PatternList& patterns = *new PatternList(kPlaceholders, kPlaceholdersHeads);
  return patterns;
}

class LeftoverPlaceholder final : public PlaceRule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Search(const Article& article, uint32_t block, std::vector<TextSpan>& places) const override {
    Patterns().Search(article, block, places);
  }

  void Report(const Article& article, std::vector<TextSpan> places, Reporter& report) const override {
    std::erase_if(places, [&](TextSpan place) {
      return !article.document().IsVerbatim(place) || article.InQuotation(place.begin);
    });
    if (places.size() > kMostFindings) {
      report.At(places.front(),
                absl::StrCat("a placeholder was left in, like ", places.size() - 1, " others in this file"));
      return;
    }
    for (const TextSpan place : places) report.At(place, "a placeholder was left in");
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeLeftoverPlaceholder(const RuleOptions& /*options*/) {
  return std::make_unique<LeftoverPlaceholder>();
}

}  // namespace bylint
