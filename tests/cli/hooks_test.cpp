// The hooks, run by pre-commit itself in a repository made here. Skipped, and said, where it is not installed.
#include <catch2/catch.hpp>

#include "tests/cli/program.h"

using namespace bylint::test;

namespace {

const std::string kOddName = "a “name” with\na new line, é.md";

// The project's hooks in a repository of their own, and an editorial one that uses them.
class Desk {
 public:
  Desk() {
    hooks_.Write(".pre-commit-hooks.yaml", hooks_.Read(BYLINT_TEST_FOLDER "/../../.pre-commit-hooks.yaml"));
    Commit(hooks_);
    REQUIRE(hooks_.Git({"tag", "v1.0.0"}).exit_code == 0);
    REQUIRE(news.Git({"init", "-q"}).exit_code == 0);
  }

  static bool HasPreCommit() {
    const bool has = Folder().Run({"pre-commit", "--version"}).exit_code == 0;
    if (!has) WARN("skipped: no pre-commit");
    return has;
  }

  void Use() const {
    news.Write(".pre-commit-config.yaml",
               "repos:\n- repo: " + hooks_.path().string() + "\n  rev: v1.0.0\n  hooks: [{id: bylint}]\n");
  }

  Ran TryAll() const { return PreCommit({"try-repo", hooks_.path().string(), "bylint", "--all-files"}); }
  Ran RunStaged() const { return PreCommit({"run"}); }

  Ran PreCommit(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "pre-commit");
    return WithBylint(std::move(arguments));
  }

  // With bylint in PATH, and no more of the user's than git and pre-commit need.
  Ran WithBylint(const std::vector<std::string>& arguments) const {
    const std::string program_folder = std::filesystem::path(BYLINT_BINARY).parent_path();
    std::vector<std::string> command = {"sh",
                                        "-c",
                                        R"(PATH="$1:$PATH"; export PATH; shift; exec env "$@")",
                                        "sh",
                                        program_folder,
                                        "PRE_COMMIT_HOME=" + (hooks_.path().parent_path() / "cache").string(),
                                        "PRE_COMMIT_COLOR=never"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return news.Run(std::move(command));
  }

  void Stage() const { REQUIRE(news.Git({"add", "-A"}).exit_code == 0); }

  Folder news;

 private:
  static void Commit(const Folder& folder) {
    REQUIRE(folder.Git({"init", "-q"}).exit_code == 0);
    REQUIRE(folder.Git({"add", "-A"}).exit_code == 0);
    REQUIRE(folder.Git({"commit", "-q", "-m", "hooks"}).exit_code == 0);
  }

  Folder hooks_;
};

}  // namespace

TEST_CASE("hooks: pre-commit try-repo checks articles, whatever their names, and nothing else") {
  if (!Desk::HasPreCommit()) return;
  const Desk desk;
  desk.news.Write("clean.txt", kClean);
  desk.news.Write("code.py", kFaulty);
  desk.Stage();
  const Ran clean = desk.TryAll();
  INFO(clean.out << clean.err);
  CHECK(clean.exit_code == 0);
  CHECK(Contains(clean.out, "Passed"));

  for (const std::string name : {"a name.txt", "naïve.html", kOddName.c_str(), "-dash.rst"}) {
    desk.news.Write(name, kFaulty);
  }
  desk.Stage();
  const Ran faulty = desk.TryAll();
  INFO(faulty.out << faulty.err);
  CHECK(faulty.exit_code == 1);
  CHECK(Count(faulty.out, "[unattributed-quote]") == 4);
  CHECK(Contains(faulty.out, "a name.txt:2:1: error: "));
  CHECK(Contains(faulty.out, "-dash.rst:"));
  CHECK(Contains(faulty.out, "4 errors in 4 of 5 files"));  // one process
}

TEST_CASE("hooks: pre-commit run honours what bylint.toml excludes, although the hook names each file") {
  if (!Desk::HasPreCommit()) return;
  const Desk desk;
  desk.Use();
  desk.news.Write("bylint.toml", "exclude = [\"drafts/\", \"/*with*.md\"]\n");
  desk.news.Write("drafts/a.txt", kFaulty);
  desk.news.Write(kOddName, kFaulty);
  desk.Stage();
  const Ran excluded = desk.RunStaged();
  INFO(excluded.out << excluded.err);
  CHECK(excluded.exit_code == 0);

  desk.news.Write("news/a.txt", kFaulty);
  desk.Stage();
  const Ran ran = desk.RunStaged();
  CHECK(ran.exit_code == 1);
  CHECK(Contains(ran.out, "news/a.txt:2:1: error: "));
  CHECK(Count(ran.out, "[unattributed-quote]") == 1);
}

TEST_CASE("hooks: pre-commit run judges what is staged, not the working file") {
  if (!Desk::HasPreCommit()) return;
  const Desk desk;
  desk.Use();
  desk.news.Write("a.txt", kFaulty);
  desk.Stage();
  desk.news.Write("a.txt", kClean);
  const Ran faulty = desk.RunStaged();
  INFO(faulty.out << faulty.err);
  CHECK(faulty.exit_code == 1);
  CHECK(desk.news.Read("a.txt") == kClean);

  desk.Stage();
  desk.news.Write("a.txt", kFaulty);
  const Ran clean = desk.RunStaged();
  INFO(clean.out << clean.err);
  CHECK(clean.exit_code == 0);
  CHECK(desk.news.Read("a.txt") == kFaulty);
}

TEST_CASE("hooks: a commit is stopped by the hook that is installed") {
  if (!Desk::HasPreCommit()) return;
  const Desk desk;
  desk.Use();
  REQUIRE(desk.PreCommit({"install"}).exit_code == 0);
  const auto commit = [&] {
    return desk
        .WithBylint({"git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org", "commit", "-qm", "news"})
        .exit_code;
  };
  desk.news.Write("a.txt", kFaulty);
  desk.Stage();
  CHECK(commit() != 0);
  desk.news.Write("a.txt", kClean);
  desk.Stage();
  CHECK(commit() == 0);
}
