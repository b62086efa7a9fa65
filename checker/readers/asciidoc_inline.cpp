#include "checker/readers/asciidoc_inline.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "checker/readers/entities.h"
#include "checker/readers/inline_cursor.h"

namespace bylint::internal {
namespace {

enum class MacroText : uint8_t { kFollowed, kObject, kDropped };

struct Macro {
  std::string_view prefix;
  MacroText text;
};
// `prefix` and a target without white space, then text in square brackets.
constexpr Macro kMacros[] = {
    {"link:", MacroText::kFollowed},    {"xref:", MacroText::kFollowed},       {"mailto:", MacroText::kFollowed},
    {"http://", MacroText::kFollowed},  {"https://", MacroText::kFollowed},    {"image:", MacroText::kObject},
    {"icon:", MacroText::kObject},      {"kbd:", MacroText::kObject},          {"btn:", MacroText::kObject},
    {"menu:", MacroText::kObject},      {"stem:", MacroText::kObject},         {"pass:", MacroText::kObject},
    {"footnote:", MacroText::kDropped}, {"footnoteref:", MacroText::kDropped}, {"indexterm:", MacroText::kDropped},
    {"anchor:", MacroText::kDropped}};

constexpr std::string_view kEmphasis = "*_#+";

class InlineReader : private InlineCursor {
 public:
  InlineReader(SourceSpan span, DocumentBuilder& builder) : InlineCursor(span, builder), word_(span.begin) {}

  void Read() {
    while (!AtEnd()) {
      if (IsPendingEnd()) continue;
      const char c = Peek();
      if (!ReadMarkup(c)) {
        Keep();
        if (IsSpace(c) || c == '(' || c == '"') word_ = at();
      }
    }
    Flush();
  }

 private:
  // What was opened before and ends here.
  bool IsPendingEnd() {
    for (size_t i = 0; i < kEmphasis.size(); ++i) {
      if (emphasis_end_[i] != at() || at() == 0) continue;
      emphasis_end_[i] = 0;
      Skip(emphasis_size_[i]);
      return true;
    }
    if (link_end_ == at() && link_end_ != 0) {
      link_end_ = 0;
      Skip(Peek() == '^' ? 2 : 1);
      return true;
    }
    if (reference_end_ == at() && reference_end_ != 0) {
      reference_end_ = 0;
      Skip(2);
      return true;
    }
    return false;
  }

  // Returns whether something was read.
  bool ReadMarkup(char c) {
    switch (c) {
      case '*':
      case '_':
      case '#':
      case '+':
        return ReadEmphasis(kEmphasis.find(c));
      case '"':
      case '\'':
        return ReadCurvedMark(c);
      case '`':
        return ReadCode();
      case '\\':
        if (IsWordByte(Peek(1)) || IsSpace(Peek(1))) return false;
        Skip(1);
        Keep();  // as it stands
        return true;
      case '{':
        return ReadAttribute();
      case '<':
        return ReadReference();
      case '[':
        return ReadBrackets();
      case '&': {
        const Reference reference = ReadCharacterReference();
        if (reference.size > 0) Replace(reference.size, reference.text);
        return reference.size > 0;
      }
      default:
        return false;
    }
  }

  Reference ReadCharacterReference() const { return internal::ReadReference(text().substr(at(), 64)); }

  // `*bold*` at the edges of words, `**bo**ld` anywhere. ` +` at the end of a line breaks it.
  bool ReadEmphasis(size_t kind) {
    const char c = kEmphasis[kind];
    if (c == '+' && IsSpace(Before()) && (at() + 1 == text().size() || Peek(1) == '\n' || Peek(1) == '\r')) {
      Skip(1);
      return true;
    }
    if (emphasis_end_[kind] != 0) return false;
    const bool doubled = Peek(1) == c;
    const size_t size = doubled ? 2 : 1;
    if (IsSpace(Peek(size)) || Peek(size) == c || (!doubled && (IsWordByte(Before()) || Before() == c))) return false;
    const uint32_t end = doubled ? FindDoubled(c) : FindConstrained(kind);
    if (end == 0) return false;
    if (c == '+') {  // as it stands: code, in articles of old
      ReplaceByObject(end + size - at());
      return true;
    }
    emphasis_end_[kind] = end;
    emphasis_size_[kind] = size;
    Skip(size);
    return true;
  }

  uint32_t FindDoubled(char c) {
    const char pair[] = {c, c};
    const size_t end = text().find(std::string_view(pair, 2), at() + 3);
    return end == std::string_view::npos ? 0 : static_cast<uint32_t>(end);
  }

