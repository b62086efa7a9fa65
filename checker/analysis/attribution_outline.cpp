#include "checker/analysis/attribution_outline.h"

#include <algorithm>

#include "checker/base/ascii.h"

namespace bylint::internal {
namespace {

ElementKind KindOf(const Token& token) {
  switch (token.kind) {
    case TokenKind::kWord:
    case TokenKind::kOpaque:
    case TokenKind::kObject:
      return ElementKind::kWord;
    case TokenKind::kNumber:
      return ElementKind::kNumber;
    case TokenKind::kMark:
      return ElementKind::kOther;
    case TokenKind::kPunctuation:
      break;
  }
  switch (token.code) {
    case ',':
      return ElementKind::kComma;
    case ':':
    case ';':
      return ElementKind::kColon;
    case '-':
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return ElementKind::kDash;
    case '(':
    case '[':
      return ElementKind::kOpen;
    case ')':
    case ']':
      return ElementKind::kClose;
    case '.':
    case '?':
    case '!':
    case 0x2026:
      return ElementKind::kStop;
    default:
      return ElementKind::kOther;
  }
}

Ending EndingOf(std::string_view word) {
  if (word.size() < 4) return Ending::kOther;
  if (word.ends_with("ly")) return Ending::kLy;
  if (word.ends_with("ed")) return Ending::kEd;
  if (word.ends_with("ing")) return Ending::kIng;
  if (word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("ous")) return Ending::kS;
  return Ending::kOther;
}

// `Specifically`, `Shortly`: no name ends like that, while many end in -ly: Kelly, Donnelly, Emily.
bool IsAdverbWithCapital(std::string_view word) {
  constexpr std::string_view kEndings[] = {"cally", "ently", "antly", "ously", "ively", "tely",
                                           "edly",  "ingly", "ably",  "rtly",  "arly",  "ually"};
  return std::ranges::any_of(kEndings, [&](std::string_view ending) { return word.ends_with(ending); });
}

constexpr WordClasses kFunctionWord = WordClass::kAuxiliary | WordClass::kPreposition | WordClass::kDeterminer |
                                      WordClass::kConjunction | WordClass::kSubordinator | WordClass::kSubjectPronoun |
                                      WordClass::kPossessivePronoun;

// What a word with a capital in the middle of a sentence is not: `“…,” May said`, `then Will told us`.
constexpr WordClasses kNeverCapital =
    WordClass::kAuxiliary | WordClass::kFiniteVerb | WordClass::kAdverb | WordClass::kNegation;

// A name that begins with a small letter: `diGenova`, `al-Ansi`, `then-Rep. Ann Lee`.
bool HasInnerCapital(std::string_view word) {
  constexpr std::string_view kPrefixes[] = {"al-", "el-", "then-", "ex-"};
  const size_t hyphen = word.find('-');
  if (hyphen != std::string_view::npos) {
    const bool prefix = std::ranges::find(kPrefixes, word.substr(0, hyphen + 1)) != std::end(kPrefixes);
    return prefix && hyphen + 1 < word.size() && IsAsciiUpper(word[hyphen + 1]);
  }
  return std::ranges::any_of(word, IsAsciiUpper);
}

constexpr WordClasses kPronoun = WordClass::kSubjectPronoun | WordClass::kObjectPronoun | WordClass::kPossessivePronoun;

// Notes one token between the marks.
void Note(const Token& token, bool first_word, QuotationShape& shape) {
  if (token.kind == TokenKind::kPunctuation) {
    if (token.code != ')' && token.code != ']') shape.last = token.code;
    return;
  }
  if (token.kind == TokenKind::kMark) return;
  shape.last = 0;
  if (!token.IsWord()) return;
  const WordClasses classes = ClassesOf(token);
  shape.first_person |= classes.Has(WordClass::kFirstPerson);
  shape.second_person |= classes.Has(WordClass::kSecondPerson);
  if (classes.HasAny(kPronoun)) {
    shape.male |= classes.Has(WordClass::kMale);
    shape.female |= classes.Has(WordClass::kFemale);
    const bool third = classes.HasAny(WordClass::kMale | WordClass::kFemale);
    shape.he_or_she |= third && !classes.Has(WordClass::kPossessivePronoun);
  }
  shape.finite_verb |= classes.Has(WordClass::kFiniteVerb) || classes.Has(WordClass::kAuxiliary);
  if (!token.Has(kCapitalized)) {
    ++shape.lower_words;
    if (token.code == 0) ++shape.unknown_words;
  }
  if (first_word) {
    shape.starts_capital = token.Has(kCapitalized);
  } else if (token.Has(kCapitalized)) {
    shape.upper_content += !classes.Has(WordClass::kFirstPerson);
  } else if (!classes.HasAny(kFunctionWord)) {
    ++shape.lower_content;
  }
}

}  // namespace

void Outline::Read(const Document& document, const Analysis& analysis, uint32_t block, QuotationIndex first) {
  analysis_ = &analysis;
  text_ = document.text();
  block_ = block;
  elements_.clear();
  quotations_.clear();
  shapes_.clear();
  shape_of_.clear();

  const TokenRange range = analysis.block_tokens[block];
  const std::vector<Quotation>& quotations = analysis.quotations;
  for (TokenIndex i = range.begin; i < range.end;) {
    while (first < quotations.size() && quotations[first].block == block &&
           (quotations[first].depth > 1 || quotations[first].span.end <= analysis.tokens[i].span.begin ||
            IsStray(quotations[first]))) {
      ++first;
    }
    const bool folds = first < quotations.size() && quotations[first].block == block &&
                       quotations[first].span.begin <= analysis.tokens[i].span.begin;
    if (!folds) {
      AddToken(i++);
      continue;
    }
    const TokenIndex begin = i;
    while (i < range.end && analysis.tokens[i].span.begin < quotations[first].span.end) ++i;
    AddQuotation(first++, begin, i);
  }
  MarkNames();
  FindSentences();
}

// `“…,” said Berg,” a lawyer.`: a closing mark too many makes no quotation of the words before it.
bool Outline::IsStray(const Quotation& quotation) const {
  if (quotation.open != kNone || quotations_.empty()) return false;
  const uint32_t before = analysis_->quotations[elements_[quotations_.back()].quotation].span.end;
  return text_.substr(before, quotation.inner.begin - std::min(before, quotation.inner.begin))
             .find_first_not_of(" ,\xC2\xA0") == std::string_view::npos;
}

void Outline::AddToken(TokenIndex index) {
  const Token& token = analysis_->tokens[index];
  Element element{.classes = {}, .token = index};
  element.kind = KindOf(token);
  const bool glued = token.IsPunctuation('-') && !token.Has(kSpaceBefore);
  if (glued && !elements_.empty() && elements_.back().Is(ElementKind::kNumber))
    element.kind = ElementKind::kNumber;                                                     // `46-year-old`
  element.capitalized = token.kind == TokenKind::kOpaque && text_[token.span.begin] == '@';  // a handle
  if (token.IsWord()) {
    element.classes = ClassesOf(token);
    const std::string_view word = text_.substr(token.span.begin, token.span.size());
    element.capitalized = token.Has(kCapitalized) || (token.code == 0 && HasInnerCapital(word));
    if (token.Has(kCapitalized) && IsInsideSentence(token))
      element.classes = WordClasses(element.classes.bits() & ~kNeverCapital.bits());
    element.possessive = token.Has(kPossessive);
    const Ending ending = EndingOf(word);
    const bool opens = ending == Ending::kIng || (ending == Ending::kLy && IsAdverbWithCapital(word));
    const bool counts = ending == Ending::kS || (opens && token.Has(kSentenceStart));
    if (!element.capitalized || counts) element.ending = ending;
  }
  if (elements_.empty()) {
    element.before = Break::kHard;
  } else if (token.Has(kSentenceStart)) {
    element.before = elements_.back().IsQuotation() ? Break::kSoft : Break::kHard;
  }
  elements_.push_back(element);
  shape_of_.push_back(0);
}

// The word stands in running text, where a capital is the writer's choice.
bool Outline::IsInsideSentence(const Token& token) const {
  if (elements_.empty() || token.Has(kSentenceStart) || token.Has(kAllCaps)) return false;
  const Element& before = elements_.back();
  return before.IsWord() || before.IsQuotation() || before.Is(ElementKind::kComma);
}

void Outline::MarkNames() {
  const std::vector<Mention>& mentions = analysis_->mentions;
  auto mention = std::ranges::lower_bound(mentions, block_, {}, &Mention::block);
  for (Element& element : elements_) {
    while (mention != mentions.end() && mention->tokens.end <= element.token) ++mention;
    if (mention == mentions.end() || mention->block != block_) return;
    const bool tells_when = element.Has(WordClass::kCalendar) && !element.Has(WordClass::kGivenName);
    element.in_name = !element.IsQuotation() && !tells_when && mention->tokens.begin <= element.token;
  }
}

void Outline::AddQuotation(QuotationIndex quotation, TokenIndex first, TokenIndex last) {
  Element element{.classes = {}, .token = first, .quotation = quotation, .kind = ElementKind::kQuotation};
  QuotationShape shape;
  bool seen_word = false;
  bool starts_sentence = false;
  const TextSpan inner = analysis_->quotations[quotation].inner;
  for (TokenIndex i = first; i < last; ++i) {
    const Token& token = analysis_->tokens[i];
    if (!inner.Contains(token.span)) continue;
    if (!seen_word) starts_sentence |= token.Has(kSentenceStart);
    Note(token, !seen_word && token.IsWord(), shape);
    seen_word |= token.IsWord() || token.kind == TokenKind::kNumber;
  }
  if (elements_.empty()) {
    element.before = Break::kHard;
  } else if (starts_sentence) {
    element.before = elements_.back().IsQuotation() ? Break::kSoft : Break::kHard;
  }
  quotations_.push_back(size());
  elements_.push_back(element);
  shape_of_.push_back(static_cast<uint32_t>(shapes_.size()));
  shapes_.push_back(shape);
}

void Outline::FindSentences() {
  sentence_begin_.resize(elements_.size());
  sentence_end_.resize(elements_.size());
  for (uint32_t i = 0, begin = 0; i < size(); ++i) {
    if (elements_[i].StartsSentence() || i - begin == kLongestSentence) begin = i;
    sentence_begin_[i] = begin;
  }
  for (uint32_t i = size(), end = size(); i-- > 0;) {
    sentence_end_[i] = end;
    if (sentence_begin_[i] == i) end = i;
  }
}

TextSpan Outline::Span(uint32_t begin, uint32_t end) const {
  if (begin >= end) return {};
  const Element& last = elements_[end - 1];
  if (last.Has(WordClass::kSubjectPronoun) && last.Has(WordClass::kAuxiliary)) {  // `he’d`: the pronoun alone
    const TextSpan whole = analysis_->tokens[last.token].span;
    const size_t apostrophe = text_.substr(whole.begin, whole.size()).find_first_of("'\xE2");
    const uint32_t cut =
        apostrophe == std::string_view::npos ? whole.end : whole.begin + static_cast<uint32_t>(apostrophe);
    return {analysis_->tokens[elements_[begin].token].span.begin, cut};
  }
  const TextSpan tail =
      last.IsQuotation() ? analysis_->quotations[last.quotation].span : analysis_->tokens[last.token].Stem();
  return {analysis_->tokens[elements_[begin].token].span.begin, tail.end};
}

}  // namespace bylint::internal
