// Markup inside the lines of a reStructuredText paragraph.
#pragma once

#include "checker/document/document_builder.h"

namespace bylint::internal {

// Appends the prose of `span` to the open block: emphasis loses its marks, links and roles keep their text, literals
// and substitutions leave an object, note references leave nothing. Linear.
void AppendRestructuredTextInline(SourceSpan span, DocumentBuilder& builder);

}  // namespace bylint::internal
