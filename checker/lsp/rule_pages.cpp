#include "checker/lsp/rule_pages.h"

#include <filesystem>
#include <functional>
#include <map>
#include <system_error>

#include "checker/lsp/uri.h"

namespace bylint::lsp {
namespace {

namespace fs = std::filesystem;

// From the folder of the program.
constexpr std::string_view kFolders[] = {"../share/doc/bylint/rules", "../../docs/rules"};

fs::path FindFolder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return {};
  for (const std::string_view folder : kFolders) {
    const fs::path candidate = (program.parent_path() / folder).lexically_normal();
    if (fs::is_directory(candidate, error)) return candidate;
  }
  return {};
}

}  // namespace

std::string RulePageUri(std::string_view rule) {
  static const fs::path& folder = *new fs::path(FindFolder());
  static auto& known = *new std::map<std::string, std::string, std::less<>>();
  if (const auto found = known.find(rule); found != known.end()) return found->second;
  std::error_code error;
  const fs::path page = folder / (std::string(rule) + ".md");
  const bool exists = !folder.empty() && fs::exists(page, error);
  return known.emplace(rule, exists ? UriOfPath(page.string()) : std::string()).first->second;
}

}  // namespace bylint::lsp
