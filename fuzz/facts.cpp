// Facts of an archive as text: what is read is written the same, and merges with itself to itself.
#include "bylint/archive.h"
#include "fuzz/target.h"

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace bylint;
  absl::StatusOr<ArchiveFacts> facts = ArchiveFacts::Parse(fuzz::View(data, size));
  if (!facts.ok()) return 0;
  const std::string text = facts->Serialize();
  const absl::StatusOr<ArchiveFacts> again = ArchiveFacts::Parse(text);
  BYLINT_CHECK(again.ok() && again->Serialize() == text);
  facts->Merge(*again);
  BYLINT_CHECK(facts->Serialize() == text);
  return 0;
}
