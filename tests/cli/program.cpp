#include "tests/cli/program.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace bylint::test {
namespace {

namespace fs = std::filesystem;

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

void WriteAll(const fs::path& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

int OpenAs(const fs::path& path, int flags) { return open(path.c_str(), flags, 0600); }

}  // namespace

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "bylint-test-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  path_ = name;
  fs::create_directories(path_ / "work");
  path_ /= "work";
}

Folder::~Folder() {
  std::error_code error;
  fs::remove_all(path_.parent_path(), error);
}

void Folder::Write(std::string_view name, std::string_view bytes) const {
  const fs::path path = path_ / std::string(name);
  fs::create_directories(path.parent_path());
  WriteAll(path, bytes);
}

std::string Folder::Read(std::string_view name) const { return ReadAll(path_ / std::string(name)); }

Ran Folder::Bylint(std::vector<std::string> arguments, std::string_view standard_input) const {
  arguments.insert(arguments.begin(), BYLINT_BINARY);
  return Run(std::move(arguments), standard_input);
}

Ran Folder::BylintWithoutRights(const std::vector<std::string>& arguments, const std::string& closed) const {
  std::vector<std::string> command;
  std::string program = BYLINT_BINARY;
  if (geteuid() == 0) {  // who may open everything
    // Somebody else may not get to where the program was built.
    program = path_.parent_path() / "bylint";
    fs::copy_file(BYLINT_BINARY, program, fs::copy_options::overwrite_existing);
    fs::permissions(program, fs::perms(0755));
    constexpr unsigned kNobody = 65534;
    REQUIRE(lchown(path_.c_str(), kNobody, kNobody) == 0);  // or git would not trust the repository
    for (const auto& entry : fs::recursive_directory_iterator(path_)) {
      REQUIRE(lchown(entry.path().c_str(), kNobody, kNobody) == 0);
    }
    for (const fs::path& above : {path_.parent_path(), path_}) fs::permissions(above, fs::perms(0755));
    command = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
  }
  command.insert(command.end(), {"env", "HOME=/nonexistent", program});
  command.insert(command.end(), arguments.begin(), arguments.end());
  fs::permissions(path_ / closed, fs::perms::none);
  Ran ran = Run(std::move(command));
  fs::permissions(path_ / closed, fs::perms(0755));
  return ran;
}

Ran Folder::Git(std::vector<std::string> arguments) const {
  const std::vector<std::string> who = {"git",
                                        "-c",
                                        "user.name=Desk",
                                        "-c",
                                        "user.email=desk@example.org",
                                        "-c",
                                        "init.defaultBranch=main",
                                        "-c",
                                        "commit.gpgsign=false"};
  arguments.insert(arguments.begin(), who.begin(), who.end());
  return Run(std::move(arguments));
}

Ran Folder::Run(std::vector<std::string> arguments, std::string_view standard_input) const {
  const fs::path aside = path_.parent_path();
  WriteAll(aside / "in", standard_input);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    dup2(OpenAs(aside / "in", O_RDONLY), STDIN_FILENO);
    dup2(OpenAs(aside / "out", O_WRONLY | O_CREAT | O_TRUNC), STDOUT_FILENO);
    dup2(OpenAs(aside / "err", O_WRONLY | O_CREAT | O_TRUNC), STDERR_FILENO);
    if (chdir(path_.c_str()) == 0) execvp(argv[0], argv.data());
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  REQUIRE(wait4(child, &status, 0, &usage) == child);
  return {.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
          .peak_kilobytes = usage.ru_maxrss,
          .out = ReadAll(aside / "out"),
          .err = ReadAll(aside / "err")};
}

size_t Count(std::string_view text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

bool Contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace bylint::test
