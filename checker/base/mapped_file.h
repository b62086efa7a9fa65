// A file as it is in memory, read by the system as far as it is looked at.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bylint {

// Immutable; any thread may read. REQUIRES: nobody shortens the file meanwhile; ours are replaced by renaming.
class MappedFile {
 public:
  MappedFile() = default;
  // Empty where there is no file, or one that is not regular or cannot be read.
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const { return {static_cast<const char*>(data_), size_}; }

 private:
  void* data_ = nullptr;
  size_t size_ = 0;
};

}  // namespace bylint
