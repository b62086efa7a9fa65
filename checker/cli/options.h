// Commands and their options, in one table: parsing, help, completions and the man page are made from it.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bylint {

// What the user typed after the command.
struct Arguments {
  std::vector<std::string> paths;                                       // positional
  std::map<std::string, std::vector<std::string>, std::less<>> values;  // by option name; a switch has one empty value

  bool Has(std::string_view option) const { return values.contains(option); }
  // The last value given, or `otherwise`.
  std::string Get(std::string_view option, std::string_view otherwise = {}) const;
  // All values, those separated by commas apart.
  std::vector<std::string> List(std::string_view option) const;
};

enum class CommandId : uint8_t {
  kCheck,
  kQuotes,
  kNames,
  kChecklist,
  kRules,
  kExplain,
  kLsp,
  kInit,
  kConfig,
  kBaseline,
  kArchive,
  kCompletions,
  kMan,
  kReference,
};

struct Command {
  CommandId id;
  std::string_view name;
  std::string_view positional;  // "PATH", "RULE"
  std::string_view positional_help;
  std::string_view summary;
  int (*run)(const Arguments& arguments);  // the exit code
};

struct Option {
  std::string_view name;   // with its dashes
  std::string_view value;  // what stands for the value in help; empty for a switch
  std::string_view help;
  std::string_view choices;  // separated by `|`; empty when free
  uint32_t commands;         // bits of CommandId
};

std::span<const Command> Commands();
const Command* FindCommand(std::string_view name);
std::span<const Option> Options();
// The choices of one option, in the order of the table.
std::vector<std::string> ChoicesOf(const Option& option);

inline bool TakesOption(const Command& command, const Option& option) {
  return (option.commands >> static_cast<unsigned>(command.id) & 1) != 0;
}

}  // namespace bylint
