#include "checker/readers/front_matter.h"

#include <algorithm>
#include <iterator>

#include "checker/base/utf8.h"
#include "checker/readers/entities.h"
#include "checker/readers/lines.h"

namespace bylint::internal {
namespace {

constexpr std::string_view kHeadlineKeys[] = {"headline", "title"};
constexpr std::string_view kSummaryKeys[] = {"dek",        "description", "excerpt",  "lead",   "lede",
                                             "standfirst", "subhead",     "subtitle", "summary"};

constexpr size_t kLongestTag = 1000;

template <size_t N>
bool IsIn(const std::string_view (&words)[N], std::string_view word) {
  return std::ranges::find(words, word) != std::end(words);
}

bool IsKeyChar(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}
bool IsSpaceOrTab(char c) { return c == ' ' || c == '\t'; }
bool IsRuleChar(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

enum class Syntax : uint8_t { kYaml, kToml };

class FrontMatterReader {
 public:
  FrontMatterReader(Syntax syntax, SourceSpan span, DocumentBuilder& builder)
      : syntax_(syntax), text_(builder.source().text().substr(0, span.end)), at_(span.begin), builder_(builder) {}

  void Read() {
    while (at_ < text_.size()) ReadEntry();
    builder_.EndBlock();
  }

 private:
  // One key at the top level with its value, or a line that has none.
  void ReadEntry() {
    const uint32_t line = at_;
    uint32_t key_end = line;
    while (key_end < text_.size() && IsKeyChar(text_[key_end])) ++key_end;
    const std::string_view key = text_.substr(line, key_end - line);
    if (key == "bylint" || (syntax_ == Syntax::kToml && text_.substr(line).starts_with("[bylint]"))) {
      return ReadIgnoredRules(line);
    }
    if (syntax_ == Syntax::kToml && text_.substr(line).starts_with("[")) in_table_ = true;
    uint32_t value = key_end;
    while (value < text_.size() && IsSpaceOrTab(text_[value])) ++value;
    const char assign = syntax_ == Syntax::kYaml ? ':' : '=';
    at_ = NextLine(line);
    if (key.empty() || in_table_ || value >= text_.size() || text_[value] != assign) return;
    ++value;
    while (value < text_.size() && IsSpaceOrTab(text_[value])) ++value;
    const bool headline = IsIn(kHeadlineKeys, key) && !builder_.has_headline();
    const bool summary = IsIn(kSummaryKeys, key) && !has_summary_;
    if (!headline && !summary) return;
    has_summary_ = has_summary_ || summary;
    builder_.BeginBlock({.kind = headline ? BlockKind::kHeadline : BlockKind::kHeading});
    ReadScalar(value);
    builder_.EndBlock();
  }

  uint32_t NextLine(uint32_t at) const {
    const size_t end = text_.find('\n', at);
    return end == std::string_view::npos ? static_cast<uint32_t>(text_.size()) : static_cast<uint32_t>(end + 1);
  }

  void ReadScalar(uint32_t value) {
    const std::string_view rest = text_.substr(value);
    const bool multiline = rest.starts_with("\"\"\"") || rest.starts_with("'''");
    if (syntax_ == Syntax::kToml && multiline) return ReadQuoted(value, 3);
    if (rest.starts_with("\"") || rest.starts_with("'")) return ReadQuoted(value, 1);
    if (syntax_ == Syntax::kToml) return;
    if (rest.starts_with("|") || rest.starts_with(">")) {
      at_ = NextLine(value);
      return ReadIndentedLines(/*literal=*/true);
    }
    if (rest.starts_with("[") || rest.starts_with("{") || rest.starts_with("&") || rest.starts_with("*")) return;
    AppendPlain(value);
    at_ = NextLine(value);
    ReadIndentedLines(/*literal=*/false);
  }

  // A string that ends with as many of its opening character.
  void ReadQuoted(uint32_t value, uint32_t marks) {
    const char mark = text_[value];
    const bool escapes = mark == '"';
    const std::string_view closing = text_.substr(value, marks);
    uint32_t at = value + marks;
    uint32_t from = at;
    const bool doubles = syntax_ == Syntax::kYaml && !escapes;  // writes an apostrophe as two
    while (at < text_.size()) {
      if (doubles && text_.substr(at).starts_with("''")) {
        AppendText({from, at});
        builder_.AppendDecoded("'", {at, at + 2});
        from = at = at + 2;
      } else if (text_.substr(at, marks) == closing) {
        break;
      } else if (escapes && text_[at] == '\\') {
        AppendText({from, at});
        from = at = AppendEscape(at);
      } else if (text_[at] == '\n') {
        AppendText({from, at + 1});
        from = at = SkipIndent(at + 1);
      } else {
        ++at;
      }
    }
    AppendText({from, at});
    at_ = NextLine(at);
  }

  uint32_t SkipIndent(uint32_t at) const {
    while (at < text_.size() && IsSpaceOrTab(text_[at])) ++at;
    return at;
  }

  // Appends what the escape at `at` stands for; returns the offset behind it.
  uint32_t AppendEscape(uint32_t at) {
    const char c = at + 1 < text_.size() ? text_[at + 1] : '\\';
    const uint32_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits == 0) {
      const uint32_t end = std::min(at + 2, static_cast<uint32_t>(text_.size()));
      const bool space = c == 'n' || c == 't' || c == 'r' || c == '\n';
      const bool multibyte = static_cast<unsigned char>(c) >= 0x80;
      if (multibyte) return at + 1;  // no escape; the character goes on as it stands
      builder_.AppendDecoded(space ? " " : text_.substr(at + 1, 1), {at, end});
      return end;
    }
    char32_t value = 0;
    uint32_t end = at + 2;
    for (; end < text_.size() && end < at + 2 + digits; ++end) {
      const char digit = text_[end];
      const bool decimal = digit >= '0' && digit <= '9';
      const bool letter = (digit >= 'a' && digit <= 'f') || (digit >= 'A' && digit <= 'F');
      if (!decimal && !letter) break;
      value = value * 16 + static_cast<char32_t>(decimal ? digit - '0' : (digit | 0x20) - 'a' + 10);
    }
    if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) value = 0xFFFD;
    std::string decoded;
    AppendUtf8(value, decoded);
    builder_.AppendDecoded(decoded, {at, end});
    return end;
  }

