// How names are written to be compared.
#pragma once

#include <cstdint>
#include <string_view>

namespace bylint::internal {

// A word written to compare: lower case, straight apostrophes, accents kept, soft hyphens dropped. Lives on the
// stack; words longer than it holds are cut, which no name is.
class FoldedName {
 public:
  static constexpr uint32_t kCapacity = 64;  // bytes

  explicit FoldedName(std::string_view word);
  std::string_view view() const { return {data_, size_}; }
  uint64_t hash() const { return hash_; }

 private:
  bool FoldPlain(std::string_view word);
  void FoldAny(std::string_view word);
  void Push(char c) {
    if (size_ < kCapacity) data_[size_++] = c;
  }
  void Hash();

  char data_[kCapacity + 8];  // hashed eight bytes at a time
  uint32_t size_ = 0;
  uint64_t hash_ = 0;
};

}  // namespace bylint::internal
