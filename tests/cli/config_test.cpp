#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

using namespace bylint::test;

TEST_CASE("config: the closest bylint.toml above the article wins") {
  const Folder folder;
  folder.Write("bylint.toml", "ignore = [\"unattributed-quote\"]\n");
  folder.Write("a.txt", kFaulty);
  folder.Write("sub/bylint.toml", "[levels]\nunattributed-quote = \"note\"\n");
  folder.Write("sub/b.txt", kFaulty);
  const Ran ran = folder.Bylint({"check", "--format", "concise"});
  CHECK(ran.exit_code == 0);
  CHECK(Count(ran.out, "\n") == 1);
  CHECK(ran.out.starts_with("sub/b.txt:2:1: note: "));
  CHECK(folder.Bylint({"check", "--isolated"}).exit_code == 1);
}

TEST_CASE("config: extend is explicit, and nothing else is merged") {
  const Folder folder;
  folder.Write("house.toml", "ignore = [\"unattributed-quote\"]\n");
  folder.Write("bylint.toml", "extend = \"house.toml\"\n");
  folder.Write("a.txt", kFaulty);
  CHECK(folder.Bylint({"check"}).exit_code == 0);
  folder.Write("house.toml", "extend = \"bylint.toml\"\n");
  const Ran circle = folder.Bylint({"check"});
  CHECK(circle.exit_code == 2);
  CHECK(Contains(circle.err, "circle"));
}

TEST_CASE("config: sections for paths, and files left out") {
  const Folder folder;
  folder.Write("bylint.toml",
               "exclude = [\"drafts/\"]\n[[paths]]\nfiles = [\"opinion/**\"]\nignore = [\"unattributed-quote\"]\n");
  folder.Write("opinion/a.txt", kFaulty);
  folder.Write("drafts/b.txt", kFaulty);
  folder.Write("news/c.txt", kFaulty);
  const Ran ran = folder.Bylint({"check", "--format", "concise"});
  CHECK(Count(ran.out, "\n") == 1);
  CHECK(ran.out.starts_with("news/c.txt"));
  CHECK(folder.Bylint({"check", "drafts/b.txt"}).exit_code == 1);
  CHECK(folder.Bylint({"check", "--force-exclude", "drafts/b.txt"}).exit_code == 0);
}

TEST_CASE("config: mistakes are errors at their line, with the nearest word") {
  const Folder folder;
  folder.Write("a.txt", kFaulty);
  const auto error = [&](std::string_view text) {
    folder.Write("bylint.toml", text);
    const Ran ran = folder.Bylint({"check"});
    CHECK(ran.exit_code == 2);
    CHECK(ran.out.empty());
    return ran.err;
  };
  CHECK(Contains(error("# x\nignroe = []\n"), "bylint.toml:2:1: error: unknown key `ignroe`; did you mean `ignore`?"));
  CHECK(Contains(error("ignore = [\"default\",\n  \"unbalanced-qoute\"]\n"),
                 "bylint.toml:2:3: error: unknown rule `unbalanced-qoute`; did you mean `unbalanced-quote`?"));
  CHECK(Contains(error("ignore = \"all\"\n"), "bylint.toml:1:10: error: `ignore` must be a list of strings"));
  CHECK(Contains(error("[levels]\nvague-sourc = \"note\"\n"), "bylint.toml:2:1: error: unknown rule"));
  CHECK(Contains(error("[levels]\nunbalanced-quote = \"warn\"\n"), "bylint.toml:2:20: error: `warn` is none of"));
  CHECK(Contains(error("[rules.quote-punctuation]\nstile = \"us\"\n"),
                 "bylint.toml:2:1: error: `quote-punctuation` has no option `stile`; did you mean `style`?"));
  CHECK(Contains(error("[rules.quote-punctuation]\nstyle = \"usa\"\n"),
                 "bylint.toml:2:9: error: `usa` is none of us, uk; did you mean `us`?"));
  CHECK(
      Contains(error("[rules.quote-punctuation]\nstyle = true\n"), "bylint.toml:2:9: error: `true` is none of us, uk"));
  CHECK(Contains(error("[[paths]]\nfiles = [\"*\"]\nrules.vague-source.words = 3\n"),
                 "bylint.toml:3:20: error: `vague-source` has no option `words`"));
  CHECK(Contains(error("[rules.quotation]\nstyle = \"us\"\n"),
                 "bylint.toml:2:1: error: `quotation` has no option `style`"));
  CHECK(Contains(error("quote-style = \"us\"\nquote-style = \"uk\"\n"), "bylint.toml:2:"));
  CHECK(Contains(error("[[house]]\nname = \"x\"\nmessage = \"m\"\npattern = '('\n"), "bad pattern"));
}

TEST_CASE("config: brackets that open nothing are an error at their place") {
  const Folder folder;
  folder.Write("bylint.toml", GENERATE(as<std::string>(), "[[[", std::string("[\0house]]", 9)));
  folder.Write("a.txt", kClean);
  const Ran ran = folder.Bylint({"check", "a.txt"});
  CHECK(ran.exit_code == 2);
  CHECK(Contains(ran.err, "bylint.toml:1:"));
}

TEST_CASE("config: a letter where a key should begin is an error at its place") {
  const Folder folder;
  folder.Write("bylint.toml", GENERATE("é = 1\n", "Ƈ", "select\u00a0= 1\n", "\u1e00"));
  folder.Write("a.txt", kClean);
  const Ran ran = folder.Bylint({"check", "a.txt"});
  CHECK(ran.exit_code == 2);
  CHECK(Contains(ran.err, "bylint.toml:1:"));
}

