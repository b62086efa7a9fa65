// `bylint checklist`: what a fact checker ticks off, as a Markdown list with boxes.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/report/figures.h"
#include "checker/report/listings.h"
#include "checker/report/name_kind.h"
#include "checker/report/positions.h"
#include "checker/report/printable.h"

namespace bylint {
namespace {

struct Item {
  TextSpan span;
  std::string text;  // Markdown
};

// The article's words as Markdown that shows them and does nothing else.
std::string Escaped(std::string_view text) {
  constexpr std::string_view kSpecial = "\\`*_[]<>#|~&";
  std::string out;
  for (const char c : Printable(text)) {
    if (kSpecial.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

class Checklist {
 public:
  explicit Checklist(const Article& article) : article_(article) {
    AddQuotations();
    AddNames();
    for (const Figure& figure : FindFigures(article)) Add(figure.span, ToString(figure.kind), "");
    AddCredits();
    std::ranges::stable_sort(items_, [](const Item& a, const Item& b) { return a.span.begin < b.span.begin; });
  }

  std::string Render(std::string_view path) const {
    if (items_.empty()) return "";
    std::vector<uint32_t> offsets;
    offsets.reserve(items_.size());
    for (const Item& item : items_) offsets.push_back(Offset(item));
    const PositionTable positions(article_.document().source(), std::move(offsets));
    std::string out = absl::StrCat("# ", Escaped(path), "\n\n");
    for (const Item& item : items_) {
      absl::StrAppend(&out, "- [ ] line ", positions.At(Offset(item)).line, ": ", item.text, "\n");
    }
    return out;
  }

 private:
  uint32_t Offset(const Item& item) const { return article_.document().ToSource(item.span).begin; }

  void Add(TextSpan span, std::string_view what, std::string_view more) {
    items_.push_back(
        {.span = span, .text = absl::StrCat("**", ToAbsl(what), "** ", Escaped(article_.Text(span)), ToAbsl(more))});
  }

  std::string Who(const Quotation& quotation) const {
    const std::string_view said = article_.Text(quotation.speaker.span);
    if (said.empty()) return quotation.cue.empty() ? "nobody is named" : Escaped(article_.Text(quotation.cue));
    const std::string_view name = article_.NameOf(quotation.speaker.person);
    std::string out = Escaped(said);
    if (!name.empty() && name != said) absl::StrAppend(&out, " (", Escaped(name), ")");
    if (!quotation.cue.empty()) absl::StrAppend(&out, ", ", Escaped(article_.Text(quotation.cue)));
    return out;
  }

  void AddQuotations() {
    for (const Quotation& quotation : article_.quotations()) {
      if (quotation.verdict == Verdict::kNotSpeech) continue;
      Add(quotation.span, "quotation",
          absl::StrCat(" — *", ToAbsl(ToString(quotation.verdict)), "*: ", Who(quotation)));
    }
  }

  // Where each is first named, by its fullest name.
  void AddNames() {
    for (PersonIndex i = 0; i < article_.people().size(); ++i) {
      const Person& person = article_.people()[i];
      if (person.count == 0) continue;
      const Mention& first = article_.mentions()[person.first];
      const std::string_view name = article_.NameOf(i);
      const TextSpan span = {first.title.empty() ? first.span.begin : first.title.begin, first.span.end};
      const std::string_view kind = person.kind == NameKind::kUnknown ? "name" : KindName(person.kind);
      const bool same = name == article_.Text(first.span);
      Add(span, kind, same ? "" : absl::StrCat(" (", Escaped(name), ")"));
    }
  }

  // Those of quotations, each once, and `according to …` in the paper's own words.
  void AddCredits() {
    std::vector<TextSpan> known;
    for (const Quotation& quotation : article_.quotations()) {
      if (!quotation.cue.empty()) known.push_back(quotation.cue);
      if (quotation.credit.empty()) continue;
      known.push_back(quotation.credit);
      credits_.push_back(quotation.credit);
    }
    std::ranges::sort(known, {}, &TextSpan::begin);
    AddHearsay(known);
    std::ranges::sort(credits_, {}, &TextSpan::begin);
    const auto repeated = std::ranges::unique(credits_);
    credits_.erase(repeated.begin(), repeated.end());
    for (const TextSpan credit : credits_) Add(credit, "credit", "");
  }

  void AddHearsay(const std::vector<TextSpan>& known) {
    const std::span<const Token> tokens = article_.tokens();
    for (size_t i = 0; i + 2 < tokens.size(); ++i) {
      if (!EqualIgnoringCase(article_.Text(tokens[i].span), "according") || article_.Text(tokens[i + 1].span) != "to") {
        continue;
      }
      const TextSpan span = {tokens[i].span.begin, tokens[EndOfSource(i + 2) - 1].span.end};
      const auto after = std::ranges::lower_bound(known, span.end, {}, &TextSpan::begin);
      const bool is_known = after != known.begin() && (after - 1)->end > span.begin;
      if (!is_known && !article_.InQuotation(span.begin)) credits_.push_back(span);
    }
  }

  // `the ministry` of `according to the ministry, which …`: up to punctuation, a mark or a clause.
  size_t EndOfSource(size_t i) const {
    constexpr size_t kMostTokens = 10;
    constexpr WordClasses kEnds =
        WordClasses(WordClass::kRelative) | WordClass::kSubordinator | WordClass::kAuxiliary | WordClass::kFiniteVerb;
    const size_t most = std::min(i + kMostTokens, article_.tokens().size());
    const size_t begin = i;
    for (; i < most; ++i) {
      const Token& token = article_.tokens()[i];
      if (token.Has(kBlockStart) || token.kind == TokenKind::kMark) break;
      if (token.kind == TokenKind::kPunctuation && !token.IsPunctuation('-')) break;
      if (token.IsWord() && i > begin && ClassesOf(token).HasAny(kEnds)) break;
    }
    return i;
  }

  const Article& article_;
  std::vector<Item> items_;
  std::vector<TextSpan> credits_;
};

}  // namespace

std::string RenderChecklist(std::string_view path, const Article& article, const ListingOptions& /*options*/) {
  return Checklist(article).Render(path);
}

}  // namespace bylint
