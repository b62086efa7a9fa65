// One article in every format: the readers must agree on its prose.
#include <catch2/catch.hpp>

#include "tests/readers/outline.h"

namespace bylint {
namespace {

constexpr std::string_view kText =
    "Valley road opens in May\n\n"
    "The road through the valley opens in May, the council said on Monday.\n\n"
    "“We sold nothing for two years,” said Anna Berg, who runs the bakery. “It’s done.”\n\n"
    "Nobody on the council would say what it cost, or who pays.\n";
constexpr std::string_view kMarkdown =
    "---\ntitle: Valley road opens in May\n---\n\n"
    "The road through the *valley* opens in May, the [council](https://example.org) said on Monday.\n\n"
    "&ldquo;We sold nothing for two years,&rdquo; said **Anna Berg**, who runs the bakery. “It’s done.”\n\n"
    "Nobody on the council would say what it cost, or who pays.\n";
constexpr std::string_view kHtml =
    "<html><body><nav>Home</nav><article><h1>Valley road opens in May</h1>"
    "<p>The road through the <i>valley</i> opens in May, the council said on Monday.</p>"
    "<p><q>We sold nothing for two years,</q> said Anna Berg, who runs the bakery. &#8220;It&rsquo;s done.&#8221;</p>"
    "<p>Nobody on the council would say what it cost, or who pays.</p></article></body></html>";
constexpr std::string_view kAsciiDoc =
    "= Valley road opens in May\n:date: 2024\n\n"
    "The road through the _valley_ opens in May, the https://example.org[council] said on Monday.\n\n"
    "\"`We sold nothing for two years,`\" said *Anna Berg*, who runs the bakery. “It’s done.”\n\n"
    "Nobody on the council would say what it cost, or who pays.\n";
constexpr std::string_view kRestructuredText =
    "Valley road opens in May\n========================\n\n"
    "The road through the *valley* opens in May, the `council <https://example.org>`_ said on Monday.\n\n"
    "“We sold nothing for two years,” said **Anna Berg**, who runs the bakery. “It’s done.”\n\n"
    "Nobody on the council would say what it cost, or who pays.\n";

TEST_CASE("formats: the same article has the same prose in each") {
  const std::string expected = Outline(ReadText("a.txt", std::string(kText)));
  CHECK(expected.starts_with("headline: Valley road opens in May\nparagraph: "));
  CHECK(Outline(ReadText("a.md", std::string(kMarkdown))) == expected);
  CHECK(Outline(ReadText("a.html", std::string(kHtml))) == expected);
  CHECK(Outline(ReadText("a.adoc", std::string(kAsciiDoc))) == expected);
  CHECK(Outline(ReadText("a.rst", std::string(kRestructuredText))) == expected);
}

}  // namespace
}  // namespace bylint
