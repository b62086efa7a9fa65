#include "checker/engine/review/add_ignores.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "checker/base/to_absl.h"
#include "checker/engine/review/suppressions.h"
#include "checker/engine/rule_set.h"
#include "checker/report/fingerprint.h"

namespace bylint {
namespace {

constexpr size_t kWordsInTable = 8;

bool IsAboutSuppressions(const Finding& finding) {
  return std::ranges::any_of(EngineRules(), [&](const RuleInfo* info) { return info->name == finding.rule; });
}

// The end of the line at `offset`, before white space that ends it.
size_t EndOfLine(std::string_view source, size_t offset) {
  size_t end = std::min(source.find('\n', offset), source.size());
  while (end > offset && (source[end - 1] == ' ' || source[end - 1] == '\t' || source[end - 1] == '\r')) --end;
  return end;
}

// Prose begins after front matter, and a comment does not hold there.
bool InFrontMatter(std::string_view source, size_t offset) {
  if (!source.starts_with("---") && !source.starts_with("+++")) return false;
  const size_t end = source.find(source.substr(0, 3), 3);
  return end != std::string_view::npos && offset < end;
}

std::string Table(const std::string& shown, const Finding& finding, std::string_view source) {
  const std::string words = NormalizeWords(source.substr(finding.span.begin, finding.span.size()));
  std::vector<std::string_view> first;
  for (std::string_view rest = words; !rest.empty() && first.size() < kWordsInTable;) {
    const size_t end = std::min(rest.find(' '), rest.size());
    first.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  const auto append = [](std::string* out, std::string_view word) { *out += word; };
  const std::string path = absl::StrReplaceAll(shown, {{"\\", "\\\\"}, {"\"", "\\\""}, {"\n", "\\n"}});
  std::string table =
      absl::StrCat("\n[[suppress]]\nfiles = [\"/", path, "\"]\nrule = \"", ToAbsl(finding.rule), "\"\n");
  if (!first.empty()) absl::StrAppend(&table, "words = \"", absl::StrJoin(first, " ", append), "\"\n");
  return table;
}

}  // namespace

AddedIgnores AddIgnores(const Article& article, std::string_view path, const std::string& shown,
                        std::span<const Finding> findings) {
  AddedIgnores added;
  const std::string_view source = article.document().source().text();
  std::map<size_t, std::set<std::string_view>> rules_by_line_end;
  for (const Finding& finding : findings) {
    if (IsAboutSuppressions(finding)) continue;
    const bool comment = TakesComments(path) && !path.ends_with(".adoc") && !path.ends_with(".rst") &&
                         !InFrontMatter(source, finding.span.begin);
    if (comment) {
      rules_by_line_end[EndOfLine(source, finding.span.begin)].insert(finding.rule);
    } else {
      added.tables.push_back(Table(shown, finding, source));
    }
  }
  size_t at = 0;
  for (const auto& [end, rules] : rules_by_line_end) {
    const auto append = [](std::string* out, std::string_view rule) { *out += rule; };
    added.text += source.substr(at, end - at);
    absl::StrAppend(&added.text, " <!-- bylint: ignore-line ", absl::StrJoin(rules, ", ", append), " -->");
    at = end;
  }
  added.text += source.substr(at);
  return added;
}

}  // namespace bylint
