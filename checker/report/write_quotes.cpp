// `bylint quotes`: who said what.
#include "absl/strings/str_cat.h"
#include "checker/analysis/attribution_explain.h"
#include "checker/base/to_absl.h"
#include "checker/report/json.h"
#include "checker/report/listings.h"
#include "checker/report/quote_list.h"

namespace bylint {
namespace {

constexpr int kQuoteWidth = 60;
constexpr int kSpeakerWidth = 28;

Json SpanJson(const QuoteList& quotes, TextSpan span) {
  if (span.empty()) return nullptr;
  return {{"text", quotes.Text(span)}, {"range", ToJson(quotes.At(span))}};
}

// How many quotations each speaker has, in the order in which `quotes` has them.
Json SpeakersJson(const QuoteList& quotes) {
  Json speakers = Json::array();
  for (const QuoteList::Group& group : quotes.groups()) {
    Json name = group.name.empty() ? Json(nullptr) : Json(group.name);
    speakers.push_back({{"name", std::move(name)}, {"quotes", group.end - group.begin}});
  }
  return speakers;
}

// Whom the article names near the unattributed quotations, and what speaks against each.
class RejectedSpeakers {
 public:
  RejectedSpeakers(const Article& article, const QuoteList& quotes)
      : article_(article),
        candidates_(Candidates(article, quotes)),
        positions_(article.document().source(), Offsets()) {}

  // REQUIRES: asked for the quotations of the list in their order, each once.
  Json Next() {
    Json items = Json::array();
    for (const RejectedCandidate& candidate : candidates_[next_++]) {
      items.push_back({{"text", article_.Text(candidate.span)},
                       {"range", ToJson(positions_.At(article_.document().ToSource(candidate.span)))},
                       {"reason", candidate.reason}});
    }
    return items;
  }

 private:
  using Rows = std::vector<std::vector<RejectedCandidate>>;

  static Rows Candidates(const Article& article, const QuoteList& quotes) {
    AttributionExplainer explainer(article);
    Rows rows;
    rows.reserve(quotes.quotations().size());
    for (const Quotation* quotation : quotes.quotations()) {
      rows.push_back(explainer.Explain(static_cast<QuotationIndex>(quotation - article.quotations().data())));
    }
    return rows;
  }

  std::vector<uint32_t> Offsets() const {
    std::vector<uint32_t> offsets;
    for (const std::vector<RejectedCandidate>& row : candidates_) {
      for (const RejectedCandidate& candidate : row) {
        const SourceSpan at = article_.document().ToSource(candidate.span);
        offsets.push_back(at.begin);
        offsets.push_back(at.end);
      }
    }
    return offsets;
  }

