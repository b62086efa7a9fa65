#include "checker/engine/cache/file_state.h"

#include <sys/stat.h>

#include <ctime>

namespace bylint {
namespace {

constexpr time_t kSettled = 2;  // seconds

uint64_t Nanoseconds(const timespec& time) {
  return static_cast<uint64_t>(time.tv_sec) * 1'000'000'000u + static_cast<uint64_t>(time.tv_nsec);
}

}  // namespace

FileState StateOf(const std::string& path) {
  struct stat info{};
  if (stat(path.c_str(), &info) != 0) return {};
  const time_t now = std::time(nullptr);
  if (info.st_mtim.tv_sec + kSettled > now || info.st_ctim.tv_sec + kSettled > now) return {};
  return {.device = static_cast<uint64_t>(info.st_dev),
          .inode = static_cast<uint64_t>(info.st_ino),
          .size = static_cast<uint64_t>(info.st_size),
          .modified = Nanoseconds(info.st_mtim),
          .changed = Nanoseconds(info.st_ctim)};
}

void PutState(const FileState& state, std::string& out) {
  for (const uint64_t number : {state.device, state.inode, state.size, state.modified, state.changed}) {
    PutNumber(number, out);
  }
}

FileState ReadState(PackedReader& in) {
  FileState state;
  for (uint64_t* field : {&state.device, &state.inode, &state.size, &state.modified, &state.changed}) {
    *field = in.Number();
  }
  return state;
}

}  // namespace bylint
