#include "checker/analysis/names_table.h"

#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstring>
#include <type_traits>

#include "checker/analysis/folded_name.h"
#include "checker/analysis/names_measure.h"
#include "checker/base/check.h"
#include "checker/base/eight_bytes.h"

namespace bylint {

using internal::FoldedName;

// What a saved table begins with. The arrays follow in this order, each at a multiple of eight bytes.
struct NamesTable::Header {
  char magic[8] = {'b', 'y', 'l', 'n', 'a', 'm', 'e', 's'};
  uint32_t version = 3;
  uint32_t byte_order = 0x01020304;
  uint64_t entries = 0;
  uint64_t forms = 0;
  uint64_t filter = 0;  // a power of two, as all slot counts
  uint64_t exact = 0;
  uint64_t pieces = 0;
  uint64_t words = 0;
  uint64_t text = 0;
  uint64_t size = 0;  // of all
};

namespace {

constexpr uint64_t Mix(uint64_t hash) {
  hash ^= hash >> 31;
  hash *= 0xbf58476d1ce4e5b9u;
  return hash ^ hash >> 29;
}

uint32_t TagOf(uint64_t hash) { return static_cast<uint32_t>(hash >> 32) | 1; }

size_t SlotCount(size_t items) { return std::bit_ceil(items * 3 / 2 + 8); }

// Of a given name, by its hash, and the front ('<') or back ('>') of a surname.
uint64_t PieceHash(uint64_t given, char side, std::string_view piece) {
  uint64_t hash = given ^ static_cast<unsigned char>(side);
  for (size_t i = 0; i < piece.size(); i += 8) {
    hash = (hash ^ LoadUpToEight(piece.substr(i))) * 0xff51afd7ed558ccdu;
    hash ^= hash >> 32;
  }
  return Mix(hash);
}

// One slip touches at most two letters in a row, so that of the pieces before and after the middle one stays whole.
constexpr size_t PieceSize(size_t surname) { return (surname - 1) / 2; }
constexpr size_t kShortestSurname = 5;

// First and last word of a full name; the given name is empty when there is but one.
struct NameEnds {
  std::string_view given;
  std::string_view surname;
};
NameEnds EndsOf(std::string_view folded) {
  const size_t last = folded.rfind(' ');
  if (last == std::string_view::npos) return {{}, folded};
  return {folded.substr(0, folded.find(' ')), folded.substr(last + 1)};
}

template <typename Each>
void ForEachWord(std::string_view folded, const Each& each) {
  while (!folded.empty()) {
    const size_t space = folded.find(' ');
    if (space != 0) each(folded.substr(0, space));
    folded = space == std::string_view::npos ? std::string_view() : folded.substr(space + 1);
  }
}

}  // namespace

class NamesTable::Builder {
 public:
  std::unique_ptr<const NamesTable> Build(const std::vector<NameEntry>& entries) {
    entries_.reserve(entries.size());
    for (const NameEntry& entry : entries) Add(entry);
    Index();
    return Assemble();
  }

 private:
  void Add(const NameEntry& entry) {
    const auto index = static_cast<uint32_t>(entries_.size());
    Entry& added = entries_.emplace_back();
    added.kind = entry.kind;
    added.preferred = static_cast<FormIndex>(forms_.size());
    added.note = static_cast<uint32_t>(text_.size());
    added.note_size = static_cast<uint32_t>(entry.note.size());
    text_ += entry.note;
    AddForm(index, entry.preferred, NameVerdict::kPreferred);
    for (const std::string& form : entry.accepted) AddForm(index, form, NameVerdict::kAccepted);
    for (const std::string& form : entry.never) AddForm(index, form, NameVerdict::kWrong);
    added.forms = static_cast<uint16_t>(forms_.size() - added.preferred);
  }

  void AddForm(uint32_t entry, std::string_view form, NameVerdict verdict) {
    if (form.size() > UINT16_MAX) return;
    forms_.push_back({.text = static_cast<uint32_t>(text_.size()),
                      .entry = entry,
                      .size = static_cast<uint16_t>(form.size()),
                      .verdict = verdict});
    text_ += form;
  }

