// What a rule reports, as plain data. Text, JSON, SARIF and the language server are views of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bylint/span.h"

namespace bylint {

enum class Level : uint8_t { kNote, kWarning, kError };
enum class Group : uint8_t { kQuotation, kAttribution, kNames, kCopy, kHouse };

// "note", "warning", "error"; "quotation", "attribution", "names", "copy", "house".
std::string_view ToString(Level level);
std::string_view ToString(Group group);

// A second place that explains the finding: "first named here".
struct Label {
  SourceSpan span;
  std::string text;
};

// Replaces `span` by `replacement`; an empty span inserts.
struct Edit {
  SourceSpan span;
  std::string replacement;
};

enum class Safety : uint8_t {
  kSafe,       // never changes what is said; `--fix` applies it
  kSuggested,  // likely right, but a person must say yes
};

// Edits that belong together, in order, without overlap.
struct Fix {
  std::string title;  // imperative, lower case: "replace `”` by `“`"
  Safety safety = Safety::kSuggested;
  std::vector<Edit> edits;
};

// One fault of an article. Outlives the document it came from, so it owns all its strings.
struct Finding {
  std::string_view rule;  // name of the rule; points into the rule's static RuleInfo
  Group group = Group::kCopy;
  Level level = Level::kWarning;
  SourceSpan span;      // the fewest bytes that show the fault
  std::string message;  // what was seen: lower case, no full stop, article text in backticks
  std::vector<Label> labels;
  std::string help;  // what would cure it
  std::vector<Fix> fixes;
};

}  // namespace bylint
