// Template code inside Markdown, which the reader of the news never sees: Liquid, Nunjucks, Hugo shortcodes,
// Kramdown attributes, footnote references.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checker/document/document_builder.h"

namespace bylint::internal {

// `text` from some offset on, in which each byte of template code is replaced by one that Markdown takes for
// a part of a word or an address; by blanks where the code has lines of its own.
struct MaskedTemplates {
  std::string body;                      // of the same size; empty where nothing is masked
  std::vector<MaskedStretch> stretches;  // in order
};

// Linear.
MaskedTemplates MaskTemplates(std::string_view text, uint32_t begin);

}  // namespace bylint::internal
