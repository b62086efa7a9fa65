#include <catch2/catch.hpp>

#include "tests/readers/outline.h"

namespace bylint {
namespace {

std::string OutlineOf(std::string text) {
  const Document document = ReadText("article.adoc", std::move(text));
  CHECK(BrokenPromise(document).empty());
  return Outline(document);
}

TEST_CASE("asciidoc: header, sections, paragraphs, lists") {
  CHECK(OutlineOf("= Valley road opens\nAnna Berg <anna@example.org>\n2024-05-01\n:revdate: 2024\n// hidden\n\n"
                  "The road *opens* in\n_May_, she said.\n\n== Lost years\n\n* a road\n** a bridge\n. one\n+\nmore\n\n"
                  "term:: what it means\n\nNOTE: It is far.\n") ==
        "headline: Valley road opens\nparagraph: The road opens in/May, she said.\nheading: Lost years\nitem: a road\n"
        "item: a bridge\nitem: one\nparagraph: more\nitem: term\nitem: what it means\nparagraph: It is far.\n");
}

TEST_CASE("asciidoc: quotations, tables, captions; code and macros are masked") {
  CHECK(OutlineOf(
            "[quote, Anna Berg]\n____\nWe sold nothing.\n____\n\n[quote]\nAt all.\n\nPlain.\n\n----\n“code\n----\n\n"
            "image::x.png[alt]\ninclude::y[]\n\n.The gate\n|===\n|Name |Age\n\n|Berg |41\n|===\n\n indented\n code\n\n"
            "[source,java]\nint x;\n\nEnd.\n") ==
        "quote: We sold nothing.\nquote: At all.\nparagraph: Plain.\ncaption: The gate\nitem: Name\nitem: Age\n"
        "item: Berg\nitem: 41\nparagraph: End.\n");
}

TEST_CASE("asciidoc: inline markup") {
  CHECK(OutlineOf("She said, \"`Yes, I '`will`'`\" and https://example.org[the *town* council^] ran `rm` on {name} in "
                  "C++.footnote:[Not.] See <<x>>, <<y,the map>> & link:a_b[it]; &ldquo;2 * 3 * 4&rdquo; [.red]#x# "
                  "a_b_c +<b>+\n") ==
        "paragraph: She said, “Yes, I ‘will’” and the town council ran _ on _ in C++. See _, the map & it; “2 * 3 * "
        "4” x a_b_c _\n");
}

TEST_CASE("asciidoc: comments to bylint") {
  const Document document = ReadText("a.adoc", "// bylint-ignore names\nOne\n// bylint-ignore-line x\ntwo.\n");
  REQUIRE(document.comments().size() == 2);
  CHECK(document.source().Text(document.comments()[0].content) == "bylint-ignore names");
  CHECK(document.comments()[0].next_block == 0);
  CHECK(document.comments()[1].within_block);
  CHECK(Outline(document) == "paragraph: One/two.\n");
}

TEST_CASE("asciidoc: hostile input is read in time") {
  for (const std::string_view unit :
       {"*",         "*a ",   "**a ",      "_a", "`",  "`a ",   "\"`a ",  "<<",     "<<a,",
        "[",         "[[",    "http://a[", "{a", "|",  "* a\n", "====\n", "----\n", "____\n",
        "[quote]\n", "//a\n", "&",         "\\", "^]", ".a\n",  "a::\n",  "+"}) {
    std::string text;
    while (text.size() < 300'000) text += unit;
    INFO(unit);
    CHECK(BrokenPromise(ReadText("a.adoc", text)).empty());
    CHECK(BrokenPromise(ReadText("a.adoc", "|===\n" + text)).empty());
  }
}

}  // namespace
}  // namespace bylint
