// What a finding is recognised by when the article around it changes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "bylint/finding.h"

namespace bylint {

// Of the rule, the marked words and some words on either side; case, marks and white space do not count. Reads no more
// than the span and a little round it.
uint64_t Fingerprint(std::string_view source, const Finding& finding);

// The fingerprint of the n-th finding, from 0, with the same one in a file.
uint64_t Numbered(uint64_t fingerprint, uint32_t n);

uint64_t FingerprintOfPath(std::string_view path);

// 16 hexadecimal digits.
std::string ToHex(uint64_t fingerprint);

// Words of `text` in lower case, one space apart; everything that is no letter and no digit counts as space.
std::string NormalizeWords(std::string_view text);

}  // namespace bylint
