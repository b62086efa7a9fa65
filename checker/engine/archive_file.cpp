#include "checker/engine/archive_file.h"

#include "checker/base/status.h"
#include "checker/engine/load.h"

namespace bylint {
namespace {

constexpr uint64_t kLargestFacts = uint64_t{4} << 30;

}  // namespace

absl::StatusOr<ArchiveFacts> LoadFacts(const std::string& path) {
  const absl::StatusOr<std::string> text = ReadFileBytes(path, kLargestFacts);
  if (!text.ok()) return AtPath(path, text.status());
  absl::StatusOr<ArchiveFacts> facts = ArchiveFacts::Parse(*text);
  if (!facts.ok()) return AtPath(path, facts.status());
  return facts;
}

}  // namespace bylint
