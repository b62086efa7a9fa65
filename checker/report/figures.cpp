// A figure is a number in digits or in words with what belongs to it: the sign before, the scale (`million`), the unit
// behind. `one` alone is a pronoun too often to be one.
#include "checker/report/figures.h"

#include <algorithm>
#include <array>

#include "checker/report/listings.h"

namespace bylint {
namespace {

constexpr auto kNumberWords = std::to_array<std::string_view>(
    {"two",      "three",    "four",   "five",     "six",      "seven",     "eight",    "nine",
     "ten",      "eleven",   "twelve", "thirteen", "fourteen", "fifteen",   "sixteen",  "seventeen",
     "eighteen", "nineteen", "twenty", "thirty",   "forty",    "fifty",     "sixty",    "seventy",
     "eighty",   "ninety",   "half",   "dozens",   "hundreds", "thousands", "millions", "billions"});
constexpr auto kScales = std::to_array<std::string_view>(
    {"hundred", "thousand", "million", "billion", "trillion", "dozen", "bn", "mn", "m", "k"});
constexpr auto kPercents = std::to_array<std::string_view>({"percent", "percentage", "pct"});
constexpr auto kCurrencies =
    std::to_array<std::string_view>({"dollars", "dollar", "euros", "euro", "pounds", "pence", "cents", "yen", "yuan",
                                     "rupees", "roubles", "rubles", "francs", "kronor", "kroner", "pesos"});
constexpr auto kMonths = std::to_array<std::string_view>(
    {"january",  "february", "march", "april", "may", "june", "july", "august", "september", "october",
     "november", "december", "jan",   "feb",   "aug", "sept", "sep",  "oct",    "nov",       "dec"});
// A unit may have one more word behind these: `20 square miles`.
constexpr auto kUnitModifiers =
    std::to_array<std::string_view>({"square", "cubic", "metric", "nautical", "new", "more", "other", "full", "light"});

// Words that are no unit: `12 of them`, `40 were hurt`.
constexpr WordClasses kNoUnit = WordClasses(WordClass::kAuxiliary) | WordClass::kNegation | WordClass::kAdverb |
                                WordClass::kSubjectPronoun | WordClass::kObjectPronoun | WordClass::kPossessivePronoun |
                                WordClass::kDeterminer | WordClass::kPreposition | WordClass::kConjunction |
                                WordClass::kSubordinator | WordClass::kRelative | WordClass::kFiniteVerb;

class FigureFinder {
 public:
  explicit FigureFinder(const Article& article) : article_(article) {}

  std::vector<Figure> Run() {
    for (uint32_t block = 0; block < article_.blocks().size(); ++block) {
      const TokenRange range = article_.analysis().block_tokens[block];
      end_ = range.end;
      begin_ = range.begin;
      for (TokenIndex i = range.begin; i < end_;) i = ReadAt(i);
    }
    return std::move(figures_);
  }

 private:
  const Token& At(TokenIndex i) const { return article_.tokens()[i]; }
  bool Has(TokenIndex i) const { return i < end_; }
  std::string_view Text(TokenIndex i) const { return article_.Text(At(i).span); }
  bool IsPunctuation(TokenIndex i, char32_t c) const { return Has(i) && At(i).IsPunctuation(c); }
  bool IsGlued(TokenIndex i) const { return Has(i) && !At(i).Has(kSpaceBefore); }

  template <size_t kSize>
  bool IsAny(TokenIndex i, const std::array<std::string_view, kSize>& words) const {
    return Has(i) && At(i).IsWord() &&
           std::ranges::any_of(words, [&](std::string_view word) { return EqualIgnoringCase(Text(i), word); });
  }

  bool IsCurrencySign(TokenIndex i) const {
    if (!Has(i) || At(i).kind != TokenKind::kPunctuation) return false;
    constexpr std::u32string_view kSigns = U"$€£¥₹₽₩₺₪";
    return kSigns.find(static_cast<char32_t>(At(i).code)) != std::u32string_view::npos;
  }

  // `two`, `twenty-five`, `two-thirds`; `one` where a scale follows.
  bool IsNumberWord(TokenIndex i) const {
    if (!Has(i) || !At(i).IsWord()) return false;
    const std::string_view word = Text(i).substr(0, Text(i).find('-'));
    if (EqualIgnoringCase(word, "one")) return IsAny(i + 1, kScales) || IsAny(i + 1, kPercents);
    return std::ranges::any_of(kNumberWords, [&](std::string_view w) { return EqualIgnoringCase(w, word); });
  }

  bool IsNumber(TokenIndex i) const { return Has(i) && (At(i).kind == TokenKind::kNumber || IsNumberWord(i)); }
  bool IsDigits(TokenIndex i, size_t most) const {
    return Has(i) && At(i).kind == TokenKind::kNumber && Text(i).size() <= most;
  }

