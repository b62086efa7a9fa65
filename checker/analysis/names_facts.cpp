#include "checker/analysis/names_facts.h"

#include <algorithm>

namespace bylint::internal {
namespace {

bool AreSame(const NameWord& then, const NameWord& now) {
  return then.key_begin == now.key_begin && then.key_size == now.key_size && then.code == now.code &&
         then.count == now.count && then.lower == now.lower;
}

// Of two words that are used alike the later one is odd: their first places must follow each other as before. Words
// of the running text are in that order by themselves; those of lines in title case come behind them.
bool AreInOrder(std::span<const NameWord> then, std::span<const NameWord> now, const Earlier& earlier) {
  const auto rises = [](std::span<const NameWord> words, size_t i) {
    return words[i - 1].text.begin < words[i].text.begin;
  };
  size_t rising = std::min<size_t>(1, now.size());
  while (rising < now.size() && rises(then, rising) && rises(now, rising)) ++rising;
  if (rising == now.size()) return true;
  for (size_t i = 0; i < now.size(); ++i) {
    const std::optional<TextSpan> moved = earlier.Now(then[i].text);
    if (moved == now[i].text) continue;
    const bool stays = !moved && earlier.changed_text().Contains(now[i].text);
    if (!stays || i >= rising) return false;
  }
  return true;
}

}  // namespace

bool AreSame(const NameFacts& then, const NameTables& tables, const Earlier& earlier) {
  const std::span<const NameWord> words = tables.words.all();
  const auto same_word = [](const NameWord& a, const NameWord& b) { return AreSame(a, b); };
  return then.keys == tables.words.keys() && std::ranges::equal(then.words, words, same_word) &&
         then.uses == tables.uses && then.joined == tables.joined && AreInOrder(then.words, words, earlier);
}

}  // namespace bylint::internal
