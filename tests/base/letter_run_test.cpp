#include "checker/base/letter_run.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

namespace bylint {
namespace {

bool IsSmall(char c) { return c >= 'a' && c <= 'z'; }
bool IsLetter(char c) { return IsSmall(c) || (c >= 'A' && c <= 'Z'); }

// The same, letter by letter.
LetterRun Expected(const std::string& bytes) {
  LetterRun run;
  while (run.size < LetterRun::kMost && IsLetter(bytes[run.size])) {
    const char c = bytes[run.size];
    run.small |= static_cast<uint32_t>(IsSmall(c)) << run.size;
    const uint64_t folded = static_cast<unsigned char>(c | 0x20);
    (run.size < 8 ? run.first : run.second) |= folded << run.size % 8 * 8;
    ++run.size;
  }
  return run;
}

void RequireReadsAsExpected(const std::string& bytes) {
  const LetterRun run = ReadLetters(bytes.data());
  const LetterRun expected = Expected(bytes);
  REQUIRE(run.size == expected.size);
  REQUIRE(run.small == expected.small);
  REQUIRE(run.first == expected.first);
  REQUIRE(run.second == expected.second);
}

TEST_CASE("letters: any byte ends a run, or belongs to it, at every place") {
  for (int byte = 0; byte < 256; ++byte) {
    for (size_t place = 0; place < LetterRun::kMost; ++place) {
      std::string bytes = "abcdefGHIJKLMNop";
      bytes[place] = static_cast<char>(byte);
      RequireReadsAsExpected(bytes);
    }
  }
}

TEST_CASE("letters: runs of any size and case") {
  std::mt19937 random(3);
  std::string bytes(LetterRun::kMost, ' ');
  for (int i = 0; i < 20'000; ++i) {
    std::ranges::generate(bytes, [&] { return static_cast<char>(random() % 8 == 0 ? random() : 'A' + random() % 58); });
    RequireReadsAsExpected(bytes);
  }
}

}  // namespace
}  // namespace bylint
