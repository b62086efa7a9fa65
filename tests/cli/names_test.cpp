#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/program.h"

using namespace bylint::test;

namespace {

constexpr std::string_view kUsual = "The seat went to Anna Lindqvist on Monday, and the voters thanked her.\n";
constexpr std::string_view kOdd = "The seat went to Anna Lindqivst on Monday, and the voters thanked her.\n";

void WriteArchive(const Folder& folder, int articles) {
  for (int i = 0; i < articles; ++i) {
    folder.Write("archive/" + std::to_string(i) + ".txt", std::string(kUsual) + "Number " + std::to_string(i) + ".\n");
  }
}

// A list large enough to be compiled that has `given Lindkvist`, never `given Lindqvist`.
std::string LargeNames(const std::string& given) {
  std::string text = "[[person]]\npreferred = \"" + given + " Lindkvist\"\nnever = [\"" + given + " Lindqvist\"]\n";
  for (int i = 0; i < 24'000; ++i) {
    text += "[[person]]\npreferred = \"Given" + std::to_string(i) + " Surname" + std::to_string(i) + "\"\n";
  }
  return text;
}

// `bylint check article` with a cache of its own.
Ran CheckWithCache(const Folder& folder, const std::string& article) {
  return folder.Run({"env", "XDG_CACHE_HOME=" + (folder.path() / "cache").string(), BYLINT_BINARY, "check", "--format",
                     "concise", article});
}

void SetBack(const Folder& folder, std::string_view name) {
  const auto path = folder.path() / std::string(name);
  std::filesystem::last_write_time(path, std::filesystem::last_write_time(path) - std::chrono::hours(1));
}

// Each once, however many names it has.
size_t FilesIn(const std::filesystem::path& folder) {
  if (!std::filesystem::exists(folder)) return 0;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto is_same = [&](const auto& file) { return std::filesystem::equivalent(file, entry.path()); };
    if (std::ranges::none_of(files, is_same)) files.push_back(entry.path());
  }
  return files.size();
}

}  // namespace

TEST_CASE("archive: collected in parts and merged, it judges a new article") {
  const Folder folder;
  WriteArchive(folder, 24);
  folder.Write("new.txt", kOdd);
  CHECK(folder.Bylint({"check", "new.txt"}).exit_code == 0);
  REQUIRE(folder.Bylint({"archive", "collect", "archive/1.txt", "archive/2.txt", "-o", "a.facts"}).exit_code == 0);
  REQUIRE(folder.Bylint({"archive", "collect", "archive", "-o", "b.facts"}).exit_code == 0);
  REQUIRE(folder.Bylint({"archive", "merge", "a.facts", "b.facts", "-o", "ab.facts"}).exit_code == 0);
  REQUIRE(folder.Bylint({"archive", "merge", "b.facts", "a.facts", "-o", "ba.facts"}).exit_code == 0);
  CHECK(folder.Read("ab.facts") == folder.Read("ba.facts"));
  CHECK(folder.Read("ab.facts") == folder.Read("b.facts"));
  const Ran ran = folder.Bylint({"check", "--archive", "ab.facts", "--format", "concise", "new.txt"});
  CHECK(ran.exit_code == 1);
  CHECK(Contains(ran.out, "[archive-name-variant]"));
  CHECK(Contains(ran.out, "`Anna Lindqvist` in 24 articles"));
}

TEST_CASE("archive: facts that cannot be read end the run") {
  const Folder folder;
  folder.Write("new.txt", kOdd);
  folder.Write("bad.facts", "bylint-facts\t9\n");
  const Ran ran = folder.Bylint({"check", "--archive", "bad.facts", "new.txt"});
  CHECK(ran.exit_code == 2);
  CHECK(Contains(ran.err, "bad.facts: "));
  CHECK(folder.Bylint({"check", "--archive", "none.facts", "new.txt"}).exit_code == 2);
  CHECK(folder.Bylint({"archive"}).exit_code == 2);
}

TEST_CASE("names.toml: the house's names are found by themselves, and named") {
  const Folder folder;
  folder.Write("new.txt", kUsual);
  CHECK(folder.Bylint({"check", "new.txt"}).exit_code == 0);
  folder.Write("names.toml", kNames);
  const Ran ran = folder.Bylint({"check", "--format", "concise", "new.txt"});
  CHECK(ran.exit_code == 1);
  CHECK(Contains(ran.out, "[misspelled-name]"));
  CHECK(folder.Bylint({"check", "--isolated", "new.txt"}).exit_code == 0);
  folder.Write("names.toml", "[[person]]\n");
  const Ran broken = folder.Bylint({"check", "new.txt"});
  CHECK(broken.exit_code == 2);
  CHECK(Contains(broken.err, "names.toml:1:"));
}

