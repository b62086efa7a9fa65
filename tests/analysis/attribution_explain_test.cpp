#include "checker/analysis/attribution_explain.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "checker/readers/reader.h"

namespace bylint {
namespace {

// `Berg: named, but with no verb that reports`, one for each candidate of the article's first quotation.
std::vector<std::string> Rejected(const std::string& text) {
  const Article article = Analyze(ReadDocument("case.txt", SourceText(text + "\n")), {});
  std::vector<std::string> lines;
  for (const RejectedCandidate& candidate : AttributionExplainer(article).Explain(0)) {
    lines.push_back(std::string(article.Text(candidate.span)) + ": " + std::string(candidate.reason));
  }
  return lines;
}

TEST_CASE("attribution: names and verbs near an unattributed quotation are rejected for a reason") {
  CHECK(Rejected("Anna Berg left the hall. “The road opens in May.” Tom Lee was told of it.") ==
        std::vector<std::string>{"Anna Berg: named, but with no verb that reports",
                                 "Tom Lee: named, but with no verb that reports",
                                 "told: is passive: its subject is spoken to or about"});
  CHECK(Rejected("“The road opens in May,” said on Monday.") ==
        std::vector<std::string>{"said: nobody is named with this verb"});
  CHECK(Rejected("The states were many. “The road opens in May.”") ==
        std::vector<std::string>{"states: stands as a noun here"});
}

TEST_CASE("attribution: nothing is rejected where somebody speaks, or nobody is named") {
  CHECK(Rejected("“The road opens in May,” Anna Berg said.").empty());
  CHECK(Rejected("“The road opens in May.” The vote is over.").empty());
}

}  // namespace
}  // namespace bylint
