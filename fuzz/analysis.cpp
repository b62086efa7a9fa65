// The balance parse, attribution and names on one text under every language and style; what `--why` shows; facts.
#include "bylint/archive.h"
#include "checker/analysis/mark_explain.h"
#include "fuzz/target.h"

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace bylint;
  if (size == 0) return 0;
  AnalysisOptions options;
  options.language = static_cast<Language>(data[0] % 6);
  options.quote_style = static_cast<QuoteStyle>(data[0] / 6 % 3);
  options.speech_words = data[0] / 18;
  const Article article = fuzz::ArticleOf("a.txt", fuzz::View(data + 1, size - 1), options);
  fuzz::CheckSound(article);
  BYLINT_CHECK(ExplainMarks(article).size() == article.marks().size());
  CollectNamesOf(article);
  return 0;
}
