// Words, numbers, punctuation and marks of the prose, in one flat table.
//
// Tokens are made in one pass over the bytes, without an allocation each, and carry only offsets and classes.
// A word is looked up once in the vocabulary (data/vocabulary, compiled into a perfect hash); afterwards
// "is this a reporting verb" is a bit test.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

#include "bylint/span.h"
#include "bylint/word_class.h"

namespace bylint {

using TokenIndex = uint32_t;
inline constexpr uint32_t kNone = UINT32_MAX;  // "no such index", for every kind of index

enum class TokenKind : uint8_t {
  kWord,         // letters with inner apostrophes and hyphens: `Zelenskyy’s`, `al-Assad`, `mother-in-law`
  kNumber,       // starts with a digit: `4,078`, `3.5`, `1990s`, `21st`
  kMark,         // a character that may be a quotation mark (one token a code point; `''` and ``` `` ``` are two)
  kPunctuation,  // any other single character
  kOpaque,       // URL, e-mail address, @handle, #hashtag: never looked into
  kObject,       // U+FFFC: a masked stretch (code, image)
};

enum TokenFlag : uint16_t {
  kCapitalized = 1 << 0,    // first letter is upper case
  kAllCaps = 1 << 1,        // two letters or more, all upper case
  kPossessive = 1 << 2,     // ends in ’s or 's
  kHyphenated = 1 << 3,     // has an inner hyphen
  kHasDigit = 1 << 4,       // a word with a digit in it: `G20`
  kNonAscii = 1 << 5,       // has a byte above 0x7F (a curly apostrophe counts)
  kSpaceBefore = 1 << 6,    // white space, a line break or the start of the block stands before it
  kBlockStart = 1 << 7,     // first token of its block
  kSentenceStart = 1 << 8,  // first token of a sentence (set when sentences are known; marks skipped)
};

struct Token {
  TextSpan span;
  uint32_t code = 0;  // kWord: index into the vocabulary, 0 when not in it; marks, punctuation: the code point
  TokenKind kind = TokenKind::kWord;
  uint8_t suffix = 0;  // bytes of a possessive ending (`'s` 2, `’s` 4), else 0
  uint16_t flags = 0;

  constexpr bool Has(TokenFlag flag) const { return (flags & flag) != 0; }
  constexpr bool IsWord() const { return kind == TokenKind::kWord; }
  constexpr bool IsWord(uint32_t index) const { return IsWord() && code == index; }
  constexpr bool IsPunctuation(char32_t c) const { return kind == TokenKind::kPunctuation && code == c; }
  // The span without a possessive ending.
  constexpr TextSpan Stem() const { return {span.begin, span.end - suffix}; }
};

// What the vocabulary knows of a token; nothing of one that is no word, whose code means something else.
inline WordClasses ClassesOf(const Token& token) { return token.IsWord() ? ClassesOf(token.code) : WordClasses(); }
inline std::string_view WordAt(const Token& token) { return token.IsWord() ? WordAt(token.code) : std::string_view(); }

// The tokens of a sorted table that begin at `offset` or behind it. O(log tokens).
inline std::span<const Token> TokensFrom(std::span<const Token> tokens, uint32_t offset) {
  const auto first = std::ranges::lower_bound(tokens, offset, {}, [](const Token& token) { return token.span.begin; });
  return {first, tokens.end()};
}

// What stands among some tokens, as a set of bits. Most blocks lack what a pass looks for; it leaves them alone.
class TokenContents {
 public:
  constexpr void Add(TokenKind kind, uint32_t code) {
    if (kind == TokenKind::kMark) bits_ |= kMarks;
    if (kind == TokenKind::kPunctuation) bits_ |= BitOf(code);
  }
  constexpr void AddWord(uint16_t flags) {
    const bool capital_part = (flags & kCapitalized) != 0 && (flags & kHyphenated) != 0;
    if (capital_part || (flags & kAllCaps) != 0) bits_ |= kCapitals;
  }

  // A mark of any kind.
  constexpr bool HasMarks() const { return (bits_ & kMarks) != 0; }
  // A word in capitals, or one with a capital and a hyphen.
  constexpr bool HasCapitals() const { return (bits_ & kCapitals) != 0; }
  // A currency sign beyond ASCII.
  constexpr bool HasCurrency() const { return (bits_ & kCurrency) != 0; }
  // One of these characters of ASCII punctuation (not marks), as a token of its own.
  constexpr bool HasAny(std::string_view punctuation) const {
    uint64_t wanted = 0;
    for (const char c : punctuation) wanted |= BitOf(static_cast<unsigned char>(c));
    return (bits_ & wanted) != 0;
  }

 private:
  // `!` to the grave accent have a bit each; what follows small letters takes the bits of figures, which are no
  // punctuation, and the rest those of capital letters.
  static constexpr uint64_t BitOf(uint32_t code) {
    if (code >= 0x7F || code < '!') return code == U'£' || code == U'€' ? kCurrency : 0;
    return uint64_t{1} << (code <= '`' ? code - '!' : code - '{' + '0' - '!');
  }
  static constexpr uint64_t kCurrency = uint64_t{1} << ('A' - '!');
  static constexpr uint64_t kMarks = uint64_t{1} << ('B' - '!');
  static constexpr uint64_t kCapitals = uint64_t{1} << ('C' - '!');

  uint64_t bits_ = 0;
};

// Token range [begin, end).
struct TokenRange {
  TokenIndex begin = 0;
  TokenIndex end = 0;
  constexpr uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  friend constexpr bool operator==(const TokenRange&, const TokenRange&) = default;
};

}  // namespace bylint
