#include "checker/engine/review/suppressions.h"

#include <algorithm>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/engine/nearest.h"
#include "checker/engine/rule_set.h"
#include "checker/report/fingerprint.h"

namespace bylint {
namespace {

constexpr std::string_view kWord = "bylint:";
constexpr std::string_view kVerbs[] = {"ignore-line", "ignore-next", "ignore-start", "ignore-end", "ignore-file"};

struct Syntax {
  std::string_view endings;
  std::string_view open;   // before `bylint:`, spaces between
  std::string_view close;  // empty: the end of the line
};
constexpr Syntax kSyntaxes[] = {
    {".md .markdown .mdown .mkd .html .htm .xhtml", "<!--", "-->"},
    {".adoc .asciidoc .asc", "//", ""},
    {".rst", "..", ""},
};

const Syntax* SyntaxOf(std::string_view path) {
  const size_t dot = path.find_last_of("./");
  if (dot == std::string_view::npos || path[dot] != '.') return nullptr;
  const std::string ending = absl::AsciiStrToLower(ToAbsl(path.substr(dot)));
  for (const Syntax& syntax : kSyntaxes) {
    for (std::string_view rest = syntax.endings; !rest.empty();) {
      const size_t end = std::min(rest.find(' '), rest.size());
      if (rest.substr(0, end) == ending) return &syntax;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return nullptr;
}

SourceSpan SpanOf(std::string_view source, std::string_view part) {
  const auto begin = static_cast<uint32_t>(part.data() - source.data());
  return {begin, begin + static_cast<uint32_t>(part.size())};
}

bool IsNameCharacter(char c) { return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_'; }

// The next run of letters, digits and hyphens; `text` is advanced past it.
std::string_view TakeName(std::string_view& text) {
  size_t begin = 0;
  while (begin < text.size() && !IsNameCharacter(text[begin])) ++begin;
  size_t end = begin;
  while (end < text.size() && IsNameCharacter(text[end])) ++end;
  const std::string_view name = text.substr(begin, end - begin);
  text.remove_prefix(end);
  return name;
}

struct Directive {
  std::string_view verb;
  std::vector<std::string_view> rules;
  std::string_view all;  // the directive as a whole, for its place
};

// `ignore-next a, b -- reason`.
Directive ParseDirective(std::string_view text) {
  Directive directive;
  const size_t reason = text.find(" -- ");
  std::string_view rest = text.substr(0, reason);
  directive.verb = TakeName(rest);
  for (std::string_view name = TakeName(rest); !name.empty(); name = TakeName(rest)) directive.rules.push_back(name);
  return directive;
}

// Markdown shows a comment in a fenced block as it stands.
bool InFence(std::string_view source, size_t at) {
  bool fenced = false;
  for (size_t begin = 0; begin < at;) {
    const size_t end = std::min(source.find('\n', begin), source.size());
    std::string_view line = source.substr(begin, end - begin);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (line.starts_with("```") || line.starts_with("~~~")) fenced = !fenced;
    begin = end + 1;
  }
  return fenced;
}

std::vector<Directive> FindDirectives(std::string_view source, const Syntax& syntax) {
  std::vector<Directive> directives;
  for (size_t at = source.find(kWord); at != std::string_view::npos; at = source.find(kWord, at + 1)) {
    size_t open = at;
    while (open > 0 && (source[open - 1] == ' ' || source[open - 1] == '\t')) --open;
    if (!source.substr(0, open).ends_with(syntax.open)) continue;
    open -= syntax.open.size();
    const size_t text = at + kWord.size();
    const size_t end =
        syntax.close.empty() ? std::min(source.find('\n', text), source.size()) : source.find(syntax.close, text);
    if (end == std::string_view::npos || (!syntax.close.empty() && InFence(source, open))) continue;
    Directive directive = ParseDirective(source.substr(text, end - text));
    directive.all = source.substr(open, end + syntax.close.size() - open);
    directives.push_back(std::move(directive));
  }
  return directives;
}

// The front matter, or nothing.
std::string_view FrontMatter(std::string_view source) {
  std::string_view text = source;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::string_view fence = text.substr(0, 3);
  if (fence != "---" && fence != "+++") return {};
  const size_t begin = std::min(text.find('\n'), text.size());
  const size_t end = text.find(fence, begin);
  return end == std::string_view::npos ? std::string_view() : text.substr(begin, end - begin);
}

// The rules under `bylint: {ignore: […]}`, in YAML's and TOML's spellings.
std::vector<std::string_view> RulesInFrontMatter(std::string_view source) {
  const std::string_view matter = FrontMatter(source);
  std::vector<std::string_view> rules;
  bool inside = false;   // of the table `bylint`
  bool listing = false;  // of its `ignore`
  for (size_t begin = 0; begin < matter.size();) {
    const size_t end = std::min(matter.find('\n', begin), matter.size());
    std::string_view line = matter.substr(begin, end - begin);
    begin = end + 1;
    const bool indented = line.starts_with(' ') || line.starts_with('\t') || line.starts_with('-');
    line = line.substr(0, line.find('#'));
    std::string_view rest = line;
    const std::string_view first = TakeName(rest);
    if (first.empty()) continue;
    if (first == "bylint") {
      inside = true;
      listing = false;
      rest.remove_prefix(std::min(rest.find_first_not_of(" \t:={].["), rest.size()));
      line = rest;
    } else if (!indented && !(inside && first == "ignore")) {
      inside = false;
    }
    if (!inside) continue;
    rest = line;
    for (std::string_view name = TakeName(rest); !name.empty(); name = TakeName(rest)) {
      if (name == "ignore") {
        listing = true;
      } else if (listing && name.find_first_not_of('-') != std::string_view::npos) {
        rules.push_back(name);
      }
    }
  }
  return rules;
}

// One rule accepted in one stretch of the file.
struct Suppression {
  std::string_view rule;
  SourceSpan place;  // what a warning about it marks
  SourceSpan extent;
  bool used = false;
};

class Collector {
 public:
  Collector(const Article& article, const Profile& profile, std::vector<Finding>& warnings)
      : article_(article), source_(article.document().source().text()), profile_(profile), warnings_(warnings) {}

  std::vector<Suppression> Collect(std::string_view path) {
    for (const std::string_view rule : RulesInFrontMatter(source_)) Add(rule, SpanOf(source_, rule), Whole());
    const Syntax* syntax = SyntaxOf(path);
    if (syntax != nullptr) {
      for (const Directive& directive : FindDirectives(source_, *syntax)) Take(directive);
      for (Suppression& open : open_) {
        open.used = true;  // said already
        Warn(kUnknownSuppression, open.place, "this region is never ended", "end it with `bylint: ignore-end`");
        found_.push_back(open);
      }
    }
    return std::move(found_);
  }

 private:
  SourceSpan Whole() const { return {0, static_cast<uint32_t>(source_.size())}; }

  void Take(const Directive& directive) {
    const SourceSpan place = SpanOf(source_, directive.all);
    if (std::ranges::find(kVerbs, directive.verb) == std::end(kVerbs)) {
      Warn(kUnknownSuppression, place,
           absl::StrCat("`", ToAbsl(directive.verb), "` is no suppression", DidYouMean(directive.verb, kVerbs)), "");
      return;
    }
    if (directive.verb == "ignore-end") return End(directive, place);
    if (directive.rules.empty()) {
      Warn(kUnknownSuppression, place, "this suppression names no rule", "name the rules, or `all`");
      return;
    }
    for (const std::string_view rule : directive.rules) {
      if (directive.verb == "ignore-start") {
        if (IsKnown(rule, SpanOf(source_, rule))) open_.push_back({rule, place, {place.end, Whole().end}});
      } else {
        Add(rule, place, ExtentOf(directive.verb, place));
      }
    }
  }

  // Ends the regions of the rules named, or all that are open.
  void End(const Directive& directive, SourceSpan place) {
    const auto ended = [&](const Suppression& open) {
      return directive.rules.empty() || std::ranges::find(directive.rules, open.rule) != directive.rules.end();
    };
    bool any = false;
    for (Suppression& open : open_) {
      if (!ended(open)) continue;
      open.extent.end = place.begin;
      found_.push_back(open);
      any = true;
    }
    std::erase_if(open_, ended);
    if (!any) Warn(kUnknownSuppression, place, "no region is open here", "begin one with `bylint: ignore-start RULE`");
  }

  SourceSpan ExtentOf(std::string_view verb, SourceSpan place) const {
    if (verb == "ignore-file") return Whole();
    if (verb == "ignore-line") {
      const size_t before = place.begin == 0 ? std::string_view::npos : source_.rfind('\n', place.begin - 1);
      const size_t begin = before == std::string_view::npos ? 0 : before + 1;
      const size_t end = std::min(source_.find('\n', place.end), source_.size());
      return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    }
    for (const Block& block : article_.blocks()) {
      const SourceSpan at = article_.document().ToSource(block.span);
      if (at.begin >= place.end) return at;
    }
    return {place.end, place.end};
  }

  void Add(std::string_view rule, SourceSpan place, SourceSpan extent) {
    if (IsKnown(rule, place)) found_.push_back({rule, place, extent});
  }

  bool IsKnown(std::string_view rule, SourceSpan place) {
    std::vector<std::string_view> house;
    house.reserve(profile_.settings.house_rules.size());
    for (const HouseRuleDefinition* definition : profile_.settings.house_rules) house.push_back(definition->name);
    if (IsRuleSelector(rule) || std::ranges::find(house, rule) != house.end()) return true;
    Warn(kUnknownSuppression, place, DescribeUnknownRule(rule, house), "");
    return false;
  }

  void Warn(const RuleInfo& info, SourceSpan place, std::string message, std::string help) {
    if (!profile_.rules->Runs(info.name)) return;
    Finding& warning = warnings_.emplace_back();
    warning.rule = info.name;
    warning.group = info.group;
    warning.level = profile_.rules->LevelOf(info.name);
    warning.span = place;
    warning.message = std::move(message);
    warning.help = std::move(help);
  }

  const Article& article_;
  std::string_view source_;
  const Profile& profile_;
  std::vector<Finding>& warnings_;
  std::vector<Suppression> found_;
  std::vector<Suppression> open_;
};

bool Matches(std::string_view selector, const Finding& finding) {
  return selector == "all" || selector == finding.rule || selector == ToString(finding.group);
}

bool Hides(const Suppression& suppression, const Finding& finding) {
  if (!Matches(suppression.rule, finding)) return false;
  const SourceSpan span = finding.span;
  return span.empty() ? suppression.extent.begin <= span.begin && span.begin <= suppression.extent.end
                      : suppression.extent.Overlaps(span);
}

bool Hides(const ConfigSuppression& suppression, const Finding& finding, std::string_view source) {
  if (!Matches(suppression.rule, finding)) return false;
  if (suppression.words.empty()) return true;
  const std::string marked = " " + NormalizeWords(source.substr(finding.span.begin, finding.span.size())) + " ";
  return marked.find(" " + NormalizeWords(suppression.words) + " ") != std::string::npos;
}

void WarnOfUnused(const std::vector<Suppression>& suppressions, const Profile& profile,
                  std::vector<Finding>& findings) {
  if (!profile.rules->Runs(kUnusedSuppression.name)) return;
  for (const Suppression& suppression : suppressions) {
    // A rule that does not run in this very check may well report something in another.
    if (suppression.used || !profile.rules->Runs(suppression.rule)) continue;
    Finding& warning = findings.emplace_back();
    warning.rule = kUnusedSuppression.name;
    warning.group = kUnusedSuppression.group;
    warning.level = profile.rules->LevelOf(kUnusedSuppression.name);
    warning.span = suppression.place;
    warning.message = absl::StrCat("nothing to suppress: `", ToAbsl(suppression.rule), "` reports nothing here");
    warning.help = "take the suppression away";
  }
}

}  // namespace

bool TakesComments(std::string_view path) { return SyntaxOf(path) != nullptr; }

SuppressionReport ApplySuppressions(const Article& article, std::string_view path, const std::string& shown,
                                    const Profile& profile, std::vector<Finding>& findings) {
  SuppressionReport report;
  const std::string_view source = article.document().source().text();
  std::vector<const ConfigSuppression*> configured;
  for (const ConfigFile* file = profile.config.get(); file != nullptr; file = file->extends.get()) {
    for (const ConfigSuppression& suppression : file->suppressions) {
      const bool meant = suppression.files.empty() || suppression.files.Matches(RelativeTo(*file, shown));
      if (!meant || !profile.rules->Runs(suppression.rule)) continue;
      configured.push_back(&suppression);
      report.applicable.insert(&suppression);
    }
  }
  std::vector<Finding> warnings;
  std::vector<Suppression> suppressions;
  if (source.find("bylint") != std::string_view::npos)
    suppressions = Collector(article, profile, warnings).Collect(path);

  const size_t before = findings.size();
  std::erase_if(findings, [&](const Finding& finding) {
    bool hidden = false;
    for (Suppression& suppression : suppressions) {
      if (Hides(suppression, finding)) hidden = suppression.used = true;
    }
    for (const ConfigSuppression* suppression : configured) {
      if (hidden || !Hides(*suppression, finding, source)) continue;
      report.used.insert(suppression);
      hidden = true;
    }
    return hidden;
  });
  report.suppressed = before - findings.size();
  WarnOfUnused(suppressions, profile, warnings);
  std::ranges::move(warnings, std::back_inserter(findings));
  return report;
}

}  // namespace bylint
