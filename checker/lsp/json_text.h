// JSON written straight into a string: for what is long and goes out with each keystroke.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "checker/lsp/json.h"

namespace bylint::lsp {

class JsonText {
 public:
  // JSON as it stands: brackets, keys, whole values.
  JsonText& Raw(std::string_view json) {
    text_.append(json);
    return *this;
  }
  JsonText& Value(const Json& value) { return Raw(Dump(value)); }
  JsonText& Number(int64_t value) { return Raw(std::to_string(value)); }
  // With its quotation marks; invalid UTF-8 becomes U+FFFD.
  JsonText& String(std::string_view value);
  // Parts a list: a comma before all values but the first.
  JsonText& Comma(bool& first) {
    if (!first) text_.push_back(',');
    first = false;
    return *this;
  }

  std::string Take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace bylint::lsp
