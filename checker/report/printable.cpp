#include "checker/report/printable.h"

#include <utf8proc.h>

#include <algorithm>

#include "absl/strings/str_format.h"
#include "checker/base/utf8.h"

namespace bylint {
namespace {

bool InRange(char32_t c, char32_t low, char32_t high) { return low <= c && c <= high; }

// Calls `valid` with each stretch of UTF-8 and `invalid` with each byte that is none.
template <typename Valid, typename Invalid>
void SplitUtf8(std::string_view text, Valid valid, Invalid invalid) {
  while (!text.empty()) {
    const size_t end = FindInvalidUtf8(text);
    if (end > 0) valid(text.substr(0, end));
    if (end == text.size()) return;
    invalid(static_cast<unsigned char>(text[end]));
    text.remove_prefix(end + 1);
  }
}

}  // namespace

int DisplayWidth(char32_t c) {
  if (InRange(c, 0x20, 0x7E)) return 1;
  return std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(c)));
}

int DisplayWidth(std::string_view text) {
  int width = 0;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeUtf8(text, i);
    width += DisplayWidth(c.value);
    i += c.size;
  }
  return width;
}

bool IsUnsafe(char32_t c) {
  if (InRange(c, 0x20, 0x7E)) return false;
  // U+200C and U+200D stay: scripts and emoji are written with them.
  return c < 0x20 || InRange(c, 0x7F, 0x9F) || c == 0xAD || c == 0x61C || c == 0x200B || c == 0x200E || c == 0x200F ||
         InRange(c, 0x2028, 0x202E) || InRange(c, 0x2060, 0x206F) || c == 0xFEFF || InRange(c, 0xFFF9, 0xFFFB) ||
         InRange(c, 0xE0000, 0xE007F);
}

int AppendPrintable(char32_t c, std::string& out) {
  if (c == '\t' || c == '\n' || c == '\r') {
    out.push_back(' ');
    return 1;
  }
  if (!IsUnsafe(c)) {
    AppendUtf8(c, out);
    return DisplayWidth(c);
  }
  const std::string name = absl::StrFormat("<U+%04X>", static_cast<uint32_t>(c));
  out += name;
  return static_cast<int>(name.size());
}

void AppendPrintable(std::string_view text, std::string& out) {
  for (size_t i = 0; i < text.size();) {
    const size_t plain = SkipPrintableAscii(text, i, text.size());
    out.append(text, i, plain - i);
    if (plain == text.size()) return;
    const CodePoint c = DecodeUtf8(text, plain);
    AppendPrintable(c.value, out);
    i = plain + c.size;
  }
}

std::string Printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  SplitUtf8(
      text, [&](std::string_view valid) { AppendPrintable(valid, out); },
      [&](unsigned char byte) { absl::StrAppendFormat(&out, "\\x%02X", byte); });
  return out;
}

std::string EscapeUnsafeInJson(std::string json) {
  const auto suspicious = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2 || byte == 0xEF || byte == 0xF3;
  };
  if (std::ranges::none_of(json, suspicious)) return json;
  std::string out;
  out.reserve(json.size() + 64);
  for (size_t i = 0; i < json.size();) {
    const CodePoint c = DecodeUtf8(json, i);
    if (c.value >= 0x20 && IsUnsafe(c.value)) {
      if (c.value > 0xFFFF) {
        const uint32_t rest = static_cast<uint32_t>(c.value) - 0x10000;
        absl::StrAppendFormat(&out, "\\u%04x\\u%04x", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FF));
      } else {
        absl::StrAppendFormat(&out, "\\u%04x", static_cast<uint32_t>(c.value));
      }
    } else {
      out.append(json, i, c.size);
    }
    i += c.size;
  }
  return out;
}

std::string RepairUtf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  SplitUtf8(text, [&](std::string_view valid) { out += valid; }, [&](unsigned char) { out += "\xEF\xBF\xBD"; });
  return out;
}

}  // namespace bylint
