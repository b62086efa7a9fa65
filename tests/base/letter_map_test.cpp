#include "checker/base/letter_map.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

namespace bylint {
namespace {

bool IsLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

TEST_CASE("letters: any byte is one or is none, at every place") {
  for (int byte = 0; byte < 256; ++byte) {
    for (size_t place = 0; place < kMappedBytes; ++place) {
      std::string bytes(kMappedBytes, place % 2 == 0 ? 'a' : ' ');
      bytes[place] = static_cast<char>(byte);
      const uint64_t map = MapLetters(bytes.data());
      for (size_t i = 0; i < kMappedBytes; ++i) {
        INFO(i << " of " << bytes);
        REQUIRE((map >> i & 1) == static_cast<uint64_t>(IsLetter(bytes[i])));
      }
    }
  }
}

TEST_CASE("letters: words of any size and case are folded, and nothing behind them") {
  std::mt19937 random(3);
  for (uint32_t i = 0; i < 20'000; ++i) {
    std::string bytes(FoldedLetters::kMost, ' ');
    std::ranges::generate(bytes, [&] { return static_cast<char>(random()); });
    const uint32_t size = i % (FoldedLetters::kMost + 1);
    uint64_t expected[2] = {};
    for (uint32_t k = 0; k < size; ++k) {
      const auto letter = static_cast<char>('a' + random() % 26);
      bytes[k] = random() % 2 == 0 ? letter : static_cast<char>(letter - 0x20);
      expected[k / 8] |= static_cast<uint64_t>(letter) << k % 8 * 8;
    }
    FoldedLetters folded;
    FoldLetters(bytes.data(), size, folded);
    REQUIRE(folded.first == expected[0]);
    REQUIRE(folded.second == expected[1]);
  }
}

}  // namespace
}  // namespace bylint
