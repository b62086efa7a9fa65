#include <algorithm>
#include <map>

#include "absl/strings/str_cat.h"
#include "bylint/archive.h"

namespace bylint {
namespace {

using NameUse = ArchiveFacts::NameUse;

bool IsPersonInArchive(const NameUse& use) { return use.kind == NameKind::kPerson || use.kind == NameKind::kUnknown; }

// A TOML basic string.
std::string Quoted(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) >= ' ') out += c;
  }
  return out + "\"";
}

}  // namespace

std::string ExportNames(const ArchiveFacts& facts) {
  const std::vector<NameUse> all = facts.Names();
  const ArchiveIndex index = ArchiveIndex::Make(facts);
  std::map<std::string, std::vector<const NameUse*>, std::less<>> rare;  // by the dominant spelling
  std::vector<const NameUse*> heads;
  for (const NameUse& use : all) {
    if (!IsPersonInArchive(use)) continue;
    const ArchiveJudgement judgement = index.Judge(use.name);
    if (!judgement.dominant.empty()) {
      rare[std::string(judgement.dominant)].push_back(&use);
    } else if (use.documents > 1) {
      heads.push_back(&use);
    }
  }
  std::ranges::stable_sort(heads, std::ranges::greater(), &NameUse::documents);
  std::string out =
      "# Names as the archive spells them, the most frequent first. Keep what is right and delete the rest;\n"
      "# `never` holds rare spellings that are most likely slips.\n";
  for (const NameUse* use : heads) {
    absl::StrAppend(&out, "\n[[person]]  # ", use->documents, " articles, ", use->mentions,
                    " mentions\npreferred = ", Quoted(use->name), "\n");
    const auto near = rare.find(use->name);
    if (near == rare.end()) continue;
    out += "never = [";
    for (const NameUse* other : near->second) {
      absl::StrAppend(&out, other == near->second.front() ? "" : ", ", Quoted(other->name));
    }
    out += "]\n";
  }
  return out;
}

}  // namespace bylint
