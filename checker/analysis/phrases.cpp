#include <algorithm>

#include "bylint/phrase.h"

namespace bylint {
namespace {

constexpr uint32_t kClassPart = 0x80000000;

constexpr std::string_view kClassNames[] = {
#define BYLINT_WORD_CLASS(Name, name, meaning) #name,
#include "bylint/word_class.def"
#undef BYLINT_WORD_CLASS
};

uint32_t ReadPart(std::string_view word) {
  if (!word.starts_with('<')) return FindWord(word);
  const std::string_view name = word.substr(1, word.size() - 2);
  const auto* it = std::ranges::find(kClassNames, name);
  return kClassPart | static_cast<uint32_t>(it - std::begin(kClassNames));
}

bool MatchesPart(uint32_t part, const Token& token) {
  if (!token.IsWord() || token.Has(kPossessive)) return false;
  if ((part & kClassPart) == 0) return token.code == part;
  const WordClasses classes = ClassesOf(token);
  return classes.Has(static_cast<WordClass>(part & ~kClassPart)) && classes.Has(WordClass::kFinite);
}

}  // namespace

PhraseMatcher::PhraseMatcher(std::string_view list) {
  for (std::string_view text : PhrasesOf(list)) {
    Phrase& phrase = phrases_.emplace_back();
    while (!text.empty()) {
      const size_t space = std::min(text.find(' '), text.size());
      phrase.parts.push_back(ReadPart(text.substr(0, space)));
      text.remove_prefix(std::min(space + 1, text.size()));
    }
  }
  std::ranges::sort(phrases_, {}, [](const Phrase& phrase) { return phrase.parts.front(); });
  for (const Phrase& phrase : phrases_) first_of_each_.push_back(phrase.parts.front());
}

bool PhraseMatcher::Matches(const Phrase& phrase, std::span<const Token> tokens) {
  if (phrase.parts.size() > tokens.size()) return false;
  for (size_t i = 0; i < phrase.parts.size(); ++i) {
    if (!MatchesPart(phrase.parts[i], tokens[i])) return false;
  }
  return true;
}

uint32_t PhraseMatcher::LongestAt(std::span<const Token> tokens, uint32_t i) const {
  size_t longest = 0;
  const auto same = std::ranges::equal_range(first_of_each_, tokens[i].code);
  for (auto it = same.begin(); it != same.end(); ++it) {
    const Phrase& phrase = phrases_[static_cast<size_t>(it - first_of_each_.begin())];
    if (phrase.parts.size() > longest && Matches(phrase, tokens.subspan(i))) longest = phrase.parts.size();
  }
  return static_cast<uint32_t>(longest);
}

}  // namespace bylint
