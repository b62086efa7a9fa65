// Fixtures: articles with what bylint must say about them written under the line it is about.
//
//   “I have had enough of it all.” The vote is on Friday.
//   #~ error[unattributed-quote] “I have had enough of it all.”
//
// Lines that start with `#~` are taken out before bylint reads the text. They are:
//
//   #~ LEVEL[RULE] WORDS               a finding on the line above, on exactly these words; white space
//   counts as
//                                      one space, and more than 80 bytes may be cut as `the first … the last`
//   #~ none                            this file has no findings
//   #~ fixed LINE                      the line above once the fixes of its findings are made
//   #~ known-wrong LEVEL[RULE] WORDS   reported today, though it should not be; fails once it is cured
//   #~ known-missed LEVEL[RULE] WORDS  not reported today, though it should be; fails once it is found
//   #~ rules NAME...                   the rules that run, instead of the folder's own
//   #~ file NAME                       what follows is another file
//   #~ # WORDS                         a remark
//
// Where such lines cannot stand in the file itself (UTF-16, an article shown to readers), they stand in
// `name.ext.expect` with the number of the line: `#~ 12 error[unattributed-quote] …`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "checker/engine/registry.h"

namespace bylint::testing {

enum class LineKind : uint8_t { kText, kFinding, kNone, kFixed, kKnownWrong, kKnownMissed, kRules, kFile, kRemark };

struct FixtureLine {
  LineKind kind = LineKind::kText;
  std::string content;  // of kText the line with its line end; of the others what follows the keyword
  size_t file = 0;      // index into Fixture::files
  size_t number = 0;    // line of that file which it is, or is about; from 1
};

struct FixtureFile {
  std::string name;
  std::string bytes;  // without `#~` lines
};

struct Fixture {
  std::string path;             // of the file that holds the expectations
  bool expects_beside = false;  // they stand in `name.ext.expect`
  std::vector<FixtureFile> files;
  std::vector<FixtureLine> lines;
};

// The fixture at `path`, an article; InvalidArgument names the line that is no expectation.
absl::StatusOr<Fixture> ReadFixture(const std::string& path);

struct FixtureOutcome {
  std::vector<std::string> problems;  // `path:line: what`; empty when all is as expected
  std::string updated;                // the fixture's text with today's findings as expectations
  size_t findings = 0;
};

// Runs `rules` (or those that the fixture names) on the fixture.
FixtureOutcome RunFixture(const Fixture& fixture, const std::vector<const RegisteredRule*>& rules);

}  // namespace bylint::testing
