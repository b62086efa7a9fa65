// The one hash of bytes.
#pragma once

#include <cstdint>
#include <string_view>

namespace bylint {

// The same in every run and on every machine, so it may be kept in files.
uint64_t StableHash(std::string_view bytes, uint64_t seed = 0);

}  // namespace bylint
