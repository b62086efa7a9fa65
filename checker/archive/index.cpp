// What is dominant is found as the names list finds near misses (one slip in the surname, given name equal), so the
// dominant names of the archive become such a list.
#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "bylint/archive.h"
#include "checker/base/stable_hash.h"
#include "checker/base/to_absl.h"

namespace bylint {
namespace {

// In whatever case it is written.
uint64_t HashOf(std::string_view name) { return StableHash(absl::AsciiStrToLower(ToAbsl(name))); }

constexpr uint32_t kDominant = ArchiveIndex::kRatio;  // documents: twenty for each rare one

bool MayBePerson(NameKind kind) { return kind == NameKind::kPerson || kind == NameKind::kUnknown; }

}  // namespace

struct ArchiveIndex::Tables {
  NamesList dominant;
  // Documents of each name, by its hash; those in one document alone are left out.
  absl::flat_hash_map<uint64_t, uint32_t> documents;
};

ArchiveIndex ArchiveIndex::Make(const ArchiveFacts& facts) {
  std::vector<NameEntry> entries;
  absl::flat_hash_map<uint64_t, uint32_t> documents;
  for (const ArchiveFacts::NameUse& use : facts.Names()) {
    if (use.documents > 1) documents[HashOf(use.name)] += use.documents;
    if (use.documents < kDominant || !MayBePerson(use.kind)) continue;
    entries.push_back(
        {.kind = NameKind::kPerson, .preferred = std::string(use.name), .accepted = {}, .never = {}, .note = {}});
  }
  return ArchiveIndex(
      std::unique_ptr<const Tables>(new Tables{NamesList::Make(entries, nullptr), std::move(documents)}));
}

ArchiveIndex::ArchiveIndex(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
ArchiveIndex::ArchiveIndex(ArchiveIndex&&) noexcept = default;
ArchiveIndex::~ArchiveIndex() = default;

ArchiveJudgement ArchiveIndex::Judge(std::string_view full_name) const {
  ArchiveJudgement judgement;
  const auto it = tables_->documents.find(HashOf(full_name));
  judgement.documents = it == tables_->documents.end() ? 1 : it->second;
  if (judgement.documents > kRare) return judgement;
  const NameJudgement near = tables_->dominant.Judge(full_name);
  if (near.verdict != NameVerdict::kNearMiss) return judgement;
  const auto dominant = tables_->documents.find(HashOf(near.spelling));
  if (dominant == tables_->documents.end() || dominant->second < kRatio * judgement.documents) return judgement;
  judgement.dominant = near.spelling;
  judgement.dominant_documents = dominant->second;
  return judgement;
}

}  // namespace bylint
