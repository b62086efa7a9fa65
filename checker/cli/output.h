// Where a report goes: standard output, or a file that appears whole or not at all.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace bylint {

// Buffers; writes in large pieces. The first failure stays and stops all writing.
class Output {
 public:
  // Empty path: standard output. A file is written beside its place and renamed by `Close`.
  static absl::StatusOr<Output> Open(const std::string& path);
  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  // Leaves no file behind when `Close` was not called.
  ~Output();

  // The pending text; append to it and call `Flush` now and then.
  std::string& buffer() { return buffer_; }
  // Writes what is pending once it is worth a system call. False after a failure.
  bool Flush();
  // Writes the rest. The status tells of any failure since `Open`.
  absl::Status Close();

 private:
  Output(int fd, std::string path, std::string temporary)
      : fd_(fd), path_(std::move(path)), temporary_(std::move(temporary)) {}
  bool Write();

  int fd_ = -1;
  std::string path_;
  std::string temporary_;
  std::string buffer_;
  absl::Status status_;
};

struct Arguments;

// Writes `text` where `--output` says; the exit code.
int PrintReport(const Arguments& arguments, std::string_view text);

}  // namespace bylint
