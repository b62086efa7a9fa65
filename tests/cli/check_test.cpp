#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

using namespace bylint::test;
using nlohmann::json;

TEST_CASE("check: findings go to standard output and give exit code 1") {
  const Folder folder;
  folder.Write("a.txt", kFaulty);
  const Ran ran = folder.Bylint({"check", "a.txt"});
  CHECK(ran.exit_code == 1);
  CHECK(Contains(ran.out, "a.txt:2:1: error: "));
  CHECK(Contains(ran.out, "[unattributed-quote]\n"));
  CHECK(Contains(ran.out, "    2 | “The road opens in May, the work is done.” Work began last year.\n"));
  CHECK(Contains(ran.out, "      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"));
  CHECK(Contains(ran.err, "1 error in 1 file"));
}

TEST_CASE("check: a clean article is exit code 0 and silence on standard output") {
  const Folder folder;
  folder.Write("a.txt", kClean);
  const Ran ran = folder.Bylint({"check"});
  CHECK(ran.exit_code == 0);
  CHECK(ran.out.empty());
  CHECK(ran.err == "no findings in 1 file\n");
}

TEST_CASE("check: --fail-on decides which findings fail the run") {
  const Folder folder;
  folder.Write("a.txt", kFaulty);
  CHECK(folder.Bylint({"check", "--fail-on", "error"}).exit_code == 1);
  CHECK(folder.Bylint({"check", "--fail-on", "never"}).exit_code == 0);
  CHECK(folder.Bylint({"check", "--level", "unattributed-quote=warning", "--fail-on", "error"}).exit_code == 0);
  CHECK(folder.Bylint({"check", "--level", "attribution=note"}).exit_code == 0);
}

TEST_CASE("check: what cannot be read is exit code 2, and the other files are checked") {
  const Folder folder;
  folder.Write("a.txt", kFaulty);
  folder.Write("latin.txt", "Caf\xE9\n");
  folder.Write("binary.txt", std::string_view("a\0b", 3));
  std::filesystem::create_symlink("nowhere", folder.path() / "broken.txt");
  REQUIRE(mkfifo((folder.path() / "pipe.txt").c_str(), 0600) == 0);
  const Ran ran = folder.Bylint(
      {"check", "missing.txt", "latin.txt", "binary.txt", "broken.txt", "pipe.txt", "/dev/null", "a.txt"});
  CHECK(ran.exit_code == 2);
  CHECK(Contains(ran.err, "error: missing.txt: No such file or directory\n"));
  CHECK(Contains(ran.err, "error: latin.txt: byte 3"));
  CHECK(Contains(ran.err, "--encoding"));
  CHECK(Contains(ran.err, "error: binary.txt: "));
  CHECK(Contains(ran.err, "error: broken.txt: No such file or directory\n"));
  CHECK(Contains(ran.err, "error: pipe.txt: is a named pipe, not a file\n"));
  CHECK(Contains(ran.err, "error: /dev/null: is a device, not a file\n"));
  CHECK(Contains(ran.out, "a.txt:2:1"));
}

TEST_CASE("check: a file over the limit is an error") {
  const Folder folder;
  folder.Write("a.txt", std::string(3000, 'a'));
  const Ran ran = folder.Bylint({"check", "--max-file-size", "2K", "a.txt"});
  CHECK(ran.exit_code == 2);
  CHECK(Contains(ran.err, "larger than max-file-size"));
}

TEST_CASE("check: folders are walked for articles, hidden and ignored ones left out") {
  const Folder folder;
  folder.Write("b/c.md", kFaulty);
  folder.Write("b/code.py", kFaulty);
  folder.Write(".hidden/d.txt", kFaulty);
  folder.Write("drafts/e.txt", kFaulty);
  folder.Write("binary.txt", std::string_view("a\0b", 3));
  SECTION("outside a repository") {
    const Ran ran = folder.Bylint({"check", "--format", "concise"});
    CHECK(Count(ran.out, "\n") == 2);
    CHECK(ran.exit_code == 1);
  }
  SECTION("inside one, .gitignore is respected") {
    folder.Write(".gitignore", "drafts/\n");
    REQUIRE(folder.Git({"init", "-q"}).exit_code == 0);
    const Ran ran = folder.Bylint({"check", "--format", "concise"});
    CHECK(Count(ran.out, "\n") == 1);
    CHECK(ran.out.starts_with("b/c.md:"));
    CHECK(Contains(folder.Bylint({"check", "--format", "concise", "drafts/e.txt"}).out, "drafts/e.txt:2"));
  }
}

TEST_CASE("check: a folder that cannot be read is exit code 2, in a repository too") {
  const Folder folder;
  folder.Write("news/a.txt", kClean);
  folder.Write("closed/b.txt", kFaulty);
  const bool repository = GENERATE(false, true);
  if (repository) REQUIRE(folder.Git({"init", "-q"}).exit_code == 0);
  const Ran ran = folder.BylintWithoutRights({"check"}, "closed");
  INFO(ran.out << ran.err);
  CHECK(ran.exit_code == 2);
  CHECK(Contains(ran.err, "error: closed: Permission denied\n"));
  CHECK_FALSE(Contains(ran.err, ".gitignore"));
  CHECK(Contains(ran.err, "no findings in 1 file"));
}

TEST_CASE("check: no file at all is said") {
  const Folder folder;
  const Ran ran = folder.Bylint({"check"});
  CHECK(ran.exit_code == 0);
  CHECK(ran.err == "warning: no files to check\n");
}

