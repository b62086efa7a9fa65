// Where sentences end, after the marks are known.
//
// A sentence ends at `.`, `?`, `!` or `…` with whatever closing marks and brackets follow, when the next word
// begins with a capital, a number or an opening mark, or at the end of the block. A full stop after a title, an
// abbreviation or a single initial ends none. Known failure: `He lives in the U.S. Smith agrees.` (an initialism never
// ends a sentence here)
#include <span>

#include "checker/analysis/passes.h"

namespace bylint::internal {
namespace {

bool IsStop(const Token& token) {
  return token.kind == TokenKind::kPunctuation &&
         (token.code == '.' || token.code == '?' || token.code == '!' || token.code == 0x2026);
}

bool IsCloser(const Token& token) {
  return token.IsPunctuation(')') || token.IsPunctuation(']') || token.kind == TokenKind::kMark;
}

class Splitter {
 public:
  explicit Splitter(Analysis& analysis) : analysis_(analysis), tokens_(analysis.tokens) {}

  void Run(BlockRange blocks) {
    for (uint32_t block = blocks.begin; block < blocks.end; ++block) Split(analysis_.block_tokens[block]);
  }

 private:
  void Split(TokenRange block) {
    TokenIndex begin = block.begin;
    for (TokenIndex i = block.begin; i < block.end; ++i) {
      const Token& token = tokens_[i];
      if (token.IsWord() || !IsStop(token)) continue;  // words first: they are most
      if (token.IsPunctuation('.') && AfterAbbreviation(i, begin)) continue;
      TokenIndex next = i + 1;
      while (next < block.end) {
        const Token& follower = tokens_[next];
        const bool closes = !follower.Has(kSpaceBefore) && (IsCloser(follower) || IsStop(follower));
        const bool opens = follower.kind == TokenKind::kMark && follower.Has(kSpaceBefore);
        if (!closes || opens) break;
        ++next;
      }
      // The stops up to `next` would all be judged by it: they are passed over, and `!!!!!x` stays linear.
      i = next - 1;
      if (next < block.end && (!tokens_[next].Has(kSpaceBefore) || !StartsSentence(next, block.end))) continue;
      Finish(begin, next);
      begin = next;
    }
    if (begin < block.end) Finish(begin, block.end);
  }

  bool AfterAbbreviation(TokenIndex stop, TokenIndex sentence) const {
    if (stop == sentence) return false;
    const Token& word = tokens_[stop - 1];
    if (!word.IsWord() || tokens_[stop].Has(kSpaceBefore)) return false;
    if (word.span.size() == 1 && word.Has(kCapitalized)) return true;  // an initial
    const WordClasses classes = ClassesOf(word);
    return classes.Has(WordClass::kAbbreviation);
  }

  bool StartsSentence(TokenIndex i, TokenIndex end) {
    while (i < end && tokens_[i].kind == TokenKind::kMark) ++i;
    if (i == end) return true;
    const Token& token = tokens_[i];
    if (token.IsWord()) return token.Has(kCapitalized);
    return token.kind != TokenKind::kPunctuation || token.code == '(' || token.code == '[' || token.code == '$' ||
           token.code == 0x2022 || token.code == 0x2014 || token.code == 0x2013;
  }

  void Finish(TokenIndex begin, TokenIndex end) {
    analysis_.sentences.push_back({begin, end});
    for (TokenIndex i = begin; i < end; ++i) {
      Token& token = tokens_[i];
      if (token.kind == TokenKind::kMark) continue;
      token.flags |= kSentenceStart;
      return;
    }
  }

  Analysis& analysis_;
  std::span<Token> tokens_;
};

}  // namespace

void SplitSentences(const Earlier& earlier, Analysis& analysis) {
  analysis.sentences.reserve(analysis.tokens.size() / 16);  // about what articles have
  earlier.TakeSentencesOfHead(analysis);
  Splitter(analysis).Run(earlier.changed());
  earlier.TakeSentencesOfTail(analysis);
}

}  // namespace bylint::internal
