// Brackets are matched within a paragraph. What looks like a bracket and is none stays out of it: `a)` and `1)` in
// lists, smileys, arrows of markup. A bracket that opens in one paragraph and closes in a later one is silent: long
// asides do that.
#include <span>
#include <vector>

#include "absl/strings/str_cat.h"
#include "bylint/mark_report.h"
#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "The road (closed since May will open on Monday.", .marks = "("},
    {.text = "“The [road will open,” she said.", .marks = "["},
    {.text = "The road closed in May), said Anna Berg.", .marks = ")"},
};
constexpr Example kGood[] = {
    {.text = "The road (closed since May) will open on Monday."},
    {.text = "“The [northern] road will open,” she said. (via AP)"},
    {.text = "We want a) a road, b) a bridge. :)", .note = "letters of a list and smileys are no brackets"},
};

constexpr RuleInfo kInfo = {.name = "unbalanced-bracket",
                            .group = Group::kQuotation,
                            .level = Level::kWarning,
                            .summary = "bracket without a partner",
                            .why = "Readers cannot tell where the aside or the editor's insertion ends.",
                            .bad = kBad,
                            .good = kGood};

// How far a bracket may be from its partner in another paragraph.
constexpr uint32_t kReach = 4;
constexpr size_t kMaxOpen = 64;
// From so many on one speaks for all.
constexpr size_t kSpeakOnceFrom = 4;

struct Bracket {
  TokenIndex token = 0;
  uint32_t block = 0;
  char glyph = 0;
};

char PartnerOf(char close) { return close == ')' ? '(' : close == ']' ? '[' : '{'; }

class UnbalancedBracket final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    std::vector<Bracket> unmatched;
    for (uint32_t block = 0; block < article.blocks().size(); ++block) ReadBlock(article, block, unmatched);
    const std::vector<Bracket> alone = WithoutAsides(unmatched);
    const auto more = alone.size() >= kSpeakOnceFrom ? static_cast<uint32_t>(alone.size() - 1) : 0;
    for (const Bracket& bracket : std::span(alone).first(more > 0 ? 1 : alone.size())) {
      report
          .At(article.tokens()[bracket.token].span,
              absl::StrCat(Opens(bracket.glyph) ? "nothing closes this bracket" : "nothing opens this bracket",
                           MorePlaces(more)))
          .Help("add its partner, or take it out");
    }
  }

 private:
  static bool Opens(char glyph) { return glyph == '(' || glyph == '['; }

  // What is left when a bracket that opens in one paragraph pairs with one that closes a few paragraphs later: asides
  // may run over paragraphs.
  static std::vector<Bracket> WithoutAsides(std::span<const Bracket> unmatched) {
    std::vector<Bracket> alone;
    for (const Bracket& bracket : unmatched) {
      const bool closes_aside = !Opens(bracket.glyph) && !alone.empty() &&
                                alone.back().glyph == PartnerOf(bracket.glyph) &&
                                bracket.block - alone.back().block <= kReach;
      if (closes_aside) {
        alone.pop_back();
      } else {
        alone.push_back(bracket);
      }
    }
    return alone;
  }

  static void ReadBlock(const Article& article, uint32_t block, std::vector<Bracket>& unmatched) {
    if (!article.ContentsOf(block).HasAny("()[]")) return;
    std::vector<Bracket> open;
    const TokenRange range = article.analysis().block_tokens[block];
    for (TokenIndex i = range.begin; i < range.end; ++i) {
      const Token& token = article.tokens()[i];
      if (token.kind != TokenKind::kPunctuation) continue;
      if (token.code == '<' || token.code == '{' || token.code == '}') return;  // markup or code: leave it alone
      if (token.code == '(' || token.code == '[') {
        if (IsSmiley(article, i, range) || open.size() == kMaxOpen) continue;
        open.push_back({.token = i, .block = block, .glyph = static_cast<char>(token.code)});
      } else if (token.code == ')' || token.code == ']') {
        const auto glyph = static_cast<char>(token.code);
        if (!open.empty() && open.back().glyph == PartnerOf(glyph)) {
          open.pop_back();
        } else if (!IsSmiley(article, i, range) && !IsListLetter(article, i, range)) {
          if (!open.empty()) {
            open.pop_back();  // `(…]`: a pair of two kinds, and no question of a missing partner
          } else {
            unmatched.push_back({.token = i, .block = block, .glyph = glyph});
          }
        }
      }
    }
    unmatched.insert(unmatched.end(), open.begin(), open.end());
  }

  // `:)`, `;-(`, and a closing bracket that stands apart.
  static bool IsSmiley(const Article& article, TokenIndex i, TokenRange range) {
    const Token& token = article.tokens()[i];
    if (token.Has(kSpaceBefore)) return token.code == ')' || token.code == ']';
    if (i == range.begin) return false;
    const Token& before = article.tokens()[i - 1];
    return before.IsPunctuation(':') || before.IsPunctuation(';') || before.IsPunctuation('-') ||
           before.IsPunctuation('=') || before.IsPunctuation('8');
  }

  // `a)`, `iv)`, `12)`, `1.)`.
  static bool IsListLetter(const Article& article, TokenIndex i, TokenRange range) {
    if (i == range.begin || article.tokens()[i].Has(kSpaceBefore)) return false;
    if (article.tokens()[i - 1].IsPunctuation('.')) --i;  // `1.)`
    if (i == range.begin) return false;
    const Token& before = article.tokens()[i - 1];
    const bool starts = before.Has(kSpaceBefore) || article.tokens()[i - 2].kind == TokenKind::kMark ||
                        article.tokens()[i - 2].IsPunctuation('(');
    if (!starts) return false;
    const std::string_view text = article.Text(before.span);
    if (before.kind == TokenKind::kNumber) return text.size() <= 2;
    return before.IsWord() && (text.size() == 1 || text.find_first_not_of("ivx") == std::string_view::npos);
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeUnbalancedBracket(const RuleOptions& /*options*/) {
  return std::make_unique<UnbalancedBracket>();
}

}  // namespace bylint
