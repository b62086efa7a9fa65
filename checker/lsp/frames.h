// The framing of the protocol: `Content-Length: N`, an empty line, N bytes.
//
//   FrameReader frames;
//   frames.Push(bytes);
//   while (std::optional<Frame> frame = frames.Next()) Use(*frame);
//
// Input that is not a frame is passed over up to the next header, and reported as one broken frame.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace bylint::lsp {

inline constexpr size_t kMaxFrameBytes = size_t{512} << 20;
inline constexpr size_t kMaxHeaderBytes = 8192;

struct Frame {
  bool broken = false;
  std::string body;  // of a broken frame: why, for the error response
};

class FrameReader {
 public:
  void Push(std::string_view bytes) { pending_.append(bytes); }
  // The next whole frame, or nullopt until more bytes are pushed.
  std::optional<Frame> Next();

 private:
  enum class State { kHeader, kBody, kSkipBody };

  std::optional<Frame> ReadHeaderLine(bool& progress);
  std::optional<Frame> ReadBody();
  void SkipBody();
  void Consume(size_t size);

  std::string pending_;
  size_t consumed_ = 0;  // bytes of `pending_` already used; dropped now and then, so that work stays linear
  State state_ = State::kHeader;
  std::optional<size_t> length_;
  size_t left_ = 0;       // of the body
  bool garbage_ = false;  // the header block holds something that is no header
};

// The body with its header.
std::string ToFrame(std::string_view body);

}  // namespace bylint::lsp
