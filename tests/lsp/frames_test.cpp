#include "checker/lsp/frames.h"

#include <catch2/catch.hpp>

namespace bylint::lsp {
namespace {

std::vector<std::string> ReadAll(std::string_view bytes, size_t piece) {
  FrameReader frames;
  std::vector<std::string> read;
  for (size_t at = 0; at < bytes.size(); at += piece) {
    frames.Push(bytes.substr(at, piece));
    while (const std::optional<Frame> frame = frames.Next()) read.push_back(frame->broken ? "broken" : frame->body);
  }
  return read;
}

using Frames = std::vector<std::string>;

TEST_CASE("lsp frames: however the bytes arrive, the same messages") {
  const std::string bytes = ToFrame("{}") + "Content-Type: x\r\ncontent-length:  3 \r\n\r\n[1]" + ToFrame("");
  const size_t piece = GENERATE(1u, 2u, 7u, 1000u);
  CHECK(ReadAll(bytes, piece) == Frames{"{}", "[1]", ""});
}

TEST_CASE("lsp frames: after broken input the next message is read") {
  const size_t piece = GENERATE(1u, 5u, 20000u);
  CHECK(ReadAll("Content-Length: x\r\n\r\n" + ToFrame("{}"), piece) == Frames{"broken", "{}"});
  CHECK(ReadAll("Content-Length: -4\r\n\r\n" + ToFrame("{}"), piece) == Frames{"broken", "{}"});
  CHECK(ReadAll("hello there\r\n\r\n" + ToFrame("{}"), piece) == Frames{"broken", "{}"});
  CHECK(ReadAll("{\"cut\":" + ToFrame("{}"), piece) == Frames{"broken", "{}"});
  CHECK(ReadAll(std::string(10'000, 'x') + ToFrame("{}"), piece) == Frames{"broken", "{}"});
  CHECK(ReadAll("\r\n\r\n" + ToFrame("{}"), piece) == Frames{"{}"});
  CHECK(ReadAll("Content-Length: 99999999999999999999999\r\n\r\n" + ToFrame("{}"), piece) == Frames{"broken", "{}"});
}

TEST_CASE("lsp frames: a message over the limit is passed over without being kept") {
  FrameReader frames;
  const size_t size = kMaxFrameBytes + 10;
  frames.Push("Content-Length: " + std::to_string(size) + "\r\n\r\n");
  CHECK(frames.Next()->broken);
  const std::string chunk(size_t{1} << 20, 'x');
  size_t sent = 0;
  for (; sent + chunk.size() <= size; sent += chunk.size()) {
    frames.Push(chunk);
    REQUIRE_FALSE(frames.Next());
  }
  frames.Push(std::string(size - sent, 'x') + ToFrame("{}"));
  CHECK(frames.Next()->body == "{}");
}

}  // namespace
}  // namespace bylint::lsp
