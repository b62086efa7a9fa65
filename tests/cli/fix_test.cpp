#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "tests/cli/program.h"

using namespace bylint::test;

TEST_CASE("fix: what is likely right needs --suggested; words of a quotation are never changed") {
  const Folder folder;
  folder.Write("bylint.toml", kHouse);
  const std::string text = "They utilize vans and utilize bikes.\r\n“We utilize it,” said Anna Berg, the mayor.\r\n";
  folder.Write("a.txt", text);
  CHECK(folder.Bylint({"check", "--fix"}).exit_code == 1);
  CHECK(folder.Read("a.txt") == text);
  const Ran ran = folder.Bylint({"check", "--fix", "--suggested"});
  CHECK(folder.Read("a.txt") == "They use vans and use bikes.\r\n“We utilize it,” said Anna Berg, the mayor.\r\n");
  CHECK(Contains(ran.err, "2 fixed"));
  CHECK(Contains(ran.out, "a.txt:2:5: "));
}

TEST_CASE("fix: byte-order mark, encoding, mode and links stay") {
  const Folder folder;
  folder.Write("bylint.toml", kHouse);
  folder.Write("real.txt",
               std::string("\xFF\xFE", 2) + std::string("W\0e\0 \0u\0t\0i\0l\0i\0z\0e\0 \0i\0t\0.\0\n\0", 30));
  std::filesystem::create_symlink("real.txt", folder.path() / "link.txt");
  REQUIRE(chmod((folder.path() / "real.txt").c_str(), 0640) == 0);
  folder.Bylint({"check", "--fix", "--suggested", "link.txt"});
  CHECK(folder.Read("real.txt") == std::string("\xFF\xFE", 2) + std::string("W\0e\0 \0u\0s\0e\0 \0i\0t\0.\0\n\0", 22));
  CHECK(std::filesystem::is_symlink(folder.path() / "link.txt"));
  struct stat status{};
  REQUIRE(stat((folder.path() / "real.txt").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0640);
  size_t files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++files;
  CHECK(files == 3);
}

TEST_CASE("fix: --diff shows a patch that git applies, and changes nothing") {
  const Folder folder;
  folder.Write("bylint.toml", kHouse);
  std::string text;
  for (int i = 0; i < 30; ++i)
    text += i % 12 == 5 ? "They utilize vans.\n" : "Line " + std::to_string(i) + " is plain.\n";
  text += "We utilize it";
  folder.Write("a.txt", text);
  const Ran ran = folder.Bylint({"check", "--diff", "--suggested", "a.txt"});
  CHECK(ran.exit_code == 1);
  CHECK(folder.Read("a.txt") == text);
  folder.Write("fix.patch", ran.out);
  const Ran applied = folder.Run({"git", "apply", "fix.patch"});
  INFO(ran.out << applied.err);
  REQUIRE(applied.exit_code == 0);
  CHECK(Count(folder.Read("a.txt"), "utilize") == 0);
  CHECK(folder.Bylint({"check", "--diff", "--suggested", "a.txt"}).out.empty());
}

TEST_CASE("fix: standard input is not written") {
  const Folder folder;
  folder.Write("bylint.toml", kHouse);
  const Ran ran = folder.Bylint({"check", "--fix", "--suggested", "-"}, "They utilize vans.\n");
  CHECK(ran.exit_code == 2);
  CHECK(
      Contains(folder.Bylint({"check", "--diff", "--suggested", "-"}, "They utilize vans.\n").out, "+They use vans."));
}

TEST_CASE("fix: a run killed in the middle leaves each file old or new, whole") {
  const std::string before = "They utilize vans.\n" + std::string(5000, 'a') + "\n";
  const std::string after = "They use vans.\n" + std::string(5000, 'a') + "\n";
  constexpr int kFiles = 1000;
  const auto name = [](int i) { return "story" + std::to_string(i) + ".txt"; };
  int killed_in_the_middle = 0;
  // How long a run takes differs from machine to machine: later and later, until some died after the first file.
  for (int milliseconds = 10; milliseconds < 5000 && killed_in_the_middle < 3; milliseconds += milliseconds / 2) {
    const Folder folder;
    folder.Write("bylint.toml", kHouse);
    for (int i = 0; i < kFiles; ++i) folder.Write(name(i), before);
    folder.Run({"timeout", "--signal=KILL", std::to_string(milliseconds / 1000.0), BYLINT_BINARY, "check", "--fix",
                "--suggested", "--output", "/dev/null"});
    int fixed = 0;
    for (int i = 0; i < kFiles; ++i) {
      const std::string text = folder.Read(name(i));
      fixed += text == after ? 1 : 0;
      REQUIRE((text == before || text == after));
    }
    killed_in_the_middle += fixed > 0 && fixed < kFiles ? 1 : 0;
    if (fixed == kFiles) break;
  }
  CHECK(killed_in_the_middle > 0);
}

TEST_CASE("fix: a file in windows-1252 stays one") {
  const Folder folder;
  folder.Write("bylint.toml", kHouse);
  folder.Write("a.txt", "Caf\xE9 \x93owners\x94 utilize vans \x96 daily.\n");
  const Ran ran = folder.Bylint({"check", "--fix", "--suggested", "--encoding", "windows-1252", "a.txt"});
  INFO(ran.err);
  CHECK(folder.Read("a.txt") == "Caf\xE9 \x93owners\x94 use vans \x96 daily.\n");
}
