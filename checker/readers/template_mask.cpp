#include "checker/readers/template_mask.h"

#include <algorithm>
#include <array>

namespace bylint::internal {
namespace {

struct TemplateSyntax {
  std::string_view open;
  std::string_view close;
  bool one_line;  // else it may run over lines
  bool is_word;   // stands for words in running text
};

// The longer one first where one begins another.
constexpr TemplateSyntax kSyntaxes[] = {
    {"{%", "%}", false, false}, {"{{<", ">}}", false, false}, {"{{%", "%}}", false, false},
    {"{{", "}}", false, true},  {"{#", "#}", false, false},   {"{:", "}", true, false},
    {"{#", "}", true, false},   {"[^", "]", true, false},     {"{.", "}", true, false}};

// Tags whose content is not prose, and the tag that ends it.
struct HiddenSection {
  std::string_view open;
  std::string_view close;
};
constexpr HiddenSection kHiddenSections[] = {{"comment", "endcomment"}, {"highlight", "endhighlight"}};

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

class TemplateMasker {
 public:
  TemplateMasker(std::string_view text, uint32_t begin) : text_(text), begin_(begin) { next_close_.fill(0); }

  MaskedTemplates Run() {
    for (size_t at = FindOpening(begin_); at != std::string_view::npos; at = FindOpening(at)) {
      const size_t end = MaskAt(at);
      at = end == 0 ? at + 1 : end;
    }
    return std::move(masked_);
  }

 private:
  size_t FindOpening(size_t at) const { return text_.find_first_of("{[", at); }

  // Masks what opens at `at`; returns the offset behind it, 0 where nothing does.
  size_t MaskAt(size_t at) {
    for (size_t i = 0; i < std::size(kSyntaxes); ++i) {
      const TemplateSyntax& syntax = kSyntaxes[i];
      if (!text_.substr(at).starts_with(syntax.open)) continue;
      size_t end = FindClose(i, at + syntax.open.size());
      if (end == std::string_view::npos) continue;
      if (syntax.one_line && (end == at + syntax.open.size() || text_.substr(at, end - at).find('\n') < end)) continue;
      end += syntax.close.size();
      if (syntax.open == "{%") end = EndOfSection(at, end);
      if (syntax.open == "[^" && end < text_.size() && text_[end] == ':') ++end;  // the note itself
      Mask(at, end, syntax.is_word);
      return end;
    }
    return 0;
  }

  // Each syntax looks for its end only forwards, so that many openings without an end cost nothing.
  size_t FindClose(size_t syntax, size_t from) {
    if (next_close_[syntax] < from) next_close_[syntax] = text_.find(kSyntaxes[syntax].close, from);
    return next_close_[syntax];
  }

  size_t EndOfSection(size_t at, size_t end) const {
    size_t name = at + 2;
    while (name < end && (IsBlank(text_[name]) || text_[name] == '-')) ++name;
    for (const HiddenSection& section : kHiddenSections) {
      if (!text_.substr(name).starts_with(section.open)) continue;
      const size_t close = text_.find(section.close, end);
      if (close == std::string_view::npos) return end;
      const size_t close_end = text_.find("%}", close);
      return close_end == std::string_view::npos ? end : close_end + 2;
    }
    return end;
  }

  void Mask(size_t at, size_t end, bool is_word) {
    if (masked_.body.empty()) masked_.body = std::string(text_.substr(begin_));
    const bool alone = StandsAlone(at, end);
    // A word may stand inside of emphasis, a note behind it: `**word**[^1]` needs punctuation to stay
    // emphasis.
    const char filling = alone ? ' ' : is_word ? 'x' : '%';
    for (size_t i = at; i < end; ++i) {
      if (text_[i] != '\n' && text_[i] != '\r') masked_.body[i - begin_] = filling;
    }
    masked_.stretches.push_back(
        {.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(end)}, .is_word = is_word && !alone});
  }

  bool StandsAlone(size_t at, size_t end) const {
    while (at > begin_ && IsBlank(text_[at - 1])) --at;
    while (end < text_.size() && IsBlank(text_[end])) ++end;
    return (at == begin_ || text_[at - 1] == '\n') && (end == text_.size() || text_[end] == '\n');
  }

  std::string_view text_;
  uint32_t begin_;
  MaskedTemplates masked_;
  std::array<size_t, std::size(kSyntaxes)> next_close_{};
};

}  // namespace

MaskedTemplates MaskTemplates(std::string_view text, uint32_t begin) { return TemplateMasker(text, begin).Run(); }

}  // namespace bylint::internal
