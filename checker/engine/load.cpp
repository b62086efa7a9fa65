#include "checker/engine/load.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"

namespace bylint {
namespace {

// Closes the descriptor when it goes out of scope.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

absl::Status SystemError() {
  const int error = errno;
  return absl::Status(absl::ErrnoToStatusCode(error), std::generic_category().message(error));
}

absl::Status TooLarge(uint64_t max_size) {
  return absl::ResourceExhaustedError(absl::StrCat("larger than max-file-size, ", max_size, " bytes"));
}

std::string_view KindOf(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a named pipe";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

absl::StatusOr<std::string> ReadAll(int fd, uint64_t expected, uint64_t max_size) {
  std::string bytes;
  size_t used = 0;
  // One byte more than expected, so that the end is seen without growing.
  bytes.resize(static_cast<size_t>(std::min(expected, max_size)) + 1);
  for (;;) {
    const ssize_t got = read(fd, bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return SystemError();
    if (got == 0) break;
    used += static_cast<size_t>(got);
    if (used > max_size) return TooLarge(max_size);
    if (used == bytes.size()) bytes.resize(std::max<size_t>(bytes.size() * 2, size_t{1} << 16));
  }
  bytes.resize(used);
  return bytes;
}

}  // namespace

absl::StatusOr<std::string> ReadFileBytes(const std::string& path, uint64_t max_size) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (file.get() < 0) {
    // A socket cannot be opened; say what it is, not "no such device or address".
    struct stat status{};
    if (errno == ENXIO && stat(path.c_str(), &status) == 0) {
      return absl::FailedPreconditionError(absl::StrCat("is ", ToAbsl(KindOf(status.st_mode)), ", not a file"));
    }
    return SystemError();
  }
  struct stat status{};
  if (fstat(file.get(), &status) != 0) return SystemError();
  if (!S_ISREG(status.st_mode)) {
    return absl::FailedPreconditionError(absl::StrCat("is ", ToAbsl(KindOf(status.st_mode)), ", not a file"));
  }
  const auto size = static_cast<uint64_t>(status.st_size);
  if (size > max_size) return TooLarge(max_size);
  return ReadAll(file.get(), size, max_size);
}

absl::StatusOr<std::string> ReadStandardInput(uint64_t max_size) {
  return ReadAll(STDIN_FILENO, uint64_t{1} << 16, max_size);
}

std::string DisplayPath(const InputFile& file, const LoadOptions& options) {
  if (file.path != "-") return file.path;
  return options.stdin_filename.empty() ? "-" : options.stdin_filename;
}

absl::StatusOr<std::string> LoadBytes(const InputFile& file, const LoadOptions& options) {
  return file.path == "-" ? ReadStandardInput(options.max_file_size) : ReadFileBytes(file.path, options.max_file_size);
}

}  // namespace bylint
