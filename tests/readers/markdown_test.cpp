#include <catch2/catch.hpp>

#include "tests/readers/outline.h"

namespace bylint {
namespace {

std::string OutlineOf(std::string text) {
  const Document document = ReadText("article.md", std::move(text));
  CHECK(BrokenPromise(document).empty());
  return Outline(document);
}

// Where `words` of the prose stand in the file.
std::string_view SourceOf(const Document& document, std::string_view words) {
  const auto at = static_cast<uint32_t>(document.text().find(words));
  return document.source().Text(document.ToSource({at, at + static_cast<uint32_t>(words.size())}));
}

TEST_CASE("markdown: blocks") {
  CHECK(OutlineOf("# Valley road opens\n\nThe road *opens* in\nMay.\n\n## Lost years\n\n- a road\n- a bridge\n\n"
                  "> We sold nothing.\n>\n> > At all.\n\n1. one\n\n   more\n") ==
        "headline: Valley road opens\nparagraph: The road opens in/May.\nheading: Lost years\nitem: a road\n"
        "item: a bridge\nquote: We sold nothing.\nquote: At all.\nitem: one\nitem: more\n");
}

TEST_CASE("markdown: code, addresses and markup are masked, links are followed") {
  CHECK(OutlineOf("The [town council](https://example.org/a_b_c \"title\") ran `rm -rf` on ![alt](x.png)the "
                  "<span class=\"x\">server</span>.\n\n```\n“code\n```\n\n    “code\n\n[ref]: "
                  "https://example.org 'x'\n") == "paragraph: The town council ran _ on _the server.\n");
}

TEST_CASE("markdown: entities and escapes map to the source as a whole") {
  const Document document =
      ReadText("a.md", "She said, &ldquo;Yes&rdquo; \\*twice\\* &amp; &#8220;no&#x201D; &bogus;.\n");
  CHECK(Outline(document) == "paragraph: She said, “Yes” *twice* & “no” &bogus;.\n");
  CHECK(SourceOf(document, "“Yes”") == "&ldquo;Yes&rdquo;");
  CHECK(SourceOf(document, "”") == "&rdquo;");
  CHECK(SourceOf(document, "twice* & “no") == "twice\\* &amp; &#8220;no");
  CHECK(BrokenPromise(document).empty());
}

TEST_CASE("markdown: tables and captions") {
  CHECK(OutlineOf("| Name | Age |\n|---|---|\n| Berg | 41 |\n\n![](x.png)\n*The mayor at the gate.*\n") ==
        "heading: Name\nheading: Age\nitem: Berg\nitem: 41\ncaption: _/The mayor at the gate.\n");
}

TEST_CASE("markdown: YAML front matter") {
  CHECK(OutlineOf("---\nlayout: post\ntitle: \"Road \\\"opens\\\" in May\"\nauthors:\n- title: no\n"
                  "description: >-\n  After two years\n  of work.\nsummary: no\n---\nIt opens.\n") ==
        "headline: Road \"opens\" in May\nheading: After two years/of work.\nparagraph: It opens.\n");
  CHECK(OutlineOf("---\ntitle: 'The town''s &ldquo;<em>road</em>&rdquo; &x <3' # ours\n---\n") ==
        "headline: The town's “road” &x <3\n");
  CHECK(OutlineOf("---\r\ntitle: The town's road # ours\r\n---\r\n\r\nIt opens.\r\n") ==
        "headline: The town's road\nparagraph: It opens.\n");
  CHECK(OutlineOf("\uFEFF---\ntitle: \"Caf\\u00e9 opens\"\n---\n# Not the headline\n") ==
        "headline: Café opens\nheading: Not the headline\n");
  CHECK(OutlineOf("---\nIt opens.\n") == "paragraph: It opens.\n");
}

TEST_CASE("markdown: TOML front matter") {
  CHECK(OutlineOf("+++\ntitle = 'The road'\ndescription = \"\"\"\nAfter two\nyears.\"\"\"\n[params]\ntitle = "
                  "\"no\"\n+++\n\nYes.\n") == "headline: The road\nheading: After two/years.\nparagraph: Yes.\n");
}

TEST_CASE("markdown: template code is masked, text around it is not") {
  CHECK(OutlineOf("{% include \"x.html\" %}\nThe {{ site.name }} road **opens**{{< ref \"a\" >}}. See [the map]({{ "
                  "site.url }}/m).\n\n"
                  "{% comment %}\n“Not shown\n{% endcomment %}\n\n{{% note %}}\nIt _opens_[^1].\n{{% /note %}}\n\n"
                  "[^1]: In May.\n\n## Years {#years}\n") ==
        "paragraph: The _ road opens. See the map.\nparagraph: It opens.\nparagraph: In May.\nheading: "
        "Years\n");
  CHECK(OutlineOf("A {% b {{ c {# d [^ e\n") == "paragraph: A {% b {{ c {# d [^ e\n");
}

TEST_CASE("markdown: template code inside HTML") {
  CHECK(OutlineOf("<div>\n{% include x %}\n“Yes” – {{ name | link }}, {: .x}mayor\n</div>\n") ==
        "paragraph: “Yes” – _, mayor\n");
}

TEST_CASE("markdown: HTML is followed") {
  CHECK(OutlineOf("<p>\n  He said, &ldquo;Yes.&rdquo;<br>Twice.\n</p>\n<script>“no</script>\n\nShe "
                  "<q>agreed</q>.<br/>Once.\n\n"
                  "<blockquote><p>We did.</p></blockquote>\n\n<figure><img src=\"x\" alt=\"no\"><figcaption>The gate."
                  "</figcaption></figure>\n") ==
        "paragraph: He said, “Yes.”/Twice.\nparagraph: She “agreed”./Once.\nquote: We did.\ncaption: The "
        "gate.\n");
}

TEST_CASE("markdown: comments to bylint") {
  const Document document =
      ReadText("a.md",
               "---\nbylint:\n  ignore:\n    - vague-source # why\n    - names\ntitle: T\n---\n"
               "<!-- bylint-ignore unattributed-quote: ours -->\nOne.\n\nTwo. <!-- bylint-ignore-line names "
               "-->\n\n<!-- other -->\nThree.\n");
  REQUIRE(document.comments().size() == 4);
  const auto content = [&](size_t i) { return document.source().Text(document.comments()[i].content); };
  CHECK(content(0) == "vague-source");
  CHECK(document.comments()[0].kind == Comment::Kind::kFrontMatter);
  CHECK(content(1) == "names");
  CHECK(content(2) == "bylint-ignore unattributed-quote: ours");
  CHECK(document.comments()[2].next_block == 1);
  CHECK_FALSE(document.comments()[2].within_block);
  CHECK(content(3) == "bylint-ignore-line names");
  CHECK(document.comments()[3].next_block == 3);
  CHECK(document.comments()[3].within_block);
  CHECK(Outline(document) == "headline: T\nparagraph: One.\nparagraph: Two.\nparagraph: Three.\n");
}

TEST_CASE("markdown: ignored rules in a flow list and in TOML") {
  const Document yaml = ReadText("a.md", "---\nbylint: {ignore: [names, copy]}\ntitle: T\n---\n");
  REQUIRE(yaml.comments().size() == 2);
  CHECK(yaml.source().Text(yaml.comments()[1].content) == "copy");
  const Document toml = ReadText("a.md", "+++\n[bylint]\nignore = [\"names\",\n  \"copy\"]\n[x]\ny = \"z\"\n+++\n");
  REQUIRE(toml.comments().size() == 2);
  CHECK(toml.source().Text(toml.comments()[1].content) == "copy");
}

TEST_CASE("markdown: a comment over several lines") {
  const Document document = ReadText("a.md", "One <!-- bylint-ignore\nnames --> two.\n");
  REQUIRE(document.comments().size() == 1);
  CHECK(document.source().Text(document.comments()[0].content) == "bylint-ignore\nnames");
  CHECK(Outline(document) == "paragraph: One  two.\n");
}

TEST_CASE("markdown: CRLF reads as LF does") {
  const std::string text = "# Road\n\nIt *opens*\nin May.\n\n- a\n- b\n\n> c\n> d\n\n<p>\ne\nf\n</p>\n";
  std::string crlf;
  for (const char c : text) crlf += c == '\n' ? "\r\n" : std::string(1, c);
  CHECK(OutlineOf(text) == OutlineOf(crlf));
}

TEST_CASE("markdown: hostile input is read in time") {
  for (const std::string_view unit :
       {"> ",           "- ",     "1. ",  "[",    "![",   "*",     "_",   "`",  "~~", "<b>",   "<div>", "<div>\n",
        "<b a>\n<p>\n", "[^",     "{{",   "{%",   "{",    "&",     "&#",  "\\", "|",  "a|b\n", "<!--",  "<",
        "[a](",         "[a][a]", "**a ", "a**b", "# \n", "---\n", "'\n", "“"}) {
    std::string text;
    while (text.size() < 200'000) text += unit;
    INFO(unit);
    CHECK(BrokenPromise(ReadText("a.md", text)).empty());
    CHECK(BrokenPromise(ReadText("a.md", "---\ntitle: " + text + "\n---\n")).empty());
  }
}

TEST_CASE("markdown: one address in many links, one wide table of many rows") {
  std::string text = "[a]: /" + std::string(200'000, 'u') + "\n\n";
  for (int i = 0; i < 60'000; ++i) text += "[a] ";
  CHECK(BrokenPromise(ReadText("a.md", text)).empty());
  std::string table;
  for (int i = 0; i < 20'000; ++i) table += "|a";
  table += "\n";
  for (int i = 0; i < 20'000; ++i) table += "|-";
  table += "\n";
  for (int i = 0; i < 20'000; ++i) table += "|\n";
  CHECK(BrokenPromise(ReadText("a.md", table)).empty());
}

}  // namespace
}  // namespace bylint
