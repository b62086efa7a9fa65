// Text from files and file names, made safe for a terminal, a log and a JSON string.
//
// An article may hold terminal escapes, text-direction overrides and characters without a width; none of them
// may reach the reader's screen as such.
#pragma once

#include <string>
#include <string_view>

namespace bylint {

// Columns that `c` takes on a terminal: 0 for combining characters, 2 for wide ones.
int DisplayWidth(char32_t c);
// Columns of a whole text that is already printable.
int DisplayWidth(std::string_view text);

// True for control characters, bidirectional overrides, line separators, zero-width spaces and the like.
bool IsUnsafe(char32_t c);

// Appends `c` so that it can be seen: `<U+202E>` for an unsafe character, a space for a tab or a line break.
// Returns the columns it takes.
int AppendPrintable(char32_t c, std::string& out);
// The same for all of `text`, valid UTF-8.
void AppendPrintable(std::string_view text, std::string& out);

// `text` on one line, unsafe characters spelled out. Bytes that are not UTF-8 become `\xNN`.
std::string Printable(std::string_view text);

// The same for JSON that has been dumped already: unsafe characters become `\uNNNN`. They stand only within
// strings, so that the value stays the same.
std::string EscapeUnsafeInJson(std::string json);

// `text` with each stretch that is not UTF-8 replaced by U+FFFD.
std::string RepairUtf8(std::string_view text);

}  // namespace bylint
