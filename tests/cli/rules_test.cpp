// `bylint rules` and `bylint explain`.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/cli/program.h"

using namespace bylint::test;
using nlohmann::json;

namespace {

Ran Bylint(std::vector<std::string> arguments) { return Folder().Bylint(std::move(arguments)); }

}  // namespace

TEST_CASE("rules: the table tells group, level, and whether a rule is on") {
  const Ran ran = Bylint({"rules"});
  CHECK(ran.exit_code == 0);
  CHECK(Contains(ran.out, "\nunattributed-quote          attribution  error    on   direct quotation that "));
  CHECK(Contains(ran.out, "\nfloating-quote              attribution  note     off  "));
}

TEST_CASE("rules: the same rules in every format") {
  const std::string concise = Bylint({"rules", "--format", "concise"}).out;
  const json report = json::parse(Bylint({"rules", "--format", "json"}).out);
  std::string names;
  for (const json& rule : report["rules"]) names += rule["name"].get<std::string>() + "\n";
  CHECK(names == concise);
  CHECK(Count(Bylint({"rules"}).out, "\n") == report["rules"].size());
  for (const json& rule : report["rules"]) {
    INFO(rule["name"]);
    CHECK_FALSE(rule["why"].get<std::string>().empty());
    CHECK_FALSE(rule["bad"].empty());
    CHECK_FALSE(rule["good"].empty());
  }
}

TEST_CASE("explain: what is reported is underlined, also behind wide letters") {
  const Ran ran = Bylint({"explain", "unattributed-quote"});
  CHECK(ran.exit_code == 0);
  CHECK(
      ran.out.starts_with("unattributed-quote: direct quotation that nobody is said to have said\n"
                          "group attribution, level error, on by default\n\n"));
  CHECK(Contains(ran.out,
                 "    “The road opens in May, the work is done.” Work began last year.\n"
                 "    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"));
  CHECK(ran.out.find("Reported:") < ran.out.find("Not reported:"));
}

TEST_CASE("explain: options and what fixes do") {
  const std::string options = Bylint({"explain", "quote-punctuation"}).out;
  CHECK(Contains(options, ", off by default\n"));
  CHECK(Contains(options, "Option `style` (default "));
  CHECK(Contains(Bylint({"explain", "reversed-quote"}).out, "\nFixes: "));
}

TEST_CASE("explain: several rules, in the order asked for") {
  const Ran ran = Bylint({"explain", "--format", "json", "name-variant", "mojibake"});
  const json report = json::parse(ran.out);
  REQUIRE(report["rules"].size() == 2);
  CHECK(report["rules"][0]["name"] == "name-variant");
  CHECK(report["rules"][1]["name"] == "mojibake");
}

TEST_CASE("explain: a rule that nobody knows, or none, is an error") {
  const Ran unknown = Bylint({"explain", "name-variant", "unatributed-quote"});
  CHECK(unknown.exit_code == 2);
  CHECK(unknown.out.empty());
  CHECK(Contains(unknown.err, "`unattributed-quote`"));
  const Ran none = Bylint({"explain"});
  CHECK(none.exit_code == 2);
  CHECK(Contains(none.err, "name a rule"));
}
