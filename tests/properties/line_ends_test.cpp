// An article says the same whichever way its lines end.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/harness/corpus.h"
#include "tests/harness/lint.h"

namespace bylint::testing {
namespace {

std::string WithLineEnds(std::string_view text, std::string_view line_end) {
  std::string out;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n') {
      out += line_end;
    } else {
      out += c;
    }
  }
  return out;
}

// `line level[rule] words: message` of each finding.
std::vector<std::string> Findings(const std::string& name, std::string text) {
  const absl::StatusOr<Linted> linted = Lint(name, std::move(text), DefaultRules());
  REQUIRE(linted.ok());
  std::vector<std::string> findings;
  for (const Finding& finding : linted->findings) {
    findings.push_back(std::to_string(linted->LineOf(finding.span)) + " " + std::string(ToString(finding.level)) + "[" +
                       std::string(finding.rule) + "] " + WithLineEnds(linted->Words(finding.span), "\n") + ": " +
                       WithLineEnds(finding.message, "\n"));
  }
  return findings;
}

TEST_CASE("properties: CRLF gives the findings that LF gives") {
  for (const NamedText& text : FixtureTexts()) {
    CAPTURE(text.name, text.text);
    CHECK(Findings(text.name, WithLineEnds(text.text, "\n")) == Findings(text.name, WithLineEnds(text.text, "\r\n")));
  }
}

TEST_CASE("properties: a missing final newline changes nothing") {
  for (const NamedText& text : FixtureTexts()) {
    std::string without = text.text;
    while (without.ends_with('\n')) without.pop_back();
    if (without.ends_with('\r')) continue;
    CAPTURE(text.name, text.text);
    CHECK(Findings(text.name, without + "\n") == Findings(text.name, without));
  }
}

}  // namespace
}  // namespace bylint::testing
