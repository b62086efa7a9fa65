#include <algorithm>
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
  const std::span<const Token> tokens = article.TokensOf(quotation.block);
  const auto token =
      std::ranges::lower_bound(tokens, quotation.cue.end, {}, [](const Token& t) { return t.span.begin; });
  if (token == tokens.end() || !token->Has(kCapitalized)) return false;
  constexpr WordClasses kAlsoName = WordClass::kCommon | WordClass::kGivenName;
  const bool month = ClassesOf(*token).Has(WordClass::kCalendar) && ClassesOf(*token).HasAny(kAlsoName);
  const auto next = std::next(token);
  return month && (next == tokens.end() || next->kind != TokenKind::kNumber);
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
