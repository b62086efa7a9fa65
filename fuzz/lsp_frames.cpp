// The framing of the language server's protocol: in pieces of any size the same frames.
#include <vector>

#include "checker/lsp/frames.h"
#include "fuzz/target.h"

namespace {

std::vector<std::string> FramesOf(std::string_view bytes, size_t piece) {
  bylint::lsp::FrameReader reader;
  std::vector<std::string> frames;
  while (!bytes.empty()) {
    reader.Push(bytes.substr(0, piece));
    bytes.remove_prefix(std::min(piece, bytes.size()));
    while (const auto frame = reader.Next()) frames.push_back((frame->broken ? "!" : "=") + frame->body);
  }
  return frames;
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes = bylint::fuzz::View(data + 1, size - 1);
  BYLINT_CHECK(FramesOf(bytes, bytes.size() + 1) == FramesOf(bytes, 1u + data[0] % 16));
  return 0;
}
