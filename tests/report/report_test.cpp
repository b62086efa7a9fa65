#include <catch2/catch.hpp>

#include "checker/report/excerpt.h"
#include "checker/report/fingerprint.h"
#include "checker/report/positions.h"
#include "checker/report/printable.h"
#include "checker/report/uri.h"

using namespace bylint;

namespace {

Finding FindingAt(uint32_t begin, uint32_t end) {
  Finding finding;
  finding.rule = "some-rule";
  finding.span = {begin, end};
  return finding;
}

SourceSpan Find(std::string_view text, std::string_view part) {
  const auto begin = static_cast<uint32_t>(text.find(part));
  return {begin, begin + static_cast<uint32_t>(part.size())};
}

}  // namespace

TEST_CASE("positions: lines end with LF and CR LF; columns count characters") {
  const SourceText source("a\r\nb\xC3\xA9x\nc\n");
  const PositionTable table(source, {9, 0, 3, 6, 8});
  CHECK(table.At(0) == Position{0, 1, 1, 1});
  CHECK(table.At(3) == Position{3, 2, 1, 1});
  CHECK(table.At(6) == Position{6, 2, 3, 4});
  CHECK(table.At(8) == Position{8, 3, 1, 1});
}

TEST_CASE("positions: a byte-order mark counts bytes but no column") {
  const SourceText source("\xEF\xBB\xBFxy\nz");
  const PositionTable table(source, {3, 4, 6});
  CHECK(table.At(4) == Position{4, 1, 2, 2});
  CHECK(table.At(6) == Position{6, 2, 1, 1});
}

TEST_CASE("positions: bytes are those of the file as stored") {
  const SourceText wide(
      "\xEF\xBB\xBF"
      "\xC3\xA9\xF0\x9F\x98\x80x",
      Encoding::kUtf16Le);
  const PositionTable table(wide, {3, 9, 10});
  CHECK(table.At(3).byte == 2);
  CHECK(table.At(9).byte == 8);
  CHECK(table.At(9).column == 3);
  const SourceText single("\xC3\xA9x", Encoding::kLatin1);
  CHECK(PositionTable(single, {2}).At(2).byte == 1);
}

TEST_CASE("printable: what a terminal would obey is spelled out") {
  CHECK(Printable("a\x1b[2Jb\tc\n") == "a<U+001B>[2Jb c ");
  CHECK(Printable("\xE2\x80\xAE") == "<U+202E>");
  CHECK(Printable("\xFF") == "\\xFF");
  CHECK(EscapeUnsafeInJson("\"\xC2\x9B\xE2\x80\xAE\"") == "\"\\u009b\\u202e\"");
  CHECK(DisplayWidth(std::string_view("e\xCC\x81\xE6\x97\xA5")) == 3);
  CHECK(RepairUtf8("a\xFFz") == "a\xEF\xBF\xBDz");
  CHECK(ToUri("a b/\xC3\xA9%.md") == "a%20b/%C3%A9%25.md");
  CHECK(ToUri("/x") == "file:///x");
}

TEST_CASE("excerpt: carets stand under wide and combining characters") {
  const std::string text = "\xE6\x97\xA5\xE6\x9C\xAC e\xCC\x81 mark here";
  Finding finding = FindingAt(0, 0);
  finding.span = Find(text, "mark");
  const auto excerpts = MakeExcerpts(text, finding, 80);
  REQUIRE(excerpts.size() == 1);
  CHECK(excerpts[0].text == text);
  CHECK(excerpts[0].marks[0].column == 4 + 1 + 1 + 1);
  CHECK(excerpts[0].marks[0].width == 4);
}

TEST_CASE("excerpt: a long line is windowed round the mark, at words") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "word" + std::to_string(i) + " ";
  const auto excerpts = MakeExcerpts(text, FindingAt(Find(text, "word50").begin, Find(text, "word50").end), 60);
  REQUIRE(excerpts.size() == 1);
  CHECK(excerpts[0].text.starts_with("… word"));
  CHECK(excerpts[0].text.ends_with(" …"));
  CHECK(DisplayWidth(excerpts[0].text) <= 64);
  const auto& mark = excerpts[0].marks[0];
  // Columns are bytes here, but for the ellipsis of three.
  CHECK(excerpts[0].text.substr(static_cast<size_t>(mark.column) + 2, 6) == "word50");
}

TEST_CASE("excerpt: labels on the line are marked in it, others have their own") {
  const std::string text = "first name here, second name there\n\nthird line with a name\n";
  Finding finding = FindingAt(Find(text, "second").begin, Find(text, "second").end);
  finding.labels.push_back({Find(text, "first"), "named first"});
  finding.labels.push_back({Find(text, "third"), "named again"});
  const auto excerpts = MakeExcerpts(text, finding, 80);
  REQUIRE(excerpts.size() == 2);
  REQUIRE(excerpts[0].marks.size() == 2);
  CHECK(excerpts[0].marks[1].column == 0);
  CHECK(excerpts[1].text == "third line with a name");
}

TEST_CASE("excerpt: a span outside the text never crashes") {
  CHECK(MakeExcerpts("abc", FindingAt(10, 20), 80).size() == 1);
  CHECK(MakeExcerpts("", FindingAt(0, 0), 80).size() == 1);
}

TEST_CASE("fingerprint: of rule, words and surroundings; not of case, marks or place") {
  const std::string a = "The mayor of Lund said no to it. More.";
  const std::string b = "A new line.\n\nThe Mayor of Lund “said” no to it. More.";
  const auto of = [](const std::string& text, std::string_view part) {
    const SourceSpan span = Find(text, part);
    return Fingerprint(text, FindingAt(span.begin, span.end));
  };
  CHECK(of(a, "said") == of(b, "said"));
  CHECK(of(a, "said") != of(a, "no"));
  CHECK(of(a, "said") != of("The mayor of Kiel said no to it. More.", "said"));
  CHECK(Numbered(1, 0) == 1);
  CHECK(Numbered(1, 1) != Numbered(1, 2));
  CHECK(NormalizeWords("“Don’t—STOP!”") == "don t stop");
}
