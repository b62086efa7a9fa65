// Compiles data/vocabulary/*.txt into the perfect hash that checker/analysis/vocabulary.cpp includes.
//
//   compile_vocabulary OUTPUT FILE...
//
// A line is a lower-case word and its classes; a line `@ class ...` gives classes to all lines after it in the
// file; `#` starts a comment. A word may stand in several files: its classes add up. In a file of a folder
// `phrases` a line is a phrase; its words enter the vocabulary, the first one with the class `phrase`.
//
// The hash is "hash and displace" (Belazzougui, Botelho, Dietzfelbinger, 2009): words fall into buckets, and for
// each bucket, the largest first, a displacement is searched that puts all its words into free slots.
#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <numeric>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "checker/analysis/vocabulary_hash.h"

namespace {

constexpr std::string_view kClassNames[] = {
#define BYLINT_WORD_CLASS(Name, name, meaning) #name,
#include "bylint/word_class.def"
#undef BYLINT_WORD_CLASS
};
static_assert(std::size(kClassNames) <= 64);

bool AddClass(std::string_view name, uint64_t& bits) {
  const auto* it = std::find(std::begin(kClassNames), std::end(kClassNames), name);
  if (it == std::end(kClassNames)) return false;
  bits |= uint64_t{1} << (it - std::begin(kClassNames));
  return true;
}

bool ReadFile(const std::string& path, std::map<std::string, uint64_t>& words) {
  std::ifstream in(path);
  if (!in) {
    std::cerr << path << ": cannot be read\n";
    return false;
  }
  uint64_t of_file = 0;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    std::istringstream fields(line.substr(0, line.find('#')));
    std::string word;
    if (!(fields >> word)) continue;
    uint64_t bits = word == "@" ? 0 : of_file;
    for (std::string name; fields >> name;) {
      if (AddClass(name, bits)) continue;
      std::cerr << path << ":" << number << ": unknown word class `" << name << "`\n";
      return false;
    }
    if (word == "@") {
      of_file = bits;
    } else if (bits == 0) {
      std::cerr << path << ":" << number << ": `" << word << "` has no class\n";
      return false;
    } else {
      words[word] |= bits;
    }
  }
  return true;
}

struct Phrase {
  std::string list;  // name of the file
  std::string text;
};

bool IsPhraseFile(const std::string& path) { return path.find("/phrases/") != std::string::npos; }

bool ReadPhrases(const std::string& path, std::map<std::string, uint64_t>& words, std::vector<Phrase>& phrases) {
  std::ifstream in(path);
  if (!in) {
    std::cerr << path << ": cannot be read\n";
    return false;
  }
  const size_t stem = path.rfind('/') + 1;
  const std::string list = path.substr(stem, path.rfind('.') - stem);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    std::istringstream fields(line.substr(0, line.find('#')));
    std::string text;
    for (std::string word; fields >> word; text += (text.empty() ? "" : " ") + word) {
      uint64_t bits = 0;
      if (word.front() == '<' ? text.empty() || !AddClass(word.substr(1, word.size() - 2), bits)
                              : text.empty() && !AddClass("phrase", bits)) {
        std::cerr << path << ":" << number << ": `" << word << "` cannot stand here\n";
        return false;
      }
      if (word.front() != '<') words[word] |= bits;
    }
    if (!text.empty()) phrases.push_back({list, text});
  }
  return true;
}

// Where entries stand in a hash table.
struct Places {
  std::vector<uint32_t> slots;  // number of the entry and 1, or 0
  std::vector<uint32_t> displacement;
};

// A place for each of `entries`, whose hashes are `hashes`; nothing when there is none.
std::optional<Places> FindPlaces(const std::vector<uint32_t>& entries, const std::vector<uint64_t>& hashes) {
  size_t slots = 16;
  while (slots < entries.size() * 5 / 4) slots *= 2;
  size_t bucket_count = 4;
  while (bucket_count < entries.size() / 3) bucket_count *= 2;
  std::vector<std::vector<uint32_t>> buckets(bucket_count);
  for (const uint32_t entry : entries) {
    buckets[bylint::internal::BucketOf(hashes[entry], static_cast<uint32_t>(bucket_count))].push_back(entry);
  }
  std::vector<uint32_t> order(bucket_count);
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, [&](uint32_t a, uint32_t b) { return buckets[a].size() > buckets[b].size(); });

  Places places{.slots = std::vector<uint32_t>(slots, 0), .displacement = std::vector<uint32_t>(bucket_count, 0)};
  for (const uint32_t b : order) {
    for (uint32_t d = 0; !buckets[b].empty(); ++d) {
      if (d > UINT8_MAX) return std::nullopt;
      std::vector<uint32_t> taken;
      for (const uint32_t entry : buckets[b]) {
        const uint32_t slot = bylint::internal::SlotOf(hashes[entry], d, static_cast<uint32_t>(slots));
        if (places.slots[slot] != 0 || std::ranges::find(taken, slot) != taken.end()) break;
        taken.push_back(slot);
      }
      if (taken.size() != buckets[b].size()) continue;
      for (size_t i = 0; i < taken.size(); ++i) places.slots[taken[i]] = buckets[b][i] + 1;
      places.displacement[b] = d;
      break;
    }
  }
  return places;
}

