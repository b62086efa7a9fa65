// Where the comma and the full stop stand beside a closing mark. American copy sets them inside, whatever they belong
// to; British copy sets them outside after a fragment. Off by default: a house must say which it follows.
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

class QuotePunctuation final : public Rule {
 public:
  explicit QuotePunctuation(bool us) : us_(us) {}

  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    for (const Quotation& quotation : article.quotations()) {
      if (quotation.close == kNone || quotation.repaired) continue;
      const Mark& close = article.marks()[quotation.close];
      if (us_) {
        CheckUs(article, close, report);
      } else {
        CheckUk(article, quotation, close, report);
      }
    }
  }

 private:
  static bool Moves(const Token& token) { return token.IsPunctuation(',') || token.IsPunctuation('.'); }

  static void CheckUs(const Article& article, const Mark& close, Reporter& report) {
    const uint32_t next = close.token + (close.span.size() == 2 && close.glyph == '\'' ? 2 : 1);
    if (next >= article.tokens().size()) return;
    const Token& token = article.tokens()[next];
    if (!Moves(token) || token.Has(kSpaceBefore)) return;
    // `”...` is no full stop.
    if (next + 1 < article.tokens().size() && article.tokens()[next + 1].IsPunctuation('.')) return;
    const TextSpan both = close.span.Cover(token.span);
    report.At(both, absl::StrCat(Quoted(article.Text(token.span)), " stands outside the quotation"))
        .Help("set it before the closing mark")
        .Fix("move it inside", Safety::kSuggested, both,
             std::string(article.Text(token.span)) + std::string(article.Text(close.span)));
  }

  // A fragment is a few words inside a sentence of the paper's; a whole sentence keeps its stop.
  static void CheckUk(const Article& article, const Quotation& quotation, const Mark& close, Reporter& report) {
    if (close.token == 0 || quotation.words > kFragmentWords || quotation.open == kNone) return;
    const Token& stop = article.tokens()[close.token - 1];
    if (!Moves(stop)) return;
    const Token& first = article.tokens()[article.marks()[quotation.open].token + 1];
    if (!first.IsWord() || first.Has(kCapitalized)) return;
    const TextSpan both = stop.span.Cover(close.span);
    report.At(both, absl::StrCat(Quoted(article.Text(stop.span)), " stands inside a quotation that is no sentence"))
        .Help("set it after the closing mark")
        .Fix("move it outside", Safety::kSuggested, both,
             std::string(article.Text(close.span)) + std::string(article.Text(stop.span)));
  }

  bool us_;
};

}  // namespace

absl::StatusOr<RulePtr> MakeQuotePunctuation(const RuleOptions& options) {
  const std::string* style = options.Find("style");
  if (style != nullptr && *style != "us" && *style != "uk") {
    return absl::InvalidArgumentError(absl::StrCat("style must be \"us\" or \"uk\", not \"", *style, "\""));
  }
  return std::make_unique<QuotePunctuation>(style == nullptr || *style == "us");
}

}  // namespace bylint
