// The table of tests/data/attribution_cases.tsv: what stands in a line is what the analysis must say.
#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "bylint/article.h"
#include "checker/readers/reader.h"

namespace bylint {
namespace {

struct Case {
  std::string text, verdict, speaker, cue, credit, known_wrong;
};

std::vector<std::string> Fields(const std::string& line) {
  std::vector<std::string> fields(6);
  size_t field = 0;
  for (const char c : line) {
    if (c == '\t') {
      ++field;
    } else if (field < fields.size()) {
      fields[field] += c;
    }
  }
  return fields;
}

std::string WithParagraphs(std::string text) {
  const std::string mark = " ¶ ";
  for (size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
    text.replace(at, mark.size(), "\n\n");
  return text + "\n";
}

std::vector<Case> ReadCases() {
  std::ifstream in(std::string(BYLINT_SOURCE_DIR) + "/tests/data/attribution_cases.tsv");
  std::vector<Case> cases;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> f = Fields(line);
    cases.push_back({WithParagraphs(f[0]), f[1], f[2], f[3], f[4], f[5]});
  }
  return cases;
}

bool IsRight(const Case& expected) {
  const Article article = Analyze(ReadDocument("case.txt", SourceText(expected.text)), {});
  REQUIRE_FALSE(article.quotations().empty());
  const Quotation& q = article.quotations().back();
  const std::string got = std::string(ToString(q.verdict)) + "|" + std::string(article.Text(q.speaker.span)) + "|" +
                          std::string(article.Text(q.cue)) + "|" + std::string(article.Text(q.credit));
  const std::string want = expected.verdict + "|" + expected.speaker + "|" + expected.cue + "|" + expected.credit;
  if (got != want) UNSCOPED_INFO("got " << got << ", want " << want);
  return got == want;
}

TEST_CASE("attribution: the table of cases") {
  const std::vector<Case> cases = ReadCases();
  CHECK(cases.size() >= 200);
  for (const Case& expected : cases) {
    CAPTURE(expected.text);
    // A known fault that is cured must lose its mark.
    CHECK(IsRight(expected) == expected.known_wrong.empty());
  }
}

}  // namespace
}  // namespace bylint
