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

bool IsReport(const Token& token) { return ClassesOf(token).Has(WordClass::kReport); }

bool IsPast(const Article& article, const Token& token) {
  return token.IsWord() && !token.Has(kCapitalized) && article.Text(token.span).ends_with("ed");
}

// A verb that the vocabulary does not have: `or NPA, chairman Anna Berg spotlighted in a letter`.
bool HasOpenVerb(const Article& article, std::span<const Token> rest) {
  for (size_t i = 1; i < rest.size() && !rest[i].Has(kSentenceStart); ++i) {
    if (IsPast(article, rest[i]) && rest[i - 1].IsWord() && rest[i - 1].Has(kCapitalized)) return true;
  }
  return false;
}

// The closing mark stands behind a comma, or behind another mark than a full stop, which would end a whole sentence.
bool EndsInsideSentence(std::span<const Token> before) {
  while (!before.empty() && before.back().kind == TokenKind::kMark) before = before.first(before.size() - 1);
  return !before.empty() && before.back().kind == TokenKind::kPunctuation && !before.back().IsPunctuation('.');
}

constexpr uint32_t kLongestShortForm = 3;  // letters: `Del.`, `Sen.`

// The sentence breaks off after the quotation's comma. Where a whole sentence was quoted, the name signs it; where a
// word stands before the name (`“…,” chafed Berg`) or the name ends in one (`France 24 reports`), that is a verb.
bool BreaksOff(const Article& article, const Quotation& quotation) {
  const TextSpan name = quotation.speaker.span;
  const std::span<const Token> tokens = article.TokensOf(quotation.block);
  std::span<const Token> rest = TokensFrom(tokens, quotation.span.end);
  if (!EndsInsideSentence(tokens.first(tokens.size() - rest.size()))) return false;
  for (; !rest.empty() && rest[0].span.begin < name.begin; rest = rest.subspan(1)) {
    if (IsPast(article, rest[0]) || IsReport(rest[0])) return false;
  }
  const Token* last = nullptr;
  for (; !rest.empty() && rest[0].span.end <= name.end; rest = rest.subspan(1)) {
    if (rest[0].Has(kAllCaps) && IsReport(rest[0])) return false;  // `BERG WROTE IN MAY`
    last = &rest[0];
  }
  if (last == nullptr) return true;
  if (IsReport(*last) && !ClassesOf(*last).Has(WordClass::kRole)) return false;
  if (rest.empty()) return true;
  if (rest[0].IsPunctuation('[') || HasOpenVerb(article, rest)) return false;
  // `Del. Anna Berg said`: a short form, and no end of a sentence.
  return !rest[0].IsPunctuation('.') || rest.size() == 1 || last->span.size() > kLongestShortForm;
}

class MissingReportingVerb final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    TextSpan reported;
    for (const Quotation& quotation : article.quotations()) {
      if (article.blocks()[quotation.block].kind != BlockKind::kParagraph) continue;
      if (quotation.sieve != kNameAlone || quotation.speaker.span == reported || !BreaksOff(article, quotation))
        continue;
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
