#include <algorithm>
#include <string>
#include <vector>

#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "# Berg: “We will never close the pool”\n\nAnna Berg spoke on Monday.\n\n“We have no plan to close the "
             "pool,” she said.\n",
     .marks = "“We will never close the pool”",
     .note = "she said something else",
     .file = "example.md"}};
constexpr Example kGood[] = {
    {.text = "# Berg: “No plan to close the pool”\n\n“We have no plan to close the pool,” Anna Berg said on Monday.\n",
     .note = "",
     .file = "example.md"},
    {.text = "# Critics review “The Long Road”\n\nThe film opens on Friday.\n",
     .note = "a title",
     .file = "example.md"}};

constexpr RuleInfo kInfo = {.name = "headline-quote-not-in-body",
                            .group = Group::kAttribution,
                            .level = Level::kWarning,
                            .summary = "quotation in the headline whose words the article does not have",
                            .why = "Marks in a headline promise the speaker's own words; most readers see no others.",
                            .bad = kBad,
                            .good = kGood};

constexpr uint32_t kFewestWords = 3;

char LowerByte(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool SameWord(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, LowerByte, LowerByte); }

// Headlines leave out articles.
bool IsArticleWord(std::string_view word) {
  return SameWord(word, "the") || SameWord(word, "a") || SameWord(word, "an");
}

// A word or a number that has to be the same in headline and body.
bool Counts(const Article& article, const Token& token) {
  return (token.IsWord() && !IsArticleWord(article.Text(token.span))) || token.kind == TokenKind::kNumber;
}

// The words of a passage; what stands between brackets or dots was put in or left out by the paper, so the
// passage is several pieces there.
std::vector<std::vector<std::string_view>> Pieces(const Article& article, const Quotation& quotation) {
  std::vector<std::vector<std::string_view>> pieces(1);
  int brackets = 0;
  for (const Token& token : article.TokensOf(quotation.block)) {
    if (!quotation.inner.Contains(token.span)) continue;
    const bool opens = token.IsPunctuation('[') || token.IsPunctuation('(');
    const bool closes = token.IsPunctuation(']') || token.IsPunctuation(')');
    brackets += opens ? 1 : closes ? -1 : 0;
    if (opens || closes || token.IsPunctuation(0x2026)) pieces.emplace_back();
    if (brackets <= 0 && Counts(article, token)) {
      pieces.back().push_back(article.Text(token.span));
    }
  }
  std::erase_if(pieces, [](const auto& piece) { return piece.empty(); });
  return pieces;
}

std::vector<std::string_view> WordsOf(const Article& article, uint32_t block) {
  std::vector<std::string_view> words;
  for (const Token& token : article.TokensOf(block)) {
    if (Counts(article, token)) words.push_back(article.Text(token.span));
  }
  return words;
}

// Some paragraph has the words of the piece in a row.
bool BodyHas(const Article& article, const std::vector<std::string_view>& piece) {
  for (uint32_t block = 0; block < article.blocks().size(); ++block) {
    if (article.blocks()[block].kind == BlockKind::kHeadline) continue;
    const std::vector<std::string_view> words = WordsOf(article, block);
    if (!std::ranges::search(words, piece, SameWord).empty()) return true;
  }
  return false;
}

bool HasBodyQuotation(const Article& article) {
  for (const Quotation& quotation : article.quotations()) {
    const BlockKind kind = article.blocks()[quotation.block].kind;
    if (kind == BlockKind::kParagraph && quotation.verdict == Verdict::kAttributed && quotation.words > 4) return true;
  }
  return false;
}

// A line of several sentences is a summary that stands where a headline would.
bool IsOneSentence(const Article& article, uint32_t block) {
  const std::span<const Token> tokens = article.TokensOf(block);
  return std::ranges::none_of(tokens, [](const Token& token) { return token.IsPunctuation('.'); });
}

class HeadlineQuoteNotInBody final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    for (const Quotation& quotation : article.quotations()) {
      if (article.blocks()[quotation.block].kind != BlockKind::kHeadline) continue;
      if (quotation.words < kFewestWords || quotation.verdict == Verdict::kNotSpeech || quotation.depth > 1) continue;
      if (!IsOneSentence(article, quotation.block)) continue;
      if (!HasBodyQuotation(article)) return;  // the words may have come without marks
      for (const auto& piece : Pieces(article, quotation)) {
        if (BodyHas(article, piece)) continue;
        report.At(quotation.span, "the article does not have these words of the headline")
            .Help("quote the words as the article has them, or take the marks off");
        break;
      }
    }
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeHeadlineQuoteNotInBody(const RuleOptions& /*options*/) {
  return std::make_unique<HeadlineQuoteNotInBody>();
}

}  // namespace bylint
