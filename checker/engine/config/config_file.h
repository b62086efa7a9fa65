// One bylint.toml, read and checked.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bylint/finding.h"
#include "checker/engine/config/config_keys.h"
#include "checker/engine/config/path_patterns.h"

namespace bylint {

inline constexpr std::string_view kConfigFileName = "bylint.toml";

// Settings for some files.
struct ConfigSection {
  std::vector<std::string> files;  // as written
  PathPatterns patterns;
  std::vector<ConfigEntry> entries;
};

enum class HouseScope : uint8_t { kAnywhere, kOutsideQuotations, kInsideQuotations, kHeadline, kParagraph };

// A rule of the house, as its `[[house]]` table defines it.
struct HouseRuleDefinition {
  std::string name = {};
  std::vector<std::string> words = {};
  std::string pattern = {};
  std::string message = {};
  std::string help = {};
  std::string replacement = {};
  bool has_replacement = false;
  Level level = Level::kWarning;
  HouseScope scope = HouseScope::kOutsideQuotations;
  std::vector<std::string> bad = {};
  std::vector<std::string> good = {};
  Origin origin = {};
};

// A `[[suppress]]` table.
struct ConfigSuppression {
  PathPatterns files = {};  // empty: all
  std::string rule = {};
  std::string words = {};  // empty: any
  std::string reason = {};
  Origin origin = {};
};

// Immutable once read; shared by the files it is in force for.
struct ConfigFile {
  std::string path;
  std::string folder;    // what the patterns of paths are relative to
  uint64_t content = 0;  // a hash of its text
  std::shared_ptr<const ConfigFile> extends;
  std::vector<ConfigEntry> entries;  // in the order of the file
  PathPatterns exclude;
  std::vector<ConfigSection> sections;
  std::vector<HouseRuleDefinition> house_rules;
  std::vector<ConfigSuppression> suppressions;
  std::string baseline;  // path of the file; empty if none is named
};

// Reads the file and those it extends. On failure returns nullptr and adds to `errors`: each is `path:line:column:
// error: …`.
std::shared_ptr<const ConfigFile> ReadConfigFile(const std::string& path, std::vector<std::string>& errors);

// The same for text that stands for a file; `path` names it and its folder. For tests and for `--config KEY=VALUE`.
std::shared_ptr<const ConfigFile> ParseConfig(std::string_view text, const std::string& path,
                                              std::vector<std::string>& errors);

}  // namespace bylint
