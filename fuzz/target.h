// What the fuzz targets share: bytes to an article, and what must hold of any.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "bylint/article.h"
#include "checker/base/check.h"
#include "checker/base/utf8.h"
#include "checker/readers/reader.h"

namespace bylint::fuzz {

inline std::string_view View(const uint8_t* data, size_t size) { return {reinterpret_cast<const char*>(data), size}; }

// The bytes as text, with what is not UTF-8 left out.
inline std::string TextOf(std::string_view bytes) {
  std::string text;
  for (size_t at = 0; at < bytes.size();) {
    const size_t valid = FindInvalidUtf8(bytes.substr(at));
    for (const char c : bytes.substr(at, valid)) {
      if (c != '\0') text += c;
    }
    at += valid + 1;
  }
  return text;
}

inline Article ArticleOf(std::string_view name, std::string_view bytes, const AnalysisOptions& options = {}) {
  return Analyze(ReadDocument(name, SourceText(TextOf(bytes))), options);
}

// Blocks, marks and quotations lie within the text, and partners know each other.
inline void CheckSound(const Article& article) {
  const auto size = static_cast<uint32_t>(article.text().size());
  const auto sound = [&](TextSpan span) { return span.begin <= span.end && span.end <= size; };
  for (const Block& block : article.blocks()) BYLINT_CHECK(sound(block.span));
  for (const Token& token : article.tokens()) BYLINT_CHECK(sound(token.span));
  for (MarkIndex i = 0; i < article.marks().size(); ++i) {
    const Mark& mark = article.marks()[i];
    BYLINT_CHECK(sound(mark.span));
    BYLINT_CHECK(mark.partner == kNone || article.marks()[mark.partner].partner == i);
  }
  for (const MarkFault& fault : article.mark_faults()) BYLINT_CHECK(fault.mark < article.marks().size());
  for (const Quotation& quotation : article.quotations()) {
    BYLINT_CHECK(sound(quotation.span) && sound(quotation.inner) && sound(quotation.speaker.span));
    BYLINT_CHECK(sound(quotation.cue) && sound(quotation.credit));
  }
  for (const Mention& mention : article.mentions()) BYLINT_CHECK(sound(mention.span));
}

}  // namespace bylint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);
