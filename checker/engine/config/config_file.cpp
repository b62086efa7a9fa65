#include "checker/engine/config/config_file.h"

#include <re2/re2.h>
#include "checker/engine/toml.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <tuple>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "checker/base/stable_hash.h"
#include "checker/base/to_absl.h"
#include "checker/engine/load.h"
#include "checker/engine/nearest.h"
#include "checker/engine/registry.h"
#include "checker/engine/rule_set.h"

namespace bylint {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kLargestConfig = uint64_t{8} << 20;
constexpr int kDeepestExtend = 16;

std::vector<std::string_view> SplitChoices(std::string_view choices) {
  std::vector<std::string_view> list;
  while (!choices.empty()) {
    const size_t end = std::min(choices.find('|'), choices.size());
    list.push_back(choices.substr(0, end));
    choices.remove_prefix(std::min(end + 1, choices.size()));
  }
  return list;
}

std::string_view NounOf(ConfigType type) {
  switch (type) {
    case ConfigType::kBoolean:
      return "true or false";
    case ConfigType::kInteger:
      return "a whole number of 1 or more";
    case ConfigType::kString:
      return "a string";
    case ConfigType::kStrings:
      return "a list of strings";
    case ConfigType::kSize:
      return "a size below 2 GiB, like \"64M\"";
  }
  return "";
}

// The repository that the folder is in; the folder itself where there is none.
fs::path RootOf(const fs::path& folder) {
  std::error_code error;
  for (fs::path root = folder; root.has_relative_path(); root = root.parent_path()) {
    if (fs::exists(root / ".git", error)) return root;
  }
  return folder;
}

// Whether the file is outside of all that came with a configuration in `folder`, links followed. A configuration may be
// anybody's, and what a file holds would show in the findings.
bool IsOutside(const std::string& folder, const std::string& path) {
  std::error_code error;
  const fs::path home = fs::weakly_canonical(folder.empty() ? "." : folder, error);
  const fs::path file = fs::weakly_canonical(home / path, error);
  const fs::path relative = file.lexically_relative(RootOf(home));
  return relative.empty() || *relative.begin() == "..";
}

std::optional<ConfigValue> ReadStrings(const toml::node& node) {
  const toml::array* array = node.as_array();
  if (array == nullptr) return std::nullopt;
  std::vector<std::string> items;
  for (const toml::node& item : *array) {
    if (!item.is_string()) return std::nullopt;
    items.push_back(item.as_string()->get());
  }
  return items;
}

std::optional<ConfigValue> ReadSize(const toml::node& node) {
  std::string text;
  if (node.is_string()) text = node.as_string()->get();
  if (node.is_integer()) text = absl::StrCat(node.as_integer()->get());
  const std::optional<uint64_t> size = ParseSize(text);
  if (!size) return std::nullopt;
  return static_cast<int64_t>(*size);
}

std::optional<ConfigValue> ReadValue(const toml::node& node, ConfigType type) {
  switch (type) {
    case ConfigType::kBoolean:
      return node.is_boolean() ? std::optional<ConfigValue>(node.as_boolean()->get()) : std::nullopt;
    case ConfigType::kInteger:
      if (!node.is_integer() || node.as_integer()->get() < 1 || node.as_integer()->get() > UINT32_MAX)
        return std::nullopt;
      return node.as_integer()->get();
    case ConfigType::kString:
      return node.is_string() ? std::optional<ConfigValue>(node.as_string()->get()) : std::nullopt;
    case ConfigType::kStrings:
      return ReadStrings(node);
    case ConfigType::kSize:
      return ReadSize(node);
  }
  return std::nullopt;
}

// Values of rule options have the type that they are written in; the rule judges them.
std::optional<ConfigValue> ReadAnyValue(const toml::node& node) {
  for (const ConfigType type : {ConfigType::kBoolean, ConfigType::kString, ConfigType::kStrings}) {
    if (std::optional<ConfigValue> value = ReadValue(node, type)) return value;
  }
  if (node.is_integer()) return node.as_integer()->get();
  return std::nullopt;
}

// Keys of the table in the order of the file; toml++ sorts them by name.
std::vector<std::pair<const toml::key*, const toml::node*>> InFileOrder(const toml::table& table) {
  std::vector<std::pair<const toml::key*, const toml::node*>> items;
  for (auto it = table.begin(); it != table.end(); ++it) items.emplace_back(&it->first, &it->second);
  std::ranges::stable_sort(items, {}, [](const auto& item) {
    return std::tuple(item.first->source().begin.line, item.first->source().begin.column);
  });
  return items;
}

class Reader {
 public:
  Reader(std::string path, std::vector<std::string>& errors, int depth)
      : file_(std::make_shared<ConfigFile>()), errors_(errors), depth_(depth) {
    file_->folder = fs::path(path).parent_path().string();
    file_->path = std::move(path);
  }

