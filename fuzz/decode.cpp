// Bytes in each encoding: decoded, and back the same.
#include "fuzz/target.h"

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace bylint;
  if (size == 0) return 0;
  constexpr std::string_view kEncodings[] = {"utf-8", "utf-16le", "utf-16be", "windows-1252", "latin-1"};
  const std::optional<Encoding> named = ParseEncoding(kEncodings[data[0] % std::size(kEncodings)]);
  const std::string bytes(fuzz::View(data + 1, size - 1));
  const absl::StatusOr<SourceText> source = DecodeSource(bytes, named);
  if (!source.ok()) return 0;
  BYLINT_CHECK(FindInvalidUtf8(source->text()) == source->text().size());
  const std::optional<std::string> back = EncodeSource(source->text(), source->stored_as());
  BYLINT_CHECK(back.has_value() && *back == bytes);
  return 0;
}
