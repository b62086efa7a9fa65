// The fixture runner itself: a fixture that is not as it says must fail, and updating must mend it.
#include "tests/harness/fixture.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "bylint/rule.h"

namespace bylint::testing {
namespace {

constexpr RuleInfo kInfo = {.name = "bad-word", .summary = "the word bad", .why = "", .bad = {}, .good = {}};

// Reports each `bad`, and would have it `good`.
class BadWord final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }
  void Check(const Article& article, Reporter& report) const override {
    for (const Token& token : article.tokens()) {
      if (article.Text(token.span) != "bad") continue;
      report.At(token.span, "`bad`").Fix("replace it", Safety::kSafe, token.span, "good");
    }
  }
};

const RegisteredRule kRule = {
    .info = &kInfo, .make = [](const RuleOptions&) -> absl::StatusOr<RulePtr> { return std::make_unique<BadWord>(); }};

// A fixture in a folder of its own that goes with it.
class TemporaryFixture {
 public:
  TemporaryFixture(const std::string& name, const std::string& text) : folder_(MakeFolder()) { Write(name, text); }
  TemporaryFixture(const TemporaryFixture&) = delete;
  TemporaryFixture& operator=(const TemporaryFixture&) = delete;
  ~TemporaryFixture() { std::filesystem::remove_all(folder_); }

  void Write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  FixtureOutcome Run(const std::string& name) const {
    const absl::StatusOr<Fixture> fixture = ReadFixture((folder_ / name).string());
    REQUIRE(fixture.ok());
    return RunFixture(*fixture, {&kRule});
  }
  bool Reads(const std::string& name) const { return ReadFixture((folder_ / name).string()).ok(); }

 private:
  static std::filesystem::path MakeFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "bylint-fixture-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    return pattern;
  }
  std::filesystem::path folder_;
};

FixtureOutcome RunText(const std::string& text) { return TemporaryFixture("a.txt", text).Run("a.txt"); }

TEST_CASE("fixtures: what is expected and reported passes") {
  CHECK(RunText("a bad day\n#~ warning[bad-word] bad\n").problems.empty());
  CHECK(RunText("a good day\n#~ none\n").problems.empty());
  CHECK(RunText("bad, bad\n#~ warning[bad-word] bad\n#~ warning[bad-word] bad\n").problems.empty());
  CHECK(RunText("a bad day\n#~ # as it was\n#~ warning[bad-word] bad\n#~ fixed a good day\n").problems.empty());
}

TEST_CASE("fixtures: what differs fails") {
  CHECK(RunText("a bad day\n#~ none\n").problems.size() == 1);
  CHECK(RunText("a bad day\n").problems.size() == 2);  // the finding, and nothing is expected
  CHECK(RunText("a good day\n").problems.size() == 1);
  CHECK(RunText("a bad day\n#~ error[bad-word] bad\n").problems.size() == 2);
  CHECK(RunText("a bad day\n#~ warning[bad-word] day\n").problems.size() == 2);
  CHECK(RunText("bad\n\n#~ warning[bad-word] bad\n").problems.size() == 2);  // of another line
  CHECK(RunText("bad, bad\n#~ warning[bad-word] bad\n").problems.size() == 1);
  CHECK(RunText("bad\n#~ warning[bad-word] bad\n#~ none\n").problems.size() == 1);
  CHECK(RunText("bad\n#~ warning[bad-word] bad\n#~ fixed bad\n").problems.size() == 1);
  CHECK(RunText("bad\n#~ rules no-such-rule\n#~ none\n").problems.size() == 1);
}

TEST_CASE("fixtures: what is known to be wrong passes until it is cured") {
  CHECK(RunText("bad\n#~ known-wrong warning[bad-word] bad\n").problems.empty());
  CHECK(RunText("good\n#~ known-wrong warning[bad-word] good\n").problems.size() == 1);
  CHECK(RunText("good\n#~ known-missed warning[bad-word] good\n#~ none\n").problems.empty());
  CHECK(RunText("bad\n#~ known-missed warning[bad-word] bad\n#~ none\n").problems.size() == 1);
}

TEST_CASE("fixtures: several files in one") {
  CHECK(RunText("#~ file a.txt\nbad\n#~ warning[bad-word] bad\n#~ file b.txt\ngood\n#~ none\n").problems.empty());
  CHECK(RunText("#~ file a.txt\ngood\n#~ none\n#~ file b.txt\nbad\n#~ none\n").problems.size() == 1);
}

TEST_CASE("fixtures: expectations beside the file") {
  const TemporaryFixture fixture("a.txt", "good\r\nbad\r\n");
  fixture.Write("a.txt.expect", "#~ 2 warning[bad-word] bad\n");
  CHECK(fixture.Run("a.txt").problems.empty());
  fixture.Write("a.txt.expect", "#~ none\n");
  const FixtureOutcome outcome = fixture.Run("a.txt");
  CHECK(outcome.problems.size() == 1);
  CHECK(outcome.updated == "#~ 2 warning[bad-word] bad\n");
}

TEST_CASE("fixtures: a line that is no expectation is an error") {
  CHECK_FALSE(TemporaryFixture("a.txt", "bad\n#~ warnings[bad-word] bad\n").Reads("a.txt"));
  CHECK_FALSE(TemporaryFixture("a.txt", "bad\n#~ nonesuch\n").Reads("a.txt"));
}

TEST_CASE("fixtures: updating writes what is reported, and a fixture that passes") {
  const std::string text =
      GENERATE(as<std::string>(), "a bad day\n#~ none\n", "bad\ngood\n#~ error[bad-word] good\n", "bad", "good",
               "#~ # words\nbad\n#~ fixed\n", "bad bad\n#~ known-wrong warning[bad-word] bad\n",
               "good\n#~ known-wrong warning[bad-word] good\n", "#~ file a.txt\nbad\n#~ file b.txt\nbad\n#~ none\n");
  const std::string updated = RunText(text).updated;
  CAPTURE(text, updated);
  const FixtureOutcome outcome = RunText(updated);
  CHECK(outcome.problems.empty());
  CHECK(outcome.updated == updated);
}

}  // namespace
}  // namespace bylint::testing
