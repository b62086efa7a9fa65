// What is made from the table of keys.
#pragma once

#include <string>

namespace bylint {

// The JSON Schema of bylint.toml, for editors.
std::string ConfigSchema();

// A bylint.toml with every key commented out, for `bylint init`.
std::string ConfigTemplate();

}  // namespace bylint