TEST_CASE("check: standard input takes its name and its reader from --stdin-filename") {
  const Folder folder;
  const Ran ran =
      folder.Bylint({"check", "-", "--stdin-filename", "news/story.md", "--format", "concise"},
                    "# Title\n\n`“code”`\n\n“The road opens in May, the work is done.” Work began last year.\n");
  CHECK(ran.exit_code == 1);
  CHECK(ran.out.starts_with("news/story.md:5:1: "));
  CHECK(Count(ran.out, "\n") == 1);
}

TEST_CASE("check: output is the same for any number of threads") {
  const Folder folder;
  for (int i = 0; i < 60; ++i) folder.Write("story" + std::to_string(i) + ".txt", i % 3 == 0 ? kClean : kFaulty);
  const Ran one = folder.Bylint({"check", "--jobs", "1"});
  const Ran eight = folder.Bylint({"check", "--jobs", "8"});
  CHECK(one.out == eight.out);
  CHECK(one.exit_code == eight.exit_code);
  CHECK(Contains(one.err, "40 errors in 40 of 60 files"));
}

TEST_CASE("check: JSON has the promised fields, positions as stored") {
  const Folder folder;
  folder.Write("a.txt", std::string("\xEF\xBB\xBF") + std::string(kFaulty));
  const json report = json::parse(folder.Bylint({"check", "--format", "json", "a.txt"}).out);
  REQUIRE(report["version"] == 1);
  REQUIRE(report["findings"].size() == 1);
  const json& finding = report["findings"][0];
  CHECK(finding["file"] == "a.txt");
  CHECK(finding["rule"] == "unattributed-quote");
  CHECK(finding["group"] == "attribution");
  CHECK(finding["level"] == "error");
  CHECK(finding["range"]["start"] == json({{"byte", 3 + 27}, {"line", 2}, {"column", 1}}));
  CHECK(finding["range"]["end"]["column"] == 43);
  CHECK(finding["labels"].is_array());
  CHECK(finding["fixes"].is_array());
}

TEST_CASE("check: a control character reaches no output") {
  const Folder folder;
  const std::string name = "a\x1b[31m\n\xE2\x80\xAE.txt";
  folder.Write(name, "“The road \x1b[2J\xC2\x9B opens in May, the work is done.” Work began last year.\n");
  for (const std::string format :
       {"text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "checkstyle", "junit", "rdjson"}) {
    const Ran ran = folder.Bylint({"check", "--format", format, "--color", "never"});
    INFO(format);
    CHECK(ran.exit_code == 1);
    for (const char* bad : {"\x1b", "\xC2\x9B", "\xE2\x80\xAE"}) {
      CHECK_FALSE(Contains(ran.out, bad));
      CHECK_FALSE(Contains(ran.err, bad));
    }
  }
}

TEST_CASE("check: colours only when asked for or on a terminal") {
  const Folder folder;
  folder.Write("a.txt", kFaulty);
  CHECK_FALSE(Contains(folder.Bylint({"check"}).out, "\x1b["));
  CHECK(Contains(folder.Bylint({"check", "--color", "always"}).out, "\x1b[1;31merror:"));
}

TEST_CASE("check: --output writes the report to a file and keeps the exit code") {
  const Folder folder;
  folder.Write("a.txt", kFaulty);
  const Ran ran = folder.Bylint({"check", "--output", "report.json", "--format", "json", "a.txt"});
  CHECK(ran.exit_code == 1);
  CHECK(ran.out.empty());
  CHECK(json::parse(folder.Read("report.json"))["findings"].size() == 1);
  const Ran bad = folder.Bylint({"check", "--output", "no/such/folder/report.json", "a.txt"});
  CHECK(bad.exit_code == 2);
}

TEST_CASE("check: a full disk is exit code 2, and said") {
  const Folder folder;
  folder.Write("a.txt", kFaulty);
  const Ran ran = folder.Bylint({"check", "--output", "/dev/full", "a.txt"});
  CHECK(ran.exit_code == 2);
  CHECK(Contains(ran.err, "No space left on device"));
}

TEST_CASE("check: wrong usage is exit code 2, with the nearest word") {
  const Folder folder;
  folder.Write("a.txt", kClean);
  CHECK(folder.Bylint({"check", "--format", "jsn"}).exit_code == 2);
  CHECK(folder.Bylint({"chek"}).exit_code == 2);
  const Ran unknown = folder.Bylint({"check", "--select", "unatributed-quote"});
  CHECK(unknown.exit_code == 2);
  CHECK(Contains(unknown.err, "did you mean `unattributed-quote`?"));
  CHECK(folder.Bylint({"explain", "no-such-rule"}).exit_code == 2);
  CHECK(folder.Bylint({"explain", "unbalanced-quote"}).exit_code == 0);
}

TEST_CASE("quotes: JSON lists verdict, speaker and cue") {
  const Folder folder;
  folder.Write("a.txt", kClean);
  const json report = json::parse(folder.Bylint({"quotes", "--format", "json", "a.txt"}).out);
  REQUIRE(report["documents"].size() == 1);
  const json& quote = report["documents"][0]["quotes"][0];
  CHECK(quote["verdict"] == "attributed");
  CHECK(quote["speaker"]["text"] == "Anna Berg");
  CHECK(quote["cue"]["text"] == "said");
  CHECK(quote["credit"].is_null());
  CHECK(quote["range"]["start"]["line"] == 2);
}
