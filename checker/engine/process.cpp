#include "checker/engine/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

extern char** environ;

namespace bylint {
namespace {

absl::Status SystemError(int error, const std::string& what) {
  return absl::Status(absl::ErrnoToStatusCode(error), absl::StrCat(what, ": ", std::generic_category().message(error)));
}

struct Pipe {
  int read_end = -1;
  int write_end = -1;

  bool Open() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    read_end = ends[0];
    write_end = ends[1];
    return true;
  }
  static void Close(int& fd) {
    if (fd >= 0) close(fd);
    fd = -1;
  }
  ~Pipe() {
    Close(read_end);
    Close(write_end);
  }
};

// Reads both pipes until both are closed; one at a time could block the program on the other.
void Drain(Pipe& out, Pipe& err, ProcessResult& result) {
  std::array<pollfd, 2> waits = {pollfd{out.read_end, POLLIN, 0}, pollfd{err.read_end, POLLIN, 0}};
  std::array<std::string*, 2> texts = {&result.output, &result.errors};
  std::array<char, 1 << 16> buffer{};
  for (int open = 2; open > 0;) {
    if (poll(waits.data(), waits.size(), -1) < 0 && errno != EINTR) return;
    for (size_t i = 0; i < waits.size(); ++i) {
      if (waits[i].fd < 0 || waits[i].revents == 0) continue;
      const ssize_t got = read(waits[i].fd, buffer.data(), buffer.size());
      if (got > 0) {
        texts[i]->append(buffer.data(), static_cast<size_t>(got));
      } else if (got == 0 || errno != EINTR) {
        waits[i].fd = -1;
        --open;
      }
    }
  }
}

// What a program says is looked at, whatever language the user speaks.
std::vector<char*> EnvironmentInEnglish() {
  static char english[] = "LC_ALL=C";
  std::vector<char*> variables = {english};
  for (char** variable = environ; *variable != nullptr; ++variable) {
    if (!std::string_view(*variable).starts_with("LC_ALL=")) variables.push_back(*variable);
  }
  variables.push_back(nullptr);
  return variables;
}

int WaitFor(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

absl::StatusOr<ProcessResult> RunProcess(const std::vector<std::string>& arguments) {
  Pipe out;
  Pipe err;
  if (!out.Open() || !err.Open()) return SystemError(errno, "pipe");

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out.write_end, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err.write_end, STDERR_FILENO);
  std::vector<char*> argv;
  argv.reserve(arguments.size() + 1);
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  std::vector<char*> environment = EnvironmentInEnglish();
  pid_t child = -1;
  const int error = posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return SystemError(error, arguments[0]);

  Pipe::Close(out.write_end);
  Pipe::Close(err.write_end);
  ProcessResult result;
  Drain(out, err, result);
  result.exit_code = WaitFor(child);
  return result;
}

absl::StatusOr<ProcessResult> RunGitProcess(const std::string& folder, std::vector<std::string> arguments) {
  // A repository that came with its `.git` could name a program there, which git would run.
  std::vector<std::string> command = {"git", "-C", folder, "-c", "core.fsmonitor=false"};
  for (std::string& argument : arguments) command.push_back(std::move(argument));
  absl::StatusOr<ProcessResult> result = RunProcess(command);
  if (!result.ok()) return result.status();
  absl::StripAsciiWhitespace(&result->errors);
  if (result->exit_code != 0) return absl::FailedPreconditionError(absl::StrCat("git: ", result->errors));
  return result;
}

absl::StatusOr<std::string> RunGit(const std::string& folder, std::vector<std::string> arguments) {
  absl::StatusOr<ProcessResult> result = RunGitProcess(folder, std::move(arguments));
  if (!result.ok()) return result.status();
  return std::move(result->output);
}

}  // namespace bylint
