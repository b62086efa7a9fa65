#include "checker/engine/archive_file.h"

#include "absl/strings/str_cat.h"
#include "checker/engine/load.h"

namespace bylint {
namespace {

constexpr uint64_t kLargestFacts = uint64_t{4} << 30;

}  // namespace

absl::StatusOr<ArchiveFacts> LoadFacts(const std::string& path) {
  const absl::StatusOr<std::string> text = ReadFileBytes(path, kLargestFacts);
  if (!text.ok()) return absl::Status(text.status().code(), absl::StrCat(path, ": ", text.status().message()));
  absl::StatusOr<ArchiveFacts> facts = ArchiveFacts::Parse(*text);
  if (!facts.ok()) return absl::Status(facts.status().code(), absl::StrCat(path, ": ", facts.status().message()));
  return facts;
}

}  // namespace bylint
