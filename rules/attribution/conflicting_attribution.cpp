#include <string>

#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "“The road opens in May,” Berg said, according to The Northern Post. “It will be wide.” (per The Hill)",
     .marks = "The Hill",
     .note = "one statement, credited to two outlets"},
    {.text = "Anna Berg said, “The road opens in May,” Tom Lee said.", .marks = "Tom Lee"}};
constexpr Example kGood[] = {
    {.text = "“The road opens in May,” Berg said, according to The Northern Post. “It will be wide.”"},
    {.text =
         "“The road opens in May,” Berg said, according to The Northern Post. “It will not,” Lee said. (per The Hill)",
     .note = "two statements may have two credits"}};

constexpr RuleInfo kInfo = {.name = "conflicting-attribution",
                            .group = Group::kAttribution,
                            .level = Level::kWarning,
                            .summary = "one statement with two speakers, or credited to two outlets",
                            .why = "Readers cannot tell whose words they read or where to check them.",
                            .bad = kBad,
                            .good = kGood};

std::string_view WithoutArticle(std::string_view name) {
  for (const std::string_view article : {"The ", "the "}) {
    if (name.starts_with(article)) return name.substr(article.size());
  }
  return name;
}

// `Berg` and `Anna Berg`, `AP` and `The AP` are one.
bool AreDifferent(std::string_view a, std::string_view b) {
  a = WithoutArticle(a);
  b = WithoutArticle(b);
  return a.find(b) == std::string_view::npos && b.find(a) == std::string_view::npos;
}

class ConflictingAttribution final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    const Quotation* previous = nullptr;
    for (const Quotation& quotation : article.quotations()) {
      CheckSpeakers(article, quotation, report);
      if (quotation.verdict != Verdict::kAttributed || quotation.credit.empty()) continue;
      if (previous != nullptr) CheckCredits(article, *previous, quotation, report);
      previous = &quotation;
    }
  }

 private:
  static void CheckSpeakers(const Article& article, const Quotation& quotation, Reporter& report) {
    if (quotation.rival.empty()) return;
    const std::string_view first = article.Text(quotation.rival);
    const std::string_view second = article.Text(quotation.speaker.span);
    if (!AreDifferent(first, second)) return;
    report
        .At(quotation.speaker.span, "`" + std::string(second) + "` and `" + std::string(first) +
                                        "` are both named as the speaker of this quotation")
        .Label(quotation.rival, "first named here")
        .Help("keep the one who said it");
  }

  // Both quotations belong to one statement: the words of one speaker under one cue.
  static void CheckCredits(const Article& article, const Quotation& first, const Quotation& second, Reporter& report) {
    if (first.block != second.block || first.speaker.span != second.speaker.span || first.credit == second.credit)
      return;
    const std::string_view one = article.Text(first.credit);
    const std::string_view other = article.Text(second.credit);
    if (!AreDifferent(one, other)) return;
    report
        .At(second.credit,
            "this statement is credited to `" + std::string(other) + "` here, and to `" + std::string(one) + "` before")
        .Label(first.credit, "first credited here")
        .Help("keep one credit, or say which words come from which");
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeConflictingAttribution(const RuleOptions& /*options*/) {
  return std::make_unique<ConflictingAttribution>();
}

}  // namespace bylint
