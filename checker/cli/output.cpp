#include "checker/cli/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "checker/cli/commands.h"
#include "checker/cli/console.h"
#include "checker/cli/options.h"

namespace bylint {
namespace {

constexpr size_t kWorthWriting = size_t{1} << 16;

absl::Status SystemError(const std::string& what) {
  const int error = errno;
  return absl::Status(absl::ErrnoToStatusCode(error), absl::StrCat(what, ": ", std::generic_category().message(error)));
}

// A device or a pipe (`/dev/stdout`, `/dev/null`) is written to, not replaced.
bool IsSpecial(const std::string& path) {
  struct stat status{};
  return stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
}

}  // namespace

absl::StatusOr<Output> Output::Open(const std::string& path) {
  if (path.empty() || path == "-") return Output(STDOUT_FILENO, "", "");
  const bool special = IsSpecial(path);
  const std::string name = special ? path : absl::StrCat(path, ".", getpid(), ".tmp");
  const int flags = special ? O_WRONLY | O_CLOEXEC : O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
  const int fd = open(name.c_str(), flags, 0666);
  if (fd < 0) return SystemError(path);
  return Output(fd, path, special ? "" : name);
}

Output::Output(Output&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, "")),
      buffer_(std::move(other.buffer_)),
      status_(std::move(other.status_)) {}

Output::~Output() {
  if (fd_ > STDERR_FILENO) close(fd_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

bool Output::Flush() { return buffer_.size() < kWorthWriting ? status_.ok() : Write(); }

bool Output::Write() {
  std::string_view rest = buffer_;
  while (status_.ok() && !rest.empty()) {
    const ssize_t written = write(fd_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<size_t>(written));
    } else if (errno != EINTR) {
      status_ = SystemError(path_.empty() ? "standard output" : path_);
    }
  }
  buffer_.clear();
  return status_.ok();
}

absl::Status Output::Close() {
  Write();
  if (fd_ == STDOUT_FILENO) return status_;
  if (status_.ok() && !temporary_.empty() && fsync(fd_) != 0) status_ = SystemError(path_);
  if (close(std::exchange(fd_, -1)) != 0 && status_.ok()) status_ = SystemError(path_);
  if (temporary_.empty() || !status_.ok()) return status_;
  if (rename(temporary_.c_str(), path_.c_str()) != 0) return status_ = SystemError(path_);
  temporary_.clear();
  return status_;
}

int PrintReport(const Arguments& arguments, std::string_view text) {
  absl::StatusOr<Output> output = Output::Open(arguments.Get("--output"));
  if (!output.ok()) return FailWith(output.status());
  output->buffer() = text;
  const absl::Status closed = output->Close();
  return closed.ok() ? kExitClean : FailWith(closed);
}

}  // namespace bylint
