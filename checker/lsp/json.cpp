#include "checker/lsp/json.h"

#include <cmath>
#include <utility>

namespace bylint::lsp {
namespace {

// Value of four hexadecimal digits, or nullopt.
std::optional<uint32_t> HexQuad(std::string_view text) {
  if (text.size() < 4) return std::nullopt;
  uint32_t value = 0;
  for (const char c : text.substr(0, 4)) {
    const bool digit = c >= '0' && c <= '9';
    const char lower = static_cast<char>(c | 0x20);
    if (!digit && (lower < 'a' || lower > 'f')) return std::nullopt;
    value = value << 4 | static_cast<uint32_t>(digit ? c - '0' : lower - 'a' + 10);
  }
  return value;
}

// The code unit of the `\uXXXX` escape that starts at `offset`, or nullopt.
std::optional<uint32_t> UnicodeEscape(std::string_view text, size_t offset) {
  if (text.substr(offset, 2) != "\\u") return std::nullopt;
  return HexQuad(text.substr(offset + 2));
}

bool IsHighSurrogate(std::optional<uint32_t> unit) { return unit && *unit >= 0xD800 && *unit < 0xDC00; }
bool IsLowSurrogate(std::optional<uint32_t> unit) { return unit && *unit >= 0xDC00 && *unit < 0xE000; }

// The message with `\uFFFD` for each escaped surrogate that has no other half.
std::string MendSurrogates(std::string_view text) {
  std::string mended(text);
  for (size_t i = 0; i + 1 < mended.size();) {
    if (mended[i] != '\\') {
      ++i;
      continue;
    }
    const std::optional<uint32_t> unit = UnicodeEscape(mended, i);
    if (!unit) {
      i += 2;
      continue;
    }
    if (IsHighSurrogate(unit) && IsLowSurrogate(UnicodeEscape(mended, i + 6))) {
      i += 12;
      continue;
    }
    if (IsHighSurrogate(unit) || IsLowSurrogate(unit)) mended.replace(i + 2, 4, "FFFD");
    i += 6;
  }
  return mended;
}

std::optional<Json> ParseStrictly(std::string_view bytes) {
  Json value = Json::parse(bytes, nullptr, /*allow_exceptions=*/false);
  if (value.is_discarded()) return std::nullopt;
  return value;
}

}  // namespace

const Json& At(const Json& value, std::initializer_list<std::string_view> path) {
  static const Json& kNull = *new Json();
  const Json* at = &value;
  for (const std::string_view key : path) {
    const auto found = at->find(key);
    if (found == at->end()) return kNull;
    at = &*found;
  }
  return *at;
}

std::string_view StringOr(const Json& value, std::string_view otherwise) {
  const std::string* text = AsString(value);
  return text == nullptr ? otherwise : std::string_view(*text);
}

bool BoolOr(const Json& value, bool otherwise) {
  const bool* flag = value.get_ptr<const Json::boolean_t*>();
  return flag == nullptr ? otherwise : *flag;
}

std::optional<int64_t> AsInteger(const Json& value) {
  if (const auto* natural = value.get_ptr<const Json::number_unsigned_t*>()) {
    if (!std::in_range<int64_t>(*natural)) return std::nullopt;
    return static_cast<int64_t>(*natural);
  }
  if (const auto* whole = value.get_ptr<const Json::number_integer_t*>()) return *whole;
  if (const auto* real = value.get_ptr<const Json::number_float_t*>()) {
    if (std::nearbyint(*real) == *real && std::abs(*real) < 9e15) return static_cast<int64_t>(*real);
  }
  return std::nullopt;
}

bool HoldsString(const Json& value, std::string_view text) {
  if (!value.is_array()) return false;
  for (const Json& item : value) {
    if (const std::string* held = AsString(item); held != nullptr && *held == text) return true;
  }
  return false;
}

std::optional<Json> ParseMessage(std::string_view bytes) {
  if (std::optional<Json> value = ParseStrictly(bytes)) return value;
  return ParseStrictly(MendSurrogates(bytes));
}

std::string Dump(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace bylint::lsp
