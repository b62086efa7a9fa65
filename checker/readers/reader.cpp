#include "checker/readers/reader.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "checker/base/utf8.h"

namespace bylint {

absl::StatusOr<SourceText> DecodeSource(std::string bytes) {
  const size_t invalid = FindInvalidUtf8(bytes);
  if (invalid != bytes.size()) return absl::InvalidArgumentError(absl::StrCat("byte ", invalid, " is not UTF-8"));
  return SourceText(std::move(bytes));
}

Document ReadDocument(std::string_view /*path*/, SourceText source) {
  return internal::ReadPlainText(std::move(source));
}

}  // namespace bylint