  void Index() {
    filter_.resize(std::bit_ceil(forms_.size() / 2 + 1));  // 32 bits a form
    exact_.resize(SlotCount(forms_.size()));
    pieces_.resize(SlotCount(forms_.size() * 2));
    words_.resize(SlotCount(forms_.size() * 2));
    size_t words = 0;
    for (FormIndex f = 0; f < forms_.size(); ++f) {
      const Form& form = forms_[f];
      const FoldedName folded(std::string_view(text_).substr(form.text, form.size));
      Insert(exact_, folded.hash(), f);
      const NameEnds ends = EndsOf(folded.view());
      Note(kWhole, folded.hash());
      Note(kEnds, FoldedName(ends.surname).hash());
      if (form.verdict == NameVerdict::kWrong) continue;
      ForEachWord(folded.view(), [&](std::string_view word) {
        if (++words * 2 < words_.size()) InsertWord(FoldedName(word).hash());
      });
      if (entries_[form.entry].kind != NameKind::kPerson || ends.given.empty()) continue;
      if (ends.surname.size() < kShortestSurname) continue;
      const size_t piece = PieceSize(ends.surname.size());
      const uint64_t given = FoldedName(ends.given).hash();
      Note(kBegins, given);
      InsertPiece(PieceHash(given, '<', ends.surname.substr(0, piece)), f);
      InsertPiece(PieceHash(given, '>', ends.surname.substr(ends.surname.size() - piece)), f);
    }
  }

  void Note(Part part, uint64_t hash) {
    const uint64_t bit = FilterBit(part, hash) & (filter_.size() * 64 - 1);
    filter_[bit / 64] |= uint64_t{1} << bit % 64;
  }

  void InsertPiece(uint64_t hash, FormIndex form) {
    Note(kPiece, hash);
    Insert(pieces_, hash, form);
  }

  static void Insert(std::vector<Slot>& slots, uint64_t hash, FormIndex form) {
    const size_t mask = slots.size() - 1;
    size_t i = hash & mask;
    while (slots[i].form != kNone) i = (i + 1) & mask;
    slots[i] = {TagOf(hash), form};
  }

  void InsertWord(uint64_t hash) {
    const size_t mask = words_.size() - 1;
    size_t i = hash & mask;
    while (words_[i] != 0 && words_[i] != TagOf(hash)) i = (i + 1) & mask;
    words_[i] = TagOf(hash);
  }

  std::unique_ptr<const NamesTable> Assemble() {
    Header header;
    header.entries = entries_.size();
    header.forms = forms_.size();
    header.filter = filter_.size();
    header.exact = exact_.size();
    header.pieces = pieces_.size();
    header.words = words_.size();
    header.text = text_.size();
    std::unique_ptr<NamesTable> table(new NamesTable);
    std::vector<char>& blob = table->owned_;
    blob.resize(sizeof(Header));
    const auto append = [&blob](const void* data, size_t size) {
      const size_t at = blob.size();
      blob.resize(at + (size + 7) / 8 * 8);
      if (size != 0) std::memcpy(blob.data() + at, data, size);
    };
    append(entries_.data(), entries_.size() * sizeof(Entry));
    append(forms_.data(), forms_.size() * sizeof(Form));
    append(filter_.data(), filter_.size() * sizeof(uint64_t));
    append(exact_.data(), exact_.size() * sizeof(Slot));
    append(pieces_.data(), pieces_.size() * sizeof(Slot));
    append(words_.data(), words_.size() * sizeof(uint32_t));
    append(text_.data(), text_.size());
    header.size = blob.size();
    std::memcpy(blob.data(), &header, sizeof header);
    table->Attach(blob.data(), blob.size());
    return table;
  }

