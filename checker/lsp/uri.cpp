#include "checker/lsp/uri.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "checker/base/to_absl.h"

namespace bylint::lsp {
namespace {

constexpr std::string_view kScheme = "file://";

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool IsUnreserved(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

std::optional<std::string> PathOfUri(std::string_view uri) {
  if (!absl::StartsWithIgnoreCase(ToAbsl(uri), ToAbsl(kScheme))) return std::nullopt;
  uri.remove_prefix(kScheme.size());
  const size_t root = uri.find('/');  // after a host name, mostly none
  if (root == std::string_view::npos) return std::nullopt;
  uri.remove_prefix(root);
  std::string path;
  path.reserve(uri.size());
  for (size_t i = 0; i < uri.size(); ++i) {
    if (uri[i] == '%' && i + 2 < uri.size() && HexDigit(uri[i + 1]) >= 0 && HexDigit(uri[i + 2]) >= 0) {
      path.push_back(static_cast<char>(HexDigit(uri[i + 1]) << 4 | HexDigit(uri[i + 2])));
      i += 2;
    } else {
      path.push_back(uri[i]);
    }
  }
  return path;
}

std::string UriOfPath(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string uri(kScheme);
  for (const char c : path) {
    if (IsUnreserved(c)) {
      uri.push_back(c);
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri.push_back('%');
    uri.push_back(kHex[byte >> 4]);
    uri.push_back(kHex[byte & 15]);
  }
  return uri;
}

}  // namespace bylint::lsp
