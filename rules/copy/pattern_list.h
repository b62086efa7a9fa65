// Patterns of a list in data/copy, looked for where their first bytes stand.
#pragma once

#include <re2/re2.h>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bylint/article.h"

namespace bylint {

enum class PatternPlace : uint8_t {
  kParagraph,  // the whole of a short paragraph
  kInline,     // anywhere that markup or a word in capitals starts
  kAmid,       // as `inline`, behind running words only
};

// An entry of a list: a valid RE2 pattern, in any case. tools/compile_patterns makes these two.
struct Pattern {
  PatternPlace place;
  std::string_view regex;
};

// First one to eight bytes of a match of `entry`, each with the bit of small letters (0x20) set; little-endian.
struct PatternHead {
  uint64_t bytes;
  uint64_t mask;
  uint16_t entry;
};

// Any number of threads may search with it. A pattern is compiled when its head is first met.
class PatternList {
 public:
  // REQUIRES: both are static; `heads` are ordered by mask, then bytes, then entry.
  PatternList(std::span<const Pattern> entries, std::span<const PatternHead> heads);

  // Appends each place in the block where a pattern matches, in order, none twice. Linear.
  void Search(const Article& article, uint32_t block, std::vector<TextSpan>& places) const;

 private:
  struct Compiled {
    mutable std::once_flag once;
    mutable std::unique_ptr<const re2::RE2> regex;
  };

  bool MatchesWhole(std::string_view block) const;
  void SearchWithin(const Article& article, uint32_t block, std::vector<TextSpan>& places) const;
  uint32_t MatchLength(std::string_view text, PatternPlace place) const;
  const re2::RE2& Regex(size_t entry) const;
  // Notes what stands where a head with this first byte may match, within a block.
  void AddOpener(unsigned char first);
  // Calls `try_entry` with the entries of `place` that have a head of which `text` begins, in order, until it returns
  // true. `text` is in the form of heads.
  template <typename TryEntry>
  bool AnyEntry(uint64_t text, PatternPlace place, const TryEntry& try_entry) const;
  // False when no head of `place` begins as `text` does: two bytes tell nearly all that do not.
  bool MayBegin(uint64_t text, PatternPlace place) const {
    return (second_bytes_[static_cast<size_t>(place)][text & 0xFF] >> (text >> 8 & 63) & 1) != 0;
  }

  // The heads of one mask, and a bit for the hash of each with its place: nearly all texts are told by it alone.
  struct HeadGroup {
    uint64_t mask = 0;
    std::span<const PatternHead> heads;
    std::array<uint64_t, 16> bits{};

    void Add(uint64_t bytes, PatternPlace place) { bits[HashOf(bytes, place) / 64] |= BitOf(HashOf(bytes, place)); }
    bool MayHave(uint64_t bytes, PatternPlace place) const {
      const uint64_t hash = HashOf(bytes, place);
      return (bits[hash / 64] & BitOf(hash)) != 0;
    }

   private:
    static uint64_t HashOf(uint64_t bytes, PatternPlace place) {
      return (bytes + static_cast<uint64_t>(place)) * 0x9e3779b97f4a7c15u >> 54;
    }
    static uint64_t BitOf(uint64_t hash) { return uint64_t{1} << (hash % 64); }
  };

  std::span<const Pattern> entries_;
  std::vector<HeadGroup> groups_;
  // A block without them may match at its start only.
  std::string opening_signs_;
  bool currencies_open_ = false;
  bool words_open_ = false;
  // By place and first byte: a bit for the low six bits of each second byte.
  std::array<std::array<uint64_t, 256>, 3> second_bytes_{};
  std::unique_ptr<Compiled[]> compiled_;
};

}  // namespace bylint
