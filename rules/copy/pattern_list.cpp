#include "rules/copy/pattern_list.h"

#include <algorithm>
#include <string>

#include "absl/container/inlined_vector.h"
#include "checker/base/check.h"
#include "checker/base/eight_bytes.h"

namespace bylint {
namespace {

constexpr size_t kLongestParagraph = 200;  // bytes; longer ones are not looked at as a whole
constexpr size_t kLongestMatch = 400;
constexpr size_t kHeadReach = 10;  // bytes; the head of a paragraph without odd white space in them lies within

// The first eight bytes of `text` as heads are compared: with the bit of small letters set.
uint64_t HeadOf(std::string_view text) { return LoadUpToEight(text) | 0x20 * kEachByte; }

// Signs behind which a pattern may match within a paragraph.
constexpr char32_t kOpeners[] = {'<', '&', '[', '(', '{', '$', U'£', U'€'};

bool OpensInline(const Token& token) {
  if (token.IsWord() && (token.flags & (kBlockStart | kAllCaps | kHyphenated)) == 0) [[likely]]
    return false;
  if ((token.flags & (kBlockStart | kAllCaps)) != 0) return true;
  if (token.IsWord()) return token.Has(kCapitalized);
  return token.kind == TokenKind::kPunctuation && std::ranges::find(kOpeners, token.code) != std::end(kOpeners);
}

constexpr std::string_view kNoBreakSpace = "\u00A0";

bool IsSpaceOrControl(char c) { return static_cast<unsigned char>(c) <= ' '; }

// A visible character of ASCII.
bool IsInk(char c) { return c > ' ' && c < 0x7F; }

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

}  // namespace

PatternList::PatternList(std::span<const Pattern> entries, std::span<const PatternHead> heads)
    : entries_(entries), compiled_(std::make_unique<Compiled[]>(entries.size())) {
  for (const PatternHead& head : heads) {
    const bool has_second = (head.mask & 0xFF00) != 0;
    uint64_t& seconds = second_bytes_[static_cast<size_t>(entries[head.entry].place)][head.bytes & 0xFF];
    seconds |= has_second ? uint64_t{1} << (head.bytes >> 8 & 63) : ~uint64_t{0};
    if (entries[head.entry].place != PatternPlace::kParagraph) AddOpener(static_cast<unsigned char>(head.bytes));
  }
  for (const PatternHead& head : heads) {
    if (groups_.empty() || groups_.back().mask != head.mask)
      groups_.push_back({.mask = head.mask, .heads = {&head, 0}});
    HeadGroup& group = groups_.back();
    group.heads = {group.heads.data(), group.heads.size() + 1};
    group.Add(head.bytes, entries[head.entry].place);
  }
}

void PatternList::AddOpener(unsigned char first) {
  words_open_ |= first >= 'a' && first <= 'z';
  currencies_open_ |= first >= 0x80;
  for (const char32_t sign : kOpeners) {
    if (sign < 0x80 && (sign | 0x20) == first && opening_signs_.find(static_cast<char>(sign)) == std::string::npos)
      opening_signs_ += static_cast<char>(sign);
  }
}

const re2::RE2& PatternList::Regex(size_t entry) const {
  const Compiled& compiled = compiled_[entry];
  std::call_once(compiled.once, [&] {
    const std::string any_case = "(?i:" + std::string(entries_[entry].regex) + ")";
    compiled.regex = std::make_unique<const re2::RE2>(any_case, re2::RE2::Quiet);
    BYLINT_CHECK(compiled.regex->ok());
  });
  return *compiled.regex;
}

template <typename TryEntry>
bool PatternList::AnyEntry(uint64_t text, PatternPlace place, const TryEntry& try_entry) const {
  if (!MayBegin(text, place)) return false;
  absl::InlinedVector<uint16_t, 16> found;
  for (const HeadGroup& group : groups_) {
    const uint64_t bytes = text & group.mask;
    if (!group.MayHave(bytes, place)) continue;
    for (const PatternHead& head : std::ranges::equal_range(group.heads, bytes, {}, &PatternHead::bytes)) {
      if (entries_[head.entry].place == place) found.push_back(head.entry);
    }
  }
  std::ranges::sort(found);
  found.erase(std::ranges::unique(found).begin(), found.end());
  return std::ranges::any_of(found, [&](uint16_t entry) { return try_entry(Regex(entry)); });
}

void PatternList::Search(const Article& article, uint32_t block, std::vector<TextSpan>& places) const {
  const TextSpan span = article.blocks()[block].span;
  if (MatchesWhole(article.Text(span))) {
    places.push_back(span);
  } else {
    SearchWithin(article, block, places);
  }
}

bool PatternList::MatchesWhole(std::string_view block) const {
  if (block.size() > kLongestParagraph) return false;
  // Where squeezing leaves the first two bytes as they are, they tell nearly all.
  const bool plain = block.size() >= 2 && IsInk(block[0]) && IsInk(block[1]);
  if (plain && !MayBegin(HeadOf(block.substr(0, 8)), PatternPlace::kParagraph)) return false;
  const std::string_view begins = block.substr(0, kHeadReach);
  const uint64_t head = IsSqueezed(begins) ? HeadOf(begins) : HeadOf(Squeeze(block));
  return AnyEntry(head, PatternPlace::kParagraph, [&](const re2::RE2& regex) {
    if (IsSqueezed(block)) return re2::RE2::FullMatch(block, regex);
    return re2::RE2::FullMatch(Squeeze(block), regex);
  });
}

// Length of the match at the start of `text`, 0 if there is none.
uint32_t PatternList::MatchLength(std::string_view text, PatternPlace place) const {
  uint32_t size = 0;
  AnyEntry(HeadOf(text), place, [&](const re2::RE2& regex) {
    re2::StringPiece match;
    if (!regex.Match(text, 0, text.size(), re2::RE2::ANCHOR_START, &match, 1)) return false;
    size = static_cast<uint32_t>(match.size());
    return true;
  });
  return size;
}

void PatternList::SearchWithin(const Article& article, uint32_t block, std::vector<TextSpan>& places) const {
  const std::span<const Token> tokens = article.TokensOf(block);
  const TokenContents& contents = article.ContentsOf(block);
  const bool may_open = contents.HasAny(opening_signs_) || (currencies_open_ && contents.HasCurrency()) ||
                        (words_open_ && contents.HasCapitals());
  const size_t last = may_open ? tokens.size() : std::min<size_t>(tokens.size(), 1);
  const uint32_t block_end = article.blocks()[block].span.end;
  uint32_t searched = 0;  // end of the last match
  for (size_t i = 0; i < last; ++i) {
    const Token& token = tokens[i];
    if (token.span.begin < searched || !OpensInline(token)) continue;
    const uint32_t begin = token.span.begin;
    const std::string_view text = article.text().substr(begin, std::min<size_t>(block_end - begin, kLongestMatch));
    uint32_t size = MatchLength(text, PatternPlace::kInline);
    if (size == 0 && i > 0 && StandsAmidWords(article, tokens[i - 1])) {
      size = MatchLength(text, PatternPlace::kAmid);
    }
    if (size == 0) continue;
    searched = begin + size;
    places.push_back({begin, searched});
  }
}

}  // namespace bylint
