// How well spellings of one name are told from two names.
//
//   names_pairs PAIRS.tsv        columns: entity, name, name, …; a line a pair of spellings of one name
//
// Prints the share of the pairs that are taken for possible spellings of one name, and the same for 10,000 random pairs
// of names of different entities (the same ones at every run).
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "checker/analysis/names_skeleton.h"

namespace {

struct Pair {
  std::string entity, a, b;
};

std::vector<Pair> ReadPairs(const char* path) {
  std::vector<Pair> pairs;
  std::ifstream in(path);
  std::string line;
  std::getline(in, line);  // headings
  while (std::getline(in, line)) {
    const size_t first = line.find('\t');
    const size_t second = line.find('\t', first + 1);
    const size_t third = line.find('\t', second + 1);
    if (second == std::string::npos) continue;
    pairs.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1),
                     line.substr(second + 1, third - second - 1)});
  }
  return pairs;
}

void Print(const char* what, size_t taken, size_t all) {
  const double percent = all == 0 ? 0 : 100.0 * static_cast<double>(taken) / static_cast<double>(all);
  std::cout << what << ": " << taken << " of " << all << " (" << percent << "%)\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: names_pairs PAIRS.tsv\n";
    return 2;
  }
  const std::vector<Pair> pairs = ReadPairs(argv[1]);
  size_t taken = 0;
  for (const Pair& pair : pairs) taken += bylint::internal::MayBeOneName(pair.a, pair.b);
  Print("spellings of one name", taken, pairs.size());

  constexpr size_t kRandom = 10'000;
  std::mt19937 random(1);
  size_t wrong = 0;
  for (size_t i = 0; i < kRandom && pairs.size() > 1;) {
    const Pair& x = pairs[random() % pairs.size()];
    const Pair& y = pairs[random() % pairs.size()];
    if (x.entity == y.entity) continue;
    wrong += bylint::internal::MayBeOneName(x.a, y.b);
    ++i;
  }
  Print("names of two entities", wrong, kRandom);
  return 0;
}
