// A document as text, for comparing: one line a block, its kind before it.
#pragma once

#include <string>
#include <string_view>

#include "bylint/document.h"
#include "checker/readers/reader.h"

namespace bylint {

inline std::string_view KindName(BlockKind kind) {
  switch (kind) {
    case BlockKind::kHeadline:
      return "headline";
    case BlockKind::kHeading:
      return "heading";
    case BlockKind::kParagraph:
      return "paragraph";
    case BlockKind::kListItem:
      return "item";
    case BlockKind::kBlockQuote:
      return "quote";
    case BlockKind::kCaption:
      return "caption";
    case BlockKind::kByline:
      return "byline";
  }
  return "";
}

// `paragraph: text`, line breaks inside as `/`, a masked stretch as `_`.
inline std::string Outline(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks()) {
    out += KindName(block.kind);
    out += ": ";
    std::string text(document.Text(block.span));
    for (size_t at = text.find("\uFFFC"); at != std::string::npos; at = text.find("\uFFFC")) text.replace(at, 3, "_");
    for (char& c : text) c = c == '\n' ? '/' : c;
    std::erase(text, '\r');
    out += text + "\n";
  }
  return out;
}

inline Document ReadText(std::string_view file, std::string text) {
  return ReadDocument(file, SourceText(std::move(text)));
}

// The first way in which the document breaks its promises; empty if it keeps them.
inline std::string BrokenPromise(const Document& document) {
  const std::string_view text = document.text();
  const std::string_view source = document.source().text();
  const auto on_boundary = [](std::string_view in, size_t at) {
    return at == in.size() || (static_cast<unsigned char>(in[at]) & 0xC0) != 0x80;
  };
  uint32_t at = 0;
  for (const Block& block : document.blocks()) {
    if (block.span.begin < at || block.span.end > text.size() || block.span.empty()) return "block out of order";
    if (!on_boundary(text, block.span.begin) || !on_boundary(text, block.span.end)) return "block splits a character";
    at = block.span.end;
    const SourceSpan all = document.ToSource(block.span);
    if (all.end > source.size()) return "block outside the file";
    for (uint32_t i = block.span.begin; i < block.span.end; ++i) {
      if (!on_boundary(text, i)) continue;
      uint32_t end = i + 1;
      while (!on_boundary(text, end)) ++end;
      const SourceSpan span = document.ToSource({i, end});
      if (span.end > source.size() || span.begin > span.end) return "span outside the file";
      if (!on_boundary(source, span.begin) || !on_boundary(source, span.end)) return "span splits a character";
      if (document.IsVerbatim({i, end}) && source.substr(span.begin, span.size()) != text.substr(i, end - i)) {
        return "verbatim text differs from the source at " + std::to_string(i);
      }
    }
  }
  for (const Comment& comment : document.comments()) {
    if (comment.source.end > source.size() || !comment.source.Contains(comment.content)) return "comment out of place";
    if (comment.next_block > document.blocks().size()) return "comment before no block";
  }
  return "";
}

}  // namespace bylint
