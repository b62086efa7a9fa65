#include <string>

#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {{.text = "“The road opens in May,” said on Monday.", .marks = "said"},
                            {.text = "“The road opens in May,” said.", .marks = "said"}};
constexpr Example kGood[] = {{.text = "“The road opens in May,” said Anna Berg on Monday."},
                             {.text = "Berg called the road “a gift to the north,” said it was paid for, and left."}};

constexpr RuleInfo kInfo = {.name = "missing-speaker",
                            .group = Group::kAttribution,
                            .level = Level::kError,
                            .summary = "reporting verb beside a quotation with nobody to say it",
                            .why = "A name was lost in editing: readers see that somebody spoke and never learn who.",
                            .bad = kBad,
                            .good = kGood};

// `said May`, `said March for Life`: a month that no number follows is a name.
bool IsFollowedByName(const Article& article, const Quotation& quotation) {
  const std::span<const Token> rest = TokensFrom(article.TokensOf(quotation.block), quotation.cue.end);
  if (rest.empty() || !rest[0].Has(kCapitalized)) return false;
  constexpr WordClasses kAlsoName = WordClass::kCommon | WordClass::kGivenName;
  const bool month = ClassesOf(rest[0]).Has(WordClass::kCalendar) && ClassesOf(rest[0]).HasAny(kAlsoName);
  return month && (rest.size() == 1 || rest[1].kind != TokenKind::kNumber);
}

class MissingSpeaker final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    for (const Quotation& quotation : article.quotations()) {
      if (quotation.sieve != kVerbAlone || quotation.has_speaker()) continue;
      if (IsFollowedByName(article, quotation)) continue;
      const std::string verb(article.Text(quotation.cue));
      report.At(quotation.cue, "`" + verb + "` follows the quotation but nobody is named as its speaker")
          .Label(quotation.span, "who said this?")
          .Help("name the speaker beside `" + verb + "`");
    }
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeMissingSpeaker(const RuleOptions& /*options*/) {
  return std::make_unique<MissingSpeaker>();
}

}  // namespace bylint
