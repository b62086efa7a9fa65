// File names as URIs.
#pragma once

#include <string>
#include <string_view>

namespace bylint {

// A relative reference for a relative path, `file:///…` for an absolute one; all but unreserved characters escaped.
std::string ToUri(std::string_view path);

}  // namespace bylint
