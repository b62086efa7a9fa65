#include "checker/report/fingerprint.h"

#include <utf8proc.h>

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_format.h"
#include "checker/base/stable_hash.h"
#include "checker/base/utf8.h"

namespace bylint {
namespace {

constexpr int kWordsAround = 4;
constexpr uint32_t kMostBytesAround = 160;

bool IsWordCharacter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return false;
  }
}

// Up to kWordsAround whole words from `offset` on, in the line.
uint32_t WordsAfter(std::string_view source, uint32_t offset) {
  const auto limit = static_cast<uint32_t>(std::min<size_t>(source.size(), size_t{offset} + kMostBytesAround));
  int words = 0;
  bool in_word = false;
  uint32_t at = offset;
  for (; at < limit; at += DecodeUtf8(source, at).size) {
    const char32_t c = DecodeUtf8(source, at).value;
    if (c == '\n' || c == '\r') return at;
    const bool word = IsWordCharacter(c);
    if (!word && in_word && ++words == kWordsAround) return at;
    in_word = word;
  }
  return std::min(at, static_cast<uint32_t>(source.size()));
}

uint32_t WordsBefore(std::string_view source, uint32_t offset) {
  int words = 0;
  bool in_word = false;
  uint32_t at = offset;
  while (at > 0 && offset - at < kMostBytesAround) {
    const CodePoint c = DecodeUtf8Before(source, at);
    if (c.value == '\n' || c.value == '\r') return at;
    const bool word = IsWordCharacter(c.value);
    if (!word && in_word && ++words == kWordsAround) return at;
    in_word = word;
    at -= c.size;
  }
  return at;
}

}  // namespace

std::string NormalizeWords(std::string_view text) {
  std::string out;
  bool space = false;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeUtf8(text, i);
    i += c.size;
    if (!IsWordCharacter(c.value)) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    if (c.value < 0x80) {
      out += absl::ascii_tolower(static_cast<unsigned char>(c.value));
    } else {
      AppendUtf8(static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c.value))), out);
    }
  }
  return out;
}

uint64_t Fingerprint(std::string_view source, const Finding& finding) {
  const auto size = static_cast<uint32_t>(source.size());
  const uint32_t begin = std::min(finding.span.begin, size);
  const uint32_t end = std::clamp(finding.span.end, begin, size);
  std::string key(finding.rule);
  for (const auto& [from, to] :
       {std::pair(WordsBefore(source, begin), begin), std::pair(begin, end), std::pair(end, WordsAfter(source, end))}) {
    key += '\n';
    key += NormalizeWords(source.substr(from, to - from));
  }
  return StableHash(key);
}

uint64_t Numbered(uint64_t fingerprint, uint32_t n) {
  return n == 0 ? fingerprint : StableHash({reinterpret_cast<const char*>(&fingerprint), sizeof(fingerprint)}, n);
}

uint64_t FingerprintOfPath(std::string_view path) { return StableHash(path); }

std::string ToHex(uint64_t fingerprint) { return absl::StrFormat("%016x", fingerprint); }

}  // namespace bylint
