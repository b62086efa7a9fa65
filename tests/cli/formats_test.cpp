// Each machine format is read by something that others wrote. What is not installed is skipped, and said.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

using namespace bylint::test;
using nlohmann::json;

namespace {

const std::string kName = "a name, with: marks.txt";

void WriteArticles(const Folder& folder) {
  folder.Write(
      kName,
      "Café “one & <two>”.\nThe drums spoke. “The road opens in May, the work is done.” Work began last year.\n");
  folder.Write("clean.txt", kClean);
  folder.Write(
      "bylint.toml",
      "[[house]]\nname = \"plain-words\"\nwords = [\"spoke\"]\nmessage = \"`$0` is <not> \\\"plain\\\" & good\"\n"
      "replacement = \"said\"\nlevel = \"note\"\n");
}

// What tests/cli/validators/install fetched.
std::string Validator(const std::string& name) {
  const char* folder = std::getenv("BYLINT_VALIDATORS");
  return std::string(folder == nullptr ? BYLINT_VALIDATORS : folder) + "/" + name;
}

bool HasValidator(const std::string& name) {
  const bool has = std::filesystem::exists(Validator(name));
  if (!has) WARN("skipped: no " << name << "; run tests/cli/validators/install");
  return has;
}

// Whether the report holds to a schema.
void CheckSchema(const Folder& folder, const std::string& draft, const std::string& schema, const std::string& report) {
  const Ran ran = folder.Run({"node", BYLINT_TEST_FOLDER "/validators/validate.js", Validator("node_modules"), draft,
                              Validator(schema), report});
  INFO(ran.out << ran.err);
  CHECK(ran.exit_code == 0);
}

bool Has(const Folder& folder, const std::string& program) {
  const bool has = folder.Run({program, "--version"}).exit_code == 0;
  if (!has) WARN("skipped: no " << program);
  return has;
}

}  // namespace

TEST_CASE("formats: Vim's quickfix list reads concise") {
  const Folder folder;
  if (!Has(folder, "vim")) return;
  WriteArticles(folder);
  // The name holds a colon, which Vim's pattern of a name stops at: a name without one.
  folder.Write("b.txt", folder.Read(kName));
  folder.Write("errors", folder.Bylint({"check", "--format", "concise", "b.txt"}).out);
  folder.Run({"vim", "-es", "-u", "NONE", "-i", "NONE", "-c", "set errorformat=%f:%l:%c:\\ %t%*[^:]:\\ %m", "-c",
              "cgetfile errors", "-c",
              "call writefile([json_encode(map(getqflist(), {_, v -> [bufname(v.bufnr), v.lnum, v.col, v.type]}))], "
              "'list.json')",
              "-c", "qa!"});
  const json list = json::parse(folder.Read("list.json"), nullptr, false);
  REQUIRE(list.is_array());
  REQUIRE(list.size() == 2);
  CHECK(list[0] == json({"b.txt", 2, 11, "n"}));
  CHECK(list[1] == json({"b.txt", 2, 18, "e"}));
}

TEST_CASE("formats: Emacs' compilation mode reads text and concise") {
  const Folder folder;
  if (!Has(folder, "emacs")) return;
  WriteArticles(folder);
  folder.Write("b.txt", folder.Read(kName));
  for (const std::string format : {"text", "concise"}) {
    folder.Write("errors", folder.Bylint({"check", "--format", format, "--select", "unattributed-quote", "b.txt"}).out);
    const Ran ran = folder.Run(
        {"emacs", "--batch", "-Q", "--eval",
         "(progn (require 'compile) (find-file \"errors\") (compilation-mode) (compilation--ensure-parse (point-max))"
         " (let* ((m (get-text-property (point-min) 'compilation-message)) (loc (compilation--message->loc m)))"
         " (princ (format \"%s %s %s\" (caar (compilation--loc->file-struct loc)) (compilation--loc->line loc)"
         " (compilation--message->type m)))))"});
    INFO(ran.err);
    CHECK(Contains(ran.out, "b.txt 2 2"));
  }
}

TEST_CASE("formats: SARIF holds to its schema, and to Microsoft's multitool") {
  if (!HasValidator("sarif.schema.json")) return;
  const Folder folder;
  WriteArticles(folder);
  folder.Bylint({"check", "--format", "sarif", "--output", "report.sarif", ".", "missing.txt"});
  CheckSchema(folder, "2020-12", "sarif.schema.json", "report.sarif");
  const Ran tool = folder.Run({"env", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1",
                               Validator("node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"), "validate",
                               "report.sarif", "--rule-kind", "Sarif", "--level", "Error", "--kind", "Fail", "--output",
                               "judged.sarif", "--log", "ForceOverwrite"});
  const json judged = json::parse(folder.Read("judged.sarif"), nullptr, false);
  INFO(tool.out << tool.err);
  REQUIRE(judged.is_object());
  CHECK(judged["runs"][0]["results"].empty());
}

