// Reading JSON that a stranger sent: a missing key or a wrong type is an absent value, never an exception.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace bylint::lsp {

using Json = nlohmann::json;

// The value at `path`, or a JSON null that lives for ever.
const Json& At(const Json& value, std::initializer_list<std::string_view> path);
inline const Json& At(const Json& value, std::string_view key) { return At(value, {key}); }

// The string, or nullptr when the value is none.
inline const std::string* AsString(const Json& value) { return value.get_ptr<const std::string*>(); }
// The string, or "".
std::string_view StringOr(const Json& value, std::string_view otherwise = {});
bool BoolOr(const Json& value, bool otherwise);
// The integer when the value is a whole number that fits, as JSON writes it (1 and 1.0 alike).
std::optional<int64_t> AsInteger(const Json& value);
// True when `value` is an array that holds `text`.
bool HoldsString(const Json& value, std::string_view text);

// Parses one message. A lone UTF-16 surrogate, which JavaScript clients can send, is read as U+FFFD: columns
// stay right. Nullopt when the bytes are not JSON.
std::optional<Json> ParseMessage(std::string_view bytes);

// The JSON text; invalid UTF-8 in a string becomes U+FFFD.
std::string Dump(const Json& value);

}  // namespace bylint::lsp
