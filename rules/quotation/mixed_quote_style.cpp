#include "absl/strings/str_cat.h"
#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "“The road opens in May,” said Anna Berg.\n\n“It took a year,” she said.\n\n\"Nobody complained,\" said "
             "Tom Hale.",
     .marks = "\""}};
constexpr Example kGood[] = {
    {.text = "“The road opens in May,” said Anna Berg. “It took a year.”"},
    {.text = "“The 12\" pipe burst,” said Anna Berg.", .note = "inches are no quotation marks"},
};

constexpr RuleInfo kInfo = {.name = "mixed-quote-style",
                            .group = Group::kQuotation,
                            .level = Level::kNote,
                            .summary = "straight and curly quotation marks in one article",
                            .why = "Two styles on one page look like two hands at work.",
                            .bad = kBad,
                            .good = kGood};

// Double marks that quote, of one form.
struct Form {
  uint32_t count = 0;
  MarkIndex first = kNone;
};

class MixedQuoteStyle final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    Form straight, curly;
    for (const Mark& mark : article.marks()) {
      // A pair of two forms is a fault of its own.
      if (mark.partner == kNone || mark.role == MarkRole::kContinue) continue;
      if (IsStraight(mark) != IsStraight(article.marks()[mark.partner])) continue;
      if (IsStraight(mark)) Count(article, mark, straight);
      if (IsCurly(mark)) Count(article, mark, curly);
    }
    if (straight.count == 0 || curly.count == 0) return;
    const bool straight_is_odd = straight.count < curly.count;
    const Form& odd = straight_is_odd ? straight : curly;
    const Form& usual = straight_is_odd ? curly : straight;
    report
        .At(article.marks()[odd.first].span,
            absl::StrCat(odd.count / 2, " quotation", odd.count > 2 ? "s" : "", " with ",
                         straight_is_odd ? "straight" : "curly", " marks, ", usual.count / 2, " with ",
                         straight_is_odd ? "curly" : "straight", " ones"))
        .Help("use one style throughout");
  }

 private:
  static bool IsStraight(const Mark& mark) { return mark.glyph == '"'; }
  static bool IsCurly(const Mark& mark) { return mark.glyph == 0x201C || mark.glyph == 0x201D; }
  static void Count(const Article& article, const Mark& mark, Form& form) {
    ++form.count;
    if (form.first == kNone) form.first = static_cast<MarkIndex>(&mark - article.marks().data());
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeMixedQuoteStyle(const RuleOptions& /*options*/) {
  return std::make_unique<MixedQuoteStyle>();
}

}  // namespace bylint
