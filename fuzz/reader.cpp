// A reader and the analysis behind it. BYLINT_FUZZ_NAME is the file's name, whose ending picks the reader.
#include "fuzz/target.h"

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace bylint;
  const Article article = fuzz::ArticleOf(BYLINT_FUZZ_NAME, fuzz::View(data, size));
  fuzz::CheckSound(article);
  const auto source = static_cast<uint32_t>(article.document().source().text().size());
  for (const Block& block : article.blocks()) {
    const SourceSpan span = article.document().ToSource(block.span);
    BYLINT_CHECK(span.begin <= span.end && span.end <= source);
  }
  return 0;
}
