// Texts for property tests: every text fixture of the project, and small damages done to them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bylint::testing {

struct NamedText {
  std::string name;  // with its ending, which picks the reader
  std::string text;  // valid UTF-8
};

// The text fixtures without their `#~` lines, and the examples of all rules.
const std::vector<NamedText>& FixtureTexts();

// `text` with a few characters deleted, doubled or replaced by marks, the same for the same `seed`. Valid UTF-8.
std::string Damaged(std::string_view text, uint32_t seed);

}  // namespace bylint::testing
