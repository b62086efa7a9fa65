#include "checker/analysis/folded_name.h"

#include <utf8proc.h>

#include <cstring>

#include "checker/base/eight_bytes.h"
#include "checker/base/utf8.h"

namespace bylint::internal {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;

// True when a byte of `bytes` is outside ASCII or a control character.
constexpr bool HasUnusual(uint64_t bytes) { return ((bytes | (bytes - ' ' * kEachByte)) & kTopBits) != 0; }

// Eight ASCII characters in lower case.
constexpr uint64_t ToLower(uint64_t bytes) { return bytes | BytesIn(bytes, 'A', 'Z') >> 2; }

// The hash of a folded name takes its bytes eight by eight. Part of the format of saved names lists: a change here
// needs a new version there.
constexpr uint64_t StartHash(size_t size) { return 0x9e3779b97f4a7c15u ^ size; }
constexpr uint64_t AddToHash(uint64_t hash, uint64_t bytes) {
  hash = (hash ^ bytes) * 0xff51afd7ed558ccdu;
  return hash ^ hash >> 32;
}
constexpr uint64_t EndHash(uint64_t hash) { return hash * 0x9e3779b97f4a7c15u; }

}  // namespace

FoldedName::FoldedName(std::string_view word) {
  if (FoldPlain(word)) return;
  FoldAny(word);
  Hash();
}

// Words of ASCII with one space between them, eight characters at a time; false when `word` is anything else.
bool FoldedName::FoldPlain(std::string_view word) {
  if (word.size() > kCapacity) return false;
  uint64_t hash = StartHash(word.size());
  uint64_t before = 0x80;  // a space as the first is one too many
  for (size_t i = 0; i < word.size(); i += 8) {
    const std::string_view part = word.substr(i, 8);
    const uint64_t bytes = LoadUpToEight(part);
    const uint64_t padding = '!' * kEachByte & ~LowBytes(static_cast<uint32_t>(part.size()));
    const uint64_t spaces = BytesIn(bytes, ' ', ' ');
    if (HasUnusual(bytes | padding) || (spaces & (spaces << 8 | before)) != 0) return false;
    before = spaces >> 56;
    const uint64_t folded = ToLower(bytes);
    StoreEight(folded, data_ + i);
    hash = AddToHash(hash, folded);
  }
  size_ = static_cast<uint32_t>(word.size());
  hash_ = EndHash(hash);
  return true;
}

void FoldedName::FoldAny(std::string_view word) {
  for (size_t i = 0; i < word.size();) {
    const auto byte = static_cast<unsigned char>(word[i]);
    if (byte > ' ' && byte < 0x80) {
      Push(static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte));
      ++i;
      continue;
    }
    const CodePoint c = DecodeUtf8(word, i);
    i += c.size;
    if (IsWhiteSpace(c.value)) {  // a line break within a name counts as a space
      if (size_ > 0 && data_[size_ - 1] != ' ') Push(' ');
      continue;
    }
    if (c.value == kSoftHyphen) continue;
    if (size_ + 4 > kCapacity) break;  // never half a code point
    if (c.value == 0x2018 || c.value == 0x2019 || c.value == 0x02BC) {
      Push('\'');
      continue;
    }
    struct {
      FoldedName* name;
      void push_back(char ch) const { name->Push(ch); }
    } out{this};
    AppendUtf8(static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c.value))), out);
  }
}

void FoldedName::Hash() {
  std::memset(data_ + size_, 0, 8);
  uint64_t hash = StartHash(size_);
  for (uint32_t i = 0; i < size_; i += 8) hash = AddToHash(hash, LoadEight(data_ + i));
  hash_ = EndHash(hash);
}

}  // namespace bylint::internal
