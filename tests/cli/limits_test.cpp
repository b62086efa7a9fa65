// The limits of docs/limits.md, each with its message.
#include <catch2/catch.hpp>

#include "tests/cli/program.h"

using namespace bylint::test;

TEST_CASE("limits: a file over `max-file-size` is refused, the others are checked") {
  const Folder folder;
  folder.Write("large.txt", std::string(3000, 'a'));
  folder.Write("small.txt", kFaulty);
  const Ran ran = folder.Bylint({"check", "--max-file-size", "2K", "large.txt", "small.txt"});
  CHECK(ran.exit_code == 2);
  CHECK(Contains(ran.err, "large.txt"));
  CHECK(Contains(ran.err, "max-file-size"));
  CHECK(Contains(ran.out, "small.txt:2:1"));
}

TEST_CASE("limits: standard input over `max-file-size` is refused") {
  const Folder folder;
  const Ran ran = folder.Bylint({"check", "--max-file-size", "2K", "-"}, std::string(3000, 'a'));
  CHECK(ran.exit_code == 2);
  CHECK(Contains(ran.err, "max-file-size"));
}

TEST_CASE("limits: a pattern that is too costly is refused when the configuration is read") {
  const Folder folder;
  folder.Write("bylint.toml",
               "[[house]]\nname = \"costly\"\npattern = \"((a{100}){100}){100}\"\nmessage = \"costly\"\n");
  folder.Write("a.txt", kClean);
  const Ran ran = folder.Bylint({"check", "a.txt"});
  CHECK(ran.exit_code == 2);
  CHECK(Contains(ran.err, "bylint.toml:1:1: error: house rule `costly`: bad pattern"));
}

TEST_CASE("limits: nesting is none of lines, brackets and block quotes") {
  const Folder folder;
  folder.Write("a.md", std::string(5000, '>') + " " + std::string(5000, '[') + std::string(5000, '(') + "\n");
  folder.Write("a.html", [] {
    std::string html;
    for (int i = 0; i < 5000; ++i) html += "<div>";
    return html + "said";
  }());
  const Ran ran = folder.Bylint({"check", "a.md", "a.html"});
  CHECK(ran.exit_code <= 1);
}
