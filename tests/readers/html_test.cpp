#include <catch2/catch.hpp>

#include "tests/readers/outline.h"

namespace bylint {
namespace {

std::string OutlineOf(std::string text) {
  const Document document = ReadText("article.html", std::move(text));
  CHECK(BrokenPromise(document).empty());
  return Outline(document);
}

TEST_CASE("html: the article of a page, without what stands around it") {
  CHECK(OutlineOf("<!DOCTYPE html><html><head><title>Road | Gazette</title><script>“no</script></head><body>"
                  "<nav><a href='/'>Home</a></nav><h1>Valley road opens</h1><main>"
                  "<p class=\"byline\">By Anna Berg</p><p>The road <a href=\"/x\">opens</a> in May.</p>"
                  "<div class=\"share-bar\">Share this</div><h2>Lost years</h2><ul><li>a road</li></ul>"
                  "<figure><img alt='no' src='x'><figcaption>The gate.</figcaption></figure>"
                  "<blockquote><p>We sold nothing.</p></blockquote></main><footer>Imprint</footer></body></html>") ==
        "headline: Valley road opens\nbyline: By Anna Berg\nparagraph: The road opens in May.\nheading: Lost years\n"
        "item: a road\ncaption: The gate.\nquote: We sold nothing.\n");
}

TEST_CASE("html: entities, quotations and breaks map to the source") {
  const Document document = ReadText(
      "a.html", "<p>She said, &ldquo;Yes&rdquo; &AMP; <q>no, <q>no</q></q>.<br>Fish &amp chips &nGt; x < y.</p>");
  CHECK(Outline(document) == "paragraph: She said, “Yes” & “no, ‘no’”./Fish & chips \u226B\u20D2 x < y.\n");
  const auto at = static_cast<uint32_t>(document.text().find("“Yes”"));
  CHECK(document.source().Text(document.ToSource({at, at + 9})) == "&ldquo;Yes&rdquo;");
  const auto q = static_cast<uint32_t>(document.text().find("“no"));
  CHECK(document.source().Text(document.ToSource({q, q + 5})) == "<q>no");
  CHECK(BrokenPromise(document).empty());
}

TEST_CASE("html: characters that gumbo replaces are those of the file, and what follows is in its place") {
  const Document document = ReadText("a.html", "<p>R&\x02D, \u0085 &\u0085 &amp; \x7F Fish &nGt; chips \U000B0FBC</p>");
  CHECK(BrokenPromise(document).empty());
  CHECK(document.text().find("R&\x02D, \u0085 &\u0085 & \x7F Fish \u226B\u20D2 chips \U000B0FBC") == 0);
  OutlineOf(",,&\x02,&\"C&\x02,&\"CC\U000B0FBC");
}

TEST_CASE("html: line ends, tag soup, comments") {
  CHECK(OutlineOf("<p>One\r\ntwo\rthree</b> four<p>Five <b>six<p>seven") ==
        "paragraph: One/twothree four\nparagraph: Five six\nparagraph: seven\n");
  const Document document =
      ReadText("a.html", "<!-- bylint-ignore names -->\n<p>One <!-- bylint-ignore-line --> two.</p>");
  REQUIRE(document.comments().size() == 2);
  CHECK(document.comments()[0].next_block == 0);
  CHECK_FALSE(document.comments()[0].within_block);
  CHECK(document.comments()[1].within_block);
}

TEST_CASE("html: template code of site generators is masked") {
  CHECK(OutlineOf(
            "{% for tag in tags %}\n<p>The {{ tag.name }} <a href=\"{{ url }}\">road</a> opens.</p>\n{% endfor %}") ==
        "paragraph: The _ road opens.\n");
}

TEST_CASE("html: a page of many small drawings is read to its end") {
  std::string text = "<p>One.</p>";
  for (int i = 0; i < 1000; ++i) text += "<svg viewBox='0 0 1 1'><path d=\"M0 0 1 1\"/><g><use href='#a' /></g></svg>";
  CHECK(OutlineOf(text + "<p>Two.</p>") == "paragraph: One.\nparagraph: Two.\n");
}

TEST_CASE("html: hostile input is read in time") {
  for (const std::string_view unit : {"<div>", "<b>", "<b a=1>", "<p><b>", "<q>", "<ul><li>", "<table>", "<svg><g>",
                                      "<", "</", "<!--", "&", "&#", "<a b", "<p", "“", "<blockquote>", "<article>"}) {
    std::string text;
    while (text.size() < 300'000) text += unit;
    INFO(unit);
    CHECK(BrokenPromise(ReadText("a.html", text)).empty());
  }
  std::string attributes = "<p";
  for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i);
  CHECK(BrokenPromise(ReadText("a.html", attributes + ">x</p>")).empty());
}

}  // namespace
}  // namespace bylint
