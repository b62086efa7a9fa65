// What holds for every rule: its examples are true, and it has fixtures and a page.
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "checker/engine/registry.h"
#include "tests/harness/lint.h"

namespace bylint::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = BYLINT_SOURCE_DIR;

Linted LintExample(const RegisteredRule& rule, const Example& example) {
  const RegisteredRule* rules[] = {&rule};
  absl::StatusOr<Linted> linted = Lint(example.file, std::string(example.text), rules);
  REQUIRE(linted.ok());
  return *std::move(linted);
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
