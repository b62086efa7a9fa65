#include "checker/engine/config/config_schema.h"

#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/engine/config/config_keys.h"
#include "checker/engine/registry.h"

namespace bylint {
namespace {

using Json = nlohmann::ordered_json;

Json Choices(std::string_view choices) {
  Json list = Json::array();
  while (!choices.empty()) {
    const size_t end = std::min(choices.find('|'), choices.size());
    list.push_back(choices.substr(0, end));
    choices.remove_prefix(std::min(end + 1, choices.size()));
  }
  return list;
}

// Built-in rules complete; a rule of the house is a string as well.
Json RuleNames() {
  Json names = Json::array({"default", "all", "house"});
  for (const Group group : {Group::kQuotation, Group::kAttribution, Group::kNames, Group::kCopy}) {
    names.push_back(ToString(group));
  }
  for (const RegisteredRule& rule : BuiltInRules()) names.push_back(rule.info->name);
  return {{"anyOf", {{{"enum", std::move(names)}}, {{"type", "string"}}}}};
}

Json StringSchema(const ConfigKey& key) {
  if (key.names_rules) return RuleNames();
  Json schema = {{"type", "string"}};
  if (!key.choices.empty()) schema["enum"] = Choices(key.choices);
  return schema;
}

Json ValueSchema(const ConfigKey& key) {
  switch (key.type) {
    case ConfigType::kBoolean:
      return {{"type", "boolean"}};
    case ConfigType::kInteger:
      return {{"type", "integer"}, {"minimum", 1}};
    case ConfigType::kString:
      return StringSchema(key);
    case ConfigType::kStrings:
      return {{"type", "array"}, {"items", StringSchema(key)}};
    case ConfigType::kSize:
      return {{"anyOf", {{{"type", "integer"}, {"minimum", 0}}, {{"type", "string"}, {"pattern", "^[0-9]+[KMG]?$"}}}}};
  }
  return Json::object();
}

// A table for each rule that has options.
Json OptionsSchema() {
  Json rules = Json::object();
  for (const RegisteredRule& rule : BuiltInRules()) {
    Json options = Json::object();
    for (const RuleOption& option : rule.info->options) {
      Json schema = {{"description", option.help}};
      if (!option.choices.empty()) schema["enum"] = Choices(option.choices);
      options[std::string(option.name)] = std::move(schema);
    }
    if (options.empty()) continue;
    rules[std::string(rule.info->name)] = {
        {"type", "object"}, {"properties", std::move(options)}, {"additionalProperties", false}};
  }
  return {{"type", "object"}, {"properties", std::move(rules)}, {"additionalProperties", false}};
}

Json TableSchema(const ConfigKey& key) {
  if (key.table == ConfigTable::kByRuleOption) return OptionsSchema();
  Json schema = {{"type", "object"}, {"additionalProperties", ValueSchema(key)}};
  if (key.table == ConfigTable::kByEnding) schema["propertyNames"] = {{"pattern", "^\\."}};
  return schema;
}

Json ObjectSchema(ConfigPlace place) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const std::string_view name : ConfigKeyNames(place)) {
    const ConfigKey* key = FindConfigKey(name, place);
    if (key == nullptr) continue;  // a table of its own
    Json schema = key->table == ConfigTable::kPlain ? ValueSchema(*key) : TableSchema(*key);
    schema["description"] = key->help;
    if (key->required) required.push_back(name);
    properties[std::string(name)] = std::move(schema);
  }
  Json schema = {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
  if (!required.empty()) schema["required"] = std::move(required);
  return schema;
}

Json ArrayOf(ConfigPlace place, std::string_view description) {
  return {{"type", "array"}, {"description", description}, {"items", ObjectSchema(place)}};
}

void AppendKeys(ConfigPlace place, std::string_view indent, std::string& out) {
  for (const std::string_view name : ConfigKeyNames(place)) {
    const ConfigKey* key = FindConfigKey(name, place);
    if (key == nullptr || key->example.empty()) continue;
    if (place == ConfigPlace::kPaths && key->place == ConfigPlace::kEverywhere) continue;
    absl::StrAppend(&out, "# ", ToAbsl(indent), ToAbsl(key->help), "\n#", ToAbsl(name), " = ", ToAbsl(key->example),
                    "\n\n");
  }
}

}  // namespace

std::string ConfigSchema() {
  Json schema = ObjectSchema(ConfigPlace::kTop);
  Json& properties = schema["properties"];
  properties["paths"] = ArrayOf(ConfigPlace::kPaths, "settings for some files");
  properties["house"] = ArrayOf(ConfigPlace::kHouse, "rules of the house");
  properties["suppress"] = ArrayOf(ConfigPlace::kSuppress, "findings that are accepted");
  Json whole = {{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", "bylint.toml"}};
  whole.update(schema);
  return whole.dump(2) + "\n";
}

std::string ConfigTemplate() {
  std::string out =
      "# What this house wants of bylint. The closest bylint.toml above an article is in force for it; take the `#` "
      "before a\n"
      "# key away to set it. `bylint config FILE` shows what is in force for a file, and where from.\n\n";
  AppendKeys(ConfigPlace::kTop, "", out);
  out +=
      "# settings for some files: `files`, and any of select, ignore, language, quote-style, speech-words, "
      "levels\n#[[paths]]\n";
  AppendKeys(ConfigPlace::kPaths, "", out);
  out += "# a rule of the house: give `words` or `pattern`\n#[[house]]\n";
  AppendKeys(ConfigPlace::kHouse, "", out);
  out += "# findings that are accepted, for files that cannot hold a comment\n#[[suppress]]\n";
  AppendKeys(ConfigPlace::kSuppress, "", out);
  out.pop_back();
  return out;
}

}  // namespace bylint