  // Titles go into pages as they stand, so character references and tags are those of HTML.
  void AppendText(SourceSpan span) {
    const std::string_view text = text_.substr(0, span.end);
    uint32_t from = span.begin;
    for (size_t at = text.find_first_of("&<", from); at < span.end; at = text.find_first_of("&<", at + 1)) {
      const auto begin = static_cast<uint32_t>(at);
      const Reference reference = ReadReference(text.substr(at));
      const uint32_t size = text[at] == '&' ? reference.size : TagSize(text.substr(at));
      if (size == 0) continue;
      builder_.AppendSource({from, begin});
      from = begin + size;
      builder_.AppendDecoded(reference.text, {begin, from});
      at = from - 1;
    }
    builder_.AppendSource({from, span.end});
  }

  static uint32_t TagSize(std::string_view text) {
    const size_t name = text.starts_with("</") ? 2 : 1;
    if (name >= text.size() || !((text[name] | 0x20) >= 'a' && (text[name] | 0x20) <= 'z')) return 0;
    const size_t end = text.substr(0, kLongestTag).find('>');
    return end == std::string_view::npos ? 0 : static_cast<uint32_t>(end + 1);
  }

  // A value without quotation marks, up to a comment or the end of its line.
  void AppendPlain(uint32_t at) {
    const uint32_t line_end = NextLine(at);
    const std::string_view line = text_.substr(at, line_end - at);
    const size_t comment = line.starts_with("#") ? 0 : line.find(" #");
    AppendText({at, comment == std::string_view::npos ? line_end : at + static_cast<uint32_t>(comment)});
  }

  // The lines of a block scalar, or those that go on with a plain one.
  void ReadIndentedLines(bool literal) {
    while (at_ < text_.size()) {
      const uint32_t begin = SkipIndent(at_);
      const uint32_t next = NextLine(at_);
      const bool blank = begin >= text_.size() || text_[begin] == '\n' || text_[begin] == '\r';
      if (!blank && begin == at_) return;
      if (blank && literal && builder_.in_block()) {
        const Block properties = builder_.block();
        builder_.BeginBlock(properties);
      } else if (literal) {
        AppendText({begin, next});
      } else if (!blank) {
        AppendPlain(begin);
      }
      at_ = next;
    }
  }

  // Everything in `bylint:` and what is indented below it, or in the TOML table, that a list `ignore` names.
  void ReadIgnoredRules(uint32_t line) {
    const bool table = text_[line] == '[';
    at_ = NextLine(line);
    while (at_ < text_.size() && (table ? text_[at_] != '[' : !IsKeyChar(text_[at_]))) at_ = NextLine(at_);
    const size_t ignore = text_.substr(0, at_).find("ignore", line);
    if (ignore == std::string_view::npos) return;
    for (auto at = static_cast<uint32_t>(ignore + 6); at < at_;) {
      if (text_[at] == '#') {
        at = NextLine(at);
      } else if (text_[at] == ']' || text_[at] == '}') {
        return;
      } else if (text_[at] >= 'a' && text_[at] <= 'z') {
        const uint32_t begin = at;
        while (at < at_ && IsRuleChar(text_[at])) ++at;
        builder_.AddIgnoredRule({begin, at});
      } else {
        ++at;
      }
    }
  }

  Syntax syntax_;
  std::string_view text_;
  uint32_t at_;
  DocumentBuilder& builder_;
  bool in_table_ = false;
  bool has_summary_ = false;
};

}  // namespace

uint32_t AppendFrontMatter(uint32_t begin, DocumentBuilder& builder) {
  const std::string_view text = builder.source().text();
  const bool yaml = text.substr(begin).starts_with("---");
  const bool toml = text.substr(begin).starts_with("+++");
  if (!yaml && !toml) return begin;
  LineScanner scanner(text, begin);
  const SourceSpan fence = scanner.Next();
  if (text.substr(fence.begin, fence.size()).find_last_not_of(" \t") != 2) return begin;
  const uint32_t first = fence.end;
  while (!scanner.Done()) {
    const SourceSpan line = scanner.Next();
    const std::string_view content = text.substr(line.begin, line.size());
    const bool ends = content.starts_with(yaml ? "---" : "+++") || (yaml && content.starts_with("..."));
    if (!ends || content.find_last_not_of(" \t") != 2) continue;
    const size_t body = text.find_first_not_of("\r\n", first);
    FrontMatterReader(yaml ? Syntax::kYaml : Syntax::kToml,
                      {std::min(static_cast<uint32_t>(body), line.begin), line.begin}, builder)
        .Read();
    return line.end;
  }
  return begin;
}

}  // namespace bylint::internal
