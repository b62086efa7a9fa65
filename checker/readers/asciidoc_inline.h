// Markup inside the lines of an AsciiDoc paragraph.
#pragma once

#include "checker/document/document_builder.h"

namespace bylint::internal {

// Appends the prose of `span` to the open block: emphasis loses its marks, links keep their text, code and attribute
// references leave an object, "`…`" becomes quotation marks, notes leave nothing. Linear.
void AppendAsciiDocInline(SourceSpan span, DocumentBuilder& builder);

}  // namespace bylint::internal
