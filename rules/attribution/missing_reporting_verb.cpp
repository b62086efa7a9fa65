#include <string>

#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "“The road opens in May,” Anna Berg, a spokeswoman for the council.", .marks = "Anna Berg"},
    {.text = "“The road opens in May,” Berg. “It will be wide.”", .marks = "Berg"}};
constexpr Example kGood[] = {{.text = "“The road opens in May,” said Anna Berg, a spokeswoman for the council."},
                             {.text = "“The road opens in May.” — Anna Berg", .note = "a dash stands for the verb"}};

constexpr RuleInfo kInfo = {
    .name = "missing-reporting-verb",
    .group = Group::kAttribution,
    .level = Level::kError,
    .summary = "name beside a quotation with no verb that says they said it",
    .why =
        "The sentence breaks off, and readers are left to guess whether the person named said the words or heard them.",
    .bad = kBad,
    .good = kGood};

// `he`, `she` or `they`, by the first word of the name.
std::string_view PronounFor(std::string_view name) {
  std::string first(name.substr(0, name.find(' ')));
  for (char& c : first) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  const WordClasses classes = ClassesOf(FindWord(first));
  if (classes.Has(WordClass::kMale) == classes.Has(WordClass::kFemale)) return "they";
  return classes.Has(WordClass::kMale) ? "he" : "she";
}

class MissingReportingVerb final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    TextSpan reported;
    for (const Quotation& quotation : article.quotations()) {
      if (quotation.sieve != kNameAlone || quotation.speaker.span == reported) continue;
      reported = quotation.speaker.span;
      const std::string name(article.Text(reported));
      std::string message = "`" + name + "` is named after the quotation but nothing says that ";
      message += PronounFor(name);
      report.At(reported, message + " said it").Help("add a reporting verb: `said " + name + "`");
    }
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeMissingReportingVerb(const RuleOptions& /*options*/) {
  return std::make_unique<MissingReportingVerb>();
}

}  // namespace bylint
