// Gumbo looks through all open elements at many tags, opens all open formatting elements again in each
// paragraph, and compares each attribute of a tag with all before it. A page where these are many is cut off
// before the tag that goes too far. Counting tags by name is enough for that; elements that need no end tag
// are not counted.
#include "checker/readers/html_limits.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>

#include "checker/base/ascii.h"

namespace bylint::internal {
namespace {

constexpr size_t kDeepest = 400;          // open elements
constexpr size_t kMostAttributes = 1000;  // of one tag
// Elements that gumbo makes: as many as that, and half as many as the page has bytes.
constexpr size_t kFreeElements = 200'000;

constexpr std::string_view kWithoutEnd[] = {
    "area", "base", "br", "col", "dd", "dt",     "embed", "hr",     "img",   "input", "li",    "link",  "meta", "p",
    "rp",   "rt",   "td", "th",  "tr", "option", "param", "source", "tbody", "tfoot", "thead", "track", "wbr"};
constexpr std::string_view kFormatting[] = {"a",    "b", "big",   "code",   "em",     "font", "i",
                                            "nobr", "s", "small", "strike", "strong", "tt",   "u"};
// Their content is text: tags inside are none.
constexpr std::string_view kRawText[] = {"iframe", "noembed", "script", "style", "textarea", "xmp"};

constexpr size_t kLongestTagName = 16;

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

template <size_t N>
bool IsOneOf(const std::string_view (&names)[N], std::string_view name) {
  return std::ranges::find(names, name) != std::end(names);
}

// A tag's name in lower case, cut at kLongestTagName.
class TagName {
 public:
  explicit TagName(std::string_view text) {
    while (size_ < text.size() && size_ < kLongestTagName && IsNameChar(text[size_])) {
      name_[size_] = Lower(text[size_]);
      ++size_;
    }
  }
  std::string_view view() const { return {name_, size_}; }

 private:
  static bool IsNameChar(char c) { return IsAsciiLetter(c) || IsAsciiDigit(c) || c == '-'; }
  char name_[kLongestTagName] = {};
  size_t size_ = 0;
};

struct TagEnd {
  size_t offset = 0;  // behind the `>`
  size_t attributes = 0;
};

TagEnd FindTagEnd(std::string_view html, size_t at) {
  TagEnd tag;
  for (; at < html.size() && html[at] != '>'; ++at) {
    const char c = html[at];
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '/') ++tag.attributes;
    if ((c == '"' || c == '\'') && html[at - 1] == '=') {
      at = html.find(c, at + 1);
      if (at == std::string_view::npos) at = html.size() - 1;
    }
  }
  tag.offset = std::min(at + 1, html.size());
  return tag;
}

class LimitScanner {
 public:
  explicit LimitScanner(std::string_view html) : html_(html) {}

  size_t Run() {
    for (size_t at = html_.find('<'); at != std::string_view::npos; at = html_.find('<', at)) {
      const size_t next = ReadMarkup(at);
      if (next == 0) return at;
      at = next;
    }
    return html_.size();
  }

 private:
  // Offset behind the markup at `at`, 0 where it goes too far.
  size_t ReadMarkup(size_t at) {
    const std::string_view rest = html_.substr(at);
    if (rest.starts_with("<!--")) {
      const size_t end = html_.find("-->", at + 4);
      return end == std::string_view::npos ? html_.size() : end + 3;
    }
    if (InForeignContent() && rest.starts_with("<![CDATA[")) {
      const size_t end = html_.find("]]>", at);
      return end == std::string_view::npos ? html_.size() : end + 3;
    }
    const bool closes = rest.starts_with("</");
    const size_t name_at = at + (closes ? 2 : 1);
    if (name_at >= html_.size() || !IsAsciiLetter(html_[name_at])) return at + 1;
    const TagName name(html_.substr(name_at));
    const TagEnd end = FindTagEnd(html_, name_at);
    if (closes) {
      Close(name.view());
      return end.offset;
    }
    if (end.attributes > kMostAttributes || !Open(name.view())) return 0;
    // `<path … />`: in SVG and MathML, and only there, the slash closes the element.
    if (InForeignContent() && html_[end.offset - 1] == '>' && html_[end.offset - 2] == '/') Close(name.view());
    const bool raw = IsOneOf(kRawText, name.view()) && !InForeignContent();
    return raw ? SkipRawText(name.view(), end.offset) : end.offset;
  }

  // SVG and MathML have other rules.
  bool InForeignContent() const { return IsOpen("svg") || IsOpen("math"); }
  bool IsOpen(std::string_view name) const {
    const auto found = open_by_name_.find(name);
    return found != open_by_name_.end() && found->second > 0;
  }

  bool Open(std::string_view name) {
    elements_ += 1 + formatting_;
    if (elements_ > kFreeElements + html_.size() / 2) return false;
    if (IsOneOf(kWithoutEnd, name)) return true;
    if (IsOneOf(kRawText, name) && !InForeignContent()) return true;
    ++open_by_name_[std::string(name)];
    if (IsOneOf(kFormatting, name)) ++formatting_;
    return ++open_ <= kDeepest;
  }

  void Close(std::string_view name) {
    const auto found = open_by_name_.find(name);
    if (found == open_by_name_.end() || found->second == 0) return;
    --found->second;
    --open_;
    if (IsOneOf(kFormatting, name)) --formatting_;
  }

  size_t SkipRawText(std::string_view name, size_t at) const {
    for (at = html_.find("</", at); at != std::string_view::npos; at = html_.find("</", at + 2)) {
      if (TagName(html_.substr(at + 2)).view() == name) return at;
    }
    return html_.size();
  }

  std::string_view html_;
  std::map<std::string, size_t, std::less<>> open_by_name_;
  size_t open_ = 0;
  size_t formatting_ = 0;
  size_t elements_ = 0;
};

}  // namespace

size_t ReadablePrefix(std::string_view html) { return LimitScanner(html).Run(); }

}  // namespace bylint::internal
