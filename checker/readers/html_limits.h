// How much of a page may be given to gumbo, whose work is not linear for every input.
#pragma once

#include <cstddef>
#include <string_view>

namespace bylint::internal {

// Bytes from the start of `html` that gumbo reads in linear time and memory and frees without deep recursion:
// all of it for any page that a person or a program meant to be read. Linear.
size_t ReadablePrefix(std::string_view html);

}  // namespace bylint::internal
