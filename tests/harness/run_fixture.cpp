#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <utility>

#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/base/utf8.h"
#include "tests/harness/fixture.h"
#include "tests/harness/lint.h"

namespace bylint::testing {
namespace {

constexpr size_t kLongWords = 80;

using LineKey = std::pair<size_t, size_t>;  // file, line

// What a run says about one line.
struct LineFacts {
  std::vector<std::string> findings;  // `LEVEL[RULE] WORDS`
  std::string fixed;                  // the line once the fixes of its findings are made
};

// `text` with each run of white space as one space.
std::string OneSpaced(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) {
      out += c;
    } else if (!out.ends_with(' ')) {
      out += ' ';
    }
  }
  return out;
}

// `words`, cut in the middle when they are long.
std::string Shortened(const std::string& words) {
  if (words.size() <= kLongWords) return words;
  size_t head = words.rfind(' ', kLongWords / 2);
  size_t tail = words.find(' ', words.size() - kLongWords / 4);
  if (head == std::string::npos || tail == std::string::npos) return words;
  return words.substr(0, head) + " …" + words.substr(tail);
}

std::string Describe(const Linted& linted, const Finding& finding) {
  const std::string words = Shortened(OneSpaced(linted.Words(finding.span)));
  std::string text(ToString(finding.level));
  text.append("[").append(finding.rule).append("]");
  if (!words.empty()) text.append(" ").append(words);
  return text;
}

// `LEVEL[RULE] WORDS` as `Describe` writes it, whichever way the author wrote the words.
std::string Normalised(const std::string& expectation) {
  const size_t space = expectation.find("] ");
  if (space == std::string::npos) return expectation;
  return expectation.substr(0, space + 2) + Shortened(OneSpaced(expectation.substr(space + 2)));
}

// The line at `line`, with the first fix of each of its findings made.
std::string FixedLine(const Linted& linted, size_t line) {
  std::vector<Edit> edits;
  for (const Finding& finding : linted.findings) {
    if (finding.fixes.empty() || linted.LineOf(finding.span) != line) continue;
    const std::vector<Edit>& first = finding.fixes.front().edits;
    edits.insert(edits.end(), first.begin(), first.end());
  }
  std::ranges::stable_sort(edits, {}, [](const Edit& e) { return e.span.begin; });
  const std::string_view text = linted.article.document().source().text();
  size_t begin = 0;
  for (size_t i = 1; i < line; ++i) begin = text.find('\n', begin) + 1;
  std::string out;
  size_t at = begin;
  for (const Edit& edit : edits) {
    if (edit.span.begin < at) continue;  // an overlap: the first edit wins
    out.append(text.substr(at, edit.span.begin - at)).append(edit.replacement);
    at = edit.span.end;
  }
  const size_t end = std::min(text.find('\n', at), text.size());
  out.append(text.substr(at, end - at));
  if (out.ends_with('\r')) out.pop_back();
  return out;
}

class Runner {
 public:
  explicit Runner(const Fixture& fixture) : fixture_(fixture) {}

  FixtureOutcome Run(std::vector<const RegisteredRule*> rules) {
    for (const FixtureLine& line : fixture_.lines) {
      if (line.kind == LineKind::kRules) rules = Selected(line.content);
    }
    for (size_t file = 0; file < fixture_.files.size(); ++file) LintFile(file, rules);
    Compare();
    if (fixture_.expects_beside) {
      UpdateBeside();
    } else {
      UpdateWithin();
    }
    return std::move(outcome_);
  }

 private:
  void Problem(size_t file, size_t line, std::string_view what) {
    outcome_.problems.push_back(
        absl::StrCat(fixture_.path, ":", fixture_.files[file].name, ":", line, ": ", ToAbsl(what)));
  }

  std::vector<const RegisteredRule*> Selected(const std::string& names) {
    std::vector<const RegisteredRule*> rules;
    std::istringstream words(names);
    for (std::string name; words >> name;) {
      const RegisteredRule* rule = FindRule(name);
      if (rule == nullptr) {
        Problem(0, 0, absl::StrCat("no rule is named `", name, "`"));
      } else {
        rules.push_back(rule);
      }
    }
    return rules;
  }

  void LintFile(size_t file, const std::vector<const RegisteredRule*>& rules) {
    const FixtureFile& input = fixture_.files[file];
    if (input.name.empty()) return;
    const absl::StatusOr<Linted> linted = Lint(input.name, input.bytes, rules);
    if (!linted.ok()) return Problem(file, 0, FromAbsl(linted.status().message()));
    for (const Finding& finding : linted->findings) {
      facts_[{file, linted->LineOf(finding.span)}].findings.push_back(Describe(*linted, finding));
      ++outcome_.findings;
    }
    for (const FixtureLine& line : fixture_.lines) {
      if (line.kind != LineKind::kFixed || line.file != file) continue;
      facts_[{file, line.number}].fixed = FixedLine(*linted, line.number);
    }
  }

