// What the balance parse reads, as a user relies on it.
#include <catch2/catch.hpp>
#include <chrono>
#include <string>
#include <vector>

#include "bylint/mark_report.h"
#include "checker/readers/reader.h"

namespace bylint {
namespace {

Article Read(std::string text) { return Analyze(ReadDocument("article.txt", SourceText(std::move(text))), {}); }

std::vector<std::string> Quotations(const Article& article) {
  std::vector<std::string> texts;
  for (const Quotation& quotation : article.quotations()) texts.emplace_back(article.Text(quotation.span));
  return texts;
}

using Texts = std::vector<std::string>;

TEST_CASE("marks: apostrophes and primes quote nothing") {
  const Article article = Read("The students’ 6’2\" captain sang rock ’n’ roll of the ’90s; ’tis a ma’am’s d’Ivoire.");
  CHECK(article.quotations().empty());
  CHECK(article.mark_faults().empty());
}

TEST_CASE("marks: each convention makes its quotations") {
  CHECK(Quotations(Read("“We won,” she said.")) == Texts{"“We won,”"});
  CHECK(Quotations(Read("\"We won,\" she said.")) == Texts{"\"We won,\""});
  CHECK(Quotations(Read("''We won,'' she said.")) == Texts{"''We won,''"});
  CHECK(Quotations(Read("``We won,'' she said.")) == Texts{"``We won,''"});
  CHECK(Quotations(Read("‘We won,’ she said. ‘The crews’ boats sank.’")) ==
        Texts{"‘We won,’", "‘The crews’ boats sank.’"});
  CHECK(Quotations(Read("„Wir haben gewonnen“, sagte sie.")) == Texts{"„Wir haben gewonnen“"});
  CHECK(Quotations(Read("« On a gagné », dit-elle. « Enfin. »")) == Texts{"« On a gagné »", "« Enfin. »"});
  CHECK(Quotations(Read("»Wir haben gewonnen«, sagte sie. »Ja.«")) == Texts{"»Wir haben gewonnen«", "»Ja.«"});
  CHECK(Quotations(Read("「勝った」と彼女は言った。")) == Texts{"「勝った」"});
}

TEST_CASE("marks: an inner quotation is one of its own, deeper") {
  const Article article = Read("“He said ‘no’ to me,” she said.");
  REQUIRE(article.quotations().size() == 2);
  CHECK(article.quotations()[0].depth == 1);
  CHECK(article.quotations()[1].depth == 2);
  CHECK(article.Text(article.quotations()[1].inner) == "no");
}

TEST_CASE("marks: a quotation over paragraphs is one entry for each, linked") {
  const Article article = Read("“One day we left.\n\n“Another day we came back.\n\n“That was it,” she said.");
  REQUIRE(article.quotations().size() == 3);
  CHECK(article.mark_faults().empty());
  CHECK(article.quotations()[0].runs_on);
  CHECK(article.quotations()[1].continues == 0);
  CHECK(article.quotations()[1].runs_on);
  CHECK(article.quotations()[2].continues == 1);
  CHECK_FALSE(article.quotations()[2].runs_on);
}

TEST_CASE("marks: a quotation is collected where its opening mark is missing") {
  const Article article = Read("We make various statements,” the minister said. “That is the rule.”");
  REQUIRE(article.quotations().size() == 2);
  CHECK(article.Text(article.quotations()[0].span) == "We make various statements,”");
  CHECK(article.quotations()[0].repaired);
  CHECK(article.quotations()[0].open == kNone);
  CHECK_FALSE(article.quotations()[1].repaired);
}

TEST_CASE("marks: a missing closing mark is expected at the attribution") {
  const Article article = Read("“We won the vote, Dmytro Kuleba said. “It was close.”");
  REQUIRE(article.mark_faults().size() == 1);
  CHECK(article.mark_faults()[0].kind == MarkFaultKind::kMissingClose);
  CHECK(article.text().substr(0, article.mark_faults()[0].expected.begin) == "“We won the vote,");
}

TEST_CASE("marks: markup left in the text quotes nothing") {
  const Article article = Read("<tweet id=\"12\" text=\"it's”> He said “yes.”");
  CHECK(article.mark_faults().empty());
  CHECK(Quotations(article) == Texts{"“yes.”"});
}

TEST_CASE("marks: a pull quote may close after the name") {
  CHECK(Read("“This town has bees because of you.\n\nTomas Varga, beekeeper”").mark_faults().empty());
}

TEST_CASE("marks: hostile runs take linear time") {
  std::string nested;
  for (int i = 0; i < 1000; ++i) nested += i % 2 == 0 ? "“" : "‘";
  std::string faulty;
  while (faulty.size() < 1'000'000) faulty += "“We won, he said. ";
  for (const std::string& text : {std::string(100'000, '"'), std::string(100'000, '\''), nested, faulty}) {
    const auto start = std::chrono::steady_clock::now();
    const Article article = Read(text);
    CHECK(article.marks().size() > 0);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
  }
}

}  // namespace
}  // namespace bylint
