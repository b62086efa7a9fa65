// `bylint quotes`: who said what.
#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/report/json.h"
#include "checker/report/listings.h"

namespace bylint {
namespace {

constexpr int kQuoteWidth = 60;
constexpr int kNameWidth = 28;

class QuotesOfArticle {
 public:
  QuotesOfArticle(const Article& article, bool all)
      : article_(article), positions_(article.document().source(), Offsets(article)) {
    for (const Quotation& quotation : article.quotations()) {
      if (all || quotation.verdict != Verdict::kNotSpeech) listed_.push_back(&quotation);
    }
  }

  const std::vector<const Quotation*>& listed() const { return listed_; }
  Range At(TextSpan span) const { return positions_.At(article_.document().ToSource(span)); }
  std::string_view Text(TextSpan span) const { return article_.Text(span); }

  // The fullest name of the speaker in the article, or the words themselves.
  std::string_view NameOf(const Speaker& speaker) const {
    return speaker.person == kNone ? article_.Text(speaker.span) : article_.NameOf(speaker.person);
  }

 private:
  static std::vector<uint32_t> Offsets(const Article& article) {
    std::vector<uint32_t> offsets;
    for (const Quotation& q : article.quotations()) {
      for (const TextSpan span : {q.span, q.speaker.span, q.cue, q.credit}) {
        const SourceSpan at = article.document().ToSource(span);
        offsets.push_back(at.begin);
        offsets.push_back(at.end);
      }
    }
    return offsets;
  }

  const Article& article_;
  PositionTable positions_;
  std::vector<const Quotation*> listed_;
};

Json SpanJson(const QuotesOfArticle& quotes, TextSpan span) {
  if (span.empty()) return nullptr;
  return {{"text", quotes.Text(span)}, {"range", ToJson(quotes.At(span))}};
}

std::string RenderJson(std::string_view path, const QuotesOfArticle& quotes) {
  Json items = Json::array();
  for (const Quotation* quotation : quotes.listed()) {
    Json speaker = SpanJson(quotes, quotation->speaker.span);
    if (!speaker.is_null()) speaker["name"] = quotes.NameOf(quotation->speaker);
    items.push_back({{"range", ToJson(quotes.At(quotation->span))},
                     {"text", quotes.Text(quotation->span)},
                     {"verdict", ToString(quotation->verdict)},
                     {"speaker", std::move(speaker)},
                     {"cue", SpanJson(quotes, quotation->cue)},
                     {"credit", SpanJson(quotes, quotation->credit)},
                     {"why", quotation->sieve}});
  }
  return Dump({{"file", path}, {"quotes", std::move(items)}});
}

// `he (Anna Berg)`, where the words alone do not say who it is.
std::string SpeakerText(const QuotesOfArticle& quotes, const Speaker& speaker) {
  if (speaker.span.empty()) return "-";
  const std::string_view said = quotes.Text(speaker.span);
  const std::string_view name = quotes.NameOf(speaker);
  if (said == name) return Shorten(said, kNameWidth);
  return absl::StrCat(Shorten(said, kNameWidth), " (", Shorten(name, kNameWidth), ")");
}

std::string OrDash(const QuotesOfArticle& quotes, TextSpan span) {
  return span.empty() ? "-" : Shorten(quotes.Text(span), kNameWidth);
}

std::string Place(const Range& range) { return absl::StrCat(range.start.line, ":", range.start.column); }

std::string RenderText(std::string_view path, const QuotesOfArticle& quotes, bool colored) {
  if (quotes.listed().empty()) return "";
  TextTable table;
  table.Add({"line", "verdict", "speaker", "cue", "credit", "quotation"});
  for (const Quotation* quotation : quotes.listed()) {
    table.Add({Place(quotes.At(quotation->span)), std::string(ToString(quotation->verdict)),
               SpeakerText(quotes, quotation->speaker), OrDash(quotes, quotation->cue),
               OrDash(quotes, quotation->credit), Shorten(quotes.Text(quotation->span), kQuoteWidth)});
  }
  std::string out;
  Palette(colored).Append(Paint::kPlace, Printable(path), out);
  return absl::StrCat(out, "\n", table.Render("  "));
}

std::string RenderConcise(std::string_view path, const QuotesOfArticle& quotes) {
  std::string out;
  for (const Quotation* quotation : quotes.listed()) {
    absl::StrAppend(&out, Printable(path), ":", Place(quotes.At(quotation->span)), ": ",
                    ToAbsl(ToString(quotation->verdict)), ": ", SpeakerText(quotes, quotation->speaker), ": ",
                    Shorten(quotes.Text(quotation->span), kQuoteWidth), "\n");
  }
  return out;
}

}  // namespace

std::string RenderQuotes(std::string_view path, const Article& article, const ListingOptions& options) {
  const QuotesOfArticle quotes(article, options.all);
  switch (options.format) {
    case ListingFormat::kText:
      return RenderText(path, quotes, options.colored);
    case ListingFormat::kCsv:
    case ListingFormat::kConcise:
      return RenderConcise(path, quotes);
    case ListingFormat::kJson:
      return RenderJson(path, quotes);
  }
  return "";
}

}  // namespace bylint