  std::shared_ptr<const ConfigFile> Read(std::string_view text) {
    const size_t before = errors_.size();
    const toml::parse_result parsed = toml::parse(text, std::string_view(file_->path));
    if (!parsed) {
      Fail(parsed.error().source().begin, FromToml(parsed.error().description()));
      return nullptr;
    }
    file_->content = StableHash(text);
    const toml::table& table = parsed.table();
    Extend(table);
    ReadHouse(table);  // first: their names are known to `select` and the like
    ReadTable(table, ConfigPlace::kTop, file_->entries);
    ReadSections(table);
    ReadSuppressions(table);
    return errors_.size() == before ? file_ : nullptr;
  }

 private:
  static std::string FromToml(std::string_view text) { return std::string(text); }

  Origin OriginOf(const toml::source_position& at) const {
    return {.file = file_->path, .line = static_cast<uint32_t>(at.line), .column = static_cast<uint32_t>(at.column)};
  }

  void Fail(const toml::source_position& at, std::string_view what) {
    errors_.push_back(absl::StrCat(ToString(OriginOf(at)), ": error: ", ToAbsl(what)));
  }

  // Keys of one table into entries. `skip` are sub-tables with a reader of their own.
  void ReadTable(const toml::table& table, ConfigPlace place, std::vector<ConfigEntry>& entries) {
    for (const auto& [key, node] : InFileOrder(table)) {
      const std::string_view name = key->str();
      if (place == ConfigPlace::kTop && (name == "paths" || name == "house" || name == "suppress")) continue;
      const ConfigKey* known = FindConfigKey(name, place);
      if (known == nullptr) {
        Fail(key->source().begin,
             absl::StrCat("unknown key `", ToAbsl(name), "`", DidYouMean(name, ConfigKeyNames(place))));
      } else if (known->table != ConfigTable::kPlain) {
        ReadKeyed(*known, *node, entries);
      } else {
        ReadOne(*known, "", *node, entries);
      }
    }
    for (const ConfigKey& key : ConfigKeys()) {
      if (key.required && key.place == place && !table.contains(key.name)) {
        Fail(table.source().begin, absl::StrCat("`", ToAbsl(key.name), "` is missing"));
      }
    }
  }

  void ReadOne(const ConfigKey& key, std::string name, const toml::node& node, std::vector<ConfigEntry>& entries) {
    const bool any = key.table == ConfigTable::kByRuleOption;
    std::optional<ConfigValue> value = any ? ReadAnyValue(node) : ReadValue(node, key.type);
    if (!value) {
      const std::string shown = name.empty() ? std::string(key.name) : name;
      return Fail(node.source().begin,
                  any ? absl::StrCat("`", shown, "` is no string, number, boolean or list of strings")
                      : absl::StrCat("`", shown, "` must be ", ToAbsl(NounOf(key.type))));
    }
    if (!CheckChoice(key.choices, *value, node)) return;
    if (key.names_rules && !CheckRules(*value, node)) return;
    if (key.names_file && !CheckFile(key, std::get<std::string>(*value), node)) return;
    entries.push_back(
        {.key = &key, .name = std::move(name), .value = *std::move(value), .origin = OriginOf(node.source().begin)});
  }