TEST_CASE("formats: junitparser reads JUnit") {
  if (!HasValidator("python/bin/python")) return;
  const Folder folder;
  WriteArticles(folder);
  folder.Bylint({"check", "--format", "junit", "--output", "report.xml"});
  const Ran ran = folder.Run({Validator("python/bin/python"), "-c",
                              "import junitparser as j\nx = j.JUnitXml.fromfile('report.xml')\n"
                              "print(sorted((s.name, s.tests, s.failures) for s in x))"});
  INFO(ran.err);
  CHECK(Contains(ran.out, "[('a name, with: marks.txt', 2, 1), ('clean.txt', 1, 0)]"));
}

TEST_CASE("formats: reviewdog reads rdjson, Checkstyle and SARIF") {
  if (!HasValidator("read_report")) return;
  const Folder folder;
  WriteArticles(folder);
  const auto read = [&](const std::string& format) {
    const Ran ran = folder.Run({Validator("read_report"), format}, folder.Bylint({"check", "--format", format}).out);
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    return ran.out;
  };
  // rdjson counts bytes, SARIF characters; Checkstyle has no end. The note's fix is a suggestion.
  CHECK(read("rdjson") ==
        kName + "|2:11|2:16|INFO|plain-words|said\n" + kName + "|2:18|2:64|ERROR|unattributed-quote\n");
  CHECK(read("checkstyle") ==
        kName + "|2:11|0:0|INFO|bylint.plain-words\n" + kName + "|2:18|0:0|ERROR|bylint.unattributed-quote\n");
  CHECK(Contains(read("sarif"), kName + "|2:18|2:60|ERROR|unattributed-quote\n"));
}

TEST_CASE("formats: rdjson holds to reviewdog's schema") {
  if (!HasValidator("rdjson.schema.json") || !HasValidator("node_modules")) return;
  const Folder folder;
  WriteArticles(folder);
  folder.Bylint({"check", "--format", "rdjson", "--output", "report.json"});
  CheckSchema(folder, "draft-04", "rdjson.schema.json", "report.json");
}

TEST_CASE("formats: gitlab holds to the types of Code Climate's issues") {
  if (!HasValidator("node_modules/codeclimate-types")) return;
  const Folder folder;
  WriteArticles(folder);
  folder.Write("report.ts", "import type {Issue} from 'codeclimate-types';\nexport const report: Issue[] = " +
                                folder.Bylint({"check", "--format", "gitlab"}).out + ";\n");
  std::filesystem::create_directory_symlink(Validator("node_modules"), folder.path() / "node_modules");
  const Ran ran = folder.Run({"node", "node_modules/typescript/bin/tsc", "--noEmit", "--strict", "report.ts"});
  INFO(ran.out << ran.err);
  CHECK(ran.exit_code == 0);
}

TEST_CASE("formats: the JSON ones hold what their readers need") {
  const Folder folder;
  WriteArticles(folder);
  const json gitlab = json::parse(folder.Bylint({"check", "--format", "gitlab"}).out);
  REQUIRE(gitlab.size() == 2);
  for (const json& issue : gitlab) {
    CHECK(issue["fingerprint"].get<std::string>().size() == 32);
    CHECK(issue["location"]["lines"]["begin"] == 2);
  }
  CHECK(gitlab[0]["fingerprint"] != gitlab[1]["fingerprint"]);
  CHECK(gitlab[1]["severity"] == "major");

  const json rd = json::parse(folder.Bylint({"check", "--format", "rdjson"}).out);
  REQUIRE(rd["diagnostics"].size() == 2);
  CHECK(rd["diagnostics"][0]["suggestions"][0]["text"] == "said");
  CHECK(rd["diagnostics"][1]["location"]["range"]["start"] == json({{"line", 2}, {"column", 18}}));
  CHECK(rd["diagnostics"][1]["location"]["range"]["end"]["column"] == 18 + 46);
  CHECK(rd["diagnostics"][1]["severity"] == "ERROR");

  const std::string lines = folder.Bylint({"check", "--format", "jsonl"}).out;
  CHECK(Count(lines, "\n") == 2);
  CHECK(json::parse(lines.substr(0, lines.find('\n')))["version"] == 1);
}

TEST_CASE("formats: GitHub's limits are kept, and the rest is in the log") {
  const Folder folder;
  std::string text;
  for (int i = 0; i < 25; ++i) text += "They utilize van " + std::to_string(i) + ".\n";
  folder.Write("bylint.toml", std::string(kHouse) + "level = \"error\"\n");
  folder.Write("a, b.txt", text);
  const std::string out = folder.Bylint({"check", "--format", "github"}).out;
  CHECK(Count(out, "::error file=a%2C b.txt,line=") == 10);
  CHECK(Count(out, "\na, b.txt:") == 15);
  CHECK(Contains(out, "::notice title=bylint::25 errors in 1 file; 15 of them stand only in the log"));
}
