// Names of the article: mentions, and the people and organisations they belong to.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bylint/span.h"
#include "bylint/token.h"

namespace bylint {

using MentionIndex = uint32_t;
using PersonIndex = uint32_t;

enum class NameKind : uint8_t { kPerson, kOrganisation, kPlace, kUnknown };

// One occurrence of a name. Spans leave out titles and possessive endings.
struct Mention {
  TextSpan span;
  TokenRange tokens;
  TextSpan given;              // given names and initials; empty for a surname alone
  TextSpan surname;            // the last name with its particles; the whole name where parts are not known
  TextSpan title;              // `President`, `Sen.`: before the name; empty if none
  PersonIndex person = kNone;  // index into people()
  uint32_t block = 0;
  bool in_quotation = false;
  bool sentence_start = false;
};

// All the mentions of one human being, organisation or place.
struct Person {
  NameKind kind = NameKind::kUnknown;
  MentionIndex fullest = 0;  // the mention with the fullest name, the first of equals
  MentionIndex first = 0;
  uint32_t count = 0;
};

// In what way two spellings of a name differ.
enum class Spelling : uint8_t {
  kTransposed,       // Yanukoyvch
  kDoubled,          // Corrallo, or the single letter for a double one
  kDropped,          // Manfort, or the letter too many
  kVowel,            // Daleidon
  kAccent,           // Francois
  kTransliteration,  // Zelenskiy
  kOtherLetter,
};
std::string_view ToString(Spelling how);  // "letters in another order", "a doubled letter", …

enum class NameFaultKind : uint8_t {
  kVariant,        // the article spells this name in two ways
  kDroppedAccent,  // with an accent here, without one there
  kMisspelled,     // the names list knows it otherwise
};

// A name that is spelled otherwise than it should be. One for each odd spelling, however often it occurs.
struct NameFault {
  NameFaultKind kind = NameFaultKind::kVariant;
  Spelling how = Spelling::kOtherLetter;
  // The odd word wherever it stands, in order, and what belongs there in its letter case. Never empty.
  std::vector<std::pair<TextSpan, std::string>> corrections;
  bool doubtful = false;  // both spellings are in use: another transliteration of the ending
  TextSpan usual;         // where the usual spelling stands first; empty for kMisspelled
  uint32_t usual_count = 0;
  std::string_view full_name;  // kMisspelled: the preferred name; lives as long as the list
  std::string_view note;       // kMisspelled: what the house says about it; may be empty

  TextSpan first() const { return corrections.front().first; }
};

}  // namespace bylint
