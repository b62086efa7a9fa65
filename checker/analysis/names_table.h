// The flat form of a names list: arrays without pointers, so that a list of a million entries is mapped from a file
// and asked without being read. Everything in it is an offset that is checked when it is used.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "bylint/names_list.h"
#include "checker/base/mapped_file.h"

namespace bylint {

class NamesTable {
 public:
  using FormIndex = uint32_t;

  // A spelling of an entry.
  struct Form {
    uint32_t text = 0;  // offset into the text
    uint32_t entry = 0;
    uint16_t size = 0;
    NameVerdict verdict = NameVerdict::kUnknown;
    uint8_t reserved = 0;
  };
  struct Entry {
    FormIndex preferred = 0;  // its first form; the others follow it
    uint32_t note = 0;
    uint32_t note_size = 0;
    uint16_t forms = 0;
    NameKind kind = NameKind::kUnknown;
    uint8_t reserved = 0;
  };

  static std::unique_ptr<const NamesTable> Make(const std::vector<NameEntry>& entries);
  static absl::StatusOr<std::unique_ptr<const NamesTable>> Map(const std::string& path);
  // A table in `bytes`, which stay where they are. REQUIRES: `bytes` are those of a table that this version made.
  static std::unique_ptr<const NamesTable> Wrap(std::string_view bytes);
  // What Map and Wrap read. As long as the table lives.
  std::string_view bytes() const { return bytes_; }
  absl::Status Save(const std::string& path) const;
  ~NamesTable() = default;
  NamesTable(const NamesTable&) = delete;
  NamesTable& operator=(const NamesTable&) = delete;

  // False when no form is (begins with, ends with) the word of this hash: nothing need be asked then. One bit of a
  // filter, so that true says little. Names begin a form only when FindNear can find it.
  bool MayBe(uint64_t hash) const { return MayHave(kWhole, hash); }
  bool MayBegin(uint64_t hash) const { return MayHave(kBegins, hash); }
  bool MayEnd(uint64_t hash) const { return MayHave(kEnds, hash); }

  // The form that reads `folded`, or kNone.
  FormIndex Find(std::string_view folded, uint64_t hash) const;
  // The form one slip away from a full name with this given name and surname (both folded), or kNone.
  FormIndex FindNear(std::string_view given, std::string_view surname) const;
  bool KnowsWord(uint64_t hash) const;

  const Form* FormAt(FormIndex index) const { return index < forms_.size() ? &forms_[index] : nullptr; }
  const Entry* EntryOf(const Form& form) const {
    return form.entry < entries_.size() ? &entries_[form.entry] : nullptr;
  }
  std::string_view Text(uint32_t begin, uint32_t size) const {
    return begin <= text_.size() && size <= text_.size() - begin ? text_.substr(begin, size) : std::string_view();
  }
  size_t size() const { return entries_.size(); }

 private:
  // A place in an open-addressing table. `form` is kNone where it is free.
  struct Slot {
    uint32_t tag = 0;
    uint32_t form = UINT32_MAX;
  };
  struct Header;
  class Builder;
  // What the filter is asked about.
  enum Part : uint64_t { kBegins = 1, kEnds = 2, kWhole = 3, kPiece = 4 };

  static uint64_t FilterBit(Part part, uint64_t hash) {
    hash = (hash ^ hash >> 29) * (part * 2 + 0xbf58476d1ce4e5b9u);
    return hash >> 32 ^ hash;
  }
  bool MayHave(Part part, uint64_t hash) const {
    const uint64_t bit = FilterBit(part, hash) & (filter_.size() * 64 - 1);
    return (filter_[bit / 64] >> bit % 64 & 1) != 0;
  }

  NamesTable() = default;
  // Points the views into a saved table; false when it is none of this version.
  bool Attach(const char* data, size_t size);
  FormIndex FindNearPiece(uint64_t hash, std::string_view given, std::string_view surname) const;
  bool IsNear(FormIndex form, std::string_view given, std::string_view surname) const;

  // In `owned_`, in the mapping, or wrapped; the others are views of parts of it.
  std::string_view bytes_;
  std::span<const Entry> entries_;
  std::span<const Form> forms_;
  std::span<const uint64_t> filter_;
  std::span<const Slot> exact_;      // by the hash of the folded form
  std::span<const Slot> pieces_;     // by given name and a half of the surname: one slip leaves a half whole
  std::span<const uint32_t> words_;  // tags of the words of preferred and accepted forms; 0 is free
  std::string_view text_;

  std::vector<char> owned_;
  MappedFile mapped_;
};

namespace internal {

// Says quickly, by the hashes of a name's words, that a list has nothing to say of it. REQUIRES: outlived by the list.
class NamesFilter {
 public:
  explicit NamesFilter(const NamesList& list)
      : table_(*list.table_), base_(list.base_ == nullptr ? table_ : *list.base_->table_) {}

  // False when no form of the list is this one word.
  bool MayBe(uint64_t word) const { return table_.MayBe(word) || base_.MayBe(word); }
  // False when no form of the list ends with the word: the list knows no name as written that does.
  bool MayEnd(uint64_t word) const { return table_.MayEnd(word) || base_.MayEnd(word); }
  // False when no name that is near to others begins with the word.
  bool MayBegin(uint64_t word) const { return table_.MayBegin(word) || base_.MayBegin(word); }

 private:
  const NamesTable& table_;
  const NamesTable& base_;
};

}  // namespace internal
}  // namespace bylint
