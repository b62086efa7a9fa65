#include "checker/readers/asciidoc_inline.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "checker/readers/entities.h"

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

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}
bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class InlineReader {
 public:
  InlineReader(SourceSpan span, DocumentBuilder& builder)
      : text_(builder.source().text().substr(0, span.end)),
        at_(span.begin),
        from_(span.begin),
        word_(span.begin),
        begin_(span.begin),
        builder_(builder) {}

  void Read() {
    while (at_ < text_.size()) {
      if (IsPendingEnd()) continue;
      const char c = text_[at_];
      if (!ReadMarkup(c)) {
        if (IsSpace(c) || c == '(' || c == '"') word_ = at_ + 1;
        ++at_;
      }
    }
    Flush();
  }

 private:
  char Before() const { return at_ > begin_ ? text_[at_ - 1] : ' '; }
  char Peek(size_t ahead = 1) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : ' '; }
  bool At(std::string_view words) const { return text_.substr(at_).starts_with(words); }

  void Flush() { builder_.AppendSource({from_, at_}); }
  // Appends what stands before `at_` and leaves `size` bytes out.
  void Skip(size_t size) {
    Flush();
    Advance(size);
  }
  void Advance(size_t size) {
    at_ = static_cast<uint32_t>(std::min(at_ + size, text_.size()));
    from_ = at_;
  }
  void Replace(size_t size, std::string_view by) {
    const uint32_t begin = at_;
    Skip(size);
    builder_.AppendDecoded(by, {begin, at_});
  }
  void ReplaceByObject(size_t size) {
    const uint32_t begin = at_;
    Skip(size);
    builder_.AppendObject({begin, at_});
  }

  // What was opened before and ends here.
  bool IsPendingEnd() {
    for (size_t i = 0; i < kEmphasis.size(); ++i) {
      if (emphasis_end_[i] != at_ || at_ == 0) continue;
      emphasis_end_[i] = 0;
      Skip(emphasis_size_[i]);
      return true;
    }
    if (link_end_ == at_ && link_end_ != 0) {
      link_end_ = 0;
      if (Before() == '^') --at_;  // `[text^]` opens a window
      const size_t size = text_[at_] == '^' ? 2 : 1;
      Skip(size);
      return true;
    }
    if (reference_end_ == at_ && reference_end_ != 0) {
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
        if (IsWordByte(Peek()) || IsSpace(Peek())) return false;
        Skip(1);
        ++at_;  // as it stands
        return true;
      case '{':
        return ReadAttribute();
      case '<':
        return ReadReference();
      case '[':
        return ReadBrackets();
      case '&': {
        const Reference reference = ReadReference64();
        if (reference.size > 0) Replace(reference.size, reference.text);
        return reference.size > 0;
      }
      default:
        return false;
    }
  }

  Reference ReadReference64() const { return internal::ReadReference(text_.substr(at_, 64)); }

  // `*bold*` at the edges of words, `**bo**ld` anywhere. ` +` at the end of a line breaks it.
  bool ReadEmphasis(size_t kind) {
    const char c = kEmphasis[kind];
    if (c == '+' && IsSpace(Before()) && (at_ + 1 == text_.size() || Peek() == '\n' || Peek() == '\r')) {
      Skip(1);
      return true;
    }
    if (emphasis_end_[kind] != 0) return false;
    const bool doubled = Peek() == c;
    const size_t size = doubled ? 2 : 1;
    if (IsSpace(Peek(size)) || Peek(size) == c || (!doubled && (IsWordByte(Before()) || Before() == c))) return false;
    const uint32_t end = doubled ? FindDoubled(c) : FindConstrained(kind);
    if (end == 0) return false;
    if (c == '+') {  // as it stands: code, in articles of old
      ReplaceByObject(end + size - at_);
      return true;
    }
    emphasis_end_[kind] = end;
    emphasis_size_[kind] = size;
    Skip(size);
    return true;
  }

  uint32_t FindDoubled(char c) {
    const char pair[] = {c, c};
    const size_t end = text_.find(std::string_view(pair, 2), at_ + 3);
    return end == std::string_view::npos ? 0 : static_cast<uint32_t>(end);
  }

  // A search that failed is not made again: many openings without an end stay linear.
  uint32_t FindConstrained(size_t kind) {
    const char c = kEmphasis[kind];
    if (no_end_[kind]) return 0;
    for (size_t end = text_.find(c, at_ + 1); end != std::string_view::npos; end = text_.find(c, end + 1)) {
      const bool closes = end > at_ + 1 && !IsSpace(text_[end - 1]) &&
                          (end + 1 == text_.size() || (!IsWordByte(text_[end + 1]) && text_[end + 1] != c));
      if (closes) return static_cast<uint32_t>(end);
    }
    no_end_[kind] = true;
    return 0;
  }

  // "`double`" and '`single`'.
  bool ReadCurvedMark(char c) {
    if (Peek() != '`' || IsSpace(Peek(2)) || IsWordByte(Before())) return false;
    bool& no_end = c == '"' ? no_double_end_ : no_single_end_;
    const char closing[] = {'`', c};
    no_end = no_end || text_.find(std::string_view(closing, 2), at_ + 2) == std::string_view::npos;
    if (no_end) return false;
    Replace(2, c == '"' ? "“" : "‘");
    word_ = at_;
    return true;
  }

  bool ReadCode() {
    if ((Peek() == '"' || Peek() == '\'') && !IsSpace(Before())) {
      Replace(2, Peek() == '"' ? "”" : "’");
      return true;
    }
    const size_t size = Peek() == '`' ? 2 : 1;
    const size_t end = text_.find(size == 2 ? "``" : "`", at_ + size);
    if (end == std::string_view::npos || IsSpace(Peek(size)) || IsWordByte(Before())) return false;
    ReplaceByObject(end + size - at_);
    return true;
  }

  bool ReadAttribute() {
    size_t end = at_ + 1;
    while (end < text_.size() && (IsWordByte(text_[end]) || text_[end] == '-' || text_[end] == '_')) ++end;
    if (end == at_ + 1 || end >= text_.size() || text_[end] != '}') return false;
    ReplaceByObject(end + 1 - at_);
    return true;
  }

  // `<<target>>`, `<<target,text>>`
  bool ReadReference() {
    if (Peek() != '<' || no_reference_end_ || reference_end_ != 0) return false;
    const size_t end = text_.find(">>", at_ + 2);
    no_reference_end_ = end == std::string_view::npos;
    if (no_reference_end_) return false;
    const size_t comma = text_.substr(0, end).find(',', at_ + 2);
    if (comma == std::string_view::npos) {
      ReplaceByObject(end + 2 - at_);
    } else {
      Skip(comma + 1 - at_);
      reference_end_ = static_cast<uint32_t>(end);
    }
    return true;
  }

  // `[[anchor]]`, `[.role]#text#`, and the text of a macro.
  bool ReadBrackets() {
    if (bracket_end_ <= at_) bracket_end_ = text_.find(']', at_ + 1);
    const size_t end = bracket_end_;
    if (end == std::string_view::npos) return false;
    if (Peek() == '[' && end + 1 < text_.size() && text_[end + 1] == ']') {
      Skip(end + 2 - at_);
      return true;
    }
    if (end + 1 < text_.size() && text_[end + 1] == '#' && !IsWordByte(Before())) {
      Skip(end + 1 - at_);
      return true;
    }
    return ReadMacro(static_cast<uint32_t>(end));
  }

  bool ReadMacro(uint32_t end) {
    if (word_ < from_ || word_ >= at_) return false;
    const std::string_view word = text_.substr(word_, at_ - word_);
    const auto starts = [word](const Macro& m) { return word.rfind(m.prefix) != std::string_view::npos; };
    const auto* macro = std::ranges::find_if(kMacros, starts);
    if (macro == std::end(kMacros)) return false;
    // `word.footnote:[…]`: the macro may stand behind the word's end.
    const size_t offset = word.rfind(macro->prefix);
    if (offset > 0 && IsWordByte(word[offset - 1])) return false;
    const uint32_t begin = word_ + static_cast<uint32_t>(offset);
    const bool followed = macro->text == MacroText::kFollowed && end > at_ + 1;
    builder_.AppendSource({from_, begin});
    const uint32_t next = followed ? at_ + 1 : end + 1;
    if (followed) link_end_ = end;
    at_ = from_ = word_ = next;
    if (!followed && macro->text != MacroText::kDropped) builder_.AppendObject({begin, next});
    return true;
  }

  std::string_view text_;
  uint32_t at_;
  uint32_t from_;  // start of the stretch that is yet to be appended
  uint32_t word_;  // start of the word at `at_`
  uint32_t begin_;
  DocumentBuilder& builder_;
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
