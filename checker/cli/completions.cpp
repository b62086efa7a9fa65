#include "checker/cli/completions.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "checker/base/to_absl.h"
#include "checker/cli/commands.h"
#include "checker/cli/console.h"
#include "checker/cli/options.h"
#include "checker/cli/output.h"

namespace bylint {
namespace {

std::string CommandNames() {
  std::string names;
  for (const Command& command : Commands()) absl::StrAppend(&names, names.empty() ? "" : " ", ToAbsl(command.name));
  return names;
}

std::string OptionNames(const Command& command) {
  std::string names = "--help";
  for (const Option& option : Options()) {
    if (TakesOption(command, option)) absl::StrAppend(&names, " ", ToAbsl(option.name));
  }
  return names;
}

std::string BashCompletions() {
  std::string values;
  std::string options;
  for (const Command& command : Commands()) {
    absl::StrAppend(&options, "    ", ToAbsl(command.name), ") words='", OptionNames(command), "' ;;\n");
    for (const Option& option : Options()) {
      if (!TakesOption(command, option) || option.choices.empty()) continue;
      absl::StrAppend(&values, "    '", ToAbsl(command.name), " ", ToAbsl(option.name), "') COMPREPLY=($(compgen -W '",
                      absl::StrJoin(ChoicesOf(option), " "), "' -- \"$cur\")); return ;;\n");
    }
  }
  return absl::StrCat(
      "_bylint() {\n"
      "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} words=\n"
      "  if [[ $COMP_CWORD == 1 ]]; then\n    COMPREPLY=($(compgen -W '",
      CommandNames(), "' -- \"$cur\"))\n    return\n  fi\n  case \"${COMP_WORDS[1]} $prev\" in\n", values,
      "  esac\n  case ${COMP_WORDS[1]} in\n", options,
      "  esac\n  if [[ $cur == -* ]]; then\n    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
      "  else\n    COMPREPLY=($(compgen -f -- \"$cur\"))\n  fi\n}\ncomplete -o filenames -F _bylint bylint\n");
}

// Within single quotes of zsh's _arguments, where brackets and colons have a meaning.
std::string ZshWords(std::string_view text) {
  return absl::StrReplaceAll(ToAbsl(text), {{"'", "'\\''"}, {"[", "\\["}, {"]", "\\]"}, {":", "\\:"}});
}

std::string ZshCompletions() {
  std::string out = "#compdef bylint\n\n_bylint() {\n  local -a commands=(\n";
  for (const Command& command : Commands()) {
    absl::StrAppend(&out, "    '", ToAbsl(command.name), ":", ZshWords(command.summary), "'\n");
  }
  out += "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  case $words[2] in\n";
  for (const Command& command : Commands()) {
    absl::StrAppend(&out, "    ", ToAbsl(command.name), ")\n      _arguments");
    for (const Option& option : Options()) {
      if (!TakesOption(command, option)) continue;
      absl::StrAppend(&out, " \\\n        '", ToAbsl(option.name), "[", ZshWords(option.help), "]");
      if (!option.value.empty()) absl::StrAppend(&out, ":", ZshWords(option.value), ":");
      if (!option.choices.empty()) absl::StrAppend(&out, "(", absl::StrJoin(ChoicesOf(option), " "), ")");
      out += "'";
    }
    absl::StrAppend(&out, command.positional.empty() ? "" : " \\\n        '*:file:_files'", " ;;\n");
  }
  return out + "  esac\n}\n\n_bylint \"$@\"\n";
}

std::string FishWords(std::string_view text) {
  return absl::StrReplaceAll(ToAbsl(text), {{"\\", "\\\\"}, {"'", "\\'"}});
}

std::string FishCompletions() {
  std::string out = "set -l commands " + CommandNames() + "\n";
  for (const Command& command : Commands()) {
    absl::StrAppend(&out, "complete -c bylint -f -n \"not __fish_seen_subcommand_from $commands\" -a ",
                    ToAbsl(command.name), " -d '", FishWords(command.summary), "'\n");
    for (const Option& option : Options()) {
      if (!TakesOption(command, option)) continue;
      absl::StrAppend(&out, "complete -c bylint -n '__fish_seen_subcommand_from ", ToAbsl(command.name), "' -l ",
                      ToAbsl(option.name.substr(2)));
      if (!option.choices.empty()) {
        absl::StrAppend(&out, " -x -a '", absl::StrJoin(ChoicesOf(option), " "), "'");
      } else if (!option.value.empty()) {
        out += " -r";
      }
      absl::StrAppend(&out, " -d '", FishWords(option.help), "'\n");
    }
  }
  return out;
}

std::string Troff(std::string_view text) {
  const std::string escaped = absl::StrReplaceAll(ToAbsl(text), {{"\\", "\\e"}, {"-", "\\-"}, {"`", ""}});
  return escaped.starts_with('.') || escaped.starts_with('\'') ? "\\&" + escaped : escaped;
}

}  // namespace

std::string Completions(std::string_view shell) {
  if (shell == "bash") return BashCompletions();
  if (shell == "zsh") return ZshCompletions();
  return shell == "fish" ? FishCompletions() : "";
}

std::string ManPage() {
  std::string out =
      ".TH BYLINT 1\n.SH NAME\nbylint \\- a lint for news articles\n.SH SYNOPSIS\n.B bylint\n.I "
      "COMMAND\n[\\fIOPTIONS\\fR] "
      "[\\fIARGUMENTS\\fR]\n.SH DESCRIPTION\nReads news articles the way a copy desk does: is every quotation closed, "
      "does\n"
      "every quotation say who said it, is every name spelled one way?\n.SH COMMANDS\n";
  for (const Command& command : Commands()) {
    absl::StrAppend(&out, ".TP\n.B bylint ", Troff(command.name), "\n", Troff(command.summary), "\n");
  }
  out += ".SH OPTIONS\n";
  for (const Option& option : Options()) {
    absl::StrAppend(&out, ".TP\n\\fB", Troff(option.name), "\\fR \\fI", Troff(option.value), "\\fR\n",
                    Troff(option.help));
    if (!option.choices.empty()) absl::StrAppend(&out, ": ", absl::StrJoin(ChoicesOf(option), ", "));
    out += "\n";
  }
  return out +
         ".SH EXIT STATUS\n0 nothing at or above \\-\\-fail\\-on, 1 findings, 2 the job could not be done\n"
         ".SH FILES\n.TP\n.I bylint.toml\nsettings of the articles below it; the closest one is in force\n";
}

int RunCompletions(const Arguments& arguments) {
  const std::string text = arguments.paths.size() == 1 ? Completions(arguments.paths.front()) : "";
  if (!text.empty()) return PrintReport(arguments, text);
  PrintError("name a shell: bash, zsh or fish");
  return kExitFailed;
}

int RunMan(const Arguments& arguments) { return PrintReport(arguments, ManPage()); }

}  // namespace bylint
