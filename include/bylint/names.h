// Names of the article: mentions, and the people and organisations they belong to.
#pragma once

#include <cstdint>
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

}  // namespace bylint
