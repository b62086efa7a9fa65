#include "checker/lsp/frames.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"

namespace bylint::lsp {
namespace {

constexpr std::string_view kLength = "content-length:";

std::string_view Trim(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// Where the header name stands in the line, in any case. Not only at its start: what a broken frame left
// behind may stand before it.
size_t FindLengthHeader(std::string_view line) {
  const auto same = [](char a, char b) { return absl::ascii_tolower(static_cast<unsigned char>(a)) == b; };
  const auto found = std::search(line.begin(), line.end(), kLength.begin(), kLength.end(), same);
  return found == line.end() ? std::string_view::npos : static_cast<size_t>(found - line.begin());
}

std::optional<size_t> ParseLength(std::string_view text) {
  text = Trim(text);
  size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool LooksLikeHeader(std::string_view line) {
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  return std::ranges::all_of(line.substr(0, colon),
                             [](char c) { return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '-'; });
}

}  // namespace

std::optional<Frame> FrameReader::Next() {
  for (bool progress = true; progress;) {
    if (state_ == State::kBody) return ReadBody();
    if (state_ == State::kSkipBody) {
      SkipBody();
      if (state_ == State::kSkipBody) return std::nullopt;
    }
    if (std::optional<Frame> broken = ReadHeaderLine(progress)) return broken;
  }
  return std::nullopt;
}

std::optional<Frame> FrameReader::ReadHeaderLine(bool& progress) {
  const std::string_view rest = std::string_view(pending_).substr(consumed_);
  const size_t end = rest.find('\n');
  if (end == std::string_view::npos) {
    progress = false;
    if (rest.size() <= kMaxHeaderBytes) return std::nullopt;
    // Keep a tail: a header may just be beginning there.
    Consume(rest.size() - kLength.size());
    garbage_ = true;
    return std::nullopt;
  }
  const std::string_view line = Trim(rest.substr(0, end));
  if (!line.empty()) {
    const size_t header = FindLengthHeader(line);
    if (header != std::string_view::npos) {
      garbage_ = garbage_ || header != 0;
      length_ = ParseLength(line.substr(header + kLength.size()));
      garbage_ = garbage_ || !length_;
    } else if (!LooksLikeHeader(line)) {
      garbage_ = true;
    }
    Consume(end + 1);
    return std::nullopt;
  }
  Consume(end + 1);
  const std::optional<size_t> length = std::exchange(length_, std::nullopt);
  const bool garbage = std::exchange(garbage_, false);
  if (!length) {
    if (!garbage) return std::nullopt;  // stray empty lines
    return Frame{.broken = true, .body = "header without a valid Content-Length"};
  }
  left_ = *length;
  if (*length > kMaxFrameBytes) {
    state_ = State::kSkipBody;
    return Frame{.broken = true, .body = absl::StrCat("message over ", kMaxFrameBytes, " bytes")};
  }
  state_ = State::kBody;
  if (garbage) return Frame{.broken = true, .body = "bytes between messages"};
  return std::nullopt;
}

std::optional<Frame> FrameReader::ReadBody() {
  if (pending_.size() - consumed_ < left_) return std::nullopt;
  Frame frame{.body = pending_.substr(consumed_, left_)};
  Consume(left_);
  state_ = State::kHeader;
  return frame;
}

void FrameReader::SkipBody() {
  const size_t skipped = std::min(left_, pending_.size() - consumed_);
  left_ -= skipped;
  Consume(skipped);
  if (left_ == 0) state_ = State::kHeader;
}

void FrameReader::Consume(size_t size) {
  consumed_ += size;
  if (consumed_ < pending_.size() && consumed_ < (size_t{1} << 16)) return;
  pending_.erase(0, consumed_);
  consumed_ = 0;
  // One huge message must not hold its memory for the rest of the day.
  if (pending_.capacity() > (size_t{8} << 20) && pending_.size() < (size_t{1} << 20)) pending_.shrink_to_fit();
}

std::string ToFrame(std::string_view body) {
  return absl::StrCat("Content-Length: ", body.size(), "\r\n\r\n", ToAbsl(body));
}

}  // namespace bylint::lsp
