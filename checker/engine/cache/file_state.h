// What the file system says of a file: as long as it says the same, the content is the same.
#pragma once

#include <cstdint>
#include <string>

#include "checker/base/packed.h"

namespace bylint {

struct FileState {
  uint64_t device = 0;
  uint64_t inode = 0;
  uint64_t size = 0;
  uint64_t modified = 0;  // in nanoseconds; as is `changed`, which no program can set
  uint64_t changed = 0;

  // False where nothing is known: compare the content then.
  bool known() const { return inode != 0; }
  friend bool operator==(const FileState&, const FileState&) = default;
};

// Unknown where there is no such file, and for one that was just written: it may be written again without a change of
// its times, whose grain is coarse. To be asked before the file is read.
FileState StateOf(const std::string& path);

// As bytes, and back.
void PutState(const FileState& state, std::string& out);
FileState ReadState(PackedReader& in);

}  // namespace bylint
