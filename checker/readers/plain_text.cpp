// Plain text: each line that is not blank is a paragraph.
#include "checker/readers/reader.h"

namespace bylint::internal {

Document ReadPlainText(SourceText source) {
  std::vector<Block> blocks;
  const std::string_view text = source.text();
  for (size_t begin = 0; begin < text.size();) {
    size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    size_t first = text.find_first_not_of(" \t\r", begin);
    if (first < end) {
      const size_t last = text.find_last_not_of(" \t\r", end - 1);
      blocks.push_back({.span = {static_cast<uint32_t>(first), static_cast<uint32_t>(last + 1)}});
    }
    begin = end + 1;
  }
  return Document(std::move(source), std::move(blocks));
}

}  // namespace bylint::internal
