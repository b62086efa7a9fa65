// Debian's Abseil has a string_view of its own that does not convert from the standard one. This is the one
// place that knows; it also compiles where both are the same type.
#pragma once

#include <string_view>

#include "absl/strings/string_view.h"

namespace bylint {

inline absl::string_view ToAbsl(std::string_view text) { return absl::string_view(text.data(), text.size()); }
inline std::string_view FromAbsl(absl::string_view text) { return std::string_view(text.data(), text.size()); }

}  // namespace bylint
