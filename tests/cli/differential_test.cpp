// The same articles give the same output whatever the threads, and however standard input arrives.
#include <catch2/catch.hpp>

#include "tests/cli/program.h"

using namespace bylint::test;

namespace {

// All fixtures, in a folder that is no repository.
Folder& Fixtures() {
  static Folder folder;
  static const bool copied = [&] {
    const std::filesystem::path fixtures = std::filesystem::path(BYLINT_TEST_FOLDER) / "../../fixtures";
    std::filesystem::copy(fixtures, folder.path() / "fixtures", std::filesystem::copy_options::recursive);
    return true;
  }();
  REQUIRE(copied);
  return folder;
}

}  // namespace

TEST_CASE("differential: one thread and eight say the same about all fixtures") {
  const std::vector<std::string> command = GENERATE(
      as<std::vector<std::string>>(), std::vector<std::string>{"check"},
      std::vector<std::string>{"check", "--select", "all", "--format", "json"},
      std::vector<std::string>{"check", "--format", "sarif"}, std::vector<std::string>{"quotes", "--format", "json"},
      std::vector<std::string>{"names", "--format", "json"});
  const auto run = [&](const std::string& jobs) {
    std::vector<std::string> arguments = command;
    arguments.insert(arguments.end(), {"--isolated", "--jobs", jobs, "fixtures"});
    return Fixtures().Bylint(arguments);
  };
  const Ran one = run("1");
  const Ran eight = run("8");
  CHECK(one.exit_code <= 1);
  CHECK(one.exit_code == eight.exit_code);
  CHECK(one.out == eight.out);
  CHECK(one.err == eight.err);
}

TEST_CASE("differential: standard input in pieces of any size is one text") {
  const Folder folder;
  std::string text;
  for (int i = 0; i < 40; ++i) text += std::string(i == 0 ? kFaulty : kClean) + "\n" + std::string(kClean) + "\n";
  folder.Write("a.txt", text);
  const std::string piece = GENERATE("1", "7", "4096");
  CAPTURE(piece);
  const std::string command =
      "dd if=a.txt bs=" + piece + " 2>/dev/null | " BYLINT_BINARY " check --stdin-filename a.txt -";
  const Ran pieces = folder.Run({"sh", "-c", command});
  const Ran file = folder.Bylint({"check", "a.txt"});
  CHECK(file.exit_code == 1);
  CHECK(pieces.exit_code == file.exit_code);
  CHECK(pieces.out == file.out);
}
