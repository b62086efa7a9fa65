// A folder that a client has opened, and edits as a client applies them.
#pragma once

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "checker/lsp/json.h"

namespace bylint::lsp {

// Gone when the test is.
class Workspace {
 public:
  explicit Workspace(std::string_view name)
      : path_(std::filesystem::temp_directory_path() /
              ("bylint-lsp-" + std::string(name) + "-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~Workspace() { std::filesystem::remove_all(path_); }
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

  std::string Uri(std::string_view name = "") const {
    return "file://" + path_.string() + (name.empty() ? "" : "/" + std::string(name));
  }
  void Write(std::string_view name, std::string_view text) const { std::ofstream(path_ / name) << text; }

 private:
  std::filesystem::path path_;
};

// The text after these edits of it. For clients that have agreed on UTF-8.
inline std::string Applied(std::string text, const Json& edits) {
  const auto offset = [&](const Json& position) {
    size_t at = 0;
    for (int line = position["line"]; line > 0; --line) at = text.find('\n', at) + 1;
    return at + position["character"].get<size_t>();
  };
  struct Edit {
    size_t begin;
    size_t end;
    std::string text;
  };
  std::vector<Edit> changes;
  for (const Json& edit : edits) {
    changes.push_back({offset(edit["range"]["start"]), offset(edit["range"]["end"]), edit["newText"]});
  }
  std::ranges::sort(changes, std::greater<>(), &Edit::begin);
  for (const Edit& change : changes) text.replace(change.begin, change.end - change.begin, change.text);
  return text;
}

}  // namespace bylint::lsp
