// Runs the rules on one text in memory: what the fixtures and the tests of rules share.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "bylint/article.h"
#include "bylint/finding.h"
#include "checker/engine/registry.h"

namespace bylint::testing {

// An article and what the rules said about it.
struct Linted {
  Article article;
  std::vector<Finding> findings;  // by position, then rule

  // The bytes of the source that `span` covers.
  std::string_view Words(SourceSpan span) const { return article.document().source().Text(span); }
  // Line of the source, from 1, on which `span` begins.
  size_t LineOf(SourceSpan span) const;
};

// The rules that run when nothing is selected.
std::vector<const RegisteredRule*> DefaultRules();

// Lints `bytes` as a file named `file_name` (its ending picks the reader) with `rules`.
absl::StatusOr<Linted> Lint(std::string_view file_name, std::string bytes,
                            std::span<const RegisteredRule* const> rules);

// The file at `path`, or an error that names it.
absl::StatusOr<std::string> ReadFile(const std::string& path);

}  // namespace bylint::testing