  // A search that failed is not made again: many openings without an end stay linear.
  uint32_t FindConstrained(size_t kind) {
    const char c = kEmphasis[kind];
    if (no_end_[kind]) return 0;
    for (size_t end = text().find(c, at() + 1); end != std::string_view::npos; end = text().find(c, end + 1)) {
      const bool closes = end > at() + 1 && !IsSpace(text()[end - 1]) &&
                          (end + 1 == text().size() || (!IsWordByte(text()[end + 1]) && text()[end + 1] != c));
      if (closes) return static_cast<uint32_t>(end);
    }
    no_end_[kind] = true;
    return 0;
  }

  // "`double`" and '`single`'.
  bool ReadCurvedMark(char c) {
    if (Peek(1) != '`' || IsSpace(Peek(2)) || IsWordByte(Before())) return false;
    bool& no_end = c == '"' ? no_double_end_ : no_single_end_;
    const char closing[] = {'`', c};
    no_end = no_end || text().find(std::string_view(closing, 2), at() + 2) == std::string_view::npos;
    if (no_end) return false;
    Replace(2, c == '"' ? "“" : "‘");
    word_ = at();
    return true;
  }

  bool ReadCode() {
    if ((Peek(1) == '"' || Peek(1) == '\'') && !IsSpace(Before())) {
      Replace(2, Peek(1) == '"' ? "”" : "’");
      return true;
    }
    const size_t size = Peek(1) == '`' ? 2 : 1;
    const size_t end = text().find(size == 2 ? "``" : "`", at() + size);
    if (end == std::string_view::npos || IsSpace(Peek(size)) || IsWordByte(Before())) return false;
    ReplaceByObject(end + size - at());
    return true;
  }

  bool ReadAttribute() {
    size_t end = at() + 1;
    while (end < text().size() && (IsWordByte(text()[end]) || text()[end] == '-' || text()[end] == '_')) ++end;
    if (end == at() + 1 || end >= text().size() || text()[end] != '}') return false;
    ReplaceByObject(end + 1 - at());
    return true;
  }

  // `<<target>>`, `<<target,text>>`
  bool ReadReference() {
    if (Peek(1) != '<' || no_reference_end_ || reference_end_ != 0) return false;
    const size_t end = text().find(">>", at() + 2);
    no_reference_end_ = end == std::string_view::npos;
    if (no_reference_end_) return false;
    const size_t comma = text().substr(0, end).find(',', at() + 2);
    if (comma == std::string_view::npos) {
      ReplaceByObject(end + 2 - at());
    } else {
      Skip(comma + 1 - at());
      reference_end_ = static_cast<uint32_t>(end);
    }
    return true;
  }

  // `[[anchor]]`, `[.role]#text#`, and the text of a macro.
  bool ReadBrackets() {
    if (bracket_end_ <= at()) bracket_end_ = text().find(']', at() + 1);
    const size_t end = bracket_end_;
    if (end == std::string_view::npos) return false;
    if (Peek(1) == '[' && end + 1 < text().size() && text()[end + 1] == ']') {
      Skip(end + 2 - at());
      return true;
    }
    if (end + 1 < text().size() && text()[end + 1] == '#' && !IsWordByte(Before())) {
      Skip(end + 1 - at());
      return true;
    }
    return ReadMacro(static_cast<uint32_t>(end));
  }

  bool ReadMacro(uint32_t end) {
    if (word_ < uncut() || word_ >= at()) return false;
    const std::string_view word = text().substr(word_, at() - word_);
    const auto starts = [word](const Macro& m) { return word.rfind(m.prefix) != std::string_view::npos; };
    const auto* macro = std::ranges::find_if(kMacros, starts);
    if (macro == std::end(kMacros)) return false;
    // `word.footnote:[…]`: the macro may stand behind the word's end.
    const size_t offset = word.rfind(macro->prefix);
    if (offset > 0 && IsWordByte(word[offset - 1])) return false;
    const uint32_t begin = word_ + static_cast<uint32_t>(offset);
    if (macro->text == MacroText::kFollowed && end > at() + 1) {
      link_end_ = text()[end - 1] == '^' ? end - 1 : end;  // `[text^]` opens a window
      Cut(begin, at() + 1);
    } else if (macro->text == MacroText::kDropped) {
      Cut(begin, end + 1);
    } else {
      CutObject(begin, end + 1);
    }
    word_ = at();
    return true;
  }

  uint32_t word_;  // start of the word at this place
  // Where what is open ends; 0 for what is not open.
  std::array<uint32_t, kEmphasis.size()> emphasis_end_{};
  std::array<size_t, kEmphasis.size()> emphasis_size_{};
  std::array<bool, kEmphasis.size()> no_end_{};
  uint32_t link_end_ = 0;
  uint32_t reference_end_ = 0;
  bool no_reference_end_ = false;
  bool no_double_end_ = false;
  bool no_single_end_ = false;
  size_t bracket_end_ = 0;  // of the first bracket behind the last one that was looked at
};

}  // namespace

void AppendAsciiDocInline(SourceSpan span, DocumentBuilder& builder) { InlineReader(span, builder).Read(); }

}  // namespace bylint::internal
