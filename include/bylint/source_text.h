// The text of one file, decoded to UTF-8, and the way back to the bytes as stored.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "absl/base/attributes.h"
#include "bylint/span.h"

namespace bylint {

enum class Encoding : uint8_t { kUtf8, kUtf16Le, kUtf16Be, kWindows1252, kLatin1 };

// Sole owner of a file's text. Immutable once made; movable, never copied: spans and views point into it.
// A byte-order mark is part of the text (U+FEFF at offset 0) so that offsets are those of the file; readers
// skip it.
class SourceText {
 public:
  SourceText() = default;
  // REQUIRES: `utf8` is valid UTF-8 (`DecodeSource` in checker/readers checks and decodes).
  explicit SourceText(std::string utf8, Encoding stored_as = Encoding::kUtf8)
      : text_(std::move(utf8)), stored_as_(stored_as) {}
  SourceText(SourceText&&) = default;
  SourceText& operator=(SourceText&&) = default;
  SourceText(const SourceText&) = delete;
  SourceText& operator=(const SourceText&) = delete;

  std::string_view text() const& ABSL_ATTRIBUTE_LIFETIME_BOUND { return text_; }
  std::string_view text() const&& = delete;
  Encoding stored_as() const { return stored_as_; }

  std::string_view Text(SourceSpan span) const& ABSL_ATTRIBUTE_LIFETIME_BOUND {
    return std::string_view(text_).substr(span.begin, span.size());
  }
  std::string_view Text(SourceSpan) const&& = delete;

  // Byte in the file as stored of the UTF-8 byte `offset`. O(1) for UTF-8, O(offset) otherwise.
  uint32_t StoredOffset(uint32_t offset) const;

 private:
  std::string text_;
  Encoding stored_as_ = Encoding::kUtf8;
};

}  // namespace bylint
