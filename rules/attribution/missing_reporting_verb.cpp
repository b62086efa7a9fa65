#include <algorithm>
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

bool IsPunctuation(const Token& token) { return token.kind == TokenKind::kPunctuation; }

// A verb that the vocabulary does not have: `or NPA, chairman Anna Berg spotlighted in a letter`.
bool HasOpenVerb(const Article& article, std::span<const Token> rest) {
  for (size_t i = 1; i < rest.size() && !rest[i].Has(kSentenceStart); ++i) {
    const bool past = rest[i].IsWord() && !rest[i].Has(kCapitalized) && article.Text(rest[i].span).ends_with("ed");
    if (past && rest[i - 1].IsWord() && rest[i - 1].Has(kCapitalized)) return true;
  }
  return false;
}

// The sentence breaks off after the quotation's comma. Where a whole sentence was quoted, the name signs it; where a
// word stands before the name (`“…,” chafed Berg`) or the name ends in one (`France 24 reports`), that is a verb.
bool BreaksOff(const Article& article, const Quotation& quotation) {
  const TextSpan name = quotation.speaker.span;
  const std::span<const Token> tokens = article.TokensOf(quotation.block);
  auto token = std::ranges::lower_bound(tokens, quotation.span.end, {}, [](const Token& t) { return t.span.begin; });
  auto before = token;
  while (before != tokens.begin() && std::prev(before)->kind == TokenKind::kMark) --before;
  if (before == tokens.begin() || std::prev(before)->IsPunctuation('.') || !IsPunctuation(*std::prev(before)))
    return false;
  for (; token != tokens.end() && token->span.begin < name.begin; ++token) {
    const bool verb = token->IsWord() && !token->Has(kCapitalized) && article.Text(token->span).ends_with("ed");
    if (verb || IsReport(*token)) return false;
  }
  const Token* last = nullptr;
  for (; token != tokens.end() && token->span.end <= name.end; ++token) {
    if (token->Has(kAllCaps) && IsReport(*token)) return false;  // `BERG WROTE IN MAY`
    last = &*token;
  }
  if (last == nullptr) return true;
  if (IsReport(*last) && !ClassesOf(*last).Has(WordClass::kRole)) return false;
  if (token != tokens.end() && token->IsPunctuation('[')) return false;
  if (HasOpenVerb(article, tokens.subspan(static_cast<size_t>(token - tokens.begin())))) return false;
  // `Del. Anna Berg said`: a short form, and no end of a sentence.
  const bool stop = token != tokens.end() && token->IsPunctuation('.');
  return !stop || std::next(token) == tokens.end() || last->span.size() > 3;
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
