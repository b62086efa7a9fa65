// Readers: bytes of a file to a Document. One file a format.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "bylint/document.h"

namespace bylint {

// Decodes the bytes of a file: UTF-8 with or without a byte-order mark, UTF-16 with one, or the encoding that
// the user names (a byte-order mark goes before it). Errors:
//   FailedPrecondition  the file is binary: it has a NUL byte (see IsBinary)
//   InvalidArgument     the bytes are not of that encoding; the message names the first wrong one and
//   `--encoding`
absl::StatusOr<SourceText> DecodeSource(std::string bytes, std::optional<Encoding> named = std::nullopt);

// The way back: the bytes of `utf8` stored in that encoding, or nothing when it cannot hold a character. A byte-order
// mark and the line ends are part of the text.
std::optional<std::string> EncodeSource(std::string_view utf8, Encoding stored_as);

// True for the Status that DecodeSource gives for binary files: to be skipped where nobody named the file.
inline bool IsBinary(const absl::Status& status) { return status.code() == absl::StatusCode::kFailedPrecondition; }

// `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, `latin-1`, and the names they also go by, in any case.
std::optional<Encoding> ParseEncoding(std::string_view name);

// Reads the article with the reader for `path`'s ending; unknown endings are plain text. Never fails: broken
// markup is read as far as it goes.
Document ReadDocument(std::string_view path, SourceText source);

namespace internal {
Document ReadAsciiDoc(SourceText source);
Document ReadHtml(SourceText source);
Document ReadMarkdown(SourceText source);
Document ReadPlainText(SourceText source);
Document ReadRestructuredText(SourceText source);
}  // namespace internal

}  // namespace bylint