TEST_CASE("config: `bylint config` tells each value and where it comes from") {
  const Folder folder;
  folder.Write("bylint.toml", "quote-style = \"uk\"\n");
  const Ran ran = folder.Bylint({"config", "a.txt", "--language", "en"});
  CHECK(ran.exit_code == 0);
  CHECK(Contains(ran.out, "quote-style = \"uk\""));
  CHECK(Contains(ran.out, "# bylint.toml:1:15"));
  CHECK(Contains(ran.out, "# --language"));
  CHECK(Contains(ran.out, "# default"));
}

TEST_CASE("config: --config sets a key, with TOML or a bare word") {
  const Folder folder;
  folder.Write("a.txt", kFaulty);
  CHECK(folder.Bylint({"check", "--config", "ignore=[\"attribution\"]"}).exit_code == 0);
  CHECK(folder.Bylint({"check", "--config", "levels.unattributed-quote=note"}).exit_code == 0);
  CHECK(folder.Bylint({"check", "--config", "ignroe=[]"}).exit_code == 2);
}

TEST_CASE("config: `bylint init` writes a file that changes nothing and whose keys all hold") {
  const Folder folder;
  CHECK(folder.Bylint({"init"}).exit_code == 0);
  CHECK(folder.Bylint({"init"}).exit_code == 2);
  CHECK(folder.Bylint({"config"}).exit_code == 0);
  std::string text = folder.Read("bylint.toml");
  // Every key that is commented out, set. `extend` and the like name files that are not there.
  std::string set;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = text.find('\n', begin);
    std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    const bool key = line.starts_with('#') && !line.starts_with("# ");
    const bool names_a_file = line.starts_with("#extend") || line.starts_with("#baseline") ||
                              line.starts_with("#names") || line.starts_with("#archive");
    if (!key || names_a_file || line.starts_with("#pattern")) continue;
    set += line.substr(1) + "\n";
  }
  folder.Write("bylint.toml", set);
  const Ran ran = folder.Bylint({"config"});
  INFO(set << ran.err);
  CHECK(ran.exit_code == 0);
}

TEST_CASE("config: the schema knows every key") {
  const Folder folder;
  const auto schema = nlohmann::json::parse(folder.Bylint({"config", "--schema"}).out);
  for (const char* key : {"extend", "select", "ignore", "exclude", "language", "quote-style", "levels", "rules",
                          "readers", "paths", "house", "suppress", "max-file-size", "baseline"}) {
    CHECK(schema["properties"].contains(key));
  }
}

TEST_CASE("house rules: words, patterns, scopes and their own examples") {
  const Folder folder;
  folder.Write("bylint.toml", R"(
[[house]]
name = "plain-words"
words = ["utilize", "in order to"]
message = "`$0` is not plain"
replacement = "use"
bad = ["They utilize a van."]
good = ["They use a van.", "“We utilize vans,” said Anna Berg."]

[[house]]
name = "year-old"
pattern = '\b\d+ year old\b'
message = "write the hyphens"
level = "error"
scope = "anywhere"
)");
  folder.Write("a.txt",
               "They Utilize a 3 year old van.\n“We utilize it in order to drive,” said Anna Berg, the mayor.\n");
  const Ran ran = folder.Bylint({"check", "--format", "concise", "--select", "house"});
  CHECK(ran.exit_code == 1);
  CHECK(Contains(ran.out, "a.txt:1:6: warning: `Utilize` is not plain [plain-words]\n"));
  CHECK(Contains(ran.out, "a.txt:1:16: error: write the hyphens [year-old]\n"));
  CHECK(Count(ran.out, "\n") == 2);
  CHECK(folder.Bylint({"config", "--test"}).exit_code == 0);
  CHECK(folder.Bylint({"check", "--ignore", "plain-words,year-old"}).exit_code == 0);
}

TEST_CASE("house rules: an example that does not hold fails the test of the configuration") {
  const Folder folder;
  folder.Write("bylint.toml", "[[house]]\nname = \"x\"\nwords = [\"very\"]\nmessage = \"m\"\nbad = [\"all good\"]\n");
  const Ran ran = folder.Bylint({"config", "--test"});
  CHECK(ran.exit_code == 1);
  CHECK(Contains(ran.err, "bylint.toml:1:1: error: house rule `x`: not reported: all good"));
}

TEST_CASE("reference: docs/reference.md is what the program says of itself") {
  const Folder folder;
  const Ran ran = folder.Bylint({"reference"});
  std::ifstream in(BYLINT_TEST_FOLDER "/../../docs/reference.md", std::ios::binary);
  const std::string page(std::istreambuf_iterator<char>(in), {});
  INFO("stale: run `bylint reference > docs/reference.md`");
  CHECK(page == ran.out);
}

TEST_CASE("completions and man page: made from the same tables") {
  const Folder folder;
  folder.Write("bylint.bash", folder.Bylint({"completions", "bash"}).out);
  const Ran ran = folder.Run(
      {"bash", "-c",
       "source ./bylint.bash; COMP_WORDS=(bylint check --format sa); COMP_CWORD=3; _bylint; "
       "echo ${COMPREPLY[@]}; COMP_WORDS=(bylint check --sta); COMP_CWORD=2; _bylint; echo ${COMPREPLY[@]}"});
  CHECK(ran.out == "sarif\n--staged --statistics\n");
  CHECK(Contains(folder.Bylint({"completions", "zsh"}).out, "#compdef bylint"));
  CHECK(Contains(folder.Bylint({"completions", "fish"}).out, "-l format -x -a 'text concise"));
  CHECK(folder.Bylint({"completions", "tcsh"}).exit_code == 2);
  CHECK(Contains(folder.Bylint({"man"}).out, ".TH BYLINT 1"));
}
