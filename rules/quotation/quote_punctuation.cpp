// Where the comma and the full stop stand beside a closing mark. American copy sets them inside, whatever they belong
// to; British copy sets them outside after a fragment. Off by default: a house must say which it follows.
#include <span>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "bylint/mark_report.h"
#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "The mayor called it “a good day”, and left.", .marks = "”,"},
    {.text = "The mayor called it “a good day”.", .marks = "”."},
};
constexpr Example kGood[] = {
    {.text = "The mayor called it “a good day,” and left."},
    {.text = "Was it “a good day”? She called it “fine”; he did not.", .note = "only commas and full stops move"},
};

constexpr RuleOption kOptions[] = {{.name = "style",
                                    .choices = "us|uk",
                                    .otherwise = "us",
                                    .help = "where a full stop or a comma stands: us inside, uk outside"}};

constexpr RuleInfo kInfo = {
    .name = "quote-punctuation",
    .group = Group::kQuotation,
    .level = Level::kWarning,
    .enabled = false,
    .summary = "comma or full stop on the wrong side of a closing mark",
    .why = "Each house sets them one way; copy that goes both ways looks unedited.",
    .bad = kBad,
    .good = kGood,
    .fix_safety = "Swaps the mark and the comma or full stop.",
    .reference = "AP Stylebook, quotation marks (`style = \"us\"`); Guardian style guide (`style = \"uk\"`)",
    .options = kOptions};

constexpr uint32_t kFragmentWords = 4;
// From so many on, and in more than half of the quotations, one speaks for all.
constexpr size_t kSpeakOnceFrom = 4;

class QuotePunctuation final : public Rule {
 public:
  // Without a style of its own the rule takes the one of the article's settings, or else that of each quotation's
  // marks.
  explicit QuotePunctuation(QuoteStyle style) : style_(style) {}

  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    const QuoteStyle house = style_ == QuoteStyle::kAuto ? article.options().quote_style : style_;
    std::vector<Misplaced> faults;
    for (const Quotation& quotation : article.quotations()) {
      if (quotation.close == kNone || quotation.open == kNone || quotation.repaired) continue;
      const Mark& open = article.marks()[quotation.open];
      if (!IsEnglish(open)) continue;
      const bool uk =
          house == QuoteStyle::kUk || (house == QuoteStyle::kAuto && quotation.depth == 1 && IsSingle(open));
      const TokenIndex stop = uk ? MisplacedUk(article, quotation) : MisplacedUs(article, quotation);
      if (stop != kNone) faults.push_back({.close = quotation.close, .stop = stop});
    }
    const bool once = faults.size() >= kSpeakOnceFrom && faults.size() * 2 > article.quotations().size();
    const auto more = once ? static_cast<uint32_t>(faults.size() - 1) : 0;
    for (const Misplaced& fault : std::span(faults).first(once ? 1 : faults.size()))
      Report(article, fault, more, report);
  }

 private:
  struct Misplaced {
    MarkIndex close = 0;
    TokenIndex stop = 0;
  };

  // The rule is one of English copy; low marks, guillemets and corners have rules of their own.
  static bool IsEnglish(const Mark& open) {
    return open.glyph == '"' || open.glyph == '\'' || open.glyph == '`' || open.glyph == 0x201C || open.glyph == 0x2018;
  }

  static bool Moves(const Token& token) { return token.IsPunctuation(',') || token.IsPunctuation('.'); }

  static bool IsSingle(const Mark& open) {
    return open.glyph == 0x2018 || (open.glyph == '\'' && open.span.size() == 1);
  }

  // The comma or full stop that stands outside `quotation`, or kNone.
  static TokenIndex MisplacedUs(const Article& article, const Quotation& quotation) {
    const Mark& close = article.marks()[quotation.close];
    const TokenIndex next = close.token + (close.span.size() == 2 && close.glyph == '\'' ? 2 : 1);
    if (next >= article.tokens().size()) return kNone;
    const Token& token = article.tokens()[next];
    if (!Moves(token) || token.Has(kSpaceBefore)) return kNone;
    // `”...` is no full stop.
    const bool ellipsis = next + 1 < article.tokens().size() && article.tokens()[next + 1].IsPunctuation('.');
    return ellipsis ? kNone : next;
  }

  // The one that stands inside a fragment: a few words within a sentence of the paper's. A whole sentence keeps its
  // stop.
  static TokenIndex MisplacedUk(const Article& article, const Quotation& quotation) {
    const Mark& close = article.marks()[quotation.close];
    if (close.token == 0 || quotation.words > kFragmentWords) return kNone;
    if (!Moves(article.tokens()[close.token - 1])) return kNone;
    const Token& first = article.tokens()[article.marks()[quotation.open].token + 1];
    return first.IsWord() && !first.Has(kCapitalized) ? close.token - 1 : kNone;
  }

  static void Report(const Article& article, const Misplaced& fault, uint32_t more, Reporter& report) {
    const TextSpan close = article.marks()[fault.close].span;
    const TextSpan stop = article.tokens()[fault.stop].span;
    const bool outside = stop.begin >= close.end;
    const std::string stop_text(article.Text(stop));
    const std::string close_text(article.Text(close));
    report
        .At(close.Cover(stop),
            absl::StrCat(Quoted(stop_text),
                         outside ? " stands outside the quotation" : " stands inside a quotation that is no sentence",
                         MorePlaces(more)))
        .Help(outside ? "set it before the closing mark" : "set it after the closing mark")
        .Fix(outside ? "move it inside" : "move it outside", Safety::kSuggested, close.Cover(stop),
             outside ? stop_text + close_text : close_text + stop_text);
  }

  QuoteStyle style_;
};

}  // namespace

absl::StatusOr<RulePtr> MakeQuotePunctuation(const RuleOptions& options) {
  const std::string* style = options.Find("style");
  if (style == nullptr) return std::make_unique<QuotePunctuation>(QuoteStyle::kAuto);
  if (*style == "us") return std::make_unique<QuotePunctuation>(QuoteStyle::kUs);
  if (*style == "uk") return std::make_unique<QuotePunctuation>(QuoteStyle::kUk);
  return absl::InvalidArgumentError(absl::StrCat("style must be \"us\" or \"uk\", not \"", *style, "\""));
}

}  // namespace bylint
