// Marks before anyone knows what they are for: what they look like and what stands beside them.
#pragma once

#include <cstdint>
#include <vector>

#include "bylint/article.h"

namespace bylint::internal {

// Marks of one family can stand at both ends of one quotation.
enum class MarkFamily : uint8_t { kDouble, kSingle, kGuillemet, kSingleGuillemet, kCorner, kWhiteCorner };

// How a mark is drawn. Two forms of one family in one pair are a fault, but still a pair.
enum class MarkForm : uint8_t {
  kStraightDouble,  // "
  kCurlyDouble,     // “ ” „ ‟
  kDoubledSingle,   // ''
  kDoubledGrave,    // ``, closed by ''
  kDoublePrime,     // ″
  kStraightSingle,  // '
  kCurlySingle,     // ‘ ’ ‚ ‛
  kGrave,           // `, closed by '
  kPrime,           // ′ ´
  kGuillemet,
  kSingleGuillemet,
  kCorner,
  kWhiteCorner,
};
MarkFamily FamilyOf(MarkForm form);
// True for straight and curly marks in one pair. TeX's pair and the grave accent's are pairs of their own.
bool FormsDiffer(MarkForm open, MarkForm close);

// Which way a glyph faces, by itself or in the style of an article.
enum class Facing : uint8_t { kEither, kOpens, kCloses };

// What stands right beside a mark. Other marks are looked through: in `won.’”` a full stop stands before both.
enum class Beside : uint8_t {
  kSpace,  // white space, or the edge of the block
  kLetter,
  kDigit,
  kStop,          // , . ; : ? !
  kEllipsis,      // … or ..
  kOpenBracket,   // ( [ {
  kCloseBracket,  // ) ] }
  kDash,          // – —
  kHyphen,        // -
  kSymbol,        // $ % & / * and the like
  kObject,        // a masked stretch, or a script that sets no spaces: fits either side
};
inline constexpr size_t kBesideCount = 11;

enum CandidateFlag : uint32_t {
  kSpaceLeft = 1 << 0,  // white space or the edge right before it, no mark between
  kSpaceRight = 1 << 1,
  kMarkLeft = 1 << 2,  // another mark touches it
  kMarkRight = 1 << 3,
  kMarkAndSpaceLeft = 1 << 4,    // a mark stands before the white space before it
  kLeading = 1 << 5,             // nothing but marks before it in its block
  kMasked = 1 << 6,              // inside markup: quotes nothing
  kAfterS = 1 << 7,              // the letter before it is an s
  kAfterSibilant = 1 << 8,       // ... an x or a z
  kAfterDropped = 1 << 9,        // ... ends a word that drops a letter: goin’, an’, ol’
  kBeforeElision = 1 << 10,      // an elided word or a decade follows: ’tis, ’90s
  kBeforeEnding = 1 << 11,       // a lone s or a hyphen follows: “no”s
  kMeasure = 1 << 12,            // feet, inches, minutes, seconds: 6’2”
  kShortFigure = 1 << 13,        // one or two figures stand before it
  kElided = 1 << 14,             // French l’, d’, qu’ stands before it, or it is that apostrophe
  kInSentence = 1 << 15,         // a word and a space stand before it
  kMarkAndSpaceRight = 1 << 16,  // a mark of another family stands after the white space after it
};

struct MarkCandidate {
  TextSpan span;
  TokenIndex token = 0;  // its first token
  char32_t glyph = 0;
  MarkForm form = MarkForm::kStraightDouble;
  MarkFamily family = MarkFamily::kDouble;
  Facing facing = Facing::kEither;  // of the glyph by itself
  Beside before = Beside::kSpace;
  Beside after = Beside::kSpace;
  uint32_t flags = 0;

  bool Has(CandidateFlag flag) const { return (flags & flag) != 0; }
};

// Candidates of one block.
struct CandidateRange {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool empty() const { return begin == end; }
};

struct Candidates {
  std::vector<MarkCandidate> marks;    // in order of position
  std::vector<CandidateRange> blocks;  // for each block of the document
};

// Every mark token becomes a candidate, or a half of one. Linear in the tokens.
Candidates CollectCandidates(const Document& document, const Analysis& analysis);

}  // namespace bylint::internal
