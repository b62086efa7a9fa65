#include "checker/analysis/names_skeleton.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "checker/analysis/names_measure.h"
#include "checker/analysis/names_words.h"
#include "checker/base/utf8.h"

namespace bylint::internal {
namespace {

// Letters that make one sound, the longest first; upper case is what stands for them.
struct Sound {
  std::string_view letters;
  std::string_view sound;
};
constexpr Sound kSounds[] = {
    {"shch", "S"}, {"stsch", "S"}, {"tsch", "C"}, {"sch", "S"}, {"tch", "C"}, {"dzh", "J"}, {"ch", "C"}, {"cz", "C"},
    {"tj", "C"},   {"sh", "S"},    {"sz", "S"},   {"zh", "J"},  {"dj", "J"},  {"kh", "H"},  {"ph", "F"}, {"th", "T"},
    {"dh", "D"},   {"gh", "G"},    {"ck", "K"},   {"ks", "KS"}, {"ts", "Z"},  {"tz", "Z"},  {"qu", "K"}, {"ou", ""},
    {"b", "B"},    {"c", "K"},     {"d", "D"},    {"f", "F"},   {"g", "G"},   {"h", "H"},   {"j", "J"},  {"k", "K"},
    {"l", "L"},    {"m", "M"},     {"n", "N"},    {"p", "P"},   {"q", "K"},   {"r", "R"},   {"s", "S"},  {"t", "T"},
    {"v", "V"},    {"w", "V"},     {"x", "KS"},   {"z", "S"}};

constexpr std::string_view kParticles[] = {"al",  "el",  "ul",  "as",  "ad",  "an",  "ar", "bin",
                                           "ben", "ibn", "de",  "del", "la",  "y",   "e",  "da",
                                           "dos", "van", "von", "der", "abd", "abu", "dr"};

std::string WithoutAccents(std::string_view word) {
  std::string out;
  for (size_t i = 0; i < word.size();) {
    const CodePoint c = DecodeUtf8(word, i);
    i += c.size;
    if (c.value < 0x80) {
      out += static_cast<char>(c.value);
      continue;
    }
    utf8proc_int32_t parts[8];
    int boundary = 0;
    const auto count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c.value), parts, 8, UTF8PROC_DECOMPOSE, &boundary);
    if (count >= 1 && count <= 8 && parts[0] < 0x80) out += static_cast<char>(parts[0]);
  }
  return out;
}

std::vector<std::string> WordsOf(std::string_view name) {
  std::vector<std::string> words;
  const FoldedName folded(name);
  std::string word;
  const auto finish = [&] {
    if (!word.empty() && std::ranges::find(kParticles, word) == std::end(kParticles)) words.push_back(word);
    word.clear();
  };
  for (const char c : folded.view()) {
    if (c == ' ' || c == '-' || c == ',') {
      finish();
    } else if (c != '.' && c != '\'') {
      word += c;
    }
  }
  finish();
  return words;
}

// Tenths of an edit that may lie between two spellings of a word.
int Tolerance(size_t letters) { return letters <= 3 ? 5 : letters == 4 ? 10 : letters <= 6 ? 15 : 20; }

int WordDistance(const std::string& a, const std::string& b) {
  if (a == b) return 0;
  const int cost = CompareSpelling(a, b).cost;
  if (cost <= Tolerance(std::min(a.size(), b.size()))) return cost;
  const std::string key = SkeletonOf(a);
  return key.size() >= 2 && key == SkeletonOf(b) ? kPlainEdit : kFarApart;
}

}  // namespace

std::string SkeletonOf(std::string_view word) {
  const std::string plain = WithoutAccents(word);
  std::string key;
  if (!plain.empty() && std::string_view("aeiouy").find(plain.front()) != std::string_view::npos) key += 'A';
  for (size_t i = 0; i < plain.size();) {
    const std::string_view rest = std::string_view(plain).substr(i);
    const auto* sound = std::ranges::find_if(kSounds, [&](const Sound& s) { return rest.starts_with(s.letters); });
    if (sound == std::end(kSounds)) {
      ++i;
      continue;
    }
    i += sound->letters.size();
    // Breath is written or not at the end of a word and after a vowel: Allah, Alla.
    if (sound->sound == "H" && !key.empty() && sound->letters == "h") continue;
    for (const char c : sound->sound) {
      if (key.empty() || key.back() != c) key += c;
    }
  }
  return key;
}

bool MayBeOneName(std::string_view a, std::string_view b) {
  std::vector<std::string> x = WordsOf(a);
  std::vector<std::string> y = WordsOf(b);
  if (x.size() > y.size()) std::swap(x, y);
  if (x.size() < 2 || y.size() - x.size() > 1) return false;
  int total = 0;
  for (const std::string& word : x) {
    int best = kFarApart;
    auto match = y.end();
    for (auto it = y.begin(); it != y.end(); ++it) {
      const int distance = WordDistance(word, *it);
      if (distance >= best) continue;
      best = distance;
      match = it;
    }
    if (match == y.end()) return false;
    total += best;
    y.erase(match);
  }
  return total <= static_cast<int>(x.size()) * (kPlainEdit + 2);
}

}  // namespace bylint::internal