  bool CheckChoice(std::string_view allowed, const ConfigValue& value, const toml::node& node) {
    if (allowed.empty()) return true;
    const std::string text =
        std::holds_alternative<std::string>(value) ? std::get<std::string>(value) : ToString(value);
    const std::vector<std::string_view> choices = SplitChoices(allowed);
    if (std::ranges::find(choices, text) != choices.end()) return true;
    std::string all;
    for (const std::string_view choice : choices) absl::StrAppend(&all, all.empty() ? "" : ", ", ToAbsl(choice));
    Fail(node.source().begin, absl::StrCat("`", text, "` is none of ", all, DidYouMean(text, choices)));
    return false;
  }

  bool CheckFile(const ConfigKey& key, const std::string& path, const toml::node& node) {
    if (path.empty() || !IsOutside(file_->folder, path)) return true;
    Fail(node.source().begin,
         absl::StrCat("`", ToAbsl(key.name), "` is outside of the repository of this file: `extend` a ",
                      ToAbsl(kConfigFileName), " there that names it"));
    return false;
  }

  bool CheckRules(const ConfigValue& value, const toml::node& node) {
    if (const std::string* name = std::get_if<std::string>(&value)) return CheckRule(*name, node.source().begin);
    bool good = true;
    const auto& names = std::get<std::vector<std::string>>(value);
    for (size_t i = 0; i < names.size(); ++i) {
      good = CheckRule(names[i], node.as_array()->get(i)->source().begin) && good;
    }
    return good;
  }

  bool CheckRule(std::string_view name, const toml::source_position& at) {
    const std::vector<std::string_view> house = HouseNames();
    if (IsRuleSelector(name) || std::ranges::find(house, name) != house.end()) return true;
    Fail(at, DescribeUnknownRule(name, house));
    return false;
  }

  std::vector<std::string_view> HouseNames() const {
    std::vector<std::string_view> names;
    for (const ConfigFile* file = file_.get(); file != nullptr; file = file->extends.get()) {
      for (const HouseRuleDefinition& rule : file->house_rules) names.push_back(rule.name);
    }
    return names;
  }

  // `[levels]`, `[readers]` and `[rules.NAME]`.
  void ReadKeyed(const ConfigKey& key, const toml::node& node, std::vector<ConfigEntry>& entries) {
    const toml::table* table = node.as_table();
    if (table == nullptr) return Fail(node.source().begin, absl::StrCat("`", ToAbsl(key.name), "` must be a table"));
    for (const auto& [name, value] : InFileOrder(*table)) {
      const std::string_view word = name->str();
      if (key.table == ConfigTable::kByEnding) {
        if (!word.starts_with('.'))
          Fail(name->source().begin, absl::StrCat("`", ToAbsl(word), "` is no ending: it begins with a dot"));
        ReadOne(key, std::string(word), *value, entries);
      } else if (CheckRule(word, name->source().begin)) {
        if (key.table == ConfigTable::kByRule) {
          ReadOne(key, std::string(word), *value, entries);
        } else {
          ReadOptions(key, *name, *value, entries);
        }
      }
    }
  }

  void ReadOptions(const ConfigKey& key, const toml::key& rule, const toml::node& node,
                   std::vector<ConfigEntry>& entries) {
    const toml::table* table = node.as_table();
    if (table == nullptr) return Fail(node.source().begin, "options of a rule are a table");
    for (const auto& [option, value] : InFileOrder(*table)) {
      if (!CheckOption(rule.str(), *option, *value)) continue;
      ReadOne(key, absl::StrCat(ToAbsl(rule.str()), ".", ToAbsl(option->str())), *value, entries);
    }
  }

