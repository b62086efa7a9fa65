#include "checker/engine/review/atomic_write.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "checker/engine/load.h"

namespace bylint {
namespace {

absl::Status SystemError(const std::string& path) {
  const int error = errno;
  return absl::Status(absl::ErrnoToStatusCode(error), absl::StrCat(path, ": ", std::generic_category().message(error)));
}

bool WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

// A name that no other thread or process takes.
std::string TemporaryBeside(const std::string& path) {
  static std::atomic<unsigned> counter = 0;
  return absl::StrCat(path, ".", getpid(), ".", counter++, ".bylint-tmp");
}

// What the name stands for, through links; the name itself where there is nothing yet.
std::string Target(const std::string& path) {
  std::error_code error;
  const std::filesystem::path target = std::filesystem::canonical(path, error);
  return error ? path : target.string();
}

}  // namespace

absl::Status WriteWhole(const std::string& path, std::string_view bytes) {
  const std::string target = Target(path);
  const std::string temporary = TemporaryBeside(target);
  const int fd = open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0) return SystemError(path);
  struct stat old{};
  if (stat(target.c_str(), &old) == 0) {
    // The owner first: changing it may clear bits of the mode. Only root can, and only then it matters.
    if (fchown(fd, old.st_uid, old.st_gid) != 0) errno = 0;
    if (fchmod(fd, old.st_mode & 07777) != 0) errno = 0;
  }
  const bool written = WriteAll(fd, bytes) && fsync(fd) == 0;
  absl::Status status = written ? absl::OkStatus() : SystemError(path);
  if (close(fd) != 0 && status.ok()) status = SystemError(path);
  if (status.ok() && rename(temporary.c_str(), target.c_str()) != 0) status = SystemError(path);
  if (!status.ok()) unlink(temporary.c_str());
  return status;
}

absl::Status ReplaceWhole(const std::string& path, std::string_view expected, std::string_view bytes) {
  const absl::StatusOr<std::string> now = ReadFileBytes(path, expected.size());
  if (!now.ok() || *now != expected) {
    return absl::AbortedError(absl::StrCat(path, ": changed since it was read; not fixed"));
  }
  return WriteWhole(path, bytes);
}

}  // namespace bylint
