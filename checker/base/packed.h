// Numbers and strings as bytes, for files that only bylint reads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bylint {

// Seven bits a byte, the lowest first.
inline void PutNumber(uint64_t value, std::string& out) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

inline void PutString(std::string_view text, std::string& out) {
  PutNumber(text.size(), out);
  out += text;
}

// Reads what the functions above wrote. Bytes that are not of that form give zeros and empty strings, and `ok()` is
// false from then on.
class PackedReader {
 public:
  // `bytes` must outlive the reader and the strings that it gives.
  explicit PackedReader(std::string_view bytes) : rest_(bytes) {}

  bool ok() const { return ok_; }
  bool AtEnd() const { return rest_.empty(); }

  uint64_t Number() {
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return value;
    }
    return Fail();
  }

  uint32_t Number32() {
    const uint64_t value = Number();
    return static_cast<uint32_t>(value <= UINT32_MAX ? value : Fail());
  }

  // A number of things to come, each of which takes a byte at least: no more than there are bytes.
  size_t Count() {
    const uint64_t count = Number();
    return static_cast<size_t>(count <= rest_.size() ? count : Fail());
  }

  std::string_view String() {
    const size_t size = Count();
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return text;
  }

 private:
  uint64_t Fail() {
    ok_ = false;
    rest_ = {};
    return 0;
  }

  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace bylint
