// What a name is, in a word.
#pragma once

#include <string_view>

#include "bylint/names.h"

namespace bylint {

inline std::string_view KindName(NameKind kind) {
  switch (kind) {
    case NameKind::kPerson:
      return "person";
    case NameKind::kOrganisation:
      return "organisation";
    case NameKind::kPlace:
      return "place";
    case NameKind::kUnknown:
      return "unknown";
  }
  return "unknown";
}

}  // namespace bylint
