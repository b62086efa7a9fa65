#include <catch2/catch.hpp>

#include "checker/readers/reader.h"

namespace bylint {
namespace {

using std::string_literals::operator""s;

std::string Decoded(std::string bytes, std::optional<Encoding> named = std::nullopt) {
  const absl::StatusOr<SourceText> source = DecodeSource(std::move(bytes), named);
  return source.ok() ? std::string(source->text()) : "error: " + std::string(source.status().message());
}

TEST_CASE("decode: UTF-8 is kept as it is, byte-order mark included") {
  CHECK(Decoded("“Yes,” she said.") == "“Yes,” she said.");
  CHECK(Decoded("\uFEFFYes.") == "\uFEFFYes.");
  CHECK(Decoded("").empty());
}

TEST_CASE("decode: UTF-16 with a byte-order mark") {
  CHECK(Decoded("\xFF\xFE\x1C\x20"
                "A\0"s) == "\uFEFF“A");
  CHECK(Decoded("\xFE\xFF\x20\x1C\0A"s) == "\uFEFF“A");
  CHECK(Decoded("\xFE\xFF\xD8\x3D\xDE\x00"s) == "\uFEFF😀");
}

TEST_CASE("decode: positions are those of the file as stored") {
  const absl::StatusOr<SourceText> source = DecodeSource("\xFE\xFF\xD8\x3D\xDE\x00\x20\x1C\0A"s);
  REQUIRE(source.ok());
  CHECK(source->StoredOffset(3) == 2);   // behind the byte-order mark
  CHECK(source->StoredOffset(7) == 6);   // behind a surrogate pair
  CHECK(source->StoredOffset(10) == 8);  // behind the quotation mark
}

TEST_CASE("decode: broken UTF-16 names the byte") {
  CHECK(Decoded("\xFF\xFE"
                "A"s) == "error: UTF-16 ends in half a unit at byte 2");
  CHECK(Decoded("\xFE\xFF\xDE\x00"s) == "error: half of a surrogate pair at byte 2: not UTF-16");
  CHECK(Decoded("\xFE\xFF\xD8\x3D\0A"s) == "error: half of a surrogate pair at byte 2: not UTF-16");
}

TEST_CASE("decode: bytes that are not UTF-8 name the byte and the option") {
  const std::string message = Decoded("Caf\xE9 news");
  CHECK(message.find("byte 3 (0xE9)") != std::string::npos);
  CHECK(message.find("--encoding") != std::string::npos);
}

TEST_CASE("decode: a named encoding") {
  CHECK(Decoded("\x93"
                "Caf\xE9\x94",
                Encoding::kWindows1252) == "“Café”");
  CHECK(Decoded("Caf\xE9", Encoding::kLatin1) == "Café");
  CHECK(Decoded("A\0"s, Encoding::kUtf16Le) == "A");
  CHECK(Decoded("\xEF\xBB\xBF"
                "é",
                Encoding::kLatin1) == "\uFEFFé");
  CHECK(ParseEncoding("Windows-1252") == Encoding::kWindows1252);
  CHECK(ParseEncoding("ISO-8859-1") == Encoding::kLatin1);
  CHECK(ParseEncoding("klingon") == std::nullopt);
}

TEST_CASE("decode: NUL bytes make a file binary") {
  CHECK(IsBinary(DecodeSource("GIF\0\xFF"s).status()));
  CHECK(IsBinary(DecodeSource("A\0B"s, Encoding::kLatin1).status()));
  CHECK(IsBinary(DecodeSource("\xFF\xFE\0\0A\0\0\0"s).status()));
  CHECK_FALSE(IsBinary(DecodeSource("Caf\xE9").status()));
}

}  // namespace
}  // namespace bylint
