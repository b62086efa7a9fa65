#include <catch2/catch.hpp>

#include "tests/readers/outline.h"

namespace bylint {
namespace {

std::string OutlineOf(std::string text) {
  const Document document = ReadText("article.rst", std::move(text));
  CHECK(BrokenPromise(document).empty());
  return Outline(document);
}

TEST_CASE("restructured text: titles, paragraphs, lists, quotations") {
  CHECK(OutlineOf("====\nRoad\n====\n\n:date: 2024\n\nThe road *opens* in\nMay.\n\nLost years\n----------\n\n* a road\n"
                  "  and more\n* a bridge\n\n  still\n\nShe wrote:\n\n    We sold nothing.\n\n1. one\n2. "
                  "two\n\n----\n\nEnd.\n") ==
        "headline: Road\nparagraph: The road opens in/May.\nheading: Lost years\nitem: a road/  and more\nitem: a "
        "bridge\n"
        "item: still\nparagraph: She wrote:\nquote: We sold nothing.\nitem: one\nitem: two\nparagraph: End.\n");
}

TEST_CASE("restructured text: literal blocks, directives, targets and tables are masked") {
  CHECK(OutlineOf(
            "It runs::\n\n    “code\n\n.. code-block:: c\n\n   “code\n\n.. note:: x\n\n   It is far.\n\n.. _a: b\n\n"
            ".. figure:: x.png\n   :alt: no\n\n   The gate.\n\n.. [1] A note.\n\n+---+\n| a |\n+---+\n\nEnd.\n") ==
        "paragraph: It runs:\nparagraph: It is far.\ncaption: The gate.\nparagraph: A note.\nparagraph: End.\n");
}

TEST_CASE("restructured text: inline markup") {
  CHECK(
      OutlineOf("The **town** `council <https://x.org/a_b>`_ ran ``rm`` on |name| [1]_; see :doc:`the map`, link_ and "
                "a\\*b, 2 * 3, snake_case :code:`x`.\n") ==
      "paragraph: The town council ran _ on _ ; see the map, link and a*b, 2 * 3, snake_case _.\n");
}

TEST_CASE("restructured text: comments to bylint") {
  const Document document = ReadText("a.rst", "One.\n\n.. bylint-ignore names\n\nTwo.\n");
  REQUIRE(document.comments().size() == 1);
  CHECK(document.source().Text(document.comments()[0].content) == "bylint-ignore names");
  CHECK(document.comments()[0].next_block == 1);
}

TEST_CASE("restructured text: hostile input is read in time") {
  for (const std::string_view unit :
       {"*", "*a ", "**a ", "`",     "`a ",  "``a",      ":a:`",   "|",    "|a ",    "[",    "[1",
        "_", "a_ ", "\\",   "* a\n", "..\n", ".. a::\n", "::\n\n", "==\n", "a\n=\n", "+-\n", "> "}) {
    std::string text;
    while (text.size() < 300'000) text += unit;
    INFO(unit);
    CHECK(BrokenPromise(ReadText("a.rst", text)).empty());
  }
}

}  // namespace
}  // namespace bylint
