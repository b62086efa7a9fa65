// Quotation marks, the quotations they make, and who said them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "bylint/names.h"
#include "bylint/span.h"
#include "bylint/token.h"

namespace bylint {

using MarkIndex = uint32_t;
using QuotationIndex = uint32_t;

enum class MarkRole : uint8_t {
  kOpen,
  kClose,
  kContinue,    // opens a paragraph inside a quotation that the paragraph before left open
  kApostrophe,  // elision, possessive
  kPrime,       // feet, inches, minutes, seconds
  kLiteral,     // quotes nothing: talked about, code, stray
};

// One mark: one code point, or two for `''` and TeX's ``` `` ```.
struct Mark {
  TextSpan span;
  TokenIndex token = 0;  // first token of the mark
  char32_t glyph = 0;    // its code point; for a doubled one the first
  MarkRole role = MarkRole::kLiteral;
  uint8_t depth = 0;          // 1 for the outermost quotation
  MarkIndex partner = kNone;  // the mark at the other end, if it has one
};

// What the balance parse had to mend, in order of position. One fault, one entry.
enum class MarkFaultKind : uint8_t {
  kMissingClose,         // `mark` opens and nothing closes it
  kMissingOpen,          // `mark` closes and nothing opened it
  kReversed,             // `mark` faces the wrong way
  kMismatched,           // `mark` and its partner are of two kinds
  kMisnested,            // `mark` closes across another quotation
  kMissingContinuation,  // the paragraph at `expected` goes on with a quotation without a mark
  kSpaced,               // white space on the inner side of `mark`
  kEmpty,                // nothing between `mark` and its partner
};

struct MarkFault {
  MarkFaultKind kind = MarkFaultKind::kMissingClose;
  MarkIndex mark = 0;
  TextSpan expected;             // where the missing mark belongs (empty span), or the white space of kSpaced
  std::string_view replacement;  // the mark that belongs there; static text
  // Cost of the cheapest parse that puts the fault elsewhere, less the cost of this one: 0 is a guess.
  int margin = 0;
};

// Paragraphs whose marks were read together, and how far the reading looked.
struct MarkWindow {
  uint32_t first = 0;      // block
  uint32_t last = 0;       // block
  uint32_t looked_to = 0;  // block, or the number of blocks where it looked for one more
};

enum class Verdict : uint8_t {
  kAttributed,
  kFloating,  // the whole paragraph is a quotation and only the paragraph before names a speaker
  kUnattributed,
  kNotSpeech,  // title, nickname, slogan, a word used as a word
};
std::string_view ToString(Verdict verdict);  // "attributed", "floating", "unattributed", "not-speech"

struct Speaker {
  TextSpan span;               // as short as the words allow: `Ms. White`, `he`, `a spokesman`
  PersonIndex person = kNone;  // whom it refers to, where that is known
};

// Sieves that rules ask for by name.
inline constexpr std::string_view kNameAlone = "name-alone";  // a name beside the quotation, and no verb: “…,” Berg.
inline constexpr std::string_view kVerbAlone = "verb-alone";  // a verb, and nobody to say it: “…,” said on Monday.

// A passage between marks in one paragraph. A quotation that runs over paragraphs is one entry for each, linked.
struct Quotation {
  TextSpan span;   // with its marks
  TextSpan inner;  // without
  uint32_t block = 0;
  MarkIndex open = kNone;            // kNone where the opening mark is missing
  MarkIndex close = kNone;           // kNone where it runs on, or the closing mark is missing
  QuotationIndex continues = kNone;  // the entry of the paragraph before, when this one goes on with it
  bool runs_on = false;              // goes on in the next paragraph
  bool repaired = false;             // the parse mended one of its marks: attribution is less sure
  uint8_t depth = 1;
  uint32_t words = 0;

  Verdict verdict = Verdict::kUnattributed;
  // Speaker, cue and credit; an empty span where there is none.
  Speaker speaker;
  TextSpan cue;
  TextSpan credit;
  TextSpan rival;          // a second speaker whom the sentence names for the same words
  std::string_view sieve;  // name of the frame that decided, static text; empty where none did

  bool has_speaker() const { return !speaker.span.empty(); }
};

}  // namespace bylint
