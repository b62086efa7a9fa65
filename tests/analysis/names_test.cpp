#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "bylint/article.h"
#include "checker/readers/reader.h"

namespace bylint {
namespace {

Article Read(std::string text) { return Analyze(ReadDocument("article.txt", SourceText(std::move(text))), {}); }

// `[title|given|surname]` of each mention of the person who is called `name` in full.
std::vector<std::string> MentionsOf(const Article& article, std::string_view name) {
  std::vector<std::string> out;
  for (const Mention& mention : article.mentions()) {
    if (article.NameOf(mention.person) != name) continue;
    out.push_back("[" + std::string(article.Text(mention.title)) + "|" + std::string(article.Text(mention.given)) +
                  "|" + std::string(article.Text(mention.surname)) + "]");
  }
  return out;
}

using Mentions = std::vector<std::string>;

TEST_CASE("names: nothing is left of the article before") {
  const std::string text = "They met the Democratic mayor, Will Berg, in Oslo. Will said so.";
  const size_t mentions = Read(text).mentions().size();
  // The stems of both are words of the vocabulary, the words are not.
  Read("“He’ll go,” Let’s said. Let Anna Berg, It’s and Democratic’s friend, see Anna Bergg. Will’s left.");
  const Article after = Read(text);
  CHECK(after.mentions().size() == mentions);
  CHECK(after.people().size() == Read(text).people().size());
}

TEST_CASE("names: a space that does not break is a space") {
  const Article article = Read("It was Volodymyr\u00a0Zalenskyy who came.");
  REQUIRE(article.name_faults().size() == 1);
  CHECK(article.name_faults().front().full_name == "Volodymyr Zelenskyy");
}

TEST_CASE("names: days and months are no part of a name, unless they are one") {
  const Article article = Read(
      "On Friday Volodymyr Zelenskyy came, and on Monday Lindqvist left. Then Theresa May spoke.\n"
      "Mrs. May told Mark May 5 was too late.");
  CHECK(MentionsOf(article, "Volodymyr Zelenskyy") == Mentions{"[|Volodymyr|Zelenskyy]"});
  CHECK(MentionsOf(article, "Lindqvist") == Mentions{"[||Lindqvist]"});
  CHECK(MentionsOf(article, "Theresa May") == Mentions{"[|Theresa|May]", "[Mrs.||May]"});
  CHECK(MentionsOf(article, "Mark") == Mentions{"[||Mark]"});
}

TEST_CASE("names: an ampersand begins no name") {
  const Article article = Read("It was A & Anna Lindqvist who came.");
  CHECK(MentionsOf(article, "Anna Lindqvist").size() == 1);
}

TEST_CASE("names: what an article says of a spelling is no slip") {
  CHECK(Read("Gov. Greg Abbott left. “Abbot! [sic] knew,” she wrote. Abbott did.").name_faults().empty());
  CHECK(Read("Said Dr. Sadiya Bergkvist. Bergkvist left.\n(Corrects spelling to Bergkvist instead of Bergkivst)")
            .name_faults()
            .empty());
  CHECK(Read("Eric Schneiderman, nicknamed “Schneider-Man”, left. Schneiderman said no.").name_faults().empty());
}

TEST_CASE("names: a person is one by full name, surname and title") {
  const Article article =
      Read("The hall was opened by Sen. Anna Berg on Monday.\nAsked again, Berg left, but Ms. Berg’s aide stayed.");
  CHECK(MentionsOf(article, "Anna Berg") == Mentions{"[Sen.|Anna|Berg]", "[||Berg]", "[Ms.||Berg]"});
}

TEST_CASE("names: initials, suffixes and particles belong to the name") {
  const Article article =
      Read("He met John Q. Marlowe Jr. in town, then Bashar al-Rashid. It was seen by J. Marlowe and by al-Rashid.");
  CHECK(MentionsOf(article, "John Q. Marlowe Jr").size() == 2);
  CHECK(MentionsOf(article, "Bashar al-Rashid") == Mentions{"[|Bashar|al-Rashid]", "[||al-Rashid]"});
}

TEST_CASE("names: a possessive ends a name") {
  const Article article = Read("It was the office of Anna Berg’s Oslo friend.");
  CHECK(MentionsOf(article, "Anna Berg").size() == 1);
  CHECK(MentionsOf(article, "Oslo").size() == 1);
}

TEST_CASE("names: a word that also stands in lower case starts no name") {
  const Article article = Read("Zephyrs Marlowe had counted. He counted zephyrs with Kim Marlowe.");
  CHECK(MentionsOf(article, "Kim Marlowe").size() == 2);
}

TEST_CASE("names: an acronym in brackets is its organisation") {
  const Article article = Read("It went to the Northern Harbour Union (NHU) on time, and NHU paid.");
  CHECK(MentionsOf(article, "Northern Harbour Union").size() == 3);
}

TEST_CASE("names: a surname in the headline is the person named in full below") {
  const Article article = Read("Marlowe leaves\n\nHe was seen with Kim Marlowe by the door, and Marlowe left.");
  CHECK(MentionsOf(article, "Kim Marlowe").size() == 3);
}

TEST_CASE("names: two people of one surname stay two") {
  const Article article = Read("It was given to Kim Marlowe, and later to Anna Marlowe by the court.");
  CHECK(MentionsOf(article, "Kim Marlowe").size() == 1);
  CHECK(MentionsOf(article, "Anna Marlowe").size() == 1);
}

TEST_CASE("names: no text is too odd to read") {
  for (const char* text : {"", " ", "A", "A.", "O’", "’", "J.", "Mr.", "Mr. ", "al-", "The & The", "& A", "A & B",
                           "\xC3\x89", "X. Y. Z.", "McX.-", "von der Von Der", "President President President"}) {
    const Article article = Read(text);
    for (const Mention& mention : article.mentions()) {
      CHECK(mention.span.end <= article.text().size());
      CHECK(mention.span.Contains(mention.surname));
      CHECK(mention.person < article.people().size());
    }
  }
}

}  // namespace
}  // namespace bylint
