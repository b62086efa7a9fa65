// textDocument/documentSymbol: quotations under those who said them.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/base/utf8.h"
#include "checker/lsp/methods.h"
#include "checker/lsp/place.h"

namespace bylint::lsp {
namespace {

constexpr int kStringSymbol = 15;
constexpr int kPersonSymbol = 5;  // "class": the protocol has none for people
constexpr size_t kShownCodePoints = 60;
constexpr std::string_view kNobody = "(nobody)";

struct Speech {
  std::string speaker;
  std::vector<QuotationIndex> quotations;
};

// Speakers in the order of their first quotation.
std::vector<Speech> GroupBySpeaker(const Article& article) {
  std::vector<Speech> speeches;
  for (QuotationIndex i = 0; i < article.quotations().size(); ++i) {
    const Quotation& quotation = article.quotations()[i];
    if (quotation.verdict == Verdict::kNotSpeech || quotation.depth > 1) continue;
    std::string speaker = SpeakerName(article, quotation);
    if (speaker.empty()) speaker = kNobody;
    const auto known = std::ranges::find(speeches, speaker, &Speech::speaker);
    if (known != speeches.end()) {
      known->quotations.push_back(i);
    } else {
      speeches.push_back({.speaker = std::move(speaker), .quotations = {i}});
    }
  }
  return speeches;
}

std::string Shortened(std::string_view text) {
  std::string shown;
  size_t count = 0;
  for (size_t i = 0; i < text.size();) {
    if (++count > kShownCodePoints) return shown + "…";
    const CodePoint c = DecodeUtf8(text, i);
    if (c.value == '\n' || c.value == '\r' || c.value == '\t') {
      shown.push_back(' ');
    } else {
      shown.append(text.substr(i, c.size));
    }
    i += c.size;
  }
  return shown;
}

std::string Detail(const Article& article, const Quotation& quotation) {
  if (quotation.verdict != Verdict::kAttributed) return std::string(ToString(quotation.verdict));
  return std::string(article.Text(quotation.cue));
}

Json QuotationSymbol(const CheckedDocument& in, const ClientFeatures& client, const Quotation& quotation) {
  const Article& article = in.checked.article;
  Json range = RangeOf(in, client, quotation.span);
  return {{"name", Shortened(article.Text(quotation.span))},
          {"detail", Detail(article, quotation)},
          {"kind", kStringSymbol},
          {"range", range},
          {"selectionRange", range}};
}

Json SpeakerSymbol(const CheckedDocument& in, const ClientFeatures& client, const Speech& speech) {
  const Article& article = in.checked.article;
  const Quotation& first = article.quotations()[speech.quotations.front()];
  const TextSpan named = first.has_speaker() ? first.speaker.span : first.span;
  TextSpan range = named;
  Json children = Json::array();
  for (const QuotationIndex i : speech.quotations) {
    const Quotation& quotation = article.quotations()[i];
    range = range.Cover(quotation.span);
    children.push_back(QuotationSymbol(in, client, quotation));
  }
  const size_t count = children.size();
  return {{"name", speech.speaker},
          {"detail", absl::StrCat(count, count == 1 ? " quotation" : " quotations")},
          {"kind", kPersonSymbol},
          {"range", RangeOf(in, client, range)},
          {"selectionRange", RangeOf(in, client, named)},
          {"children", std::move(children)}};
}

// For clients that know no trees.
void AppendFlat(const CheckedDocument& in, const ClientFeatures& client, const Speech& speech, Json& symbols) {
  for (const QuotationIndex i : speech.quotations) {
    const Quotation& quotation = in.checked.article.quotations()[i];
    symbols.push_back({{"name", Shortened(in.checked.article.Text(quotation.span))},
                       {"kind", kStringSymbol},
                       {"location", LocationOf(in, client, quotation.span)},
                       {"containerName", speech.speaker}});
  }
}

}  // namespace

Reply DocumentSymbol(Session& session, const Json& params) {
  const std::optional<CheckedDocument> in = CheckedDocumentOf(session, params);
  Json symbols = Json::array();
  if (!in) return Answer(std::move(symbols));
  for (const Speech& speech : GroupBySpeaker(in->checked.article)) {
    if (session.client.symbol_trees) {
      symbols.push_back(SpeakerSymbol(*in, session.client, speech));
    } else {
      AppendFlat(*in, session.client, speech, symbols);
    }
  }
  return Answer(std::move(symbols));
}

}  // namespace bylint::lsp