  std::vector<Entry> entries_;
  std::vector<Form> forms_;
  std::vector<uint64_t> filter_;
  std::vector<Slot> exact_;
  std::vector<Slot> pieces_;
  std::vector<uint32_t> words_;
  std::string text_;
};

std::unique_ptr<const NamesTable> NamesTable::Make(const std::vector<NameEntry>& entries) {
  return Builder().Build(entries);
}

bool NamesTable::Attach(const char* data, size_t size) {
  static_assert(std::is_trivially_copyable_v<Header> && std::is_trivially_copyable_v<Form>);
  Header header;
  const Header expected;
  if (size < sizeof header) return false;
  std::memcpy(&header, data, sizeof header);
  if (std::memcmp(header.magic, expected.magic, sizeof header.magic) != 0 || header.version != expected.version ||
      header.byte_order != expected.byte_order || header.size != size) {
    return false;
  }
  size_t at = sizeof header;
  const auto take = [&]<typename T>(std::span<const T>& out, uint64_t count) {
    if (count > (size - at) / sizeof(T)) return false;
    out = {reinterpret_cast<const T*>(data + at), count};
    at += (count * sizeof(T) + 7) / 8 * 8;
    return at <= size;
  };
  std::span<const char> text;
  if (!take(entries_, header.entries) || !take(forms_, header.forms) || !take(filter_, header.filter) ||
      !take(exact_, header.exact) || !take(pieces_, header.pieces) || !take(words_, header.words) ||
      !take(text, header.text)) {
    return false;
  }
  bytes_ = {data, size};
  text_ = {text.data(), text.size()};
  return std::has_single_bit(filter_.size()) && std::has_single_bit(exact_.size()) &&
         std::has_single_bit(pieces_.size()) && std::has_single_bit(words_.size());
}

absl::StatusOr<std::unique_ptr<const NamesTable>> NamesTable::Map(const std::string& path) {
  std::unique_ptr<NamesTable> table(new NamesTable);
  table->mapped_ = MappedFile(path);
  const std::string_view bytes = table->mapped_.bytes();
  if (bytes.empty()) return absl::NotFoundError(path + ": cannot be read");
  if (!table->Attach(bytes.data(), bytes.size())) {
    return absl::DataLossError(path + ": is no compiled names list of this version");
  }
  return table;
}

std::unique_ptr<const NamesTable> NamesTable::Wrap(std::string_view bytes) {
  std::unique_ptr<NamesTable> table(new NamesTable);
  const bool whole = table->Attach(bytes.data(), bytes.size());
  BYLINT_CHECK(whole);
  return table;
}

absl::Status NamesTable::Save(const std::string& path) const {
  const std::string temporary = path + "." + std::to_string(getpid());
  std::FILE* out = std::fopen(temporary.c_str(), "wb");
  if (out == nullptr) return absl::PermissionDeniedError(path + ": cannot be written");
  const bool written = std::fwrite(bytes_.data(), 1, bytes_.size(), out) == bytes_.size();
  const bool closed = std::fclose(out) == 0;
  if (!written || !closed || std::rename(temporary.c_str(), path.c_str()) != 0) {
    std::remove(temporary.c_str());
    return absl::UnavailableError(path + ": cannot be written");
  }
  return absl::OkStatus();
}

NamesTable::FormIndex NamesTable::Find(std::string_view folded, uint64_t hash) const {
  if (!MayHave(kWhole, hash)) return kNone;
  const size_t mask = exact_.size() - 1;
  for (size_t i = hash & mask, probes = 0; exact_[i].form != kNone && probes <= mask; i = (i + 1) & mask, ++probes) {
    if (exact_[i].tag != TagOf(hash)) continue;
    const Form* form = FormAt(exact_[i].form);
    if (form != nullptr && FoldedName(Text(form->text, form->size)).view() == folded) return exact_[i].form;
  }
  return kNone;
}

NamesTable::FormIndex NamesTable::FindNear(std::string_view given, std::string_view surname) const {
  if (given.empty() || surname.size() < kShortestSurname || forms_.empty()) return kNone;
  const uint64_t given_hash = FoldedName(given).hash();
  if (!MayBegin(given_hash)) return kNone;
  for (size_t piece = PieceSize(surname.size() - 1); piece <= PieceSize(surname.size() + 1); ++piece) {
    for (const bool front : {true, false}) {
      const uint64_t hash = front ? PieceHash(given_hash, '<', surname.substr(0, piece))
                                  : PieceHash(given_hash, '>', surname.substr(surname.size() - piece));
      if (!MayHave(kPiece, hash)) continue;
      const FormIndex form = FindNearPiece(hash, given, surname);
      if (form != kNone) return form;
    }
  }
  return kNone;
}

NamesTable::FormIndex NamesTable::FindNearPiece(uint64_t hash, std::string_view given, std::string_view surname) const {
  const size_t mask = pieces_.size() - 1;
  for (size_t i = hash & mask, probes = 0; pieces_[i].form != kNone && probes <= mask; i = (i + 1) & mask, ++probes) {
    if (pieces_[i].tag == TagOf(hash) && IsNear(pieces_[i].form, given, surname)) return pieces_[i].form;
  }
  return kNone;
}

bool NamesTable::IsNear(FormIndex index, std::string_view given, std::string_view surname) const {
  const Form* form = FormAt(index);
  if (form == nullptr) return false;
  const FoldedName folded(Text(form->text, form->size));
  const NameEnds ends = EndsOf(folded.view());
  if (ends.given != given || ends.surname == surname) return false;
  const internal::SpellingDifference difference = internal::CompareSpelling(surname, ends.surname);
  if (difference.edits != 1) return false;
  // Names may go without their accents.
  if (difference.how == Spelling::kAccent && std::ranges::all_of(surname, [](char c) { return c > 0; })) return false;
  // `John Kerr` and `John Kerry` are two people; short names are near to many others.
  const bool plain = difference.cost >= internal::kPlainEdit;
  if (surname.size() <= kShortestSurname) return difference.cost <= 6;
  if (difference.at_start) return false;
  return !plain || (!difference.at_end && surname.size() > 6) || surname.size() > 8;
}

bool NamesTable::KnowsWord(uint64_t hash) const {
  const size_t mask = words_.size() - 1;
  for (size_t i = hash & mask, probes = 0; words_[i] != 0 && probes <= mask; i = (i + 1) & mask, ++probes) {
    if (words_[i] == TagOf(hash)) return true;
  }
  return false;
}

}  // namespace bylint
