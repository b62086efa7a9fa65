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

namespace {

std::string TwelveThousandFindings() {
  std::string text;
  for (int i = 0; i < 12'000; ++i) text += "They utilize it.\n\n";
  return text;
}

}  // namespace

TEST_CASE("limits: of a file ten thousand findings are shown and all are counted") {
  const Folder folder;
  folder.Write("bylint.toml", kHouse);
  folder.Write("many.txt", TwelveThousandFindings());
  folder.Write("few.txt", "They utilize it.\n");
  // The second time all comes from the cache.
  for (int i = 0; i < 2; ++i) {
    const Ran ran = folder.Bylint({"check", "--format", "concise", "--statistics", "--cache", "many.txt", "few.txt"});
    CHECK(ran.exit_code == 1);
    CHECK(Count(ran.out, "many.txt:") == 10'000);
    CHECK(Count(ran.out, "few.txt:") == 1);
    CHECK(Contains(ran.err, "warning: many.txt: 2000 more findings; of one file 10000 are shown, all are counted"));
    CHECK(Contains(ran.err, "12001"));
  }
  CHECK(Contains(folder.Bylint({"check", "many.txt"}).err, "12000 warnings in 1 file"));
}

TEST_CASE("limits: what is suppressed, known or fixed is so past the limit of findings") {
  const Folder folder;
  folder.Write("bylint.toml", kHouse);
  folder.Write("many.txt", TwelveThousandFindings());
  CHECK(Contains(folder.Bylint({"baseline", "create", "many.txt"}).err, "12000 findings"));
  const Ran known = folder.Bylint({"check", "many.txt"});
  CHECK(known.exit_code == 0);
  CHECK(Contains(known.err, "12000 hidden by the baseline"));
  CHECK(!Contains(known.err, "more findings"));

  CHECK(folder.Bylint({"check", "--fix", "--suggested", "many.txt"}).exit_code == 0);
  CHECK(!Contains(folder.Read("many.txt"), "utilize"));

  folder.Write("many.txt", TwelveThousandFindings() + "It is utilize again.\n");
  folder.Write("bylint.toml", std::string(kHouse) + "[[suppress]]\nrule = \"plain-words\"\nreason = \"a test\"\n");
  const Ran suppressed = folder.Bylint({"check", "many.txt"});
  CHECK(suppressed.exit_code == 0);
  CHECK(Contains(suppressed.err, "12001 suppressed"));
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kOwnMemoryOnly = false;  // sanitizers take several times as much
#else
constexpr bool kOwnMemoryOnly = true;
#endif

TEST_CASE("limits: memory for a file of ten megabytes") {
  constexpr size_t kSize = 10'000'000;
  const Folder folder;
  std::string text;
  for (int i = 0; text.size() < kSize; ++i) {
    const std::string number = std::to_string(i);
    text += "“The road opens in May,” said Anna Berg, the mayor. Nobody answered questions about the " + number;
    text += " bridges that the county council of Wexcombe wants to close before the summer.\n\n";
    text +=
        "Whatever people thought of plan " + number + ", they were not asked what it would cost them, and the work ";
    text += "continues although several committees had recommended otherwise.\n\n";
    text +=
        "The " + number + " bridges were built when the harbor was still the largest of the coast, and most of them ";
    text += "have not been repaired for longer than anybody in the office can remember. Traffic has doubled.\n\n";
  }
  folder.Write("large.txt", text);
  text = {};
  const Ran ran = folder.Bylint({"check", "large.txt"});
  CHECK(ran.exit_code <= 1);
  if (kOwnMemoryOnly) {
    CHECK(ran.peak_kilobytes * 1024 < static_cast<long>(64'000'000 + 2 * kSize));
  } else {
    WARN("not measured under sanitizers");
  }
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
