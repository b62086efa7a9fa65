// One text checked: the article with its analysis, and the findings.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bylint/article.h"
#include "bylint/finding.h"
#include "checker/engine/config/profile.h"

namespace bylint::lsp {

struct Checked {
  std::shared_ptr<const Profile> profile;  // in force for the file; nullptr when its configuration is broken
  Article article;
  std::vector<Finding> findings;  // by place, then rule
  FoundPlaces places;             // for the next version
};

// Checks texts as `bylint check` does: by the bylint.toml that is in force for the file, suppressions respected.
class Checker {
 public:
  // Compiled lists of names are kept in `cache_folder`; empty: nowhere.
  explicit Checker(const std::string& cache_folder = "") : profiles_(ConfigChoice{.cache_folder = cache_folder}) {}

  // `text` is UTF-8. No findings for files that are excluded or whose configuration is broken. `before`, which may be
  // null, is what was said of an earlier version of the text: much of it is taken over.
  std::unique_ptr<const Checked> Check(std::string_view path, std::string_view text, const Checked* before = nullptr);

  // What is wrong with configurations, each once.
  std::vector<std::string> TakeErrors();

 private:
  Profiles profiles_;
  size_t errors_taken_ = 0;
};

// The name of the file as patterns of the configuration see it.
std::string NameForConfig(const Checked& checked, const std::string& path);

}  // namespace bylint::lsp