  // Groups and rules of the house have none.
  bool CheckOption(std::string_view rule, const toml::key& option, const toml::node& value) {
    const RegisteredRule* registered = FindRule(rule);
    const std::span<const RuleOption> options =
        registered == nullptr ? std::span<const RuleOption>() : registered->info->options;
    const auto known = std::ranges::find(options, option.str(), &RuleOption::name);
    if (known != options.end()) {
      const std::optional<ConfigValue> read = ReadAnyValue(value);
      return !read || CheckChoice(known->choices, *read, value);  // what is of no type is said later
    }
    std::vector<std::string_view> names;
    for (const RuleOption& other : options) names.push_back(other.name);
    Fail(option.source().begin, absl::StrCat("`", ToAbsl(rule), "` has no option `", ToAbsl(option.str()), "`",
                                             DidYouMean(option.str(), names)));
    return false;
  }

  void Extend(const toml::table& table) {
    const toml::node* node = table.get("extend");
    if (node == nullptr || !node->is_string()) return;  // a wrong type is said with the other keys
    if (depth_ >= kDeepestExtend) return Fail(node->source().begin, "`extend` goes round in a circle");
    const std::string path = (fs::path(file_->folder) / node->as_string()->get()).lexically_normal().string();
    const absl::StatusOr<std::string> text = ReadFileBytes(path, kLargestConfig);
    if (!text.ok()) return Fail(node->source().begin, absl::StrCat(path, ": ", text.status().message()));
    file_->extends = Reader(path, errors_, depth_ + 1).Read(*text);
  }

  // The tables of `[[name]]`.
  std::vector<const toml::table*> Tables(const toml::table& table, std::string_view name) {
    std::vector<const toml::table*> tables;
    const toml::node* node = table.get(name);
    if (node == nullptr) return tables;
    const toml::array* array = node->as_array();
    for (size_t i = 0; array != nullptr && i < array->size(); ++i) {
      if (const toml::table* item = array->get(i)->as_table()) tables.push_back(item);
    }
    if (array == nullptr || tables.size() != array->size()) {
      Fail(node->source().begin, absl::StrCat("`", ToAbsl(name), "` is written as [[", ToAbsl(name), "]]"));
    }
    return tables;
  }

  PathPatterns Patterns(const ConfigEntry& entry) {
    absl::StatusOr<PathPatterns> patterns = PathPatterns::Make(std::get<std::vector<std::string>>(entry.value));
    if (patterns.ok()) return *std::move(patterns);
    errors_.push_back(absl::StrCat(ToString(entry.origin), ": error: ", patterns.status().message()));
    return {};
  }

  void ReadSections(const toml::table& table) {
    for (const toml::table* item : Tables(table, "paths")) {
      ConfigSection& section = file_->sections.emplace_back();
      ReadTable(*item, ConfigPlace::kPaths, section.entries);
      const auto files = std::ranges::find(section.entries, "files", [](const ConfigEntry& e) { return e.key->name; });
      if (files == section.entries.end()) continue;
      section.files = std::get<std::vector<std::string>>(files->value);
      section.patterns = Patterns(*files);
      section.entries.erase(files);
    }
    for (const ConfigEntry& entry : file_->entries) {
      if (entry.key->name == "exclude") file_->exclude = Patterns(entry);
      if (entry.key->name == "baseline") {
        file_->baseline = (fs::path(file_->folder) / std::get<std::string>(entry.value)).lexically_normal().string();
      }
    }
  }

  void ReadHouse(const toml::table& table) {
    for (const toml::table* item : Tables(table, "house")) {
      std::vector<ConfigEntry> entries;
      ReadTable(*item, ConfigPlace::kHouse, entries);
      HouseRuleDefinition rule{.origin = OriginOf(item->source().begin)};
      for (const ConfigEntry& entry : entries) SetHouse(entry, rule);
      CheckHouse(rule);
      file_->house_rules.push_back(std::move(rule));
    }
  }

