#include <catch2/catch.hpp>

#include "tests/cli/program.h"

using namespace bylint::test;

namespace {

const std::string kOldFault = "They utilize a van for the road that opens in May.\n";
const std::string kNewFault = "Nobody may utilize the second bridge before June.\n";

void Repository(const Folder& folder) {
  REQUIRE(folder.Git({"init", "-q"}).exit_code == 0);
  REQUIRE(folder.Git({"add", "-A"}).exit_code == 0);
  REQUIRE(folder.Git({"commit", "-q", "-m", "first"}).exit_code == 0);
}

}  // namespace

TEST_CASE("changed lines: only findings on lines changed since a revision") {
  const Folder folder;
  folder.Write("bylint.toml", kHouse);
  folder.Write("a name with “marks”\n.txt", kOldFault);
  folder.Write("b.txt", kOldFault);
  Repository(folder);
  folder.Write("a name with “marks”\n.txt", kOldFault + kNewFault);
  folder.Write("new.txt", kOldFault);
  const Ran ran = folder.Bylint({"check", "--since", "HEAD", "--format", "concise"});
  CHECK(ran.exit_code == 1);
  CHECK(Count(ran.out, "\n") == 2);
  CHECK(Contains(ran.out, "a name with “marks” .txt:2:12: "));
  CHECK(Contains(ran.out, "new.txt:1:6: "));
}

TEST_CASE("changed lines: a rename is followed") {
  const Folder folder;
  folder.Write("bylint.toml", kHouse);
  folder.Write("a.txt", kOldFault + "One more line.\nAnd another one of them.\n");
  Repository(folder);
  REQUIRE(folder.Git({"mv", "a.txt", "b.txt"}).exit_code == 0);
  folder.Write("b.txt", kOldFault + "One more line.\nAnd another one of them.\n" + kNewFault);
  const Ran ran = folder.Bylint({"check", "--since", "HEAD", "--format", "concise"});
  CHECK(Count(ran.out, "\n") == 1);
  CHECK(ran.out.starts_with("b.txt:4:12: "));
}

TEST_CASE("changed lines: the merge base counts, not the tip") {
  const Folder folder;
  folder.Write("bylint.toml", kHouse);
  folder.Write("a.txt", kOldFault);
  Repository(folder);
  REQUIRE(folder.Git({"checkout", "-q", "-b", "desk"}).exit_code == 0);
  folder.Write("b.txt", kNewFault);
  REQUIRE(folder.Git({"add", "-A"}).exit_code == 0);
  REQUIRE(folder.Git({"commit", "-q", "-m", "desk"}).exit_code == 0);
  REQUIRE(folder.Git({"checkout", "-q", "main"}).exit_code == 0);
  folder.Write("a.txt", "Changed on main.\n" + kOldFault);
  REQUIRE(folder.Git({"commit", "-q", "-am", "main"}).exit_code == 0);
  REQUIRE(folder.Git({"checkout", "-q", "desk"}).exit_code == 0);
  const Ran ran = folder.Bylint({"check", "--since", "main", "--format", "concise"});
  CHECK(Count(ran.out, "\n") == 1);
  CHECK(ran.out.starts_with("b.txt:1:12: "));
}

TEST_CASE("changed lines: --staged reads the index, not the file") {
  const Folder folder;
  folder.Write("bylint.toml", kHouse);
  folder.Write("a.txt", "The council met.\n");
  Repository(folder);
  folder.Write("a.txt", "The council met.\n" + kNewFault);
  REQUIRE(folder.Git({"add", "a.txt"}).exit_code == 0);
  folder.Write("a.txt", "The council met.\n");
  CHECK(folder.Bylint({"check", "a.txt"}).exit_code == 0);
  const Ran ran = folder.Bylint({"check", "--staged", "--format", "concise"});
  CHECK(ran.exit_code == 1);
  CHECK(ran.out.starts_with("a.txt:2:12: "));
  REQUIRE(folder.Git({"reset", "-q", "--hard"}).exit_code == 0);
  folder.Write("a.txt", kNewFault);
  CHECK(folder.Bylint({"check", "--staged"}).exit_code == 0);
}

TEST_CASE("changed lines: what git cannot do is exit code 2") {
  const Folder folder;
  folder.Write("bylint.toml", kHouse);
  folder.Write("a.txt", kOldFault);
  CHECK(folder.Bylint({"check", "--since", "HEAD"}).exit_code == 2);
  Repository(folder);
  CHECK(folder.Bylint({"check", "--since", "no-such-revision"}).exit_code == 2);
  CHECK(folder.Bylint({"check", "--since", "--output=x"}).exit_code == 2);
}
