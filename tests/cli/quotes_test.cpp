// `bylint quotes` as people read it, and `bylint checklist`.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/cli/program.h"

using namespace bylint::test;
using nlohmann::json;

namespace {

constexpr std::string_view kDebate =
    "The council met on Monday.\n"
    "\n"
    "“The road opens in May, the work is done,” said Mayor Anna Berg.\n"
    "\n"
    "“It will cost us all of $4.5 million,” said Ola Rønning, the treasurer.\n"
    "\n"
    "“It will be worth the wait,” Berg said.\n"
    "\n"
    "“It is a road to nowhere for the whole town.” Work began last year.\n";

std::string Quotes(std::vector<std::string> options) {
  const Folder folder;
  folder.Write("a.txt", kDebate);
  options.insert(options.begin(), "quotes");
  options.emplace_back("a.txt");
  return folder.Bylint(options).out;
}

std::string Checklist(std::string_view article) {
  const Folder folder;
  folder.Write("a.txt", article);
  return folder.Bylint({"checklist", "a.txt"}).out;
}

}  // namespace

TEST_CASE("quotes: the table tells line, verdict, speaker, cue, credit, words and beginning") {
  const std::string table = Quotes({});
  CHECK(Contains(table, "line  verdict       speaker           cue   credit  words  quotation\n"));
  CHECK(Contains(table, "7:1   attributed    Berg (Anna Berg)  said  -       6      “It will be worth the wait,”\n"));
  CHECK(Contains(table, "9:1   unattributed  -                 -     -       10     "));
}

TEST_CASE("quotes: --by speaker puts those of one speaker together, and those of nobody last") {
  const std::string out = Quotes({"--by", "speaker"});
  CHECK(Contains(out, "  Anna Berg: 2 quotations, 15 words\n    3:1  attributed"));
  const size_t second = out.find("  Ola Rønning: 1 quotation, ");
  const size_t nobody = out.find("  nobody named: 1 quotation, 10 words\n");
  REQUIRE(second != std::string::npos);
  REQUIRE(nobody != std::string::npos);
  CHECK(second < nobody);

  const json document = json::parse(Quotes({"--by", "speaker", "--format", "json"}))["documents"][0];
  CHECK(document["speakers"][0] == json({{"name", "Anna Berg"}, {"quotes", 2}}));
  CHECK(document["speakers"][2]["name"].is_null());
  CHECK(document["quotes"][1]["range"]["start"]["line"] == 7);
}

TEST_CASE("quotes: --speaker takes any of the person's names, in any case") {
  for (const std::string name : {"Berg", "anna berg", "Mayor Anna Berg"}) {
    INFO(name);
    const json report = json::parse(Quotes({"--speaker", name, "--format", "json"}));
    CHECK(report["documents"][0]["quotes"].size() == 2);
  }
  CHECK(Contains(Quotes({"--speaker", "RØNNING"}), "5:1"));
  const Folder folder;
  folder.Write("a.txt", kDebate);
  const Ran nobody = folder.Bylint({"quotes", "--speaker", "Ber", "a.txt"});
  CHECK(nobody.exit_code == 0);
  CHECK(nobody.out.empty());
  CHECK(Contains(nobody.err, "nobody called `Ber` is quoted"));
}

TEST_CASE("quotes: CSV is one line a quotation") {
  const std::string csv = Quotes({"--format", "csv"});
  CHECK(csv.starts_with("file,line,column,verdict,speaker,name,cue,credit,words,quotation\n"));
  CHECK(Contains(csv, "\na.txt,7,1,attributed,Berg,Anna Berg,said,,6,\"“It will be worth the wait,”\"\n"));
  CHECK(Count(csv, "\n") == 5);
}

TEST_CASE("checklist: a box for each quotation, name, figure and credit, in order") {
  CHECK(
      Checklist(kDebate) ==
      "# a.txt\n\n"
      "- [ ] line 3: **quotation** “The road opens in May, the work is done,” — *attributed*: Anna Berg, said\n"
      "- [ ] line 3: **person** Mayor Anna Berg\n"
      "- [ ] line 5: **quotation** “It will cost us all of $4.5 million,” — *attributed*: Ola Rønning, said\n"
      "- [ ] line 5: **money** $4.5 million\n"
      "- [ ] line 5: **person** Ola Rønning\n"
      "- [ ] line 7: **quotation** “It will be worth the wait,” — *attributed*: Berg (Anna Berg), said\n"
      "- [ ] line 9: **quotation** “It is a road to nowhere for the whole town.” — *unattributed*: nobody is named\n");
}

TEST_CASE("checklist: figures have their units") {
  const std::string out = Checklist(
      "About 2,000 people came on March 3, 2016, some 12-year-old boys, too. It rained two-thirds of the day, and 40 "
      "were "
      "wet. In 1998 the US$6-million road took 20 square miles and 7.5 percent of the farms, or one million euros, or "
      "3 "
      "per cent. The council may 5 times vote by 10:30 a.m. One of them left.\n");
  for (const std::string item :
       {"**figure** 2,000 people\n", "**date** March 3, 2016\n", "**figure** 12-year-old boys\n",
        "**figure** two-thirds\n", "**figure** 40\n", "**date** 1998\n", "**money** US$6-million\n",
        "**figure** 20 square miles\n", "**percentage** 7.5 percent\n", "**money** one million euros\n",
        "**percentage** 3 per cent\n", "**figure** 5 times\n", "**figure** 10:30 a.m.\n"}) {
    INFO(out);
    CHECK(Contains(out, item));
  }
  CHECK_FALSE(Contains(out, "** One"));
}

TEST_CASE("checklist: credits, and nothing of the article is Markdown") {
  const std::string out = Checklist(
      "The *road* cost 5% more, according to the ministry of roads, which paid for it.\n"
      "\n"
      "“We paid *all* of it_back_ last year,” said Anna Berg, according to Reuters.\n");
  CHECK(Contains(out, "line 1: **credit** according to the ministry of roads\n"));
  CHECK(Contains(out, "“We paid \\*all\\* of it\\_back\\_ last year,”"));
  CHECK(Count(out, "**credit**") <= 2);
}
