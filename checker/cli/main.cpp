// The program: picks the command, parses its options by the table, runs it.
#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>

#include "checker/cli/commands.h"
#include "checker/cli/help.h"
#include "checker/cli/options.h"

namespace bylint {
namespace {

void AddOptions(const Command& command, CLI::App& app, Arguments& arguments) {
  for (const Option& option : Options()) {
    if (!TakesOption(command, option)) continue;
    const std::string name(option.name);
    const std::string spellings = name == "--output" ? "-o,--output" : name;
    const std::string help(option.help);
    if (option.value.empty()) {
      app.add_flag_callback(name, [&arguments, name] { arguments.values[name] = {""}; }, help);
      continue;
    }
    // One value for each time the option is given: a path that follows it is a path.
    CLI::Option* added = app.add_option_function<std::vector<std::string>>(
        spellings, [&arguments, name](const std::vector<std::string>& values) { arguments.values[name] = values; },
        help);
    added->allow_extra_args(false)->type_name(std::string(option.value));
    if (!option.choices.empty()) added->check(CLI::IsMember(ChoicesOf(option)));
  }
}

int RunCommand(const Command& command, int argc, char** argv) {
  CLI::App app(std::string(command.summary), "bylint " + std::string(command.name));
  Arguments arguments;
  AddOptions(command, app, arguments);
  if (!command.positional.empty()) {
    app.add_option(std::string(command.positional), arguments.paths, std::string(command.positional_help));
  }
  try {
    app.parse(argc - 1, argv + 1);
  } catch (const CLI::CallForHelp&) {
    std::cout << HelpText(command);
    return kExitClean;
  } catch (const CLI::ParseError& error) {
    std::cerr << "error: " << error.what() << "\nrun `bylint " << command.name << " --help` for its options\n";
    return kExitFailed;
  }
  return command.run(arguments);
}

int Main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is a failed write, which is said
  const std::string_view word = argc > 1 ? argv[1] : "";
  if (const Command* command = FindCommand(word)) return RunCommand(*command, argc, argv);
  if (word == "--version") {
    std::cout << "bylint " << BYLINT_VERSION << "\n";
    return kExitClean;
  }
  if (word == "--help" || word == "-h" || word == "help") {
    std::cout << UsageText();
    return kExitClean;
  }
  if (!word.empty()) std::cerr << "error: no command `" << word << "`\n\n";
  std::cerr << UsageText();
  return kExitFailed;
}

}  // namespace
}  // namespace bylint

int main(int argc, char** argv) {
  try {
    return bylint::Main(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << "\n";
    return bylint::kExitFailed;
  }
}
