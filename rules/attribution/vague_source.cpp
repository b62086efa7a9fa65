#include <algorithm>
#include <string>

#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "Recent reports estimate that the road cost 40 million crowns.", .marks = "Recent reports"},
    {.text = "It is understood that the mayor will resign.", .marks = "It is understood"}};
constexpr Example kGood[] = {
    {.text = "A report by the audit office estimates that the road cost 40 million crowns."},
    {.text = "Experts say the road is too narrow. “It should have four lanes,” said Ann Lee, an engineer.",
     .note = "the next sentence says who"},
    {.text = "“Some say it is too wide,” Berg said.", .note = "a speaker may be as vague as they like"}};

constexpr RuleInfo kInfo = {
    .name = "vague-source",
    .group = Group::kAttribution,
    .level = Level::kWarning,
    .summary = "claim laid on a source that nobody can check",
    .why =
        "Readers cannot weigh a claim by `recent reports` or `experts`; often nobody ever checked where it came from.",
    .bad = kBad,
    .good = kGood};

class VagueSource final : public Rule {
 public:
  VagueSource() : phrases_("vague_sources") {}

  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    for (const TokenRange sentence : article.sentences()) {
      const std::span<const Token> tokens = article.Tokens(sentence);
      uint32_t begin = 0;
      while (begin < tokens.size() && tokens[begin].kind == TokenKind::kMark) ++begin;
      const uint32_t length = begin == tokens.size() ? 0 : phrases_.MatchAt(tokens, begin);
      if (length == 0) continue;
      CheckPhrase(article, {sentence.begin + begin, sentence.begin + begin + length}, report);
    }
  }

 private:
  static void CheckPhrase(const Article& article, TokenRange phrase, Reporter& report) {
    const uint32_t begin = article.tokens()[phrase.begin].span.begin;
    const uint32_t block = article.document().BlockAt(begin);
    const BlockKind kind = article.blocks()[block].kind;
    if (kind != BlockKind::kParagraph && kind != BlockKind::kListItem) return;
    const std::span<const Token> rest = article.Tokens({phrase.end, article.analysis().block_tokens[block].end});
    if (IsNamed(rest) || article.InQuotation(begin)) return;
    if (HasSpeaker(article, block) || HasSpeaker(article, block + 1)) return;
    if (!EndsSentence(article.TokensOf(block)) || SaysMore(rest)) return;
    const TextSpan span = SourceWords(article.Tokens(phrase));
    const std::string words(article.Text(span));
    report.At(span, "`" + words + "` names no source that a reader could check")
        .Help("name the report, the person or the office that says so");
  }

  // The phrase without the verb that ends it: `experts` of `experts say`.
  static TextSpan SourceWords(std::span<const Token> phrase) {
    const bool verb = phrase.size() > 1 && !phrase[0].IsWord(FindWord("it")) &&
                      ClassesOf(phrase.back()).Has(WordClass::kReport) &&
                      ClassesOf(phrase.back()).Has(WordClass::kFinite) && !phrase.back().IsWord(FindWord("reports"));
    return phrase.front().span.Cover((verb ? phrase[phrase.size() - 2] : phrase.back()).span);
  }

  // The line under a headline sums up; the article says who.
  static bool EndsSentence(std::span<const Token> block) {
    for (size_t i = block.size(); i-- > 0;) {
      if (block[i].kind == TokenKind::kMark || block[i].IsPunctuation(')')) continue;
      return block[i].kind == TokenKind::kPunctuation;
    }
    return false;
  }

  // The rest of the sentence or the next one names who says so (`…, Reuters reported`), sets others against them
  // (`some say …, others …`), speaks of the same people (`many say they …`), or answers (`…, but`).
  static bool SaysMore(std::span<const Token> rest) {
    int sentence = 0;
    bool named = false;
    for (size_t i = 0; i < rest.size(); ++i) {
      const Token& token = rest[i];
      if (token.Has(kSentenceStart) && ++sentence > 1) return false;
      const WordClasses classes = ClassesOf(token);
      const std::string_view word = WordAt(token);
      if (word == "others" || word == "opponents" || word == "critics" || word == "according") return true;
      if (sentence == 0 && (word == "but" || word == "although" || word == "though")) return true;
      if (i == 0 && (word == "they" || word == "he" || word == "she")) return true;
      if (sentence == 0 && word == "view") return true;  // `…, a view expressed by his lawyer`
      const bool name = token.IsWord() && token.Has(kCapitalized) && !token.Has(kSentenceStart);
      if (token.Has(kSentenceStart)) named = false;
      const bool verb = classes.Has(WordClass::kReport) && classes.Has(WordClass::kFinite) && !name &&
                        !classes.Has(WordClass::kWeakReport) && !classes.Has(WordClass::kNounForm);
      if (verb && named && (sentence > 0 || IsBeside(rest, i))) return true;
      named |= name;
    }
    return false;
  }

  // A name stands right before or after the verb, so the claim is laid on it: `Will Grant reports`, `said the BBC`.
  static bool IsBeside(std::span<const Token> rest, size_t verb) {
    const bool before = verb > 0 && rest[verb - 1].Has(kCapitalized);
    return before || (verb + 1 < rest.size() && rest[verb + 1].Has(kCapitalized));
  }

  // `recent reports by the audit office`
  static bool IsNamed(std::span<const Token> rest) {
    if (rest.empty() || !rest.front().IsWord()) return false;
    const std::string_view next = WordAt(rest.front());
    return next == "by" || next == "from" || next == "at" || next == "in" || next == "of";
  }

  static bool HasSpeaker(const Article& article, uint32_t block) {
    const auto quotations = article.quotations();
    auto it = std::ranges::lower_bound(quotations, block, {}, [](const Quotation& q) { return q.block; });
    for (; it != quotations.end() && it->block == block; ++it) {
      if (it->verdict == Verdict::kAttributed) return true;
    }
    return false;
  }

  PhraseMatcher phrases_;
};

}  // namespace

absl::StatusOr<RulePtr> MakeVagueSource(const RuleOptions& /*options*/) { return std::make_unique<VagueSource>(); }

}  // namespace bylint
