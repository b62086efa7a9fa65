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
  switch (word.back()) {
    case 'y':
      return word.ends_with("ly") ? Ending::kLy : Ending::kOther;
    case 'd':
      return word.ends_with("ed") ? Ending::kEd : Ending::kOther;
    case 'g':
      return word.ends_with("ing") ? Ending::kIng : Ending::kOther;
    case 's':
      return word.ends_with("ss") || word.ends_with("ous") ? Ending::kOther : Ending::kS;
    default:
      return Ending::kOther;
  }
}

// `Specifically`, `Shortly`: no name ends like that, while many end in -ly: Kelly, Donnelly, Emily.
bool IsAdverbWithCapital(std::string_view word) {
  constexpr std::string_view kEndings[] = {"cally", "ently", "antly", "ously", "ively", "tely",
                                           "edly",  "ingly", "ably",  "rtly",  "arly",  "ually"};
  return std::ranges::any_of(kEndings, [&](std::string_view ending) { return word.ends_with(ending); });
}

// In lower case, known, with nothing joined to it, amid a sentence: nearly all words are.
bool IsPlainWord(const Token& token) {
  return token.IsWord() && token.code != 0 && (token.flags & (kCapitalized | kPossessive | kSentenceStart)) == 0;
}

// The ending of a word with a capital says something.
bool CountsWithCapital(Ending ending, const Token& token, std::string_view word) {
  if (ending == Ending::kS) return true;
  if (!token.Has(kSentenceStart)) return false;
  return ending == Ending::kIng || (ending == Ending::kLy && IsAdverbWithCapital(word));
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

// Sums up the tokens between the marks, words without a branch: it would often be guessed wrong.
class ShapeReader {
 public:
  void Add(const Token& token) {
    starts_sentence_ |= !seen_word_ && token.Has(kSentenceStart);
    if (token.IsWord()) [[likely]] {
      AddWord(token);
    } else if (token.kind == TokenKind::kPunctuation) {
      if (token.code != ')' && token.code != ']') shape_.last = token.code;
    } else if (token.kind != TokenKind::kMark) {
      shape_.last = 0;
      seen_word_ |= token.kind == TokenKind::kNumber;
    }
  }

  // A sentence begins at the first word or number, or at what stands before it.
  bool starts_sentence() const { return starts_sentence_; }

  QuotationShape Shape() const {
    QuotationShape shape = shape_;
    shape.first_person = words_.Has(WordClass::kFirstPerson);
    shape.second_person = words_.Has(WordClass::kSecondPerson);
    shape.finite_verb = words_.HasAny(WordClass::kFiniteVerb | WordClass::kAuxiliary);
    shape.male = pronouns_.Has(WordClass::kMale);
    shape.female = pronouns_.Has(WordClass::kFemale);
    shape.he_or_she = no_possessives_.HasAny(WordClass::kMale | WordClass::kFemale);
    return shape;
  }

 private:
  static void CountIf(bool condition, uint16_t& count) { count = static_cast<uint16_t>(count + condition); }
  static WordClasses If(bool condition, WordClasses classes) { return condition ? classes : WordClasses(); }

  void AddWord(const Token& token) {
    const WordClasses classes = ClassesOf(token.code);
    const bool capital = token.Has(kCapitalized);
    if (!seen_word_) shape_.starts_capital = capital;
    words_ = words_ | classes;
    const WordClasses pronoun = If(classes.HasAny(kPronoun), classes);
    pronouns_ = pronouns_ | pronoun;
    no_possessives_ = no_possessives_ | If(!pronoun.Has(WordClass::kPossessivePronoun), pronoun);
    CountIf(!capital, shape_.lower_words);
    CountIf(!capital & (token.code == 0), shape_.unknown_words);
    CountIf(seen_word_ & capital & !classes.Has(WordClass::kFirstPerson), shape_.upper_content);
    CountIf(seen_word_ & !capital & !classes.HasAny(kFunctionWord), shape_.lower_content);
    shape_.last = 0;
    seen_word_ = true;
  }

  QuotationShape shape_;
  WordClasses words_;
  WordClasses pronouns_;
  WordClasses no_possessives_;  // of the pronouns
  bool seen_word_ = false;      // or a number
  bool starts_sentence_ = false;
};

}  // namespace

void Outline::Read(const Document& document, const Analysis& analysis, uint32_t block, QuotationIndex first) {
  analysis_ = &analysis;
  text_ = document.text();
  block_ = block;
  elements_.clear();
  quotations_.clear();
  shapes_.clear();

  const TokenRange range = analysis.block_tokens[block];
  const std::span<const Token> tokens = analysis.tokens;
  const auto ends_by = [&](TokenIndex i, uint32_t offset) { return i == range.end || tokens[i].span.begin >= offset; };
  const std::vector<Quotation>& quotations = analysis.quotations;
  TokenIndex i = range.begin;
  for (; first < quotations.size() && quotations[first].block == block; ++first) {
    const Quotation& quotation = quotations[first];
    if (quotation.depth > 1) continue;
    while (!ends_by(i, quotation.span.begin)) AddToken(i++);
    const TokenIndex begin = i;
    if (ends_by(i, quotation.span.end) || IsStray(quotation)) continue;
    while (!ends_by(i, quotation.span.end)) ++i;
    AddQuotation(first, begin, i);
  }
  while (i < range.end) AddToken(i++);
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
  if (IsPlainWord(token) && !elements_.empty()) [[likely]] {
    elements_.emplace_back(ClassesOf(token.code), index, kNone, ElementKind::kWord, Break::kNone,
                           EndingOf({text_.data() + token.span.begin, token.span.size()}));
    return;
  }
  AddOtherToken(token, index);
}

void Outline::AddOtherToken(const Token& token, TokenIndex index) {
  Element element{.classes = {}, .token = index};
  element.kind = KindOf(token);
  const bool glued = token.IsPunctuation('-') && !token.Has(kSpaceBefore);
  if (glued && !elements_.empty() && elements_.back().Is(ElementKind::kNumber))
    element.kind = ElementKind::kNumber;                                                     // `46-year-old`
  element.capitalized = token.kind == TokenKind::kOpaque && text_[token.span.begin] == '@';  // a handle
  if (token.IsWord()) {
    element.classes = ClassesOf(token);
    const bool capital = token.Has(kCapitalized);
    const std::string_view word = text_.substr(token.span.begin, token.span.size());
    element.capitalized = capital || (token.code == 0 && HasInnerCapital(word));
    if (capital && IsInsideSentence(token))
      element.classes = WordClasses(element.classes.bits() & ~kNeverCapital.bits());
    element.possessive = token.Has(kPossessive);
    element.ending = EndingOf(word);
    if (element.capitalized && !CountsWithCapital(element.ending, token, word)) element.ending = Ending::kOther;
  }
  element.before = BreakBefore(token.Has(kSentenceStart));
  elements_.push_back(element);
}

Break Outline::BreakBefore(bool starts_sentence) const {
  if (elements_.empty()) return Break::kHard;
  if (!starts_sentence) return Break::kNone;
  return elements_.back().IsQuotation() ? Break::kSoft : Break::kHard;
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
  const TextSpan inner = analysis_->quotations[quotation].inner;
  ShapeReader reader;
  for (TokenIndex i = first; i < last; ++i) {
    const Token& token = analysis_->tokens[i];
    if (inner.Contains(token.span)) reader.Add(token);
  }
  element.before = BreakBefore(reader.starts_sentence());
  quotations_.push_back(size());
  elements_.push_back(element);
  shapes_.push_back(reader.Shape());
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
