#include "checker/cli/help.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "checker/base/to_absl.h"
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

}  // namespace

std::string UsageText() {
  TextTable commands;
  for (const Command& command : Commands()) commands.Add({std::string(command.name), std::string(command.summary)});
  return absl::StrCat(ToAbsl(kAbout), commands.Render("  "), "\n`bylint COMMAND --help` tells its options; `bylint --version` the version.\n",
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

}  // namespace bylint
