// The keys of bylint.toml, defined once: reading, `bylint config`, the JSON Schema, the template of `bylint init` and
// the reference in docs are made from these tables.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "checker/engine/settings.h"

namespace bylint {

// Where a value was given. Line 0: not in a file, and `file` says it in words.
struct Origin {
  std::string file = "default";
  uint32_t line = 0;
  uint32_t column = 0;
};
// `path:line:column`, or the words.
std::string ToString(const Origin& origin);

using ConfigValue = std::variant<bool, int64_t, std::string, std::vector<std::string>>;
// As TOML writes it.
std::string ToString(const ConfigValue& value);

enum class ConfigType : uint8_t { kBoolean, kInteger, kString, kStrings, kSize };

enum class ConfigPlace : uint8_t {
  kTop,         // at the top of the file only
  kEverywhere,  // in `[[paths]]` too
  kPaths,       // in `[[paths]]` only
  kHouse,       // in `[[house]]`
  kSuppress,    // in `[[suppress]]`
};

// How a table of the file is keyed; `kPlain` for a plain key.
enum class ConfigTable : uint8_t { kPlain, kByRule, kByRuleOption, kByEnding };

struct ConfigKey {
  std::string_view name;
  ConfigType type = ConfigType::kString;
  ConfigPlace place = ConfigPlace::kTop;
  ConfigTable table = ConfigTable::kPlain;
  std::string_view choices = {};  // separated by `|`; empty when free
  bool names_rules = false;       // values are rules or groups
  bool names_file = false;        // the value is the path of a file to read
  bool required = false;
  std::string_view otherwise = {};  // in force when nobody says anything, as TOML; empty: nothing
  std::string_view help = {};
  std::string_view example = {};  // as TOML
};

std::span<const ConfigKey> ConfigKeys();
// The key of that name that may stand at `place`, or nullptr.
const ConfigKey* FindConfigKey(std::string_view name, ConfigPlace place);
// Names of the keys that may stand at `place`, for suggestions.
std::vector<std::string_view> ConfigKeyNames(ConfigPlace place);

// One value of the file, checked against its key.
struct ConfigEntry {
  const ConfigKey* key = nullptr;
  std::string name;  // within a table: the rule, `rule.option` or ending; else empty
  ConfigValue value;
  Origin origin;
};

// Puts the value in force. `add`: lists are added to instead of replaced (sections and the command line).
void Apply(const ConfigEntry& entry, bool add, Settings& settings);

}  // namespace bylint
