#include <catch2/catch.hpp>
#include <cctype>
#include <string>

#include "bylint/article.h"
#include "checker/readers/reader.h"

namespace bylint {
namespace {

Article Read(std::string text) { return Analyze(ReadDocument("article.txt", SourceText(std::move(text))), {}); }

// Kinds of the tokens of `text`: w word, n number, m mark, p punctuation, o opaque.
std::string KindsOf(const std::string& text) {
  const Article article = Read(text);
  std::string kinds;
  for (const Token& token : article.tokens()) kinds += "wnmpox"[static_cast<int>(token.kind)];
  return kinds;
}

TEST_CASE("tokens: what belongs to a word") {
  CHECK(KindsOf("He's the students' friend") == "wwwmw");
  CHECK(KindsOf("U.S. officials left at 5 a.m. today") == "wwwwnww");
  CHECK(KindsOf("His mother-in-law read Politico.com and www.example.org/a.") == "wwwwwop");
  CHECK(KindsOf("4,078 people, 10:30, the 21st") == "nwpnpwn");
  CHECK(KindsOf("“Zelenskyy’s aide”") == "mwwm");
}

// A plain word is read and looked up in a way of its own, by its length and by what is left of the text behind it.
TEST_CASE("tokens: every word of the vocabulary is found, in small letters and in capitals, anywhere") {
  size_t missed = 0;
  for (uint32_t index = 1; index < VocabularySize(); ++index) {
    const std::string word(WordAt(index));
    if (word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos) continue;
    std::string title = word;
    title[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(title[0])));
    std::string capitals = word;
    for (char& c : capitals) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    const Article article = Read(word + " " + title + ", " + capitals + " “" + word + "” " + word);
    const std::span<const Token> tokens = article.tokens();
    REQUIRE(tokens.size() == 8);
    for (const size_t i : {0u, 1u, 3u, 5u, 7u}) missed += tokens[i].code != index;
    CHECK(tokens[1].Has(kCapitalized));
    CHECK(tokens[3].Has(kAllCaps) == (word.size() > 1));
    CHECK_FALSE(tokens[0].Has(kCapitalized));
  }
  CHECK(missed == 0);
}

TEST_CASE("tokens: words that nobody knows are of no class") {
  const Article article = Read("Xqzzt qqqqqqqqqqqqq qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq saidd");
  for (const Token& token : article.tokens()) CHECK(token.code == 0);
}

TEST_CASE("tokens: a block knows what stands in it") {
  const Article article =
      Read("It (the road) was “ready” {soon}.\n\nNothing here; the BBC said so – twice, for £5.\n\nplain words");
  REQUIRE(article.blocks().size() == 3);
  const TokenContents& first = article.ContentsOf(0);
  CHECK(first.HasMarks());
  CHECK(first.HasAny("("));
  CHECK(first.HasAny("{"));
  CHECK_FALSE(first.HasAny("[]<;"));
  CHECK_FALSE(first.HasCapitals());
  CHECK_FALSE(first.HasCurrency());
  const TokenContents& second = article.ContentsOf(1);
  CHECK_FALSE(second.HasMarks());
  CHECK(second.HasAny(";"));
  CHECK_FALSE(second.HasAny("{}()"));
  CHECK(second.HasCapitals());
  CHECK(second.HasCurrency());
  CHECK_FALSE(article.ContentsOf(2).HasCapitals());
}

}  // namespace
}  // namespace bylint
