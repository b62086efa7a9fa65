#include "tests/harness/lint.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <tuple>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "checker/readers/reader.h"

namespace bylint::testing {

size_t Linted::LineOf(SourceSpan span) const {
  const std::string_view before = article.document().source().text().substr(0, span.begin);
  return 1 + static_cast<size_t>(std::ranges::count(before, '\n'));
}

std::vector<const RegisteredRule*> DefaultRules() {
  std::vector<const RegisteredRule*> rules;
  for (const RegisteredRule& rule : BuiltInRules()) {
    if (rule.info->enabled) rules.push_back(&rule);
  }
  return rules;
}

absl::StatusOr<Linted> Lint(std::string_view file_name, std::string bytes,
                            std::span<const RegisteredRule* const> rules) {
  absl::StatusOr<SourceText> source = DecodeSource(std::move(bytes));
  if (!source.ok()) return source.status();
  Linted linted{.article = Analyze(ReadDocument(file_name, *std::move(source)), {}), .findings = {}};
  Reporter report(linted.article.document(), linted.findings);
  for (const RegisteredRule* rule : rules) {
    const absl::StatusOr<RulePtr> made = rule->make(RuleOptions());
    if (!made.ok()) return made.status();
    report.Begin(*rule->info, rule->info->level);
    (*made)->Check(linted.article, report);
  }
  std::ranges::sort(linted.findings, {}, [](const Finding& f) { return std::tuple(f.span, f.rule); });
  return linted;
}

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return absl::NotFoundError(absl::StrCat(path, ": cannot be read"));
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace bylint::testing
