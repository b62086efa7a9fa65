// bylint within another program: bytes in, articles and findings out. examples/embed is a program that does it.
//
//   const absl::StatusOr<bylint::Linter> linter = bylint::Linter::Make("bylint.toml");
//   if (!linter.ok()) return Show(linter.status());
//   absl::StatusOr<bylint::LintedArticle> linted = linter->Lint("news/story.md", bytes);
//   for (const bylint::Finding& finding : linted->findings) Show(finding);
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "bylint/article.h"
#include "bylint/finding.h"

namespace bylint {

// Spans of the findings are bytes of `article.document().source()`, which is UTF-8 whatever the file is stored in.
struct LintedArticle {
  Article article;
  std::vector<Finding> findings;  // by place, then rule
};

// Checks articles as `bylint check` does: configuration, rules of the house and suppressions included; baselines, names
// of the house and archives are not. Any number of threads may use one.
class Linter {
 public:
  // `config` is the path of a bylint.toml; empty for none. InvalidArgument: what is wrong with it, a line each.
  static absl::StatusOr<Linter> Make(const std::string& config = "");

  Linter(Linter&&) noexcept;
  Linter& operator=(Linter&&) noexcept;
  ~Linter();

  // `name` picks the reader by its ending, and the settings by the paths in the configuration; no file needs to be
  // there. FailedPrecondition for binary data, InvalidArgument for bytes that are neither UTF-8 nor UTF-16 with its
  // mark.
  absl::StatusOr<LintedArticle> Lint(const std::string& name, std::string bytes) const;

 private:
  struct State;
  explicit Linter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace bylint