  void Compare() {
    std::map<LineKey, LineFacts> left = facts_;
    for (const FixtureLine& line : fixture_.lines) {
      std::vector<std::string>& findings = left[{line.file, line.number}].findings;
      const auto found = std::ranges::find(findings, Normalised(line.content));
      const bool reported = found != findings.end();
      if (line.kind == LineKind::kFinding || line.kind == LineKind::kKnownWrong) {
        if (reported) {
          findings.erase(found);
        } else if (line.kind == LineKind::kFinding) {
          Problem(line.file, line.number, "not reported: " + line.content);
        } else {
          Problem(line.file, line.number, "cured, take the line out: known-wrong " + line.content);
        }
      } else if (line.kind == LineKind::kKnownMissed && reported) {
        findings.erase(found);
        Problem(line.file, line.number, "found at last, make it an expectation: " + line.content);
      } else if (line.kind == LineKind::kFixed && facts_[{line.file, line.number}].fixed != line.content) {
        Problem(line.file, line.number,
                absl::StrCat("fixed to: ", facts_[{line.file, line.number}].fixed, "\n  and not to: ", line.content));
      }
    }
    for (const auto& [key, facts] : left) {
      for (const std::string& finding : facts.findings) {
        Problem(key.first, key.second, "not expected: " + finding);
      }
    }
    for (size_t file = 0; file < fixture_.files.size(); ++file) CompareNone(file);
  }

  // A file says `none` exactly when nothing else is expected of it.
  void CompareNone(size_t file) {
    if (fixture_.files[file].name.empty()) return;
    const auto has = [&](LineKind kind) {
      return std::ranges::any_of(fixture_.lines,
                                 [&](const FixtureLine& l) { return l.file == file && l.kind == kind; });
    };
    const bool expects = has(LineKind::kFinding) || has(LineKind::kKnownWrong);
    if (expects && has(LineKind::kNone)) Problem(file, 0, "`#~ none` beside expectations");
    if (!expects && !has(LineKind::kNone)) Problem(file, 0, "no expectations: say `#~ none`");
  }

  bool IsReported(const FixtureLine& line) const {
    const auto facts = facts_.find({line.file, line.number});
    return facts != facts_.end() &&
           std::ranges::find(facts->second.findings, Normalised(line.content)) != facts->second.findings.end();
  }

  // Whether a line of the old expectations still holds whatever the rules say.
  bool Keeps(const FixtureLine& line) const {
    switch (line.kind) {
      case LineKind::kFinding:
      case LineKind::kNone:
      case LineKind::kFixed:
        return false;
      case LineKind::kKnownWrong:
        return IsReported(line);
      case LineKind::kKnownMissed:
        return !IsReported(line);
      case LineKind::kText:
      case LineKind::kRules:
      case LineKind::kFile:
      case LineKind::kRemark:
        return true;
    }
    return true;
  }

  static std::string Written(const FixtureLine& line) {
    constexpr std::string_view kWords[] = {"",       "",      "none", "fixed ", "known-wrong ", "known-missed ",
                                           "rules ", "file ", "# "};
    return std::string(kWords[static_cast<size_t>(line.kind)]) + line.content;
  }

  // The expectations for one line, without those that `known-wrong` names.
  std::vector<std::string> Expectations(LineKey key) const {
    const auto facts = facts_.find(key);
    if (facts == facts_.end()) return {};
    std::vector<std::string> out = facts->second.findings;
    for (const FixtureLine& line : fixture_.lines) {
      if (LineKey(line.file, line.number) != key || line.kind != LineKind::kKnownWrong) continue;
      const auto same = std::ranges::find(out, Normalised(line.content));
      if (same != out.end()) out.erase(same);
    }
    if (std::ranges::any_of(fixture_.lines, [&](const FixtureLine& l) {
          return l.kind == LineKind::kFixed && LineKey(l.file, l.number) == key;
        })) {
      out.push_back("fixed " + facts->second.fixed);
    }
    return out;
  }

  bool IsClean(size_t file) const {
    return std::ranges::none_of(
        facts_, [&](const auto& entry) { return entry.first.first == file && !entry.second.findings.empty(); });
  }

  void AppendLine(std::string_view line) {
    if (!outcome_.updated.empty() && !outcome_.updated.ends_with('\n')) outcome_.updated += '\n';
    outcome_.updated.append("#~ ").append(line).append("\n");
  }

  void UpdateWithin() {
    for (size_t i = 0; i < fixture_.lines.size(); ++i) {
      const FixtureLine& line = fixture_.lines[i];
      if (line.kind == LineKind::kText) {
        outcome_.updated += line.content;
        for (const std::string& words : Expectations({line.file, line.number})) AppendLine(words);
      } else if (Keeps(line)) {
        AppendLine(Written(line));
      }
      const bool last_of_file = i + 1 == fixture_.lines.size() || fixture_.lines[i + 1].file != line.file;
      if (last_of_file && !fixture_.files[line.file].name.empty() && IsClean(line.file)) AppendLine("none");
    }
  }

  void UpdateBeside() {
    for (const FixtureLine& line : fixture_.lines) {
      if (line.kind == LineKind::kKnownWrong || line.kind == LineKind::kKnownMissed) continue;
      if (Keeps(line)) AppendLine(Written(line));
    }
    for (const auto& [key, facts] : facts_) {
      for (const std::string& words : Expectations(key)) AppendLine(absl::StrCat(key.second, " ", words));
    }
    for (const FixtureLine& line : fixture_.lines) {
      const bool known = line.kind == LineKind::kKnownWrong || line.kind == LineKind::kKnownMissed;
      if (known && Keeps(line)) AppendLine(absl::StrCat(line.number, " ", Written(line)));
    }
    if (IsClean(0)) AppendLine("none");
  }

  const Fixture& fixture_;
  std::map<LineKey, LineFacts> facts_;
  FixtureOutcome outcome_;
};

}  // namespace

FixtureOutcome RunFixture(const Fixture& fixture, const std::vector<const RegisteredRule*>& rules) {
  return Runner(fixture).Run(rules);
}

}  // namespace bylint::testing