TEST_CASE("names.toml: named in the configuration, relative to it; none when empty") {
  const Folder folder;
  folder.Write("desk/article.txt", kUsual);
  folder.Write("house/people.toml", kNames);
  CHECK(folder.Bylint({"check", "desk"}).exit_code == 0);
  folder.Write("bylint.toml", "names = \"house/people.toml\"\n");
  CHECK(Contains(folder.Bylint({"check", "desk"}).out, "`Lindkvist`"));
  CHECK(folder.Bylint({"check", "--isolated", "desk"}).exit_code == 0);
  CHECK(folder.Bylint({"check", "--config", "names=\"\"", "desk"}).exit_code == 0);
  folder.Write("bylint.toml", "names = \"nowhere.toml\"\n");
  const Ran broken = folder.Bylint({"check", "desk"});
  CHECK(broken.exit_code == 2);
  CHECK(Contains(broken.err, "nowhere.toml: "));
}

TEST_CASE("names.toml: the closest one above the article, wherever bylint is called") {
  const Folder folder;
  folder.Write("desk/names.toml", kNames);
  folder.Write("desk/today/article.txt", kUsual);
  folder.Write("article.txt", kUsual);
  CHECK(folder.Bylint({"check", "desk"}).exit_code == 1);
  CHECK(folder.Bylint({"check", "article.txt"}).exit_code == 0);
}

TEST_CASE("names.toml: a large list is compiled once, and what it says now is what counts") {
  const Folder folder;
  folder.Write("new.txt", kUsual);
  folder.Write("names.toml", LargeNames("Anna"));
  SetBack(folder, "names.toml");
  CHECK(Contains(CheckWithCache(folder, "new.txt").out, "[misspelled-name]"));
  const size_t compiled = FilesIn(folder.path() / "cache/bylint");
  REQUIRE(compiled > 0);
  CHECK(Contains(CheckWithCache(folder, "new.txt").out, "[misspelled-name]"));
  CHECK(FilesIn(folder.path() / "cache/bylint") == compiled);

  // Rewritten with as many bytes, the time set back as before.
  folder.Write("names.toml", LargeNames("Otto"));
  SetBack(folder, "names.toml");
  CHECK(CheckWithCache(folder, "new.txt").exit_code == 0);
}

TEST_CASE("names.toml: a damaged or unwritable cache costs time, no finding") {
  const Folder folder;
  folder.Write("new.txt", kUsual);
  folder.Write("names.toml", LargeNames("Anna"));
  SetBack(folder, "names.toml");
  SECTION("damaged") {
    REQUIRE(CheckWithCache(folder, "new.txt").exit_code == 1);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "cache/bylint")) {
      std::filesystem::resize_file(entry.path(), std::filesystem::file_size(entry.path()) / 2);
    }
  }
  SECTION("a file where the folder should be") { folder.Write("cache", "not a folder"); }
  const Ran ran = CheckWithCache(folder, "new.txt");
  CHECK(ran.exit_code == 1);
  CHECK(Contains(ran.out, "[misspelled-name]"));
  CHECK(ran.err.find("cache") == std::string::npos);
}

TEST_CASE("archive: named in the configuration") {
  const Folder folder;
  WriteArchive(folder, 24);
  folder.Write("new.txt", kOdd);
  REQUIRE(folder.Bylint({"archive", "collect", "archive", "-o", "all.facts"}).exit_code == 0);
  folder.Write("bylint.toml", "archive = \"all.facts\"\n");
  CHECK(Contains(folder.Bylint({"check", "new.txt"}).out, "[archive-name-variant]"));
}

TEST_CASE("names: exported as a names.toml, as CSV, and of one person") {
  const Folder folder;
  WriteArchive(folder, 3);
  const Ran toml = folder.Bylint({"names", "--export", "archive"});
  CHECK(toml.exit_code == 0);
  CHECK(Contains(toml.out, "preferred = \"Anna Lindqvist\""));
  const Ran csv = folder.Bylint({"names", "--format", "csv", "archive/1.txt"});
  CHECK(csv.out.starts_with("file,name,kind,spelling,count,line,column\narchive/1.txt,Anna Lindqvist,person,"));
  folder.Write("say.txt", "“The seat is mine to keep for now,” said Anna Lindqvist. The voters thanked Lindqvist.\n");
  const Ran person = folder.Bylint({"names", "--person", "anna lindqvist", "say.txt"});
  CHECK(Count(person.out, "named ") == 2);
  CHECK(Count(person.out, "says ") == 1);
}
