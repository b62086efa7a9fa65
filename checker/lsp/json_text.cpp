#include "checker/lsp/json_text.h"

#include <algorithm>

#include "checker/base/utf8.h"

namespace bylint::lsp {

JsonText& JsonText::String(std::string_view value) {
  if (FindInvalidUtf8(value) != value.size()) return Value(value);
  const auto is_plain = [](char c) { return static_cast<unsigned char>(c) >= ' ' && c != '"' && c != '\\'; };
  text_.push_back('"');
  for (auto at = value.begin(); at != value.end();) {
    const auto odd = std::find_if_not(at, value.end(), is_plain);
    text_.append(at, odd);
    at = odd;
    if (odd == value.end()) break;
    constexpr std::string_view kDigits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(*at++);
    text_.append({'\\', 'u', '0', '0', kDigits[byte >> 4], kDigits[byte & 15]});
  }
  text_.push_back('"');
  return *this;
}

}  // namespace bylint::lsp
