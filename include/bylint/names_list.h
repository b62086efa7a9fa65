// A list of names with their spellings: the built-in one, and a house's own over it.
//
//   const NamesList& list = NamesList::BuiltIn();
//   const NameJudgement judgement = list.Judge("Volodymyr Zalenskyy");
//   if (judgement.verdict == NameVerdict::kNearMiss) Use(judgement.preferred);  // Volodymyr Zelenskyy
//
// An entry has one preferred spelling, spellings that are accepted too, and spellings that are known to be wrong.
// Lookups ignore letter case and the kind of apostrophe. A list is immutable once made; any thread may ask it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/base/attributes.h"
#include "absl/status/statusor.h"
#include "bylint/names.h"

namespace bylint {

enum class NameVerdict : uint8_t {
  kUnknown,
  kPreferred,
  kAccepted,
  kWrong,     // written as the entry says never to
  kNearMiss,  // one letter away from a full name that the list has, in the surname, with the same given name
};

struct NameJudgement {
  NameVerdict verdict = NameVerdict::kUnknown;
  std::string_view preferred;  // as long as the list lives
  std::string_view spelling;   // the form of the entry that comes closest to what was written
  std::string_view note;
};

// What a list is made from.
struct NameEntry {
  NameKind kind = NameKind::kPerson;
  std::string preferred = {};
  std::vector<std::string> accepted = {};
  std::vector<std::string> never = {};
  std::string note = {};  // shown with the finding: why, since when
};

class NamesTable;  // the entries in flat arrays, in memory or mapped from a file
namespace internal {
class NamesFilter;
}

class NamesList {
 public:
  // The list that comes with bylint (data/names), compiled in: its first use costs nothing.
  static const NamesList& BuiltIn();

  // A list of `entries`. Asks `base` about names that it does not know itself; `base` may be null and must outlive it.
  static NamesList Make(const std::vector<NameEntry>& entries, const NamesList* base);

  // Saves the list in a form that Map reads without parsing, and reads it. The file is written beside `path` and
  // renamed. Map refuses a file of another version, or one that is damaged.
  absl::Status Save(const std::string& path) const;
  static absl::StatusOr<NamesList> Map(const std::string& path, const NamesList* base);

  NamesList(NamesList&&) noexcept;
  NamesList& operator=(NamesList&&) noexcept;
  ~NamesList();

  // What the list says of a name as written: a full name, or a surname alone. O(length).
  NameJudgement Judge(std::string_view name) const ABSL_ATTRIBUTE_LIFETIME_BOUND;

  // True when `word` is a word of a name that the list prefers or accepts.
  bool KnowsWord(std::string_view word) const;
  // Kind of the entry that has this name, kUnknown when none does.
  NameKind KindOf(std::string_view name) const;

  size_t size() const;  // entries, without those of the base

 private:
  friend class internal::NamesFilter;
  NamesList(std::unique_ptr<const NamesTable> table, const NamesList* base);

  std::unique_ptr<const NamesTable> table_;
  const NamesList* base_ = nullptr;
};

}  // namespace bylint
