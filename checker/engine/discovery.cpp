#include "checker/engine/discovery.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <unordered_set>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/engine/process.h"

namespace bylint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kArticleEndings[] = {".txt", ".text",  ".md",   ".markdown", ".mdown", ".mkd", ".html",
                                                ".htm", ".xhtml", ".adoc", ".asciidoc", ".asc",   ".rst"};

bool IsHidden(std::string_view name) { return name.size() > 1 && name.front() == '.' && name != ".."; }

bool HasHiddenPart(std::string_view relative) {
  for (size_t begin = 0; begin <= relative.size();) {
    const size_t end = std::min(relative.find('/', begin), relative.size());
    if (IsHidden(relative.substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

// True for a path that cannot be said in a shorter way, as those that are found in folders.
bool IsNormal(std::string_view path) {
  for (size_t begin = path.starts_with('/') ? 1 : 0; begin <= path.size();) {
    const size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part.empty() || part == "." || part == "..") return false;
    begin = end + 1;
  }
  return true;
}

bool HasArticleEnding(std::string_view path) {
  const size_t dot = path.find_last_of("./");
  if (dot == std::string_view::npos || path[dot] != '.') return false;
  const std::string ending = absl::AsciiStrToLower(ToAbsl(path.substr(dot)));
  return std::ranges::find(kArticleEndings, ending) != std::end(kArticleEndings);
}

// `folder/relative`, without a leading `./`.
std::string Join(const std::string& folder, std::string_view relative) {
  if (folder == "." || folder == "./") return std::string(relative);
  return absl::StrCat(folder, folder.ends_with('/') ? "" : "/", ToAbsl(relative));
}

bool IsInsideRepository(const std::string& folder) {
  std::error_code error;
  for (fs::path at = fs::canonical(folder, error); !error && !at.empty(); at = at.parent_path()) {
    if (fs::exists(at / ".git", error)) return true;
    error.clear();
    if (at == at.root_path()) return false;
  }
  return false;
}

class Walker {
 public:
  explicit Walker(Discovery& out) : out_(out) {}

  void Named(const std::string& path) {
    std::error_code error;
    const fs::file_status status = path == "-" ? fs::file_status(fs::file_type::regular) : fs::status(path, error);
    if (fs::is_directory(status)) {
      Folder(path);
    } else {
      Add(path, true);  // what is wrong with it is said when it is read
    }
  }

 private:
  void Folder(const std::string& folder) {
    std::vector<std::string> found;
    if (!IsInsideRepository(folder) || !ListWithGit(folder, found)) Walk(folder, found);
    std::ranges::sort(found);
    for (std::string& path : found) Add(std::move(path), false);
  }

  // What git tracks and what it would: .gitignore, .git/info/exclude and the user's own excludes are respected.
  bool ListWithGit(const std::string& folder, std::vector<std::string>& found) {
    const absl::StatusOr<ProcessResult> listed = RunGitProcess(
        folder, {"ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate", "--", "."});
    if (!listed.ok()) {
      out_.notes.push_back(absl::StrCat(folder, ": .gitignore is not respected: ", listed.status().message()));
      return false;
    }
    ReportUnread(folder, listed->errors);
    std::string_view rest = listed->output;
    while (!rest.empty()) {
      const size_t end = std::min(rest.find('\0'), rest.size());
      Listed(folder, rest.substr(0, end), found);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return true;
  }

  // git passes over a folder that it cannot open, with a warning: `warning: could not open directory 'PATH/': REASON`.
  void ReportUnread(const std::string& folder, std::string_view warnings) {
    constexpr std::string_view kBefore = "warning: could not open directory '";
    for (size_t at = warnings.find(kBefore); at != std::string_view::npos; at = warnings.find(kBefore, at)) {
      at += kBefore.size();
      const std::string_view line = warnings.substr(at, warnings.find('\n', at) - at);
      const size_t end = line.rfind("': ");
      if (end == std::string_view::npos) continue;
      std::string path = Join(folder, line.substr(0, end));
      if (path.ends_with('/')) path.pop_back();
      out_.errors.push_back(absl::StrCat(path, ToAbsl(line.substr(end + 1))));
    }
  }

  void Listed(const std::string& folder, std::string_view relative, std::vector<std::string>& found) {
    if (HasHiddenPart(relative)) return;
    std::string path = Join(folder, relative);
    if (HasArticleEnding(relative)) {
      std::error_code error;
      const fs::file_status link = fs::symlink_status(path, error);
      if (link.type() == fs::file_type::not_found) return;  // deleted, and git does not know yet
      if (link.type() != fs::file_type::directory) found.push_back(std::move(path));
      return;
    }
    // A repository within the repository is listed as its folder.
    std::error_code error;
    if (relative.ends_with('/') || fs::symlink_status(path, error).type() == fs::file_type::directory) {
      if (path.ends_with('/')) path.pop_back();
      if (!ListWithGit(path, found)) Walk(path, found);
    }
  }

  // Every folder below `root` that is not hidden; one that cannot be read is an error, the others go on.
  void Walk(const std::string& root, std::vector<std::string>& found) {
    std::vector<std::string> folders = {root};
    while (!folders.empty()) {
      const std::string folder = std::move(folders.back());
      folders.pop_back();
      std::error_code error;
      for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const std::string_view found_path = it->path().native();
        const std::string_view name = found_path.substr(found_path.rfind('/') + 1);
        if (IsHidden(name)) continue;
        // Both are told by the folder itself, without a look at the file.
        std::error_code ignored;
        if (!it->is_symlink(ignored) && it->is_directory(ignored)) {
          folders.push_back(Join(folder, name));
        } else if (HasArticleEnding(name)) {
          found.push_back(Join(folder, name));
        }
      }
      if (error) out_.errors.push_back(absl::StrCat(folder, ": ", error.message()));
    }
  }

  void Add(std::string path, bool named) {
    const std::string key = IsNormal(path) ? path : fs::path(path).lexically_normal().string();
    if (seen_.insert(key).second) out_.files.push_back({.path = std::move(path), .named = named});
  }

  Discovery& out_;
  std::unordered_set<std::string> seen_;
};

}  // namespace

bool IsDiscoverable(std::string_view relative) { return HasArticleEnding(relative) && !HasHiddenPart(relative); }

Discovery DiscoverFiles(const std::vector<std::string>& paths) {
  Discovery discovery;
  Walker walker(discovery);
  for (const std::string& path : paths) walker.Named(path);
  return discovery;
}

}  // namespace bylint
