#include "checker/cli/help.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "checker/base/to_absl.h"
#include "checker/cli/commands.h"
#include "checker/cli/output.h"
#include "checker/engine/config/config_keys.h"
#include "checker/report/findings_writer.h"
#include "checker/report/listings.h"

namespace bylint {
namespace {

constexpr std::string_view kAbout =
    "bylint reads news articles the way a copy desk does: is every quotation closed, does every\n"
    "quotation say who said it, is every name spelled one way?\n\n"
    "usage: bylint COMMAND [OPTIONS] [ARGUMENTS]\n\n";

constexpr std::string_view kExitCodes =
    "exit codes: 0 nothing at or above --fail-on, 1 findings, 2 the job could not be done\n";

std::string ValueOf(const Option& option) {
  if (option.value.empty()) return std::string(option.name);
  return absl::StrCat(ToAbsl(option.name), " ", ToAbsl(option.value));
}

std::string WordsOf(const Option& option) {
  if (option.choices.empty()) return std::string(option.help);
  return absl::StrCat(ToAbsl(option.help), ": ", absl::StrReplaceAll(ToAbsl(option.choices), {{"|", ", "}}));
}

// A cell of a table: bars would end it.
std::string Cell(std::string_view text) { return absl::StrReplaceAll(ToAbsl(text), {{"|", "\\|"}}); }

std::string Code(std::string_view text) { return text.empty() ? "" : absl::StrCat("`", Cell(text), "`"); }

std::string CommandsOf(const Option& option) {
  std::string names;
  for (const Command& command : Commands()) {
    if (TakesOption(command, option)) absl::StrAppend(&names, names.empty() ? "" : ", ", ToAbsl(command.name));
  }
  return names;
}

void AppendKeys(std::string_view title, ConfigPlace place, std::string& out) {
  absl::StrAppend(&out, "\n### ", ToAbsl(title), "\n\n| Key | Is | Default | Example |\n|---|---|---|---|\n");
  for (const ConfigKey& key : ConfigKeys()) {
    if (key.place != place) continue;
    std::string help = Cell(key.help);
    if (!key.choices.empty()) absl::StrAppend(&help, ": ", absl::StrReplaceAll(ToAbsl(key.choices), {{"|", ", "}}));
    if (key.required) help += " (must be given)";
    absl::StrAppend(&out, "| ", Code(key.name), " | ", help, " | ", Code(key.otherwise), " | ", Code(key.example),
                    " |\n");
  }
}

}  // namespace

std::string ReferenceText() {
  std::string out =
      "# Reference\n\nMade by `bylint reference` from the program's own tables; a test fails when it is stale.\n\n"
      "## Commands\n\n| Command | Does |\n|---|---|\n";
  for (const Command& command : Commands()) {
    const std::string operand =
        command.positional.empty() ? "" : absl::StrCat(" [", ToAbsl(command.positional), "...]");
    absl::StrAppend(&out, "| ", Code(absl::StrCat("bylint ", ToAbsl(command.name), operand)), " | ",
                    Cell(command.summary), " |\n");
  }
  absl::StrAppend(&out, "\nThe ", ToAbsl(kExitCodes), "\n## Options\n\n| Option | Does | Of |\n|---|---|---|\n");
  for (const Option& option : Options()) {
    absl::StrAppend(&out, "| ", Code(ValueOf(option)), " | ", Cell(WordsOf(option)), " | ", CommandsOf(option), " |\n");
  }
  out += "\n## Formats of `bylint check`\n\n| Format | Is |\n|---|---|\n";
  for (const FindingsFormat& format : FindingsFormats()) {
    absl::StrAppend(&out, "| ", Code(format.name), " | ", Cell(format.what), " |\n");
  }
  out += "\n## Keys of bylint.toml\n";
  AppendKeys("At the top, and in `[[paths]]`", ConfigPlace::kEverywhere, out);
  AppendKeys("At the top only", ConfigPlace::kTop, out);
  AppendKeys("In `[[paths]]` only", ConfigPlace::kPaths, out);
  AppendKeys("In `[[house]]`, a rule of the house", ConfigPlace::kHouse, out);
  AppendKeys("In `[[suppress]]`, accepted findings", ConfigPlace::kSuppress, out);
  return out;
}

std::string UsageText() {
  TextTable commands;
  for (const Command& command : Commands()) commands.Add({std::string(command.name), std::string(command.summary)});
  return absl::StrCat(ToAbsl(kAbout), commands.Render("  "),
                      "\n`bylint COMMAND --help` tells its options; `bylint --version` the version.\n",
                      ToAbsl(kExitCodes));
}

std::string HelpText(const Command& command) {
  TextTable options;
  for (const Option& option : Options()) {
    if (TakesOption(command, option)) options.Add({ValueOf(option), WordsOf(option)});
  }
  options.Add({"--help", "this text"});
  const std::string operand = command.positional.empty() ? "" : absl::StrCat(" [", ToAbsl(command.positional), "...]");
  std::string out = absl::StrCat("bylint ", ToAbsl(command.name), ": ", ToAbsl(command.summary), "\n\nusage: bylint ",
                                 ToAbsl(command.name), " [OPTIONS]", operand, "\n");
  if (!command.positional.empty()) {
    absl::StrAppend(&out, "  ", ToAbsl(command.positional), ": ", ToAbsl(command.positional_help), "\n");
  }
  return absl::StrCat(out, "\n", options.Render("  "));
}

int RunReference(const Arguments& arguments) { return PrintReport(arguments, ReferenceText()); }

}  // namespace bylint
