#include "checker/engine/cache/results_cache.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "checker/report/packed_findings.h"

using namespace bylint;

namespace {

namespace fs = std::filesystem;

// A folder that is gone when the test is.
struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "bylint-cache-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() {
    std::error_code error;
    fs::remove_all(path, error);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string path;
};

std::vector<LocatedFinding> SomeFindings() {
  LocatedFinding item;
  item.finding = {
      .rule = "some-rule",
      .group = Group::kHouse,
      .level = Level::kNote,
      .span = {3, 70'000},
      .message = "“a” was seen",
      .labels = {{.span = {1, 2}, .text = "here"}},
      .help = "leave it",
      .fixes = {{.title = "cut", .safety = Safety::kSafe, .edits = {{.span = {4, 5}, .replacement = "x"}}}}};
  item.range = {.start = {.byte = 3, .line = 2, .column = 3, .utf8_column = 4}, .end = {.byte = 9}};
  item.labels = {item.range};
  item.edits = {{item.range}};
  item.excerpts = {
      {.line = 2,
       .excerpt = {
           .offset = 7, .text = "text", .marks = {{.column = 1, .width = 2, .primary = true, .text = "mark"}}}}};
  item.fingerprint = UINT64_MAX;
  return {item, item};
}

std::string_view AnyRule(std::string_view name) { return name == "some-rule" ? "some-rule" : std::string_view(); }

}  // namespace

TEST_CASE("cache: findings come back as they went in") {
  std::string bytes;
  PackFindings(SomeFindings(), bytes);
  PackedReader in(bytes);
  const auto back = UnpackFindings(in, AnyRule);
  REQUIRE(back.has_value());
  CHECK(in.AtEnd());
  std::string again;
  PackFindings(*back, again);
  CHECK(again == bytes);
  CHECK(back->front().finding.fixes[0].edits[0].span == SourceSpan{4, 5});
  CHECK(back->front().excerpts[0].excerpt.marks[0].text == "mark");
  CHECK(back->front().range == SomeFindings().front().range);
}

TEST_CASE("cache: findings cut off anywhere, or of a rule that is no more, are none") {
  std::string bytes;
  PackFindings(SomeFindings(), bytes);
  for (size_t size = 0; size < bytes.size(); ++size) {
    PackedReader in(std::string_view(bytes).substr(0, size));
    CHECK_FALSE(UnpackFindings(in, AnyRule).has_value());
  }
  PackedReader in(bytes);
  CHECK_FALSE(UnpackFindings(in, [](std::string_view) { return std::string_view(); }).has_value());
}

TEST_CASE("cache: holds what was kept in the last run, and nothing else") {
  const Folder folder;
  const auto record = [](std::string_view path, std::string_view result) {
    return ResultsCache::MakeRecord(path, {.settings = 1, .content = 2, .result = result});
  };
  {
    ResultsCache cache(folder.path, 7);
    CHECK(cache.Find("a") == nullptr);
    cache.Keep(record("a", "one"));
    cache.Keep(record("b", "two"));
    cache.Save();
  }
  {
    ResultsCache cache(folder.path, 7);
    REQUIRE(cache.Find("a") != nullptr);
    CHECK(cache.Find("a")->result == "one");
    CHECK(cache.Find("a")->content == 2);
    CHECK(ResultsCache(folder.path, 8).Find("a") == nullptr);
    cache.Keep(cache.Find("b")->record);
    cache.Keep(record("c", "three"));
    cache.Save();
  }
  ResultsCache cache(folder.path, 7);
  CHECK(cache.Find("a") == nullptr);
  CHECK(cache.Find("b")->result == "two");
  CHECK(cache.Find("c")->result == "three");
}

TEST_CASE("cache: a run that is not ended leaves the old one and no other file") {
  const Folder folder;
  {
    ResultsCache cache(folder.path, 7);
    cache.Keep(ResultsCache::MakeRecord("a", {}));
  }
  CHECK(fs::is_empty(folder.path));
}

TEST_CASE("cache: a file that was just written, or is not there, is not known by its state") {
  const Folder folder;
  CHECK_FALSE(StateOf(folder.path + "/none").known());
  CHECK_FALSE(StateOf(folder.path).known());
  CHECK(StateOf("/").known());
}
