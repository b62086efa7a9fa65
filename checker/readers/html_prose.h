// Prose of HTML, a page or a piece of one inside another format.
#pragma once

#include <string_view>

#include "checker/document/document_builder.h"

namespace bylint::internal {

// A whole page, which is the builder's source from `begin` on: the article in it, without what stands around it.
void AppendHtmlPage(uint32_t begin, DocumentBuilder& builder);

// A piece of HTML inside Markdown, which stands at `begin` in the source or masks, byte for byte, what stands
// there: appends its blocks, at the given depth of block quotations.
void AppendHtmlFragment(std::string_view fragment, uint32_t begin, uint8_t quote_depth, DocumentBuilder& builder);

// One tag in running text: `<br>` breaks the line, `<q>` and `</q>` are quotation marks, `<img>` leaves an
// object, a comment is remembered, the others leave nothing.
void AppendInlineTag(SourceSpan tag, DocumentBuilder& builder);

}  // namespace bylint::internal
