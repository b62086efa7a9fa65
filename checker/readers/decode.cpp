// From the bytes of a file to UTF-8. Nothing is guessed: what is neither UTF-8 nor marked as UTF-16 needs a
// name.
#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "checker/base/to_absl.h"
#include "checker/base/utf8.h"
#include "checker/readers/reader.h"

namespace bylint {
namespace {

// Code points of the bytes 0x80 to 0x9F in windows-1252; the five that it leaves open are C1 controls, as on
// the web (WHATWG Encoding).
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                   0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

struct EncodingName {
  std::string_view name;
  Encoding encoding;
};
constexpr EncodingName kEncodingNames[] = {{"utf-8", Encoding::kUtf8},
                                           {"utf8", Encoding::kUtf8},
                                           {"utf-16le", Encoding::kUtf16Le},
                                           {"utf-16be", Encoding::kUtf16Be},
                                           {"windows-1252", Encoding::kWindows1252},
                                           {"cp1252", Encoding::kWindows1252},
                                           {"latin-1", Encoding::kLatin1},
                                           {"latin1", Encoding::kLatin1},
                                           {"iso-8859-1", Encoding::kLatin1}};

absl::Status BinaryError(size_t byte) {
  return absl::FailedPreconditionError(absl::StrCat("binary file: NUL at byte ", byte));
}

absl::StatusOr<SourceText> DecodeUtf8File(std::string bytes) {
  const size_t nul = bytes.find('\0');
  if (nul != std::string::npos) return BinaryError(nul);
  const size_t invalid = FindInvalidUtf8(bytes);
  if (invalid == bytes.size()) return SourceText(std::move(bytes));
  return absl::InvalidArgumentError(
      absl::StrFormat("byte %d (0x%02X) is not UTF-8; if the file is stored in another encoding, name it: "
                      "--encoding windows-1252, latin-1, utf-16le, utf-16be",
                      invalid, static_cast<unsigned char>(bytes[invalid])));
}

absl::StatusOr<SourceText> DecodeUtf16File(std::string_view bytes, Encoding encoding) {
  const size_t high = encoding == Encoding::kUtf16Be ? 0 : 1;
  const auto unit = [&](size_t at) {
    return static_cast<char32_t>(static_cast<unsigned char>(bytes[at + high]) << 8 |
                                 static_cast<unsigned char>(bytes[at + 1 - high]));
  };
  std::string text;
  text.reserve(bytes.size());
  for (size_t at = 0; at < bytes.size();) {
    if (bytes.size() - at < 2)
      return absl::InvalidArgumentError(absl::StrCat("UTF-16 ends in half a unit at byte ", at));
    char32_t c = unit(at);
    size_t size = 2;
    if (c >= 0xD800 && c <= 0xDFFF) {
      const char32_t low = bytes.size() - at >= 4 ? unit(at + 2) : 0;
      if (c >= 0xDC00 || low < 0xDC00 || low > 0xDFFF) {
        return absl::InvalidArgumentError(absl::StrCat("half of a surrogate pair at byte ", at, ": not UTF-16"));
      }
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      size = 4;
    }
    if (c == 0) return BinaryError(at);
    AppendUtf8(c, text);
    at += size;
  }
  return SourceText(std::move(text), encoding);
}

absl::StatusOr<SourceText> DecodeSingleByteFile(std::string_view bytes, Encoding encoding) {
  const size_t nul = bytes.find('\0');
  if (nul != std::string_view::npos) return BinaryError(nul);
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    const bool mapped = encoding == Encoding::kWindows1252 && c >= 0x80 && c < 0xA0;
    AppendUtf8(mapped ? kWindows1252[c - 0x80u] : c, text);
  }
  return SourceText(std::move(text), encoding);
}

}  // namespace

absl::StatusOr<SourceText> DecodeSource(std::string bytes, std::optional<Encoding> named) {
  Encoding encoding = named.value_or(Encoding::kUtf8);
  const std::string_view start = bytes;
  if (start.starts_with("\xFF\xFE")) encoding = Encoding::kUtf16Le;
  if (start.starts_with("\xFE\xFF")) encoding = Encoding::kUtf16Be;
  if (start.starts_with("\xEF\xBB\xBF")) encoding = Encoding::kUtf8;
  switch (encoding) {
    case Encoding::kUtf16Le:
    case Encoding::kUtf16Be:
      return DecodeUtf16File(bytes, encoding);
    case Encoding::kWindows1252:
    case Encoding::kLatin1:
      return DecodeSingleByteFile(bytes, encoding);
    case Encoding::kUtf8:
      break;
  }
  return DecodeUtf8File(std::move(bytes));
}

std::optional<Encoding> ParseEncoding(std::string_view name) {
  const std::string lower = absl::AsciiStrToLower(ToAbsl(name));
  const auto* it = std::ranges::find(kEncodingNames, std::string_view(lower), &EncodingName::name);
  if (it == std::end(kEncodingNames)) return std::nullopt;
  return it->encoding;
}

namespace {

void AppendUnit(Encoding encoding, uint32_t unit, std::string& bytes) {
  const char low = static_cast<char>(unit & 0xFF);
  const char high = static_cast<char>(unit >> 8);
  bytes += encoding == Encoding::kUtf16Le ? low : high;
  bytes += encoding == Encoding::kUtf16Le ? high : low;
}

// One byte for `c`, or nothing.
std::optional<char> SingleByte(Encoding encoding, char32_t c) {
  if (c < 0x80 || (c >= 0xA0 && c <= 0xFF) || (encoding == Encoding::kLatin1 && c <= 0xFF)) return static_cast<char>(c);
  if (encoding == Encoding::kLatin1) return std::nullopt;
  for (size_t i = 0; i < kWindows1252.size(); ++i) {
    if (kWindows1252[i] == c) return static_cast<char>(0x80 + i);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> EncodeSource(std::string_view utf8, Encoding stored_as) {
  if (stored_as == Encoding::kUtf8) return std::string(utf8);
  const bool wide = stored_as == Encoding::kUtf16Le || stored_as == Encoding::kUtf16Be;
  std::string bytes;
  for (size_t i = 0; i < utf8.size();) {
    const CodePoint c = DecodeUtf8(utf8, i);
    i += c.size;
    const auto value = static_cast<uint32_t>(c.value);
    if (wide && value > 0xFFFF) {
      AppendUnit(stored_as, 0xD800 + ((value - 0x10000) >> 10), bytes);
      AppendUnit(stored_as, 0xDC00 + ((value - 0x10000) & 0x3FF), bytes);
    } else if (wide) {
      AppendUnit(stored_as, value, bytes);
    } else if (const std::optional<char> byte = SingleByte(stored_as, c.value)) {
      bytes += *byte;
    } else {
      return std::nullopt;
    }
  }
  return bytes;
}

}  // namespace bylint
