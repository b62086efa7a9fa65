// Readers: bytes of a file to a Document. One file a format.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "bylint/document.h"

namespace bylint {

// Decodes the bytes of a file: UTF-8 with or without a byte-order mark, UTF-16 with one. Anything else is
// InvalidArgument, naming the byte.
absl::StatusOr<SourceText> DecodeSource(std::string bytes);

// Reads the article with the reader for `path`'s ending; unknown endings are plain text. Never fails: broken
// markup is read as far as it goes.
Document ReadDocument(std::string_view path, SourceText source);

namespace internal {
Document ReadPlainText(SourceText source);
}  // namespace internal

}  // namespace bylint
