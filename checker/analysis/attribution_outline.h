// A paragraph as attribution reads it: its words and punctuation, with every quotation folded into one element.
//
//   “We won,” Berg told reporters. “It was close.”   ->   Q  Berg  told  reporters  .  Q
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "bylint/article.h"

namespace bylint::internal {

enum class ElementKind : uint8_t { kWord, kNumber, kQuotation, kComma, kColon, kDash, kOpen, kClose, kStop, kOther };

// How a new sentence begins at an element: not at all; after the closing mark of a quotation, where the sentence
// may go on (`“Really?” Berg asked.`); or for certain.
enum class Break : uint8_t { kNone, kSoft, kHard };

enum class Ending : uint8_t { kOther, kLy, kEd, kIng, kS };

struct Element {
  WordClasses classes;
  TokenIndex token = 0;              // of a quotation: its first token
  QuotationIndex quotation = kNone;  // of a quotation: which one
  ElementKind kind = ElementKind::kOther;
  Break before = Break::kNone;
  Ending ending =
      Ending::kOther;  // of a word in lower case; with a capital, kS and, at a sentence's head, kIng and kLy only
  bool capitalized = false;
  bool possessive = false;
  bool in_name = false;  // part of a name that the article's names tell

  bool Is(ElementKind k) const { return kind == k; }
  bool Has(WordClass c) const { return classes.Has(c); }
  bool IsWord() const { return kind == ElementKind::kWord; }
  bool IsQuotation() const { return kind == ElementKind::kQuotation; }
  bool StartsSentence() const { return before != Break::kNone; }
};

// What the words between the marks look like; the speech gate and the frames decide by it.
struct QuotationShape {
  char32_t last = 0;  // final punctuation inside the marks, 0 for a letter or digit
  bool starts_capital = false;
  bool first_person = false;
  bool second_person = false;
  bool male = false;       // he, him
  bool female = false;     // she, her
  bool he_or_she = false;  // those and `him`; no form that may say whose something is
  bool finite_verb = false;
  uint16_t lower_content = 0;  // words in lower case that are no function words
  uint16_t upper_content = 0;  // words with a capital, the first one left out
  uint16_t lower_words = 0;    // words in lower case
  uint16_t unknown_words = 0;  // those of them that the vocabulary lacks

  // Capitals on every word that matters.
  bool IsTitle() const { return starts_capital && lower_content == 0 && upper_content > 1; }
  // Words of another language than English.
  bool IsForeign() const { return unknown_words > 2 && unknown_words * 2 > lower_words; }
  bool EndsWithComma() const { return last == ','; }
  bool EndsSentence() const { return last == '.' || AsksOrExclaims() || last == 0x2026; }
  bool AsksOrExclaims() const { return last == '?' || last == '!'; }
};

inline constexpr uint32_t kLongestSentence = 400;  // elements

// Reused from paragraph to paragraph, so that reading one allocates nothing.
class Outline {
 public:
  // Reads one block; `first` is the first quotation at or after its beginning.
  void Read(const Document& document, const Analysis& analysis, uint32_t block, QuotationIndex first);

  uint32_t size() const { return static_cast<uint32_t>(elements_.size()); }
  size_t capacity() const { return elements_.capacity(); }  // elements that it has memory for
  const Element& operator[](uint32_t i) const { return elements_[i]; }
  uint32_t block() const { return block_; }

  // Elements of the outermost quotations, in order, and what they look like.
  std::span<const uint32_t> quotations() const { return quotations_; }
  // O(log quotations). REQUIRES: the element is one of them.
  const QuotationShape& Shape(uint32_t element) const {
    return shapes_[static_cast<size_t>(std::ranges::lower_bound(quotations_, element) - quotations_.begin())];
  }

  // First element of the sentence that holds element `i`, and the one after its last; a sentence without end is cut
  // where it grows past all reading, so that looking through one is bounded. O(1).
  uint32_t SentenceBegin(uint32_t i) const { return sentence_begin_[i]; }
  uint32_t SentenceEnd(uint32_t i) const { return sentence_end_[i]; }

  // The word at `i` in lower case, where the vocabulary has it; else empty.
  std::string_view Word(uint32_t i) const {
    const Token& token = analysis_->tokens[elements_[i].token];
    return elements_[i].IsWord() && token.IsWord() ? WordAt(token) : std::string_view();
  }

  // The word at `i` as it is written, without a possessive ending.
  std::string_view Text(uint32_t i) const {
    const TextSpan span = Span(i, i + 1);
    return text_.substr(span.begin, span.size());
  }

  // A link, a handle, a masked stretch.
  bool IsOpaque(uint32_t i) const {
    const TokenKind kind = analysis_->tokens[elements_[i].token].kind;
    return kind == TokenKind::kOpaque || kind == TokenKind::kObject;
  }

  bool IsPunctuation(uint32_t i, char32_t c) const { return analysis_->tokens[elements_[i].token].IsPunctuation(c); }

  // Bytes of the elements [begin, end); possessive endings of the last one left out.
  TextSpan Span(uint32_t begin, uint32_t end) const;

 private:
  bool IsStray(const Quotation& quotation) const;
  void AddToken(TokenIndex index);
  void AddOtherToken(const Token& token, TokenIndex index);
  bool IsInsideSentence(const Token& token) const;
  Break BreakBefore(bool starts_sentence) const;
  void MarkNames();
  void AddQuotation(QuotationIndex quotation, TokenIndex first, TokenIndex last);
  void FindSentences();

  const Analysis* analysis_ = nullptr;
  std::string_view text_;
  uint32_t block_ = 0;
  std::vector<Element> elements_;
  std::vector<uint32_t> quotations_;
  std::vector<QuotationShape> shapes_;  // beside `quotations_`
  std::vector<uint32_t> sentence_begin_;
  std::vector<uint32_t> sentence_end_;
};

}  // namespace bylint::internal
