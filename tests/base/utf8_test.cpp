#include "checker/base/utf8.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

namespace bylint {
namespace {

// Texts of up to 39 characters, plain and with odd ones in them.
std::vector<std::string> Texts() {
  constexpr std::string_view kParts[] = {"a", " ", "~", "\x7F", "\x1F", "\n", "é", "“", "…", "\u200B", "👍", "Z"};
  std::mt19937 random(7);
  std::vector<std::string> texts;
  for (size_t parts = 0; parts < 40; ++parts) {
    for (int i = 0; i < 100; ++i) {
      std::string text;
      for (size_t k = 0; k < parts; ++k) text += random() % 4 == 0 ? kParts[random() % std::size(kParts)] : "x";
      texts.push_back(text);
    }
  }
  return texts;
}

TEST_CASE("utf8: printable ASCII is skipped up to the first byte that is none") {
  for (const std::string& text : Texts()) {
    for (size_t begin = 0; begin <= text.size(); begin += 3) {
      size_t expected = begin;
      while (expected < text.size() && text[expected] >= 0x20 && text[expected] < 0x7F) ++expected;
      REQUIRE(SkipPrintableAscii(text, begin, text.size()) == expected);
    }
  }
}

TEST_CASE("utf8: usual copy is skipped up to the first character that is none") {
  for (const std::string& text : Texts()) {
    for (size_t begin = 0; begin <= text.size(); begin += DecodeUtf8(text, begin).size) {
      size_t expected = begin;
      while (expected < text.size()) {
        const CodePoint c = DecodeUtf8(text, expected);
        const bool printable = c.value >= 0x20 && c.value < 0x7F;
        if (!printable && std::u32string_view(U"–—‘’“”…").find(c.value) == std::u32string_view::npos) break;
        expected += c.size;
      }
      REQUIRE(SkipUsualCopy(text, begin, text.size()) == expected);
      if (begin == text.size()) break;
    }
  }
}

TEST_CASE("utf8: code points are counted") {
  for (const std::string& text : Texts()) {
    size_t expected = 0;
    for (size_t at = 0; at < text.size(); at += DecodeUtf8(text, at).size) ++expected;
    REQUIRE(CountCodePoints(text) == expected);
  }
}

}  // namespace
}  // namespace bylint
