// Character references of HTML and Markdown: `&ldquo;`, `&#8220;`, `&#x201C;`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bylint::internal {

// What a reference at the start of a text stands for. `size` is 0 where there is none, or none that is known.
struct Reference {
  std::string text;   // UTF-8
  uint32_t size = 0;  // bytes, `&` and `;` included
};

// Knows numbers and the names that articles use (Latin letters, punctuation, currencies, some symbols). O(1).
Reference ReadReference(std::string_view text);

}  // namespace bylint::internal