  const Article& article_;
  Rows candidates_;
  PositionTable positions_;
  size_t next_ = 0;
};

std::string RenderJson(std::string_view path, const Article& article, const QuoteList& quotes, bool by_speaker) {
  RejectedSpeakers rejected(article, quotes);
  Json items = Json::array();
  for (const Quotation* quotation : quotes.quotations()) {
    Json speaker = SpanJson(quotes, quotation->speaker.span);
    if (!speaker.is_null()) speaker["name"] = quotes.NameOf(quotation->speaker);
    items.push_back({{"range", ToJson(quotes.At(quotation->span))},
                     {"text", quotes.Text(quotation->span)},
                     {"verdict", ToString(quotation->verdict)},
                     {"speaker", std::move(speaker)},
                     {"cue", SpanJson(quotes, quotation->cue)},
                     {"credit", SpanJson(quotes, quotation->credit)},
                     {"words", quotation->words},
                     {"why", quotation->sieve}});
    Json candidates = rejected.Next();
    if (quotation->verdict == Verdict::kUnattributed) items.back()["rejected"] = std::move(candidates);
  }
  Json document = {{"file", path}, {"quotes", std::move(items)}};
  if (by_speaker) document["speakers"] = SpeakersJson(quotes);
  return Dump(document);
}

// `he (Anna Berg)`, where the words alone do not say who it is.
std::string SpeakerText(const QuoteList& quotes, const Speaker& speaker) {
  if (speaker.span.empty()) return "-";
  const std::string_view said = quotes.Text(speaker.span);
  const std::string_view name = quotes.NameOf(speaker);
  if (said == name) return Shorten(said, kSpeakerWidth);
  return absl::StrCat(Shorten(said, kSpeakerWidth), " (", Shorten(name, kSpeakerWidth), ")");
}

std::string OrDash(const QuoteList& quotes, TextSpan span) {
  return span.empty() ? "-" : Shorten(quotes.Text(span), kSpeakerWidth);
}

std::string Place(const Range& range) { return absl::StrCat(range.start.line, ":", range.start.column); }

std::string Heading(std::string_view path, bool colored) {
  std::string out;
  Palette(colored).Append(Paint::kPlace, Printable(path), out);
  return out + "\n";
}

std::string RenderText(std::string_view path, const QuoteList& quotes, bool colored) {
  TextTable table;
  table.Add({"line", "verdict", "speaker", "cue", "credit", "words", "quotation"});
  for (const Quotation* quotation : quotes.quotations()) {
    table.Add({Place(quotes.At(quotation->span)), std::string(ToString(quotation->verdict)),
               SpeakerText(quotes, quotation->speaker), OrDash(quotes, quotation->cue),
               OrDash(quotes, quotation->credit), absl::StrCat(quotation->words),
               Shorten(quotes.Text(quotation->span), kQuoteWidth)});
  }
  return absl::StrCat(Heading(path, colored), table.Render("  "));
}

// `Anna Berg: 2 quotations, 31 words`, and under it the quotations.
std::string RenderGroup(const QuoteList& quotes, const QuoteList::Group& group) {
  TextTable table;
  uint32_t words = 0;
  for (size_t i = group.begin; i < group.end; ++i) {
    const Quotation& quotation = *quotes.quotations()[i];
    words += quotation.words;
    table.Add({Place(quotes.At(quotation.span)), std::string(ToString(quotation.verdict)),
               OrDash(quotes, quotation.speaker.span), OrDash(quotes, quotation.cue), OrDash(quotes, quotation.credit),
               absl::StrCat(quotation.words), Shorten(quotes.Text(quotation.span), kQuoteWidth)});
  }
  const size_t count = group.end - group.begin;
  const std::string name = group.name.empty() ? "nobody named" : Shorten(group.name, kQuoteWidth);
  return absl::StrCat("  ", name, ": ", count, count == 1 ? " quotation, " : " quotations, ", words,
                      words == 1 ? " word\n" : " words\n", table.Render("    "));
}

std::string RenderBySpeaker(std::string_view path, const QuoteList& quotes, bool colored) {
  std::string out = Heading(path, colored);
  for (const QuoteList::Group& group : quotes.groups()) out += RenderGroup(quotes, group);
  return out;
}

std::string RenderConcise(std::string_view path, const QuoteList& quotes) {
  std::string out;
  for (const Quotation* quotation : quotes.quotations()) {
    absl::StrAppend(&out, Printable(path), ":", Place(quotes.At(quotation->span)), ": ",
                    ToAbsl(ToString(quotation->verdict)), ": ", SpeakerText(quotes, quotation->speaker), ": ",
                    Shorten(quotes.Text(quotation->span), kQuoteWidth), "\n");
  }
  return out;
}

// On one line: hard-wrapped prose has line breaks in it.
std::string CsvWords(const QuoteList& quotes, TextSpan span) { return CsvField(Printable(quotes.Text(span))); }

std::string RenderCsv(std::string_view path, const QuoteList& quotes) {
  std::string out;
  for (const Quotation* quotation : quotes.quotations()) {
    const Position start = quotes.At(quotation->span).start;
    absl::StrAppend(&out, CsvField(path), ",", start.line, ",", start.column, ",", ToAbsl(ToString(quotation->verdict)),
                    ",", CsvWords(quotes, quotation->speaker.span), ",",
                    CsvField(Printable(quotes.NameOf(quotation->speaker))), ",", CsvWords(quotes, quotation->cue), ",",
                    CsvWords(quotes, quotation->credit), ",", quotation->words, ",", CsvWords(quotes, quotation->span),
                    "\n");
  }
  return out;
}

}  // namespace

std::string RenderQuotes(std::string_view path, const Article& article, const ListingOptions& options) {
  const QuoteList quotes(article, options);
  if (options.format == ListingFormat::kJson) return RenderJson(path, article, quotes, options.by_speaker);
  if (quotes.quotations().empty()) return "";
  switch (options.format) {
    case ListingFormat::kText:
      return options.by_speaker ? RenderBySpeaker(path, quotes, options.colored)
                                : RenderText(path, quotes, options.colored);
    case ListingFormat::kCsv:
      return RenderCsv(path, quotes);
    case ListingFormat::kConcise:
      return RenderConcise(path, quotes);
    case ListingFormat::kJson:
      break;
  }
  return "";
}

}  // namespace bylint