  // `2016`, `1990s`: four digits that can be a year.
  bool IsYear(TokenIndex i) const {
    if (!Has(i) || At(i).kind != TokenKind::kNumber) return false;
    const std::string_view text = Text(i);
    const bool decade = text.size() == 5 && text.back() == 's';
    if (text.size() != 4 && !decade) return false;
    return std::ranges::all_of(text.substr(0, 4), [](char c) { return c >= '0' && c <= '9'; }) && text >= "1500" &&
           text < "2100";
  }

  // A lower-case `may` or `march` is a verb.
  bool IsMonth(TokenIndex i) const { return Has(i) && At(i).Has(kCapitalized) && IsAny(i, kMonths); }

  TokenIndex Add(TokenIndex begin, TokenIndex end, FigureKind kind) {
    figures_.push_back({.span = {At(begin).span.begin, At(end - 1).span.end}, .kind = kind});
    return end;
  }

  // Reads the figure that begins at `i`, if one does; the token after it, or the next one.
  TokenIndex ReadAt(TokenIndex i) {
    if (IsMonth(i)) {
      if (const TokenIndex end = AfterMonth(i); end != i + 1) return Add(i, end, FigureKind::kDate);
      return i + 1;
    }
    if (IsCurrencySign(i) && Has(i + 1) && At(i + 1).kind == TokenKind::kNumber) {
      // `US$5`
      const bool country = i > begin_ && IsGlued(i) && At(i - 1).IsWord() && At(i - 1).Has(kCapitalized);
      return Add(country ? i - 1 : i, AfterScale(AfterNumber(i + 1)), FigureKind::kMoney);
    }
    if (!IsNumber(i)) return i + 1;
    if (IsDigits(i, 4) && IsMonth(i + 1)) return Add(i, AfterMonth(i + 1), FigureKind::kDate);
    if (IsYear(i) && !IsUnit(i + 1)) return Add(i, i + 1, FigureKind::kDate);
    return ReadQuantity(i);
  }

  TokenIndex ReadQuantity(TokenIndex i) {
    TokenIndex at = AfterScale(AfterNumber(i));
    if (IsPunctuation(at, '%')) return Add(i, at + 1, FigureKind::kPercentage);
    if (IsAny(at, kPercents)) {
      const bool points = IsWord(at + 1, "points") || IsWord(at + 1, "point");
      return Add(i, at + (points ? 2 : 1), FigureKind::kPercentage);
    }
    if (IsWord(at, "per") && IsWord(at + 1, "cent")) return Add(i, at + 2, FigureKind::kPercentage);
    if (IsAny(at, kCurrencies)) return Add(i, at + 1, FigureKind::kMoney);
    if (IsUnit(at)) at += IsAny(at, kUnitModifiers) && IsUnit(at + 1) ? 2 : 1;
    return Add(i, at, FigureKind::kFigure);
  }

  bool IsWord(TokenIndex i, std::string_view word) const {
    return Has(i) && At(i).IsWord() && EqualIgnoringCase(Text(i), word);
  }

  // The token after a number and what is joined to it: `10-15`, `3–2`, `12-year-old`, `twenty five`.
  TokenIndex AfterNumber(TokenIndex i) const {
    TokenIndex at = i + 1;
    while (IsNumberWord(at) && IsNumberWord(at - 1)) ++at;
    const bool dash = IsPunctuation(at, '-') || IsPunctuation(at, U'–') || IsPunctuation(at, '/');
    if (dash && IsGlued(at) && IsGlued(at + 1) && (IsNumber(at + 1) || At(at + 1).IsWord())) return at + 2;
    return at;
  }

  TokenIndex AfterScale(TokenIndex i) const {
    while (IsAny(i, kScales)) ++i;
    return i;
  }

  // A noun in lower case, as far as can be told: `people`, `a.m.`.
  bool IsUnit(TokenIndex i) const {
    if (!Has(i) || !At(i).IsWord() || At(i).Has(kCapitalized)) return false;
    return !ClassesOf(At(i)).HasAny(kNoUnit) && !ClassesOf(At(i)).Has(WordClass::kReport);
  }

  // The token after `March 3, 2016`, `Sept. 3`, `May 2016`; that after the month when no number follows it.
  TokenIndex AfterMonth(TokenIndex month) const {
    TokenIndex at = month + 1;
    if (IsPunctuation(at, '.') && IsGlued(at) && Has(at + 1) && At(at + 1).kind == TokenKind::kNumber) ++at;
    if (IsYear(at)) return at + 1;
    if (!IsDigits(at, 4)) return month + 1;
    ++at;
    if (IsPunctuation(at, ',') && IsYear(at + 1)) return at + 2;
    return IsYear(at) ? at + 1 : at;
  }

  const Article& article_;
  TokenIndex begin_ = 0;
  TokenIndex end_ = 0;
  std::vector<Figure> figures_;
};

}  // namespace

std::string_view ToString(FigureKind kind) {
  switch (kind) {
    case FigureKind::kFigure:
      return "figure";
    case FigureKind::kMoney:
      return "money";
    case FigureKind::kPercentage:
      return "percentage";
    case FigureKind::kDate:
      return "date";
  }
  return "figure";
}

std::vector<Figure> FindFigures(const Article& article) { return FigureFinder(article).Run(); }

}  // namespace bylint
