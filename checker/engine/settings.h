// What a house wants of the checks, wherever it said so: command line or bylint.toml.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bylint/article.h"
#include "bylint/rule.h"

namespace bylint {

struct HouseRuleDefinition;

struct Settings {
  // Names of rules and groups; `all` is every rule, `default` those that are on by default. Empty: `default`.
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::map<std::string, Level, std::less<>> levels;  // by rule or group
  // By rule, then by key; a list is one string, an item a line.
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> options;
  std::map<std::string, std::string, std::less<>> readers;  // an ending to the one it is read like
  std::vector<const HouseRuleDefinition*> house_rules;      // of the configurations, which must outlive the settings
  AnalysisOptions analysis;
  std::optional<std::string> names_file;  // none given: the closest names.toml; empty: none
  std::string archive_file;               // empty: none
  uint64_t max_file_size = uint64_t{64} << 20;
};

// What picks the reader: the file's name, or one with the ending that `[readers]` gives instead.
std::string ReaderPath(const std::string& name, const Settings& settings);

std::optional<Level> ParseLevel(std::string_view name);            // note, warning, error
std::optional<Language> ParseLanguage(std::string_view name);      // auto, en, fr, de, es, other
std::optional<QuoteStyle> ParseQuoteStyle(std::string_view name);  // auto, us, uk

// `500000`, `200K`, `64M`, `1G`, below 2 GiB.
std::optional<uint64_t> ParseSize(std::string_view text);

std::string_view ToString(Language language);
std::string_view ToString(QuoteStyle style);

}  // namespace bylint
