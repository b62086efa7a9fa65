#include "checker/readers/restructured_text_inline.h"

#include <cstddef>

#include "checker/readers/inline_cursor.h"

namespace bylint::internal {
namespace {

class InlineReader : private InlineCursor {
 public:
  using InlineCursor::InlineCursor;

  void Read() {
    while (!AtEnd()) {
      if (!ReadMarkup()) Keep();
    }
    Flush();
  }

 private:
  bool ReadMarkup() {
    switch (Peek()) {
      case '\\':
        return ReadEscape();
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

  // A character as it stands; an escaped space is no space.
  bool ReadEscape() {
    const bool space = IsSpace(Peek(1));
    Skip(space ? 2 : 1);
    if (!space) Keep();
    return true;
  }

  // Marks open behind a space or punctuation, before something else than a space.
  bool Opens(size_t size) const { return !IsWordByte(Before()) && !IsSpace(Peek(size)); }

  // Offset of the next `closing` behind something else than a space and before no word; npos where there is none.
  size_t FindClosing(std::string_view closing, size_t from) const {
    size_t end = text().find(closing, from);
    for (int tries = 0; end != std::string_view::npos && tries < kMostTries; ++tries) {
      if (!IsSpace(text()[end - 1]) && !IsWordByte(CharAt(end + closing.size()))) return end;
      end = text().find(closing, end + closing.size());
    }
    return std::string_view::npos;
  }

  bool ReadEmphasis() {
    const size_t size = Peek(1) == '*' ? 2 : 1;
    if (!Opens(size) || no_emphasis_end_) return false;
    const size_t end = FindClosing(size == 2 ? "**" : "*", at() + size);
    no_emphasis_end_ = end == std::string_view::npos;
    if (no_emphasis_end_) return false;
    Skip(size);
    KeepTo(end);
    Skip(size);
    return true;
  }

  // ``literal``, `text`_, `text <address>`__
  bool ReadInterpreted() {
    if (no_backquote_end_ || !Opens(1)) return false;
    const bool literal = Peek(1) == '`';
    const size_t size = literal ? 2 : 1;
    const size_t end = text().find(literal ? "``" : "`", at() + size);
    no_backquote_end_ = end == std::string_view::npos;
    if (no_backquote_end_) return false;
    if (literal) {
      CutObject(at(), end + 2);
      return true;
    }
    Skip(1);
    const std::string_view inside = text().substr(at(), end - at());
    const size_t address = inside.ends_with('>') ? inside.rfind(" <") : std::string_view::npos;
    KeepTo(address == std::string_view::npos ? end : at() + address);
    size_t next = end + 1;
    while (CharAt(next) == '_') ++next;
    SkipTo(next);
    return true;
  }

  // `:role:` before interpreted text.
  bool ReadRole() {
    if (IsWordByte(Before())) return false;
    size_t end = at() + 1;
    while (IsWordByte(CharAt(end)) || CharAt(end) == '-' || CharAt(end) == '+') ++end;
    if (end == at() + 1 || CharAt(end) != ':' || CharAt(end + 1) != '`') return false;
    const bool code =
        text().substr(at(), end - at() + 1) == ":code:" || text().substr(at(), end - at() + 1) == ":math:";
    SkipTo(end + 1);
    if (!code) return ReadRoleText();
    const size_t close = text().find('`', at() + 1);
    if (close == std::string_view::npos) return true;
    CutObject(at(), close + 1);
    return true;
  }

  bool ReadRoleText() {
    StartHere();  // the mark opens here, whatever stands before the role
    ReadInterpreted();
    return true;
  }

  bool ReadSubstitution() {
    if (no_bar_end_ || !Opens(1)) return false;
    const size_t end = FindClosing("|", at() + 1);
    no_bar_end_ = end == std::string_view::npos;
    if (no_bar_end_) return false;
    CutObject(at(), end + 1);
    return true;
  }

  // `[1]_`, `[#name]_`, `[CIT2024]_`
  bool ReadNoteReference() {
    const size_t end = text().substr(0, at() + kLongestNote).find("]_", at());
    if (end == std::string_view::npos || IsWordByte(CharAt(end + 2))) return false;
    if (text().substr(at(), end - at()).find(' ') != std::string_view::npos) return false;
    SkipTo(end + 2);
    return true;
  }

  // `word_`, `word__`: a link.
  bool ReadReferenceEnd() {
    if (!IsWordByte(Before())) return false;
    const size_t next = Peek(1) == '_' ? at() + 2 : at() + 1;
    if (IsWordByte(CharAt(next)) || CharAt(next) == '_') return false;
    SkipTo(next);
    return true;
  }

  static constexpr int kMostTries = 100;
  static constexpr size_t kLongestNote = 64;

  // Nothing behind closes these: not looked for again.
  bool no_emphasis_end_ = false;
  bool no_backquote_end_ = false;
  bool no_bar_end_ = false;
};

}  // namespace

void AppendRestructuredTextInline(SourceSpan span, DocumentBuilder& builder) { InlineReader(span, builder).Read(); }

}  // namespace bylint::internal
