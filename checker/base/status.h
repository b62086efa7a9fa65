// More about a failure than the one who met it could know.
#pragma once

#include <string_view>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"

namespace bylint {

// The same failure as one of that file.
inline absl::Status AtPath(std::string_view path, const absl::Status& status) {
  return absl::Status(status.code(), absl::StrCat(ToAbsl(path), ": ", status.message()));
}

}  // namespace bylint
