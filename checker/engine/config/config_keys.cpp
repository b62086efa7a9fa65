#include "checker/engine/config/config_keys.h"

#include <algorithm>
#include <filesystem>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "checker/base/to_absl.h"

namespace bylint {
namespace {

constexpr ConfigKey kKeys[] = {
    {.name = "extend",
     .help = "another configuration that this one starts from; a path relative to this file",
     .example = R"("../house/bylint.toml")"},
    {.name = "select",
     .type = ConfigType::kStrings,
     .place = ConfigPlace::kEverywhere,
     .names_rules = true,
     .otherwise = R"(["default"])",
     .help = "rules and groups that run; `default` is those that are on by default, `all` every rule",
     .example = R"(["default", "floating-quote"])"},
    {.name = "ignore",
     .type = ConfigType::kStrings,
     .place = ConfigPlace::kEverywhere,
     .names_rules = true,
     .otherwise = "[]",
     .help = "rules and groups that do not run",
     .example = R"(["vague-source"])"},
    {.name = "exclude",
     .type = ConfigType::kStrings,
     .otherwise = "[]",
     .help = "files that are not checked, as in .gitignore, relative to this file",
     .example = R"(["drafts/", "*.bak.md"])"},
    {.name = "language",
     .place = ConfigPlace::kEverywhere,
     .choices = "auto|en|fr|de|es|other",
     .otherwise = R"("auto")",
     .help = "language of the articles",
     .example = R"("en")"},
    {.name = "quote-style",
     .place = ConfigPlace::kEverywhere,
     .choices = "auto|us|uk",
     .otherwise = R"("auto")",
     .help = "which marks stand outside: us double, uk single",
     .example = R"("us")"},
    {.name = "speech-words",
     .type = ConfigType::kInteger,
     .place = ConfigPlace::kEverywhere,
     .otherwise = "5",
     .help = "quotations shorter than this many words need evidence that they are speech",
     .example = "5"},
    {.name = "max-file-size",
     .type = ConfigType::kSize,
     .otherwise = R"("64M")",
     .help = "largest file to read, in bytes; K, M and G may follow",
     .example = R"("64M")"},
    {.name = "baseline",
     .names_file = true,
     .help = "file of accepted findings, relative to this file (see `bylint baseline`)",
     .example = R"("bylint-baseline.json")"},
    {.name = "names",
     .names_file = true,
     .help = "the house's names, relative to this file (default: the closest names.toml above the article; \"\": none)",
     .example = R"("names.toml")"},
    {.name = "archive",
     .names_file = true,
     .help = "facts that names are judged by, relative to this file (see `bylint archive`)",
     .example = R"("archive.facts")"},
    {.name = "levels",
     .place = ConfigPlace::kEverywhere,
     .table = ConfigTable::kByRule,
     .choices = "note|warning|error",
     .help = "levels of rules and groups",
     .example = R"({ vague-source = "note" })"},
    {.name = "rules",
     .place = ConfigPlace::kEverywhere,
     .table = ConfigTable::kByRuleOption,
     .help = "options of rules, a table each; `bylint explain RULE` tells them"},
    {.name = "readers",
     .table = ConfigTable::kByEnding,
     .help = "endings that are read like another one",
     .example = R"({ ".article" = ".md" })"},

    {.name = "files",
     .type = ConfigType::kStrings,
     .place = ConfigPlace::kPaths,
     .required = true,
     .help = "which files the section is for, as in .gitignore",
     .example = R"(["opinion/**"])"},

    {.name = "name",
     .place = ConfigPlace::kHouse,
     .required = true,
     .help = "name of the rule, in lower case with hyphens",
     .example = R"("plain-words")"},
    {.name = "words",
     .type = ConfigType::kStrings,
     .place = ConfigPlace::kHouse,
     .help = "words and phrases that are reported, in upper or lower case",
     .example = R"(["utilize", "in order to"])"},
    {.name = "pattern",
     .place = ConfigPlace::kHouse,
     .help = "an RE2 expression that is reported; write it in 'single quotes'",
     .example = R"('\b\d{1,3} year old\b')"},
    {.name = "message",
     .place = ConfigPlace::kHouse,
     .required = true,
     .help = "what to say; `$0` is what was found",
     .example = R"("`$0` is not house style")"},
    {.name = "help", .place = ConfigPlace::kHouse, .help = "what would cure it", .example = R"("write `use`")"},
    {.name = "level",
     .place = ConfigPlace::kHouse,
     .choices = "note|warning|error",
     .help = "level of its findings; warning when not given",
     .example = R"("note")"},
    {.name = "scope",
     .place = ConfigPlace::kHouse,
     .choices = "anywhere|outside-quotations|inside-quotations|headline|paragraph",
     .help = "where it looks; outside quotations when not given",
     .example = R"("headline")"},
    {.name = "replacement",
     .place = ConfigPlace::kHouse,
     .help = "what `--fix --suggested` writes instead; with a pattern, `\\1` is its first group",
     .example = R"("use")"},
    {.name = "bad",
     .type = ConfigType::kStrings,
     .place = ConfigPlace::kHouse,
     .help = "examples that it must report; `bylint config --test` runs them",
     .example = R"(["They utilize a van."])"},
    {.name = "good",
     .type = ConfigType::kStrings,
     .place = ConfigPlace::kHouse,
     .help = "examples that it must not report",
     .example = R"(["They use a van."])"},

    {.name = "files",
     .type = ConfigType::kStrings,
     .place = ConfigPlace::kSuppress,
     .help = "files that the suppression is for; all when not given",
     .example = R"(["archive/**"])"},
    {.name = "rule",
     .place = ConfigPlace::kSuppress,
     .names_rules = true,
     .required = true,
     .help = "rule or group that is suppressed",
     .example = R"("unattributed-quote")"},
    {.name = "words",
     .place = ConfigPlace::kSuppress,
     .help = "only findings whose marked text holds these words",
     .example = R"("to be or not to be")"},
    {.name = "reason", .place = ConfigPlace::kSuppress, .help = "why", .example = R"("a poem")"},
};

std::string Quoted(std::string_view text) {
  return absl::StrCat("\"", absl::StrReplaceAll(ToAbsl(text), {{"\\", "\\\\"}, {"\"", "\\\""}}), "\"");
}

// As rules read their options: lists a line each.
std::string PlainText(const ConfigValue& value) {
  if (const std::string* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return absl::StrJoin(*list, "\n");
  return ToString(value);
}

bool StandsAt(const ConfigKey& key, ConfigPlace place) {
  if (key.place == ConfigPlace::kEverywhere) return place == ConfigPlace::kTop || place == ConfigPlace::kPaths;
  return key.place == place;
}

void ApplyList(const std::vector<std::string>& values, bool add, std::vector<std::string>& list) {
  if (!add) list.clear();
  list.insert(list.end(), values.begin(), values.end());
}

void ApplySelect(const std::vector<std::string>& values, bool add, std::vector<std::string>& select) {
  if (add && select.empty()) select.emplace_back("default");
  ApplyList(values, add, select);
}

// A path as the file that has it means it; empty stays empty.
std::string PathIn(const Origin& origin, std::string_view path) {
  if (path.empty() || origin.line == 0) return std::string(path);
  return (std::filesystem::path(origin.file).parent_path() / path).lexically_normal().string();
}

void ApplyTable(const ConfigEntry& entry, Settings& settings) {
  switch (entry.key->table) {
    case ConfigTable::kByRule:
      settings.levels[entry.name] = ParseLevel(std::get<std::string>(entry.value)).value_or(Level::kWarning);
      return;
    case ConfigTable::kByRuleOption: {
      const size_t dot = entry.name.find('.');
      settings.options[entry.name.substr(0, dot)][entry.name.substr(dot + 1)] = PlainText(entry.value);
      return;
    }
    case ConfigTable::kByEnding:
      settings.readers[entry.name] = std::get<std::string>(entry.value);
      return;
    case ConfigTable::kPlain:
      return;
  }
}

}  // namespace

std::string ToString(const Origin& origin) {
  return origin.line == 0 ? origin.file : absl::StrCat(origin.file, ":", origin.line, ":", origin.column);
}

std::string ToString(const ConfigValue& value) {
  if (const bool* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const int64_t* number = std::get_if<int64_t>(&value)) return absl::StrCat(*number);
  if (const std::string* text = std::get_if<std::string>(&value)) return Quoted(*text);
  const auto append = [](std::string* out, const std::string& item) { *out += Quoted(item); };
  return absl::StrCat("[", absl::StrJoin(std::get<std::vector<std::string>>(value), ", ", append), "]");
}

std::span<const ConfigKey> ConfigKeys() { return kKeys; }

const ConfigKey* FindConfigKey(std::string_view name, ConfigPlace place) {
  for (const ConfigKey& key : kKeys) {
    if (key.name == name && StandsAt(key, place)) return &key;
  }
  return nullptr;
}

std::vector<std::string_view> ConfigKeyNames(ConfigPlace place) {
  std::vector<std::string_view> names;
  for (const ConfigKey& key : kKeys) {
    if (StandsAt(key, place)) names.push_back(key.name);
  }
  if (place == ConfigPlace::kTop) names.insert(names.end(), {"paths", "house", "suppress"});
  return names;
}

void Apply(const ConfigEntry& entry, bool add, Settings& settings) {
  const std::string_view name = entry.key->name;
  const auto text = [&]() -> std::string_view { return std::get<std::string>(entry.value); };
  const auto list = [&]() -> const std::vector<std::string>& {
    return std::get<std::vector<std::string>>(entry.value);
  };
  if (entry.key->table != ConfigTable::kPlain) return ApplyTable(entry, settings);
  if (name == "select") return ApplySelect(list(), add, settings.select);
  if (name == "ignore") return ApplyList(list(), add, settings.ignore);
  if (name == "language") {
    settings.analysis.language = ParseLanguage(text()).value_or(Language::kAuto);
  } else if (name == "quote-style") {
    settings.analysis.quote_style = ParseQuoteStyle(text()).value_or(QuoteStyle::kAuto);
  } else if (name == "speech-words") {
    settings.analysis.speech_words = static_cast<uint32_t>(std::get<int64_t>(entry.value));
  } else if (name == "names") {
    settings.names_file = PathIn(entry.origin, text());
  } else if (name == "archive") {
    settings.archive_file = PathIn(entry.origin, text());
  } else if (name == "max-file-size") {
    settings.max_file_size = static_cast<uint64_t>(std::get<int64_t>(entry.value));
  }
}

}  // namespace bylint
