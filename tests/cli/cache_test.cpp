// `check --cache` says what `check` says, whatever the cache holds.
#include <catch2/catch.hpp>

#include "tests/cli/program.h"

using namespace bylint::test;

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kCaches = ".cache/bylint";

// `bylint check --cache` with a cache of the folder's own.
Ran Cached(const Folder& folder, const std::vector<std::string>& more = {}) {
  std::vector<std::string> command = {"env", "XDG_CACHE_HOME=" + (folder.path() / ".cache").string(), BYLINT_BINARY,
                                      "check", "--cache"};
  command.insert(command.end(), more.begin(), more.end());
  return folder.Run(std::move(command));
}

Ran Fresh(const Folder& folder, const std::vector<std::string>& more = {}) {
  std::vector<std::string> arguments = {"check"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return folder.Bylint(std::move(arguments));
}

void CheckSame(const Ran& ran, const Ran& expected) {
  CHECK(ran.exit_code == expected.exit_code);
  CHECK(ran.out == expected.out);
  CHECK(ran.err == expected.err);
}

fs::path TheCache(const Folder& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder.path() / kCaches)) found.push_back(entry.path());
  REQUIRE(found.size() == 1);
  return found.front();
}

}  // namespace

TEST_CASE("cache: cold and warm runs say what a run without it says, in every format") {
  const Folder folder;
  const std::string fixtures = BYLINT_FIXTURES;
  const std::string format = GENERATE(as<std::string>(), "text", "concise", "json", "jsonl", "sarif", "github",
                                      "gitlab", "checkstyle", "junit", "rdjson");
  const std::vector<std::string> arguments = {"--format", format, "--select", "all", fixtures};
  const Ran expected = Fresh(folder, arguments);
  REQUIRE(expected.exit_code == 1);
  CheckSame(Cached(folder, arguments), expected);
  const std::string cache = folder.Read(fs::relative(TheCache(folder), folder.path()).string());
  CheckSame(Cached(folder, arguments), expected);
  // The fixtures are old enough to be known by what the file system says of them, so there was nothing to write.
  CHECK(folder.Read(fs::relative(TheCache(folder), folder.path()).string()) == cache);
}

TEST_CASE("cache: a file that changed, one that is new and one that is gone") {
  const Folder folder;
  folder.Write("a.txt", kFaulty);
  folder.Write("b.txt", kClean);
  REQUIRE(Cached(folder).exit_code == 1);
  folder.Write("a.txt", kClean);
  CHECK(Cached(folder).exit_code == 0);
  folder.Write("c.txt", kFaulty);
  CheckSame(Cached(folder), Fresh(folder));
  fs::remove(folder.path() / "c.txt");
  CheckSame(Cached(folder), Fresh(folder));
  CHECK(Cached(folder).exit_code == 0);
}

TEST_CASE("cache: settings that change") {
  const Folder folder;
  folder.Write("a.txt", std::string(kFaulty) + "They utilize a van.\n");
  const auto check_same = [&](const std::vector<std::string>& arguments = {}) {
    const Ran expected = Fresh(folder, arguments);
    CheckSame(Cached(folder, arguments), expected);
    CheckSame(Cached(folder, arguments), expected);
  };
  check_same();
  check_same({"--ignore", "unattributed-quote"});
  check_same({"--level", "unattributed-quote=note"});
  folder.Write("bylint.toml", kHouse);
  check_same();
  folder.Write("bylint.toml", std::string(kHouse) +
                                  "\n[[suppress]]\nfiles = [\"a.txt\"]\nrule = \"plain-words\"\n"
                                  "reason = \"a quotation\"\n");
  check_same();
  folder.Write("bylint.toml", std::string(kHouse) +
                                  "\n[[suppress]]\nfiles = [\"a.txt\"]\nrule = \"plain-words\"\n"
                                  "words = \"other\"\nreason = \"a quotation\"\n");
  check_same();
  fs::remove(folder.path() / "bylint.toml");
  folder.Write("names.toml", "[[person]]\nname = \"Anna Berg\"\n");
  check_same();
  folder.Write("names.toml", "[[person]]\nname = \"Anna Bergh\"\n");
  check_same();
}

TEST_CASE("cache: accepted findings and changed lines are looked up in every run") {
  const Folder folder;
  folder.Write("a.txt", kFaulty);
  CHECK(Cached(folder).exit_code == 1);
  REQUIRE(folder.Bylint({"baseline", "create"}).exit_code == 0);
  CHECK(Cached(folder).exit_code == 0);
  CHECK(Cached(folder, {"--no-baseline"}).exit_code == 1);
}

TEST_CASE("cache: a file that cannot be read is an error in a warm run, too") {
  const Folder folder;
  folder.Write("a.txt", "caf\xE9");
  CHECK(Cached(folder).exit_code == 2);
  CHECK(Cached(folder).exit_code == 2);
}

TEST_CASE("cache: one that is broken, cut off or no cache at all changes nothing and is mended") {
  const Folder folder;
  folder.Write("a.txt", kFaulty);
  folder.Write("b.txt", kClean);
  const Ran expected = Fresh(folder);
  REQUIRE(Cached(folder).exit_code == 1);
  const std::string name = fs::relative(TheCache(folder), folder.path()).string();
  const std::string sound = folder.Read(name);
  const auto check_broken = [&](std::string_view bytes) {
    folder.Write(name, bytes);
    CheckSame(Cached(folder), expected);
    CHECK(folder.Read(name) != bytes);
  };
  for (size_t at = 0; at < sound.size(); at += 7) {
    std::string bytes = sound;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x15);
    check_broken(bytes);
  }
  for (const size_t size : {size_t{0}, size_t{9}, sound.size() / 2, sound.size() - 1})
    check_broken(sound.substr(0, size));
  check_broken(sound + "x");
}

TEST_CASE("cache: where none can be kept the run is as without") {
  const Folder folder;
  folder.Write("a.txt", kFaulty);
  SECTION("a file stands where the folder should") { folder.Write(".cache", "x"); }
  SECTION("a folder stands where the cache should") {
    REQUIRE(Cached(folder).exit_code == 1);
    const fs::path cache = TheCache(folder);
    fs::remove(cache);
    fs::create_directories(cache / "x");
  }
  CheckSame(Cached(folder), Fresh(folder));
}

TEST_CASE("cache: runs at the same time") {
  const Folder folder;
  for (int i = 0; i < 40; ++i) folder.Write("a" + std::to_string(i) + ".txt", i % 2 == 0 ? kFaulty : kClean);
  const Ran expected = Fresh(folder, {"--format", "concise"});
  const std::string one = "XDG_CACHE_HOME=$PWD/.cache '" BYLINT_BINARY "' check --cache --format concise";
  const std::string many = "for i in 1 2 3 4 5 6; do " + one + " >.out$i 2>/dev/null & done; wait; cat .out?";
  const Ran ran = folder.Run({"sh", "-c", many});
  CHECK(Count(ran.out, "\n") == 6 * Count(expected.out, "\n"));
  CheckSame(Cached(folder, {"--format", "concise"}), expected);
  CHECK_FALSE(TheCache(folder).empty());
}
