// HTML pages, by gumbo.
#include "checker/document/document_builder.h"
#include "checker/readers/html_prose.h"
#include "checker/readers/reader.h"

namespace bylint::internal {

Document ReadHtml(SourceText source) {
  DocumentBuilder builder(std::move(source));
  const uint32_t begin = builder.source().text().starts_with("\uFEFF") ? 3 : 0;
  AppendHtmlPage(begin, builder);
  return std::move(builder).Build();
}

}  // namespace bylint::internal