void WriteDisplacement(std::string_view name, const Places& places, std::ostream& out) {
  out << std::dec << "constexpr uint8_t " << name << "[] = {";
  for (size_t i = 0; i < places.displacement.size(); ++i) {
    out << (i % 20 == 0 ? "\n    " : "") << places.displacement[i] << ",";
  }
  out << "\n};\n";
}

}  // namespace

int main(int argc, char** argv) {
  std::map<std::string, uint64_t> words;
  std::vector<Phrase> phrases;
  for (int i = 2; i < argc; ++i) {
    if (!(IsPhraseFile(argv[i]) ? ReadPhrases(argv[i], words, phrases) : ReadFile(argv[i], words))) return 1;
  }
  std::vector<std::pair<std::string, uint64_t>> entries(words.begin(), words.end());
  // Verbs and function words, which are the most of any text, stand together in the tables, and so in the cache.
  std::ranges::stable_sort(entries, {}, [](const auto& entry) { return std::countr_zero(entry.second); });

  std::vector<bylint::internal::WordKey> keys;
  std::vector<uint64_t> hashes;
  std::vector<uint32_t> short_words, longer_words;
  for (uint32_t i = 0; i < entries.size(); ++i) {
    keys.push_back(bylint::internal::KeyOf(entries[i].first));
    hashes.push_back(keys.back().hash);
    (entries[i].first.size() <= bylint::internal::kShortBytes ? short_words : longer_words).push_back(i);
  }
  const std::optional<Places> short_places = FindPlaces(short_words, hashes);
  const std::optional<Places> longer_places = FindPlaces(longer_words, hashes);
  if (!short_places || !longer_places) {
    std::cerr << "no perfect hash found\n";
    return 1;
  }

  std::ofstream out(argv[1]);
  out << "// Made by tools/compile_vocabulary from data/vocabulary; do not edit.\n";
  // One text and where each word begins in it: a view for each would be four times as large, and moved at every start.
  // The standard asks compilers for 65,536 characters in a literal; those that build bylint take any number.
  out << "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n";
  out << "constexpr char kWordsText[] =";
  for (const auto& [word, bits] : entries) out << "\n    \"" << word << "\"";
  out << ";\nconstexpr uint32_t kWordBegins[] = {\n    0,\n    0,\n";  // of index 0, of the first word, and so on
  size_t end = 0;
  for (const auto& [word, bits] : entries) out << "    " << (end += word.size()) << ",\n";
  out << "};\nconst uint64_t kWordClasses[] = {\n    0,\n" << std::hex;
  for (const auto& [word, bits] : entries) out << "    0x" << bits << ",\n";
  out << "};\nconstexpr uint64_t kShortTable[] = {\n";
  for (const uint32_t index : short_places->slots) {
    out << "    0x" << (index == 0 ? 0 : bylint::internal::MakeShortSlot(keys[index - 1].first, index)) << ",\n";
  }
  out << "};\nconstexpr WordSlot kTable[] = {\n";
  for (const uint32_t index : longer_places->slots) {
    bylint::internal::WordSlot slot;
    if (index != 0) slot = MakeSlot(keys[index - 1], index);
    out << "    {0x" << slot.first << ", 0x" << slot.second << "},\n";
  }
  out << "};\n";
  WriteDisplacement("kShortDisplacement", *short_places, out);
  WriteDisplacement("kDisplacement", *longer_places, out);
  out << "constexpr PhraseEntry kPhrases[] = {\n";
  for (const Phrase& phrase : phrases) out << "    {\"" << phrase.list << "\", \"" << phrase.text << "\"},\n";
  out << "};\n";
  if (entries.size() >= 65535 || !out) {
    std::cerr << argv[1] << ": cannot be written\n";
    return 1;
  }
  return 0;
}
