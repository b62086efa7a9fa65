// file: URIs and paths.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bylint::lsp {

// The path of a `file:` URI, percent-decoded; nullopt for other schemes.
std::optional<std::string> PathOfUri(std::string_view uri);

// `file:` URI of an absolute path.
std::string UriOfPath(std::string_view path);

}  // namespace bylint::lsp
