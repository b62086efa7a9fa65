#include "checker/base/eight_bytes.h"

#include <catch2/catch.hpp>
#include <string>

namespace bylint {
namespace {

TEST_CASE("eight bytes: a text is read with its first byte lowest, zeros behind its end") {
  const std::string text = "abcdefghij\xFFz";
  for (size_t size = 0; size <= text.size(); ++size) {
    uint64_t expected = 0;
    for (size_t i = std::min<size_t>(size, 8); i-- > 0;) {
      expected = expected << 8 | static_cast<unsigned char>(text[i]);
    }
    REQUIRE(LoadUpToEight(std::string_view(text).substr(0, size)) == expected);
  }
  std::string copy(8, '\0');
  StoreEight(LoadEight(text.data() + 3), copy.data());
  REQUIRE(copy == text.substr(3, 8));
}

TEST_CASE("eight bytes: bytes of a range are told from all others") {
  for (unsigned c = 0; c < 256; ++c) {
    for (const auto& [low, high] :
         {std::pair<unsigned char, unsigned char>('a', 'z'), {'A', 'Z'}, {1, 0x7F}, {'0', '0'}}) {
      const std::string text(8, static_cast<char>(c));
      const bool inside = c >= low && c <= high;
      REQUIRE(BytesIn(LoadEight(text.data()), low, high) == (inside ? kTopBits : 0));
    }
  }
  REQUIRE(FirstByte(BytesIn(LoadEight("  x  yy "), 'a', 'z')) == 2);
  REQUIRE(FirstByte(BytesIn(LoadEight("12345678"), 'a', 'z')) == 8);
}

}  // namespace
}  // namespace bylint
