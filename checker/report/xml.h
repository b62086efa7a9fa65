// XML as the reports of this program write it.
#pragma once

#include <string>
#include <string_view>

#include "absl/strings/str_replace.h"
#include "checker/report/printable.h"

namespace bylint {

// Safe between tags and in attributes; characters that XML cannot hold are spelled out.
inline std::string EscapeXml(std::string_view text) {
  return absl::StrReplaceAll(Printable(text), {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}});
}

}  // namespace bylint
