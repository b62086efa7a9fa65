#include <catch2/catch.hpp>

#include "tests/readers/outline.h"

namespace bylint {
namespace {

std::string OutlineOf(std::string text) {
  const Document document = ReadText("article.txt", std::move(text));
  CHECK(BrokenPromise(document).empty());
  return Outline(document);
}

TEST_CASE("plain text: a line is a paragraph, blank lines or none") {
  CHECK(OutlineOf("The road opens in May.\nWork began last year.\n\nIt cost a million.") ==
        "paragraph: The road opens in May.\nparagraph: Work began last year.\nparagraph: It cost a million.\n");
}

TEST_CASE("plain text: every kind of line end") {
  const std::string expected = "paragraph: One is here.\nparagraph: Two is here.\n";
  CHECK(OutlineOf("One is here.\nTwo is here.\n") == expected);
  CHECK(OutlineOf("One is here.\r\nTwo is here.\r\n") == expected);
  CHECK(OutlineOf("One is here.\rTwo is here.\r") == expected);
  CHECK(OutlineOf("One is here.\u0085Two is here.\u0085") == expected);
  CHECK(OutlineOf("One is here.\u2028Two is here.\u2029") == expected);
  CHECK(OutlineOf("\uFEFFOne is here.\n\n \t \nTwo is here.") == expected);
}

TEST_CASE("plain text: hard-wrapped paragraphs are joined") {
  const std::string text =
      "The road through the valley opens in May, the council\n"
      "said on Monday, after two years of work that cost the\n"
      "town a million. Nobody is happier than the baker.\n"
      "\n"
      "“We sold nothing for two years,” said Anna Berg, who\n"
      "runs the shop with her brother.\n";
  CHECK(OutlineOf(text) ==
        "paragraph: The road through the valley opens in May, the council/said on Monday, after two years of "
        "work "
        "that cost the/town a million. Nobody is happier than the baker.\n"
        "paragraph: “We sold nothing for two years,” said Anna Berg, who/runs the shop with her brother.\n");
}

TEST_CASE("plain text: in hard-wrapped text an indented or a short line parts paragraphs") {
  const std::string text =
      "  The road through the valley opens in May, the council\n"
      "said on Monday, after two years of work that cost the\n"
      "town a million.\n"
      "Nobody is happier than the baker, who said that she had\n"
      "sold nothing for two years, and that the council had\n"
      "not paid her anything at all; nor had it ever written.\n"
      "  The council did not answer letters or calls about it\n"
      "on Monday.\n";
  CHECK(OutlineOf(text) ==
        "paragraph: The road through the valley opens in May, the council/said on Monday, after two years of "
        "work "
        "that cost the/town a million.\n"
        "paragraph: Nobody is happier than the baker, who said that she had/sold nothing for two years, and "
        "that the "
        "council had/not paid her anything at all; nor had it ever written.\n"
        "paragraph: The council did not answer letters or calls about it/on Monday.\n");
}

TEST_CASE("plain text: headline, byline and headings") {
  CHECK(OutlineOf("Valley road opens in May\n\nBy Anna Berg and Tom Lee, Transport Correspondents\n\n"
                  "The road through the valley opens in May, the council said.\n\nTwo lost years\n\n"
                  "Nobody is happier than the baker, who had to close.\n") ==
        "headline: Valley road opens in May\nbyline: By Anna Berg and Tom Lee, Transport Correspondents\n"
        "paragraph: The road through the valley opens in May, the council said.\nheading: Two lost years\n"
        "paragraph: Nobody is happier than the baker, who had to close.\n");
}

TEST_CASE("plain text: a sentence is no headline, and a line alone neither") {
  CHECK(OutlineOf("The road opens.\n\nThe road through the valley opens in May.") ==
        "paragraph: The road opens.\nparagraph: The road through the valley opens in May.\n");
  CHECK(OutlineOf("“Yes,” she said.”\nThe road through the valley opens in May.") ==
        "paragraph: “Yes,” she said.”\nparagraph: The road through the valley opens in May.\n");
  CHECK(OutlineOf("Valley road opens in May") == "paragraph: Valley road opens in May\n");
  CHECK(OutlineOf("By then the road was open, and so was the shop\n\nIt had all begun with a letter from the "
                  "council.") ==
        "headline: By then the road was open, and so was the shop\n"
        "paragraph: It had all begun with a letter from the council.\n");
}

TEST_CASE("plain text: list items and quoted lines lose their markers") {
  CHECK(OutlineOf("The council wants:\n\n* a road\n* a bridge\n1. money\n• time\n\n***\n\n> We sold "
                  "nothing.\n>> At all.\n") ==
        "paragraph: The council wants:\nitem: a road\nitem: a bridge\nitem: money\nitem: time\n"
        "quote: We sold nothing.\nquote: At all.\n");
}

TEST_CASE("plain text: a hard-wrapped block quotation is one block with a map back") {
  const std::string text =
      "The letter that the council sent to all who live there\n"
      "went like this:\n\n"
      "> We regret that the road through the valley has to\n"
      "> stay closed until the works have been completed.\n";
  const Document document = ReadText("a.txt", text);
  REQUIRE(document.blocks().size() == 2);
  const Block quote = document.blocks()[1];
  CHECK(quote.quote_depth == 1);
  CHECK(document.Text(quote.span) ==
        "We regret that the road through the valley has to\nstay closed until the works have been completed.");
  const auto at = static_cast<uint32_t>(document.text().find("stay"));
  CHECK(document.ToSource({at, at + 4}).begin == text.find("stay"));
}

TEST_CASE("plain text: hostile input is read in time") {
  for (const std::string_view unit : {">", "\n", "\r", "a\n", "> a\n", "“", "- ", "\u0085", "\xC2\xA0"}) {
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    CHECK(BrokenPromise(ReadText("a.txt", std::move(text))).empty());
  }
}

}  // namespace
}  // namespace bylint
