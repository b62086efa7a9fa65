// bylint_fixtures [--update] FOLDER...: runs the fixtures below each folder.
//
// In a folder `rules/NAME` only the rule NAME runs, elsewhere all that run by default. Articles in `quiet`
// are clean and need not say so. Exits 1 when a fixture is not as it says; with --update it is rewritten
// instead, and the diff is to be read like code.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "tests/harness/fixture.h"
#include "tests/harness/lint.h"

namespace bylint::testing {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> FixturesBelow(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().extension() != ".expect") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

std::vector<const RegisteredRule*> RulesFor(const fs::path& fixture) {
  const fs::path folder = fixture.parent_path();
  if (folder.parent_path().filename() != "rules") return DefaultRules();
  const RegisteredRule* rule = FindRule(folder.filename().string());
  if (rule == nullptr) return {};
  return {rule};
}

bool IsQuiet(const fs::path& fixture) { return std::ranges::find(fixture, fs::path("quiet")) != fixture.end(); }

// False when the fixture is not as it says.
bool Run(const fs::path& path, bool update) {
  absl::StatusOr<Fixture> fixture = ReadFixture(path.string());
  if (!fixture.ok()) {
    std::cerr << fixture.status().message() << "\n";
    return false;
  }
  if (IsQuiet(path)) fixture->lines.push_back({LineKind::kNone, "", 0, 0});
  const FixtureOutcome outcome = RunFixture(*fixture, RulesFor(path));
  if (update && !outcome.problems.empty() && !IsQuiet(path)) {
    std::ofstream(fixture->path, std::ios::binary) << outcome.updated;
    std::cerr << "updated " << fixture->path << "\n";
    return true;
  }
  for (const std::string& problem : outcome.problems) std::cerr << problem << "\n";
  return outcome.problems.empty();
}

int Main(const std::vector<std::string>& arguments) {
  bool update = false;
  size_t ran = 0;
  size_t failed = 0;
  for (const std::string& argument : arguments) {
    if (argument == "--update") {
      update = true;
      continue;
    }
    for (const fs::path& path : FixturesBelow(argument)) {
      ++ran;
      failed += Run(path, update) ? 0 : 1;
    }
  }
  std::cerr << ran << " fixtures, " << failed << " failed\n";
  return failed > 0 || ran == 0 ? 1 : 0;
}

}  // namespace
}  // namespace bylint::testing

int main(int argc, char** argv) { return bylint::testing::Main({argv + 1, argv + argc}); }
