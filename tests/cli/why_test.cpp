// `bylint check --why`: how each mark was read, and who was taken to speak.
#include <catch2/catch.hpp>
#include <string>

#include "tests/cli/program.h"

using namespace bylint::test;

namespace {

Ran Why(std::string_view article, std::vector<std::string> options = {}) {
  const Folder folder;
  folder.Write("a.txt", article);
  options.insert(options.begin(), {"check", "--why"});
  options.emplace_back("a.txt");
  return folder.Bylint(options);
}

}  // namespace

TEST_CASE("why: each mark with its reading, each quotation with its speaker and what found them") {
  const Ran ran = Why(kClean);
  CHECK(ran.exit_code == 0);
  CHECK(Contains(ran.err, "a.txt:2:1: `“` opens a quotation, cost "));
  CHECK(Contains(ran.err, "a.txt:2:42: `”` closes a quotation, cost "));
  CHECK(Contains(ran.err, "a.txt:2:1: quotation is attributed to `Anna Berg` by "));
}

TEST_CASE("why: a quotation without a speaker, with who was not taken for one and why") {
  const Ran ran =
      Why("The town closed the road on Monday.\n\nOn Friday the road of Anna Berg was shut. “It is a road to "
          "nowhere for the whole town.” Work began last year.\n");
  CHECK(Contains(ran.err, "a.txt:3:43: quotation is "));
  CHECK(Contains(ran.err, "` was rejected: "));
}

TEST_CASE("why: an apostrophe is told from a mark, and what each reading costs") {
  const Ran ran = Why("The council said ‘the workers’ road is open’ on Monday.\n");
  CHECK(Contains(ran.err, "a.txt:1:30: `’` apostrophe, cost "));
  CHECK(Contains(ran.err, ", apostrophe "));
}

TEST_CASE("why: findings and the exit code stay as they are") {
  const Folder folder;
  folder.Write("a.txt", kFaulty);
  const Ran plain = folder.Bylint({"check", "--format", "concise", "a.txt"});
  const Ran why = folder.Bylint({"check", "--why", "--format", "concise", "a.txt"});
  CHECK(why.exit_code == 1);
  CHECK(why.out == plain.out);
  CHECK(Contains(why.err, "a.txt:2:1: quotation is unattributed"));
}
