#include "checker/report/positions.h"

#include <algorithm>
#include <cstring>
#include <string_view>

#include "checker/base/check.h"
#include "checker/base/utf8.h"

namespace bylint {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

uint32_t StoredSize(Encoding encoding, CodePoint c) {
  switch (encoding) {
    case Encoding::kUtf8:
      return c.size;
    case Encoding::kUtf16Le:
    case Encoding::kUtf16Be:
      return c.value > 0xFFFF ? 4 : 2;
    case Encoding::kWindows1252:
    case Encoding::kLatin1:
      return 1;
  }
  return c.size;
}

// Walks the text once, from offset to offset.
class Sweep {
 public:
  explicit Sweep(const SourceText& source)
      : text_(source.text()), encoding_(source.stored_as()), simple_(encoding_ == Encoding::kUtf8) {}

  Position To(uint32_t offset) {
    if (simple_) {
      SkipLines(offset);
    } else {
      SkipCodePoints(offset);
    }
    here_.utf8_column = at_ < line_start_ ? 1 : at_ - line_start_ + 1;
    return here_;
  }

 private:
  // UTF-8 as stored: only the last line is looked at byte by byte.
  void SkipLines(uint32_t offset) {
    for (;;) {
      const void* found = std::memchr(text_.data() + at_, '\n', offset - at_);
      if (found == nullptr) break;
      at_ = static_cast<uint32_t>(static_cast<const char*>(found) - text_.data()) + 1;
      ++here_.line;
      here_.column = 1;
      line_start_ = at_;
    }
    const std::string_view rest = text_.substr(at_, offset - at_);
    here_.column +=
        static_cast<uint32_t>(rest.size() - static_cast<size_t>(std::ranges::count_if(rest, IsContinuation)));
    if (at_ == 0 && rest.starts_with(kByteOrderMark)) SkipMark();
    at_ = here_.byte = offset;
  }

  void SkipCodePoints(uint32_t offset) {
    while (at_ < offset) {
      const CodePoint c = DecodeUtf8(text_, at_);
      const bool bom = at_ == 0 && c.value == 0xFEFF;
      at_ += c.size;
      here_.byte += StoredSize(encoding_, c);
      if (c.value == '\n') {
        ++here_.line;
        here_.column = 1;
        line_start_ = at_;
      } else {
        ++here_.column;
        if (bom) SkipMark();
      }
    }
  }

  // A byte-order mark is no character of the first line.
  void SkipMark() {
    --here_.column;
    line_start_ = static_cast<uint32_t>(kByteOrderMark.size());
  }

  std::string_view text_;
  Encoding encoding_;
  bool simple_;
  uint32_t at_ = 0;
  uint32_t line_start_ = 0;
  Position here_;
};

}  // namespace

PositionTable::PositionTable(const SourceText& source, std::vector<uint32_t> offsets) : offsets_(std::move(offsets)) {
  std::ranges::sort(offsets_);
  offsets_.erase(std::unique(offsets_.begin(), offsets_.end()), offsets_.end());
  positions_.reserve(offsets_.size());
  const auto size = static_cast<uint32_t>(source.text().size());
  Sweep sweep(source);
  for (const uint32_t offset : offsets_) positions_.push_back(sweep.To(std::min(offset, size)));
}

Position PositionTable::At(uint32_t offset) const {
  const auto it = std::ranges::lower_bound(offsets_, offset);
  BYLINT_CHECK(it != offsets_.end() && *it == offset);
  return positions_[static_cast<size_t>(it - offsets_.begin())];
}

}  // namespace bylint
