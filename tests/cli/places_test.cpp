// Folders as they are found: links, odd names, very many files, files that change while they are read.
#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>

#include "tests/cli/program.h"

using namespace bylint::test;
using nlohmann::json;

TEST_CASE("places: links that go round in a circle end, and no file is read twice") {
  const Folder folder;
  folder.Write("a/b/story.txt", kFaulty);
  std::filesystem::create_directory_symlink("../..", folder.path() / "a/b/up");
  std::filesystem::create_symlink("self.txt", folder.path() / "self.txt");
  const Ran ran = folder.Bylint({"check", "--format", "concise"});
  INFO(ran.out << ran.err);
  CHECK(Count(ran.out, "unattributed-quote") == 1);
  CHECK(Contains(ran.err, "self.txt"));
}

TEST_CASE("places: names that are not UTF-8 are read, and every format stays valid") {
  const Folder folder;
  folder.Write("caf\xE9\xFF.txt", kFaulty);
  CHECK(Contains(folder.Bylint({"check", "--format", "concise"}).out, ":2:1: "));
  for (const std::string format : {"json", "jsonl", "sarif", "gitlab", "rdjson"}) {
    const Ran ran = folder.Bylint({"check", "--format", format});
    INFO(format << "\n" << ran.out);
    CHECK(ran.exit_code == 1);
    CHECK_NOTHROW(json::parse(ran.out));
  }
}

TEST_CASE("places: a folder of a hundred thousand files is walked") {
  constexpr int kFiles = 100'000;
  const Folder folder;
  std::filesystem::create_directory(folder.path() / "many");
  for (int i = 0; i < kFiles; ++i) {
    std::ofstream(folder.path() / "many" / (std::to_string(i) + ".txt")) << (i == kFiles / 2 ? kFaulty : kClean);
  }
  const Ran ran = folder.Bylint({"check", "--format", "text", "many"});
  CHECK(ran.exit_code == 1);
  CHECK(Contains(ran.err, "1 error in 1 of 100000 files"));
}

TEST_CASE("places: a file that is rewritten and removed while it is read is read whole, or said to be gone") {
  const Folder folder;
  const std::filesystem::path path = folder.path() / "moving.txt";
  std::atomic<bool> done = false;
  std::thread writer([&] {
    for (unsigned i = 0; !done; ++i) {
      std::ofstream(path) << std::string(i % 7 * 5000, 'x') << kFaulty;
      if (i % 3 == 0) std::filesystem::remove(path);
    }
  });
  for (int i = 0; i < 40; ++i) {
    const Ran ran = folder.Bylint({"check", "moving.txt"});
    INFO(ran.out << ran.err);
    CHECK(ran.exit_code <= 2);
    CHECK((ran.exit_code == 2) == Contains(ran.err, "error: moving.txt: "));
  }
  done = true;
  writer.join();
}
