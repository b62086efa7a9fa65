#include "rules/copy/pattern_list.h"

#include <algorithm>
#include <string>

#include "checker/base/check.h"

namespace bylint {
namespace {

constexpr size_t kLongestParagraph = 200;  // bytes; longer ones are not looked at as a whole
constexpr size_t kLongestMatch = 400;

// All patterns of one kind as one, or nullptr when there are none.
std::unique_ptr<const re2::RE2> Join(std::span<const std::string_view> entries, std::string_view kind) {
  std::string joined;
  for (const std::string_view entry : entries) {
    if (!entry.starts_with(kind)) continue;
    joined += joined.empty() ? "(?i)(" : "|";
    joined += "(?:";
    joined += entry.substr(kind.size());
    joined += ")";
  }
  if (joined.empty()) return nullptr;
  joined += ")";
  auto pattern = std::make_unique<const re2::RE2>(joined, re2::RE2::Quiet);
  BYLINT_CHECK(pattern->ok());
  return pattern;
}

bool OpensInline(const Token& token) {
  if (token.Has(kBlockStart)) return true;
  if (token.IsWord()) return token.Has(kAllCaps) || (token.Has(kCapitalized) && token.Has(kHyphenated));
  if (token.kind != TokenKind::kPunctuation) return false;
  switch (token.code) {
    case '<':
    case '&':
    case '[':
    case '(':
    case '{':
    case '$':
    case U'£':
    case U'€':
      return true;
    default:
      return false;
  }
}

constexpr std::string_view kNoBreakSpace = "\u00A0";

bool IsSpaceOrControl(char c) { return static_cast<unsigned char>(c) <= ' '; }

// Whether each run of white space in `text` is one space already, as in nearly all paragraphs.
bool IsSqueezed(std::string_view text) {
  bool after_space = false;
  for (const char c : text) {
    if (IsSpaceOrControl(c) && (after_space || c != ' ')) return false;
    after_space = c == ' ';
  }
  return text.find(kNoBreakSpace) == std::string_view::npos;
}

// `text` with each run of white space as one space.
std::string Squeeze(std::string_view text) {
  std::string squeezed;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool no_break = text.substr(i).starts_with(kNoBreakSpace);
    const bool space = no_break || IsSpaceOrControl(text[i]);
    if (!space) {
      squeezed.push_back(text[i]);
    } else if (!squeezed.empty() && squeezed.back() != ' ') {
      squeezed.push_back(' ');
    }
    if (no_break) ++i;
  }
  return squeezed;
}

// Behind running words, where a name or an abbreviation would need a capital.
bool StandsAmidWords(const Article& article, const Token& before) {
  return before.IsWord() && !before.Has(kCapitalized) && article.Text(before.span).size() > 1;
}

// Length of the match at the start of `text`, 0 if there is none.
uint32_t MatchLength(const re2::RE2& pattern, std::string_view text) {
  re2::StringPiece match;
  if (!pattern.Match(text, 0, text.size(), re2::RE2::ANCHOR_START, &match, 1)) return 0;
  return static_cast<uint32_t>(match.size());
}

}  // namespace

PatternList::PatternList(std::span<const std::string_view> entries)
    : paragraph_(Join(entries, "paragraph ")), inline_(Join(entries, "inline ")), amid_(Join(entries, "amid ")) {}

void PatternList::Search(const Article& article, const std::function<void(TextSpan)>& found) const {
  for (uint32_t i = 0; i < article.blocks().size(); ++i) {
    const TextSpan span = article.blocks()[i].span;
    if (MatchesWhole(article.Text(span))) {
      found(span);
    } else {
      SearchBlock(article, i, found);
    }
  }
}

bool PatternList::MatchesWhole(std::string_view block) const {
  if (paragraph_ == nullptr || block.size() > kLongestParagraph) return false;
  if (IsSqueezed(block)) return re2::RE2::FullMatch(block, *paragraph_);
  return re2::RE2::FullMatch(Squeeze(block), *paragraph_);
}

void PatternList::SearchBlock(const Article& article, uint32_t block,
                              const std::function<void(TextSpan)>& found) const {
  const std::span<const Token> tokens = article.TokensOf(block);
  const uint32_t block_end = article.blocks()[block].span.end;
  uint32_t searched = 0;  // end of the last match
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.span.begin < searched || !OpensInline(token)) continue;
    const uint32_t begin = token.span.begin;
    const std::string_view text = article.text().substr(begin, std::min<size_t>(block_end - begin, kLongestMatch));
    uint32_t size = MatchLength(*inline_, text);
    if (size == 0 && amid_ != nullptr && i > 0 && StandsAmidWords(article, tokens[i - 1])) {
      size = MatchLength(*amid_, text);
    }
    if (size == 0) continue;
    searched = begin + size;
    found({begin, searched});
  }
}

}  // namespace bylint
