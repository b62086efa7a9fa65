#include <catch2/catch.hpp>

#include "tests/cli/program.h"

using namespace bylint::test;

namespace {

constexpr std::string_view kOld = "They utilize a van for the road that opens in May.\n";
constexpr std::string_view kNew = "Nobody may utilize the second bridge before June.\n";

}  // namespace

TEST_CASE("baseline: accepted findings are hidden and counted, new ones are not") {
  const Folder folder;
  folder.Write("bylint.toml", kHouse);
  folder.Write("a.txt", kOld);
  CHECK(folder.Bylint({"baseline", "create"}).exit_code == 0);
  const Ran clean = folder.Bylint({"check"});
  CHECK(clean.exit_code == 0);
  CHECK(Contains(clean.err, "1 hidden by the baseline"));
  CHECK(folder.Bylint({"check", "--no-baseline"}).exit_code == 1);

  // Edits elsewhere, with line ends of another kind, do not shift it.
  folder.Write("a.txt", "A new first paragraph.\r\n\r\n" + std::string(kOld) + std::string(kNew));
  const Ran ran = folder.Bylint({"check", "--format", "concise"});
  CHECK(ran.exit_code == 1);
  CHECK(Count(ran.out, "\n") == 1);
  CHECK(ran.out.starts_with("a.txt:4:12: "));
}

TEST_CASE("baseline: a fix and a new fault do not cancel out") {
  const Folder folder;
  folder.Write("bylint.toml", kHouse);
  folder.Write("a.txt", kOld);
  REQUIRE(folder.Bylint({"baseline", "create"}).exit_code == 0);
  folder.Write("a.txt", kNew);
  CHECK(folder.Bylint({"check"}).exit_code == 1);
}

TEST_CASE("baseline: the same fault twice is two, and a third is new") {
  const Folder folder;
  folder.Write("bylint.toml", kHouse);
  folder.Write("a.txt", std::string(kOld) + std::string(kOld));
  REQUIRE(folder.Bylint({"baseline", "create"}).exit_code == 0);
  CHECK(folder.Bylint({"check"}).exit_code == 0);
  folder.Write("a.txt", std::string(kOld) + std::string(kOld) + std::string(kOld));
  const Ran ran = folder.Bylint({"check", "--format", "concise"});
  CHECK(Count(ran.out, "\n") == 1);
}

TEST_CASE("baseline: create never launders new findings, prune only drops") {
  const Folder folder;
  folder.Write("bylint.toml", kHouse);
  folder.Write("a.txt", std::string(kOld) + std::string(kNew));
  REQUIRE(folder.Bylint({"baseline", "create"}).exit_code == 0);
  CHECK(folder.Bylint({"baseline", "create"}).exit_code == 2);
  folder.Write("a.txt", std::string(kOld) + "A third crew will utilize boats.\n");
  const Ran pruned = folder.Bylint({"baseline", "prune"});
  CHECK(pruned.exit_code == 0);
  CHECK(Contains(pruned.err, "1 dropped, 1 left"));
  CHECK(Count(folder.Bylint({"check", "--format", "concise"}).out, "\n") == 1);
  CHECK(folder.Bylint({"baseline"}).exit_code == 2);
}

TEST_CASE("baseline: one that is named must be there and must be one") {
  const Folder folder;
  folder.Write("bylint.toml", kHouse);
  folder.Write("a.txt", kOld);
  CHECK(folder.Bylint({"check", "--baseline", "missing.json"}).exit_code == 2);
  folder.Write("bylint-baseline.json", "{\"version\":2}");
  CHECK(folder.Bylint({"check"}).exit_code == 2);
}