  static void SetHouse(const ConfigEntry& entry, HouseRuleDefinition& rule) {
    constexpr std::string_view kScopes[] = {"anywhere", "outside-quotations", "inside-quotations", "headline",
                                            "paragraph"};
    const std::string_view name = entry.key->name;
    if (entry.key->type == ConfigType::kStrings) {
      std::vector<std::string>& list = name == "words" ? rule.words : name == "bad" ? rule.bad : rule.good;
      list = std::get<std::vector<std::string>>(entry.value);
      return;
    }
    const std::string& text = std::get<std::string>(entry.value);
    if (name == "name") rule.name = text;
    if (name == "pattern") rule.pattern = text;
    if (name == "message") rule.message = text;
    if (name == "help") rule.help = text;
    if (name == "level") rule.level = *ParseLevel(text);
    if (name == "scope") {
      rule.scope = static_cast<HouseScope>(std::ranges::find(kScopes, text) - std::begin(kScopes));
    }
    if (name == "replacement") {
      rule.replacement = text;
      rule.has_replacement = true;
    }
  }

  void CheckHouse(const HouseRuleDefinition& rule) {
    const auto fail = [&](std::string_view what) {
      errors_.push_back(absl::StrCat(ToString(rule.origin), ": error: house rule `", rule.name, "`: ", ToAbsl(what)));
    };
    const auto good_letter = [](char c) {
      return absl::ascii_islower(static_cast<unsigned char>(c)) || absl::ascii_isdigit(static_cast<unsigned char>(c)) ||
             c == '-';
    };
    if (!rule.name.empty() && !std::ranges::all_of(rule.name, good_letter))
      fail("a name is lower-case letters, digits and hyphens");
    if (IsRuleSelector(rule.name)) fail("a built-in rule has this name");
    if (std::ranges::count(HouseNames(), std::string_view(rule.name)) > 0) fail("the name is taken");
    if (rule.words.empty() == rule.pattern.empty()) fail("give either `words` or `pattern`");
    if (std::ranges::find(rule.words, "") != rule.words.end()) fail("an empty word");
    if (rule.pattern.empty()) return;
    const RE2 expression(rule.pattern, RE2::Quiet);
    if (!expression.ok()) return fail(absl::StrCat("bad pattern: ", expression.error()));
    std::string error;
    if (rule.has_replacement && !expression.CheckRewriteString(rule.replacement, &error))
      fail(absl::StrCat("bad replacement: ", error));
    if (RE2::FullMatch("", expression)) fail("the pattern matches nothing at all");
  }

  void ReadSuppressions(const toml::table& table) {
    for (const toml::table* item : Tables(table, "suppress")) {
      std::vector<ConfigEntry> entries;
      ReadTable(*item, ConfigPlace::kSuppress, entries);
      ConfigSuppression suppression{.origin = OriginOf(item->source().begin)};
      for (const ConfigEntry& entry : entries) {
        const std::string_view name = entry.key->name;
        if (name == "files") suppression.files = Patterns(entry);
        if (name == "rule") suppression.rule = std::get<std::string>(entry.value);
        if (name == "words") suppression.words = std::get<std::string>(entry.value);
        if (name == "reason") suppression.reason = std::get<std::string>(entry.value);
      }
      file_->suppressions.push_back(std::move(suppression));
    }
  }

  std::shared_ptr<ConfigFile> file_;
  std::vector<std::string>& errors_;
  int depth_;
};

}  // namespace

std::shared_ptr<const ConfigFile> ReadConfigFile(const std::string& path, std::vector<std::string>& errors) {
  const absl::StatusOr<std::string> text = ReadFileBytes(path, kLargestConfig);
  if (text.ok()) return Reader(path, errors, 0).Read(*text);
  errors.push_back(absl::StrCat(path, ": ", text.status().message()));
  return nullptr;
}

std::shared_ptr<const ConfigFile> ParseConfig(std::string_view text, const std::string& path,
                                              std::vector<std::string>& errors) {
  return Reader(path, errors, 0).Read(text);
}

}  // namespace bylint
