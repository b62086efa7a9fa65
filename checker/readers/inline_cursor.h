// A place in inline markup: what it passes is prose, what it skips is not.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "checker/base/ascii.h"
#include "checker/document/document_builder.h"

namespace bylint::internal {

// Letters, digits, and every byte of a character that is not ASCII.
constexpr bool IsWordByte(char c) { return IsAsciiLetter(c) || IsAsciiDigit(c) || (c & 0x80) != 0; }
constexpr bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Walks over one stretch of the source and appends it to the open block. Offsets are those of the source.
class InlineCursor {
 public:
  // `builder` must outlive the cursor.
  InlineCursor(SourceSpan span, DocumentBuilder& builder)
      : text_(builder.source().text().substr(0, span.end)),
        begin_(span.begin),
        at_(span.begin),
        from_(span.begin),
        builder_(builder) {}

  std::string_view text() const { return text_; }  // the source as far as the stretch goes
  uint32_t at() const { return at_; }
  bool AtEnd() const { return at_ >= text_.size(); }

  // A space stands before the stretch and behind it.
  char CharAt(size_t offset) const { return offset < text_.size() ? text_[offset] : ' '; }
  char Peek(size_t ahead = 0) const { return CharAt(at_ + ahead); }
  char Before() const { return at_ > begin_ ? text_[at_ - 1] : ' '; }
  // From now on a space stands before this place.
  void StartHere() { begin_ = at_; }

  void Keep(size_t size = 1) { KeepTo(at_ + size); }
  void KeepTo(size_t next) { at_ = Within(next); }

  void Skip(size_t size) { SkipTo(at_ + size); }
  void SkipTo(size_t next) { Cut(at_, next); }
  // Skips from `begin`, which may have been kept already. REQUIRES: begin is not before `uncut()`.
  void Cut(uint32_t begin, size_t next) {
    if (from_ < begin) builder_.AppendSource({from_, begin});
    at_ = from_ = Within(next);
  }
  // Where the stretch begins that is kept and can still be cut.
  uint32_t uncut() const { return from_; }

  void Replace(size_t size, std::string_view by) {
    const uint32_t begin = at_;
    Skip(size);
    builder_.AppendDecoded(by, {begin, at_});
  }
  // Prose knows that there is something, not what.
  void ReplaceByObject(size_t size) { CutObject(at_, at_ + size); }
  void CutObject(uint32_t begin, size_t next) {
    Cut(begin, next);
    builder_.AppendObject({begin, at_});
  }

  // Appends what is kept so far.
  void Flush() { SkipTo(at_); }

 private:
  uint32_t Within(size_t offset) const { return static_cast<uint32_t>(std::min(offset, text_.size())); }

  std::string_view text_;
  uint32_t begin_;
  uint32_t at_;
  uint32_t from_;
  DocumentBuilder& builder_;
};

}  // namespace bylint::internal
