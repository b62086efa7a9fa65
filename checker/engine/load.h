// Files from disk to articles.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "bylint/article.h"

namespace bylint {

// The bytes of a regular file of at most `max_size` bytes. Never blocks on a FIFO or a device: those are refused.
absl::StatusOr<std::string> ReadFileBytes(const std::string& path, uint64_t max_size);
// All of standard input, of at most `max_size` bytes.
absl::StatusOr<std::string> ReadStandardInput(uint64_t max_size);

struct LoadOptions {
  uint64_t max_file_size = uint64_t{64} << 20;
  std::optional<Encoding> encoding;  // of files without a byte-order mark; UTF-8 when not given
  std::string stdin_filename;        // what `-` is called in reports, and what picks its reader
};

struct InputFile {
  std::string path;    // `-` is standard input
  bool named = false;  // by the user, not found in a folder
};

// The bytes of the file as stored.
absl::StatusOr<std::string> LoadBytes(const InputFile& file, const LoadOptions& options);

// What the file is called in reports.
std::string DisplayPath(const InputFile& file, const LoadOptions& options);

}  // namespace bylint
