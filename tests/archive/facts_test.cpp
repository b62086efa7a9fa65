// Facts of an archive: merging has no order, and what cannot be read is refused.
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "bylint/archive.h"
#include "checker/readers/reader.h"

namespace bylint {
namespace {

struct Piece {
  std::string path;
  int64_t modified = 0;
  uint64_t content = 0;
  std::vector<NameCount> names;
};

std::vector<Piece> RandomPieces(std::mt19937& random) {
  const std::string given[] = {"Anna", "Tomas", "Inés", "Olle"};
  const std::string surname[] = {"Lindqvist", "Okereke", "Arévalo", "von der Heide"};
  std::vector<Piece> pieces(30);
  for (Piece& piece : pieces) {
    piece.path = "a/" + std::to_string(random() % 20) + "\tx\\.txt";
    piece.modified = static_cast<int64_t>(random() % 3);
    piece.content = random() % 4;
    for (size_t i = random() % 4; i > 0; --i) {
      piece.names.push_back({given[random() % 4] + " " + surname[random() % 4], static_cast<NameKind>(random() % 4),
                             static_cast<uint32_t>(1 + random() % 5)});
    }
    // What a document says follows from its path, its time and its content.
    std::mt19937 own(static_cast<uint32_t>(std::hash<std::string>()(piece.path) + piece.content));
    piece.names.resize(own() % (piece.names.size() + 1));
    if (!piece.names.empty())
      piece.names = {
          {given[own() % 4] + " " + surname[own() % 4], NameKind::kPerson, static_cast<uint32_t>(1 + own() % 5)}};
    if (own() % 2 == 0) piece.names.clear();
  }
  // Equal documents are equal throughout.
  for (Piece& piece : pieces) {
    for (const Piece& other : pieces) {
      if (other.path == piece.path && other.modified == piece.modified && other.content == piece.content) {
        piece.names = other.names;
        break;
      }
    }
  }
  return pieces;
}

ArchiveFacts FactsOf(const std::vector<Piece>& pieces, size_t begin, size_t end) {
  ArchiveFacts facts;
  for (size_t i = begin; i < end; ++i)
    facts.Add(pieces[i].path, pieces[i].modified, pieces[i].content, pieces[i].names);
  return facts;
}

TEST_CASE("archive: facts merge to the same bytes in any order and grouping") {
  for (uint32_t seed = 0; seed < 50; ++seed) {
    std::mt19937 random(seed);
    std::vector<Piece> pieces = RandomPieces(random);
    const std::string whole = FactsOf(pieces, 0, pieces.size()).Serialize();
    for (int round = 0; round < 5; ++round) {
      std::ranges::shuffle(pieces, random);
      const size_t split = random() % pieces.size();
      ArchiveFacts left = FactsOf(pieces, 0, split);
      const ArchiveFacts right = FactsOf(pieces, split, pieces.size());
      left.Merge(right);
      left.Merge(right);
      REQUIRE(left.Serialize() == whole);
    }
  }
}

TEST_CASE("archive: facts read back as written") {
  std::mt19937 random(7);
  const std::vector<Piece> pieces = RandomPieces(random);
  const std::string text = FactsOf(pieces, 0, pieces.size()).Serialize();
  const absl::StatusOr<ArchiveFacts> facts = ArchiveFacts::Parse(text);
  REQUIRE(facts.ok());
  CHECK(facts->Serialize() == text);
}

TEST_CASE("archive: facts that are damaged, cut short or of another version are refused") {
  std::mt19937 random(7);
  const std::vector<Piece> pieces = RandomPieces(random);
  const std::string text = FactsOf(pieces, 0, pieces.size()).Serialize();
  CHECK_FALSE(ArchiveFacts::Parse("").ok());
  CHECK_FALSE(ArchiveFacts::Parse("bylint-facts\t2\n").ok());
  for (size_t size = 0; size < text.size(); ++size) CHECK_FALSE(ArchiveFacts::Parse(text.substr(0, size)).ok());
  for (size_t i = 0; i < text.size(); ++i) {
    std::string damaged = text;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    CHECK_FALSE(ArchiveFacts::Parse(damaged).ok());
  }
}

ArchiveFacts Archive(const char* usual, int times, const char* rare, int rare_times) {
  ArchiveFacts facts;
  for (int i = 0; i < times; ++i) facts.Add("usual" + std::to_string(i), 0, 0, {{usual, NameKind::kPerson, 1}});
  for (int i = 0; i < rare_times; ++i) facts.Add("rare" + std::to_string(i), 0, 0, {{rare, NameKind::kPerson, 1}});
  return facts;
}

TEST_CASE("archive: a rare spelling is judged by a dominant one") {
  CHECK(ArchiveIndex::Make(Archive("Anna Lindqvist", 20, "Anna Lindqivst", 1)).Judge("Anna Lindqivst").dominant ==
        "Anna Lindqvist");
  CHECK(ArchiveIndex::Make(Archive("Anna Lindqvist", 20, "Anna Lindqivst", 0)).Judge("Anna Lindqivst").dominant ==
        "Anna Lindqvist");
}

TEST_CASE("archive: nothing is said where the archive does not speak clearly") {
  const auto judge = [](int times, int rare_times, const char* name) {
    return std::string(
        ArchiveIndex::Make(Archive("Anna Lindqvist", times, "Anna Lindqivst", rare_times)).Judge(name).dominant);
  };
  CHECK(judge(19, 1, "Anna Lindqivst").empty());  // not dominant
  CHECK(judge(30, 2, "Anna Lindqivst").empty());  // fewer than twenty for each
  CHECK(judge(99, 3, "Anna Lindqivst").empty());  // not rare
  CHECK(judge(40, 1, "Olle Lindqivst").empty());  // another given name
  CHECK(judge(40, 1, "Lindqivst").empty());
  CHECK(judge(40, 1, "").empty());
}

TEST_CASE("archive: an export starts names.toml with the house's own usage") {
  const std::string toml = ExportNames(Archive("Anna Lindqvist", 40, "Anna Lindqivst", 1));
  CHECK(toml.find("preferred = \"Anna Lindqvist\"\nnever = [\"Anna Lindqivst\"]") != std::string::npos);
}

TEST_CASE("archive: names of an article are its full names, without middle names and initials") {
  const Article article = Analyze(
      ReadDocument("a.txt", SourceText("It was John Q. Marlowe. John Marlowe met J. Smith and Marlowe left.")), {});
  const std::vector<NameCount> names = CollectNamesOf(article);
  REQUIRE(names.size() == 1);
  CHECK(names.front().name == "John Marlowe");
  CHECK(names.front().count == 2);
}

}  // namespace
}  // namespace bylint
