#include <atomic>
#include <catch2/catch.hpp>

#include "checker/engine/nearest.h"
#include "checker/engine/parallel.h"
#include "checker/engine/process.h"
#include "checker/engine/review/changes.h"
#include "checker/engine/review/fixes.h"
#include "checker/engine/settings.h"

using namespace bylint;

TEST_CASE("nearest word: one that is close, or none") {
  constexpr std::string_view kWords[] = {"ignore", "select", "exclude"};
  CHECK(NearestWord("ignroe", kWords) == "ignore");
  CHECK(NearestWord("selct", kWords) == "select");
  CHECK(NearestWord("language", kWords).empty());
  CHECK(DidYouMean("exclud", kWords) == "; did you mean `exclude`?");
}

TEST_CASE("sizes: with and without a unit, below 2 GiB") {
  CHECK(ParseSize("500") == 500u);
  CHECK(ParseSize("64M") == (64u << 20));
  CHECK_FALSE(ParseSize("2G"));
  CHECK_FALSE(ParseSize("99999999999999999999"));
  CHECK_FALSE(ParseSize("-1"));
  CHECK_FALSE(ParseSize("M"));
  CHECK_FALSE(ParseSize(""));
}

TEST_CASE("parallel: results come in order, for any number of threads, and a consumer may stop") {
  for (const size_t jobs : {1u, 2u, 8u}) {
    std::vector<size_t> seen;
    ForEachInOrder(
        500, jobs, [](size_t i) { return i * i; },
        [&](size_t i, size_t square) {
          CHECK(square == i * i);
          seen.push_back(i);
          return i < 399;
        },
        [] {});
    REQUIRE(seen.size() == 400);
    CHECK(std::ranges::is_sorted(seen));
  }
}

TEST_CASE("process: output, errors and exit code, without a shell") {
  const auto echo = RunProcess({"printf", "%s|", "a b", "$HOME"});
  REQUIRE(echo.ok());
  CHECK(echo->output == "a b|$HOME|");
  CHECK(RunProcess({"false"})->exit_code == 1);
  CHECK(absl::IsNotFound(RunProcess({"no-such-program-anywhere"}).status()));
  const auto much = RunProcess({"head", "-c", "3000000", "/dev/zero"});
  CHECK(much->output.size() == 3000000);
}

TEST_CASE("patch: new lines by file, names unquoted, deletions left out") {
  const auto files = ParsePatch(
      "diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -1,0 +2,3 @@ context\n+x\n+y\n+++ z\n@@ -9 +12 "
      "@@\n-a\n+b\n"
      "diff --git \"a/q\\\"\\n\\303\\251.txt\" \"b/q\\\"\\n\\303\\251.txt\"\n--- /dev/null\n+++ "
      "\"b/q\\\"\\n\\303\\251.txt\"\n@@ -0,0 +1 @@\n+x\n"
      "diff --git a/c d.txt b/c d.txt\n--- a/c d.txt\t\n+++ b/c d.txt\t\n@@ -4,2 +3,0 @@\n-x\n-y\n");
  REQUIRE(files.size() == 3);
  const auto& a = files.at("a.txt");
  REQUIRE(a.size() == 2);
  CHECK(a[0].first == 2);
  CHECK(a[0].last == 4);
  CHECK(a[1].first == 12);
  CHECK(files.at("q\"\n\xC3\xA9.txt").size() == 1);
  CHECK(files.at("c d.txt").empty());
  CHECK(Touches(a, 4, 6));
  CHECK_FALSE(Touches(a, 5, 11));
}

TEST_CASE("diff: hunks with context, lines without an end marked") {
  CHECK(UnifiedDiff("a", "x\n", "x\n").empty());
  CHECK(UnifiedDiff("a", "1\n2\n3\n4\n5\n6\n", "1\n2\n3\nfour\n5\n6\n") ==
        "--- a/a\n+++ b/a\n@@ -1,6 +1,6 @@\n 1\n 2\n 3\n-4\n+four\n 5\n 6\n");
  CHECK(
      UnifiedDiff("a", "1\n2", "1\ntwo") ==
      "--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n 1\n-2\n\\ No newline at end of file\n+two\n\\ No newline at end of file\n");
}
