// What holds for every rule: its examples are true, and it has fixtures and a page.
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <string>

#include "bylint/archive.h"
#include "checker/engine/registry.h"
#include "checker/readers/reader.h"
#include "tests/harness/lint.h"

namespace bylint::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = BYLINT_SOURCE_DIR;

// The archive that an example asks for: 41 articles with one name.
ArchiveIndex ArchiveOf(std::string_view name) {
  ArchiveFacts facts;
  for (int i = 0; i < 41; ++i) {
    facts.Add("article" + std::to_string(i) + ".txt", 0, 0, {{std::string(name), NameKind::kPerson, 2}});
  }
  return ArchiveIndex::Make(facts);
}

Linted LintInArchive(const RegisteredRule& rule, const Example& example) {
  static const auto& archives = *new std::map<std::string_view, ArchiveIndex>([] {
    std::map<std::string_view, ArchiveIndex> made;
    for (const RegisteredRule& registered : BuiltInRules()) {
      for (const auto examples : {registered.info->bad, registered.info->good}) {
        for (const Example& e : examples) made.try_emplace(e.archive, ArchiveOf(e.archive));
      }
    }
    return made;
  }());
  AnalysisOptions options;
  options.archive = &archives.at(example.archive);
  Linted linted{Analyze(ReadDocument(example.file, SourceText(std::string(example.text))), options), {}};
  Reporter report(linted.article.document(), linted.findings);
  report.Begin(*rule.info, rule.info->level);
  (*rule.make(RuleOptions()))->Check(linted.article, report);
  return linted;
}

Linted LintExample(const RegisteredRule& rule, const Example& example) {
  if (!example.archive.empty()) return LintInArchive(rule, example);
  const RegisteredRule* rules[] = {&rule};
  absl::StatusOr<Linted> linted = Lint(example.file, std::string(example.text), rules);
  REQUIRE(linted.ok());
  return *std::move(linted);
}

TEST_CASE("rules: an option takes each value that it lists, and what it is without is one of them") {
  for (const RegisteredRule& rule : BuiltInRules()) {
    for (const RuleOption& option : rule.info->options) {
      CAPTURE(rule.info->name, option.name);
      CHECK_FALSE(option.help.empty());
      const std::string choices = "|" + std::string(option.choices) + "|";
      CHECK((option.choices.empty() || choices.find("|" + std::string(option.otherwise) + "|") != std::string::npos));
      for (size_t begin = 1; begin < choices.size() && !option.choices.empty();) {
        const size_t end = choices.find('|', begin);
        std::map<std::string, std::string, std::less<>> values;
        values.emplace(option.name, choices.substr(begin, end - begin));
        CHECK(rule.make(RuleOptions(std::move(values))).ok());
        begin = end + 1;
      }
    }
  }
}

TEST_CASE("rules: a bad example gives one finding, on exactly the words it marks") {
  for (const RegisteredRule& rule : BuiltInRules()) {
    for (const Example& example : rule.info->bad) {
      CAPTURE(rule.info->name, example.text);
      const Linted linted = LintExample(rule, example);
      CHECK(linted.findings.size() == 1);
      for (const Finding& finding : linted.findings) CHECK(linted.Words(finding.span) == example.marks);
    }
  }
}

TEST_CASE("rules: a good example gives no finding") {
  for (const RegisteredRule& rule : BuiltInRules()) {
    for (const Example& example : rule.info->good) {
      const Linted linted = LintExample(rule, example);
      CAPTURE(rule.info->name, example.text);
      CHECK(linted.findings.empty());
    }
  }
}

TEST_CASE("rules: each says what it looks for, why, and shows it") {
  for (const RegisteredRule& rule : BuiltInRules()) {
    CAPTURE(rule.info->name);
    CHECK(rule.info->bad.size() > 0);
    CHECK(rule.info->good.size() > 0);
    CHECK_FALSE(rule.info->why.empty());
    CHECK_FALSE(rule.info->summary.empty());
    CHECK_FALSE(rule.info->summary.ends_with('.'));
    CHECK(rule.info->summary.find("this rule") == std::string_view::npos);
  }
}

TEST_CASE("rules: each has fixtures and a page") {
  for (const RegisteredRule& rule : BuiltInRules()) {
    CAPTURE(rule.info->name);
    const fs::path fixtures = kRoot / "fixtures" / "rules" / std::string(rule.info->name);
    CHECK(fs::is_directory(fixtures));
    CHECK((fs::is_directory(fixtures) && !fs::is_empty(fixtures)));
    CHECK(fs::exists(kRoot / "docs" / "rules" / (std::string(rule.info->name) + ".md")));
  }
}

TEST_CASE("rules: fixtures and pages are of rules that exist") {
  for (const fs::directory_entry& entry : fs::directory_iterator(kRoot / "fixtures" / "rules")) {
    CAPTURE(entry.path());
    CHECK(FindRule(entry.path().filename().string()) != nullptr);
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(kRoot / "docs" / "rules")) {
    if (entry.path().filename() == "README.md") continue;
    CAPTURE(entry.path());
    CHECK(FindRule(entry.path().stem().string()) != nullptr);
  }
}

}  // namespace
}  // namespace bylint::testing
