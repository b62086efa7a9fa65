// A rule: what it looks for, why, examples that run as tests, and the check itself. One file each, nothing else.
//
// A rule is immutable and shared by all threads; `Check` is const, cannot fail, keeps no state and is silent
// when unsure. It asks the article for quotations, people and blocks; it does not read the text again.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "bylint/article.h"
#include "bylint/finding.h"
#include "bylint/phrase.h"

namespace bylint {

// A short article. A bad one gives exactly one finding of the rule, on exactly `marks`; a good one gives none.
struct Example {
  std::string_view text;
  std::string_view marks = {};
  std::string_view note = {};             // one line for `bylint explain`
  std::string_view file = "example.txt";  // its ending picks the reader
  std::string_view archive = {};          // for archive rules: a full name that 41 articles of the archive have
};

// A key of `[rules.NAME]` in bylint.toml.
struct RuleOption {
  std::string_view name;
  std::string_view choices = {};    // the values it may have, like `us|uk`; any when empty
  std::string_view otherwise = {};  // the value when it is not given
  std::string_view help = {};       // one line, lower case, no full stop
};

// The single definition of a rule: `bylint rules`, `bylint explain`, docs/rules, hover texts and the machine
// formats are made from it.
struct RuleInfo {
  std::string_view name;  // kebab-case, named for the fault: reads well after "allow"
  Group group = Group::kCopy;
  Level level = Level::kWarning;
  bool enabled = true;       // runs when nothing is selected
  std::string_view summary;  // one line, lower case, no full stop
  std::string_view why;      // what the reader of the news loses
  std::span<const Example> bad;
  std::span<const Example> good;
  std::string_view fix_safety = {};  // what its fixes change, if it has any
  std::string_view reference = {};   // style guide or standard it follows
  std::span<const RuleOption> options = {};
};

// Values of `[rules.NAME]` in bylint.toml, by key: of keys that `RuleInfo::options` lists. Rules read and validate them
// in their factory.
class RuleOptions {
 public:
  RuleOptions() = default;
  explicit RuleOptions(std::map<std::string, std::string, std::less<>> values) : values_(std::move(values)) {}
  // The value, or nullptr when the key is not set.
  const std::string* Find(std::string_view key) const {
    const auto it = values_.find(key);
    return it == values_.end() ? nullptr : &it->second;
  }
  const std::map<std::string, std::string, std::less<>>& values() const { return values_; }

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

// Collects the findings of one rule on one article. Spans are of the prose; the reporter maps them to the file.
class Reporter {
 public:
  // Refers to the finding just made; lives within one statement.
  class Builder {
   public:
    // `at` in the prose.
    Builder& Label(TextSpan at, std::string text);
    Builder& Help(std::string text);
    Builder& AtLevel(Level level);
    // One edit: replaces `at` by `replacement`. Left out where the source is not the prose byte by byte.
    Builder& Fix(std::string title, Safety safety, TextSpan at, std::string replacement);
    // Several edits that belong together, in order: all or none.
    Builder& Fix(std::string title, Safety safety, std::span<const std::pair<TextSpan, std::string>> edits);

   private:
    friend class Reporter;
    Builder(const Document& document, Finding& finding) : document_(document), finding_(finding) {}
    const Document& document_;
    Finding& finding_;
  };

  // Both references must outlive the reporter.
  Reporter(const Document& document, std::vector<Finding>& out) : document_(document), out_(out) {}

  // Rule and level of the findings to come.
  void Begin(const RuleInfo& info, Level level) {
    info_ = &info;
    level_ = level;
  }
  // Adds a finding on `at`, at the rule's level.
  Builder At(TextSpan at, std::string message);

 private:
  const Document& document_;
  std::vector<Finding>& out_;
  const RuleInfo* info_ = nullptr;
  Level level_ = Level::kWarning;
};

class Rule {
 public:
  virtual ~Rule() = default;
  virtual const RuleInfo& info() const = 0;
  virtual void Check(const Article& article, Reporter& report) const = 0;
};

// A rule that looks for places in one paragraph after the other, and says what it makes of them once it has them all.
class PlaceRule : public Rule {
 public:
  // Appends the places in `block`, in order. Depends on nothing but the kind and the words of the block: what was found
  // in it is kept while other paragraphs of the article are written.
  virtual void Search(const Article& article, uint32_t block, std::vector<TextSpan>& places) const = 0;
  // May ask whatever it likes about the places of the article.
  virtual void Report(const Article& article, std::vector<TextSpan> places, Reporter& report) const = 0;

  void Check(const Article& article, Reporter& report) const final {
    std::vector<TextSpan> places;
    for (uint32_t block = 0; block < article.blocks().size(); ++block) Search(article, block, places);
    Report(article, std::move(places), report);
  }
};

using RulePtr = std::unique_ptr<const Rule>;

}  // namespace bylint
