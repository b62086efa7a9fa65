#include "checker/cli/why.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "checker/analysis/attribution_explain.h"
#include "checker/analysis/mark_explain.h"
#include "checker/base/to_absl.h"
#include "checker/report/positions.h"

namespace bylint {
namespace {

std::string CostOf(std::string_view role, int cost) {
  return cost >= kNoReading ? std::string() : absl::StrCat(", ", ToAbsl(role), " ", cost);
}

// A line about a place of the article.
struct Remark {
  TextSpan span;
  std::string text;
};

std::vector<std::string> Placed(std::string_view path, const Article& article, const std::vector<Remark>& remarks) {
  std::vector<uint32_t> offsets;
  offsets.reserve(remarks.size());
  for (const Remark& remark : remarks) offsets.push_back(article.document().ToSource(remark.span).begin);
  const PositionTable positions(article.document().source(), offsets);
  std::vector<std::string> lines;
  lines.reserve(remarks.size());
  for (size_t i = 0; i < remarks.size(); ++i) {
    const Position at = positions.At(offsets[i]);
    lines.push_back(absl::StrCat(ToAbsl(path), ":", at.line, ":", at.column, ": ", remarks[i].text));
  }
  return lines;
}

// `quotation is attributed to `Berg` by name-said`
std::string Judgement(const Article& article, const Quotation& quotation) {
  std::string text = absl::StrCat("quotation is ", ToAbsl(ToString(quotation.verdict)));
  if (quotation.has_speaker()) absl::StrAppend(&text, " to `", ToAbsl(article.Text(quotation.speaker.span)), "`");
  if (!quotation.sieve.empty()) absl::StrAppend(&text, " by ", ToAbsl(quotation.sieve));
  return text;
}

}  // namespace

std::vector<std::string> DescribeMarks(std::string_view path, const Article& article) {
  std::vector<Remark> remarks;
  for (const MarkExplanation& row : ExplainMarks(article)) {
    const TextSpan span = article.marks()[row.mark].span;
    remarks.push_back({span, absl::StrCat("`", ToAbsl(article.Text(span)), "` ", ToAbsl(row.reading), ", cost ",
                                          row.cost, " (opening ", row.as_opening, ", closing ", row.as_closing,
                                          CostOf("apostrophe", row.as_apostrophe), ")")});
  }
  return Placed(path, article, remarks);
}

std::vector<std::string> DescribeQuotations(std::string_view path, const Article& article) {
  std::vector<Remark> remarks;
  AttributionExplainer explainer(article);
  for (QuotationIndex i = 0; i < article.quotations().size(); ++i) {
    const Quotation& quotation = article.quotations()[i];
    remarks.push_back({quotation.span, Judgement(article, quotation)});
    for (const RejectedCandidate& candidate : explainer.Explain(i)) {
      remarks.push_back({candidate.span, absl::StrCat("`", ToAbsl(article.Text(candidate.span)),
                                                      "` was rejected: ", ToAbsl(candidate.reason))});
    }
  }
  return Placed(path, article, remarks);
}

}  // namespace bylint
