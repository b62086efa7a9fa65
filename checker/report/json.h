// JSON as the reports of this program write it. Compile-time heavy: for .cpp files of renderings only.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "checker/report/located.h"
#include "checker/report/positions.h"
#include "checker/report/printable.h"

namespace bylint {

using Json = nlohmann::ordered_json;

// On one line, UTF-8, characters that a terminal would obey escaped; bytes that are not UTF-8 as U+FFFD.
inline std::string Dump(const Json& json) {
  return EscapeUnsafeInJson(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

inline Json ToJson(const Position& position) {
  return {{"byte", position.byte}, {"line", position.line}, {"column", position.column}};
}
inline Json ToJson(const Range& range) { return {{"start", ToJson(range.start)}, {"end", ToJson(range.end)}}; }

// One finding in the shape of `--format json`.
Json ToJson(std::string_view path, const LocatedFinding& item);

}  // namespace bylint
