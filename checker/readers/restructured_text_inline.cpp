#include "checker/readers/restructured_text_inline.h"

#include <algorithm>
#include <cstddef>

namespace bylint::internal {
namespace {

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}
bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class InlineReader {
 public:
  InlineReader(SourceSpan span, DocumentBuilder& builder)
      : text_(builder.source().text().substr(0, span.end)),
        begin_(span.begin),
        at_(span.begin),
        from_(span.begin),
        builder_(builder) {}

  void Read() {
    while (at_ < text_.size()) {
      if (!ReadMarkup()) ++at_;
    }
    AppendUpTo(at_);
  }

 private:
  char Before() const { return at_ > begin_ ? text_[at_ - 1] : ' '; }
  char At(size_t offset) const { return offset < text_.size() ? text_[offset] : ' '; }

  void AppendUpTo(size_t end) {
    if (from_ < end) builder_.AppendSource({from_, static_cast<uint32_t>(end)});
    from_ = static_cast<uint32_t>(end);
  }
  // Goes on at `next`; what is between is left out.
  void Skip(size_t next) {
    AppendUpTo(at_);
    at_ = from_ = static_cast<uint32_t>(next);
  }
  void ReplaceByObject(size_t next) {
    const uint32_t begin = at_;
    Skip(next);
    builder_.AppendObject({begin, at_});
  }
  void AppendText(size_t begin, size_t end) {
    builder_.AppendSource({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
  }

  bool ReadMarkup() {
    switch (text_[at_]) {
      case '\\':
        // An escaped space is no space.
        Skip(IsSpace(At(at_ + 1)) ? at_ + 2 : at_ + 1);
        if (from_ == at_ && at_ < text_.size() && Before() == '\\') ++at_;
        return true;
      case '*':
        return ReadEmphasis();
      case '`':
        return ReadInterpreted();
      case ':':
        return ReadRole();
      case '|':
        return ReadSubstitution();
      case '[':
        return ReadNoteReference();
      case '_':
        return ReadReferenceEnd();
      default:
        return false;
    }
  }

  // Marks open behind a space or punctuation, before something else than a space.
  bool Opens(size_t size) const { return !IsWordByte(Before()) && !IsSpace(At(at_ + size)); }

  // Offset of the next `closing` behind something else than a space and before no word; npos where there is none.
  size_t FindClosing(std::string_view closing, size_t from) const {
    size_t end = text_.find(closing, from);
    for (int tries = 0; end != std::string_view::npos && tries < kMostTries; ++tries) {
      if (!IsSpace(text_[end - 1]) && !IsWordByte(At(end + closing.size()))) return end;
      end = text_.find(closing, end + closing.size());
    }
    return std::string_view::npos;
  }

  bool ReadEmphasis() {
    const size_t size = At(at_ + 1) == '*' ? 2 : 1;
    if (!Opens(size) || no_emphasis_end_) return false;
    const size_t end = FindClosing(size == 2 ? "**" : "*", at_ + size);
    no_emphasis_end_ = end == std::string_view::npos;
    if (no_emphasis_end_) return false;
    Skip(at_ + size);
    AppendText(at_, end);
    at_ = from_ = static_cast<uint32_t>(end + size);
    return true;
  }

  // ``literal``, `text`_, `text <address>`__
  bool ReadInterpreted() {
    if (no_backquote_end_ || !Opens(1)) return false;
    const bool literal = At(at_ + 1) == '`';
    const size_t size = literal ? 2 : 1;
    const size_t end = text_.find(literal ? "``" : "`", at_ + size);
    no_backquote_end_ = end == std::string_view::npos;
    if (no_backquote_end_) return false;
    if (literal) {
      ReplaceByObject(end + 2);
      return true;
    }
    Skip(at_ + 1);
    const std::string_view inside = text_.substr(at_, end - at_);
    const size_t address = inside.ends_with('>') ? inside.rfind(" <") : std::string_view::npos;
    AppendText(at_, address == std::string_view::npos ? end : at_ + address);
    size_t next = end + 1;
    while (At(next) == '_') ++next;
    at_ = from_ = static_cast<uint32_t>(next);
    return true;
  }

  // `:role:` before interpreted text.
  bool ReadRole() {
    if (IsWordByte(Before())) return false;
    size_t end = at_ + 1;
    while (IsWordByte(At(end)) || At(end) == '-' || At(end) == '+') ++end;
    if (end == at_ + 1 || At(end) != ':' || At(end + 1) != '`') return false;
    const bool code = text_.substr(at_, end - at_ + 1) == ":code:" || text_.substr(at_, end - at_ + 1) == ":math:";
    Skip(end + 1);
    if (!code) return ReadRoleText();
    const size_t close = text_.find('`', at_ + 1);
    if (close == std::string_view::npos) return true;
    ReplaceByObject(close + 1);
    return true;
  }

  bool ReadRoleText() {
    begin_ = at_;  // the mark opens here, whatever stands before the role
    ReadInterpreted();
    return true;
  }

  bool ReadSubstitution() {
    if (no_bar_end_ || !Opens(1)) return false;
    const size_t end = FindClosing("|", at_ + 1);
    no_bar_end_ = end == std::string_view::npos;
    if (no_bar_end_) return false;
    ReplaceByObject(end + 1);
    return true;
  }

  // `[1]_`, `[#name]_`, `[CIT2024]_`
  bool ReadNoteReference() {
    const size_t end = text_.substr(0, at_ + kLongestNote).find("]_", at_);
    if (end == std::string_view::npos || IsWordByte(At(end + 2))) return false;
    if (text_.substr(at_, end - at_).find(' ') != std::string_view::npos) return false;
    Skip(end + 2);
    return true;
  }

  // `word_`, `word__`: a link.
  bool ReadReferenceEnd() {
    if (!IsWordByte(Before())) return false;
    const size_t next = At(at_ + 1) == '_' ? at_ + 2 : at_ + 1;
    if (IsWordByte(At(next)) || At(next) == '_') return false;
    Skip(next);
    return true;
  }

  static constexpr int kMostTries = 100;
  static constexpr size_t kLongestNote = 64;

  std::string_view text_;
  uint32_t begin_;
  uint32_t at_;
  uint32_t from_;  // start of the stretch that is yet to be appended
  DocumentBuilder& builder_;
  // Nothing behind closes these: not looked for again.
  bool no_emphasis_end_ = false;
  bool no_backquote_end_ = false;
  bool no_bar_end_ = false;
};

}  // namespace

void AppendRestructuredTextInline(SourceSpan span, DocumentBuilder& builder) { InlineReader(span, builder).Read(); }

}  // namespace bylint::internal
