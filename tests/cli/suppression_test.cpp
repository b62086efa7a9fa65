#include <catch2/catch.hpp>

#include "tests/cli/program.h"

using namespace bylint::test;

namespace {

constexpr std::string_view kQuote = "“The road opens in May, the work is done.” Work began last year.";

Ran CheckText(const Folder& folder, const std::string& text, const std::string& name = "a.md") {
  folder.Write(name, text);
  return folder.Bylint({"check", "--format", "concise", name});
}

std::string Quote() { return std::string(kQuote); }

}  // namespace

TEST_CASE("suppression: for a line, the next block, a region, the file") {
  const Folder folder;
  const auto clean = [&](const std::string& text) {
    const Ran ran = CheckText(folder, text);
    INFO(text << "\n" << ran.out << ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(ran.out.empty());
    CHECK(Contains(ran.err, "1 suppressed"));
  };
  clean(Quote() + " <!-- bylint: ignore-line unattributed-quote -- a poem -->\n");
  clean("<!-- bylint: ignore-next unattributed-quote -->\n\n\n" + Quote() + "\n");
  clean("<!-- bylint: ignore-start attribution -->\n\n" + Quote() + "\n\n<!-- bylint: ignore-end attribution -->\n");
  clean(Quote() + "\n\n<!-- bylint: ignore-file all -->\n");
  clean("---\ntitle: A road\nbylint: {ignore: [unattributed-quote]}\n---\n\n" + Quote() + "\n");
  clean("---\nbylint:\n  ignore:\n    - unattributed-quote  # a poem\ntitle: A road\n---\n\n" + Quote() + "\n");
  clean("+++\ntitle = \"A road\"\n[bylint]\nignore = [\"unattributed-quote\"]\n+++\n\n" + Quote() + "\n");
}

TEST_CASE("suppression: reaches no farther than it says") {
  const Folder folder;
  folder.Write("bylint.toml", kHouse);
  const Ran ran =
      CheckText(folder, "<!-- bylint: ignore-next house -->\n\nThey utilize a van.\n\nThey utilize a bike.\n");
  CHECK(Count(ran.out, "\n") == 1);
  CHECK(ran.out.starts_with("a.md:5:6: "));
}

TEST_CASE("suppression: one that hides nothing is a warning at its place") {
  const Folder folder;
  const Ran ran =
      CheckText(folder, "The road opens.\n\n<!-- bylint: ignore-next unattributed-quote -->\n\nThe work is done.\n");
  CHECK(ran.exit_code == 1);
  CHECK(Contains(ran.out, "a.md:3:1: warning: nothing to suppress: `unattributed-quote`"));
  CHECK(Contains(ran.out, "[unused-suppression]"));
  // A rule that does not run may well have something to say in another run.
  CHECK(folder.Bylint({"check", "--select", "unbalanced-quote", "a.md"}).exit_code == 0);
  CHECK(folder.Bylint({"check", "--ignore", "unused-suppression", "a.md"}).exit_code == 0);
}

TEST_CASE("suppression: one that cannot be understood is a warning with the nearest word") {
  const Folder folder;
  CHECK(Contains(CheckText(folder, "<!-- bylint: ignore-next unatributed-quote -->\n\nText.\n").out,
                 "unknown rule `unatributed-quote`; did you mean `unattributed-quote`?"));
  CHECK(Contains(CheckText(folder, "<!-- bylint: ignore-nxt all -->\n\nText.\n").out, "did you mean `ignore-next`?"));
  CHECK(Contains(CheckText(folder, "<!-- bylint: ignore-line -->\n\nText.\n").out, "names no rule"));
  CHECK(Contains(CheckText(folder, "Text.\n\n<!-- bylint: ignore-start all -->\n").out, "never ended"));
  CHECK(Contains(CheckText(folder, "Text.\n\n<!-- bylint: ignore-end all -->\n").out, "no region is open"));
}

TEST_CASE("suppression: a comment shown as code is none") {
  const Folder folder;
  CHECK(CheckText(folder, "Text.\n\n```\n<!-- bylint: ignore-next nonsense -->\n```\n").exit_code == 0);
}

TEST_CASE("suppression: in the configuration, for formats without comments") {
  const Folder folder;
  folder.Write("bylint.toml",
               "[[suppress]]\nfiles = [\"*.txt\"]\nrule = \"unattributed-quote\"\nwords = \"the road opens\"\nreason = "
               "\"a poem\"\n"
               "[[suppress]]\nrule = \"unattributed-quote\"\nwords = \"no such words\"\n");
  const Ran ran = CheckText(folder, Quote() + "\n", "a.txt");
  CHECK(Count(ran.out, "\n") == 1);
  CHECK(Contains(ran.out, "bylint.toml:6:1: warning: nothing to suppress"));
}

TEST_CASE("suppression: --add-ignores writes them, and the next run is clean") {
  const Folder folder;
  folder.Write("a.md", Quote() + "  \n\nText.\r\n");
  folder.Write("b.txt", Quote() + "\n");
  CHECK(folder.Bylint({"check", "--add-ignores"}).exit_code == 0);
  CHECK(folder.Read("a.md") == Quote() + " <!-- bylint: ignore-line unattributed-quote -->  \n\nText.\r\n");
  CHECK(folder.Read("b.txt") == Quote() + "\n");
  CHECK(Contains(folder.Read("bylint.toml"), "files = [\"/b.txt\"]"));
  const Ran ran = folder.Bylint({"check"});
  INFO(ran.out << ran.err);
  CHECK(ran.exit_code == 0);
}
