#include "checker/cli/options.h"

#include <algorithm>

#include "checker/cli/commands.h"

namespace bylint {
namespace {

constexpr uint32_t On(CommandId id) { return uint32_t{1} << static_cast<unsigned>(id); }
constexpr uint32_t kReading = On(CommandId::kCheck) | On(CommandId::kQuotes) | On(CommandId::kNames) |
                              On(CommandId::kChecklist) | On(CommandId::kBaseline) | On(CommandId::kArchive);
constexpr uint32_t kPrinting = On(CommandId::kCheck) | On(CommandId::kQuotes) | On(CommandId::kNames) |
                               On(CommandId::kRules) | On(CommandId::kExplain);
constexpr uint32_t kJudging = On(CommandId::kCheck) | On(CommandId::kConfig) | On(CommandId::kBaseline);
constexpr uint32_t kConfigured = kReading | On(CommandId::kConfig);

constexpr std::string_view kPaths = "files and folders; `-` is standard input";

constexpr std::string_view kFormats = "text|concise|json|jsonl|sarif|github|gitlab|checkstyle|junit|rdjson";

constexpr Command kCommands[] = {
    {CommandId::kCheck, "check", "PATH", kPaths, "report faults in articles", RunCheck},
    {CommandId::kQuotes, "quotes", "PATH", kPaths, "list who said what", RunQuotes},
    {CommandId::kNames, "names", "PATH", kPaths, "list who and what is named, in which spellings", RunNames},
    {CommandId::kChecklist, "checklist", "PATH", kPaths,
     "list what a fact checker ticks off: quotations, names, figures and credits, in Markdown", RunChecklist},
    {CommandId::kRules, "rules", "", "", "list the rules", RunRules},
    {CommandId::kExplain, "explain", "RULE", "name of a rule", "say what a rule looks for, with examples", RunExplain},
    {CommandId::kLsp, "lsp", "", "", "serve editors: the language server, on standard input and output", RunLsp},
    {CommandId::kInit, "init", "FOLDER", "where to write it (default: here)", "write a commented bylint.toml", RunInit},
    {CommandId::kConfig, "config", "PATH", "the file to show the settings of",
     "show what is in force for a file, and where from", RunConfig},
    {CommandId::kArchive, "archive", "PATH", "`collect`, then files and folders, or `merge`, then facts",
     "collect the names of many articles, to judge each by all", RunArchive},
    {CommandId::kBaseline, "baseline", "PATH", "`create` or `prune`, then files and folders",
     "accept the findings of today, so that only new ones count", RunBaseline},
    {CommandId::kCompletions, "completions", "SHELL", "bash, zsh or fish", "print completions for a shell",
     RunCompletions},
    {CommandId::kMan, "man", "", "", "print the man page", RunMan},
    {CommandId::kReference, "reference", "", "", "print the reference of commands, options, formats and keys",
     RunReference},
};

constexpr Option kOptions[] = {
    {"--format", "FORMAT", "how to print (default: text)", kFormats, On(CommandId::kCheck)},
    {"--format", "FORMAT", "how to print (default: text)", "text|concise|json|csv",
     On(CommandId::kQuotes) | On(CommandId::kNames)},
    {"--format", "FORMAT", "how to print (default: text)", "text|concise|json",
     On(CommandId::kRules) | On(CommandId::kExplain)},
    {"--select", "RULES", "run only these rules and groups; `default` and `all` are groups too", "", kJudging},
    {"--ignore", "RULES", "do not run these rules and groups", "", kJudging},
    {"--level", "RULE=LEVEL", "report a rule or group as note, warning or error", "", kJudging},
    {"--fail-on", "LEVEL", "lowest level that makes the exit code 1 (default: warning)", "note|warning|error|never",
     On(CommandId::kCheck)},
    {"--since", "REV", "only findings on lines changed since the merge base with REV", "", On(CommandId::kCheck)},
    {"--staged", "", "only findings on staged lines; reads the index, not the files", "", On(CommandId::kCheck)},
    {"--fix", "", "apply the fixes that are safe", "", On(CommandId::kCheck)},
    {"--suggested", "", "with --fix or --diff: those that are likely right, too", "", On(CommandId::kCheck)},
    {"--diff", "", "show what --fix would change, and change nothing", "", On(CommandId::kCheck)},
    {"--add-ignores", "", "write a suppression for each finding", "", On(CommandId::kCheck)},
    {"--baseline", "FILE", "the file of accepted findings", "", On(CommandId::kCheck) | On(CommandId::kBaseline)},
    {"--no-baseline", "", "report accepted findings, too", "", On(CommandId::kCheck)},
    {"--force", "", "with create: write over a baseline that exists", "", On(CommandId::kBaseline)},
    {"--statistics", "", "how often each rule spoke, and the time it took", "", On(CommandId::kCheck)},
    {"--why", "", "how each quotation mark was read, and who was taken to speak and why, on standard error", "",
     On(CommandId::kCheck)},
    {"--all", "", "list marks round titles, nicknames and the like too", "", On(CommandId::kQuotes)},
    {"--by", "WHAT", "list the quotations of each speaker together, with their number", "speaker",
     On(CommandId::kQuotes)},
    {"--speaker", "NAME", "list the quotations of one speaker, by any of the names that the article has", "",
     On(CommandId::kQuotes)},
    {"--archive", "FACTS", "judge names by these facts, made by `bylint archive`", "", On(CommandId::kCheck)},
    {"--names", "FILE", "the house's own names (default: the closest names.toml above)", "", kReading},
    {"--export", "", "write a names.toml of all the articles together", "", On(CommandId::kNames)},
    {"--person", "NAME", "list all mentions and quotations of one person", "", On(CommandId::kNames)},
    {"--output", "FILE", "write to FILE instead of standard output", "",
     kPrinting | On(CommandId::kChecklist) | On(CommandId::kArchive)},
    {"--color", "WHEN", "colour the output (default: auto, and NO_COLOR is respected)", "auto|always|never", kPrinting},
    {"--jobs", "N", "number of threads (default: one for each processor)", "", kReading},
    {"--cache", "", "keep what files came to, and check only those that are new or changed", "", On(CommandId::kCheck)},
    {"--language", "LANGUAGE", "language of the articles (default: auto)", "auto|en|fr|de|es|other", kConfigured},
    {"--quote-style", "STYLE", "which marks stand outside: us double, uk single (default: auto)", "auto|us|uk",
     kConfigured},
    {"--max-file-size", "BYTES", "largest file to read (default: 64 MiB); K, M and G may follow", "", kConfigured},
    {"--stdin-filename", "NAME", "what standard input is called; the ending picks the reader", "", kReading},
    {"--encoding", "ENCODING", "encoding of files without a byte-order mark (default: utf-8)", "", kReading},
    {"--config", "KEY=VALUE", "set a key of bylint.toml, or name the file to use instead of the closest one", "",
     kConfigured},
    {"--isolated", "", "use no bylint.toml", "", kConfigured},
    {"--force-exclude", "", "leave out excluded files that are named, too", "", kReading},
    {"--schema", "", "print the JSON Schema of bylint.toml", "", On(CommandId::kConfig)},
    {"--test", "", "run the examples of the house rules", "", On(CommandId::kConfig)},
    {"--quiet", "", "no closing line, no progress", "", kReading},
    {"--stdio", "", "standard input and output, as editors say it; there is no other way", "", On(CommandId::kLsp)},
};

}  // namespace

std::span<const Command> Commands() { return kCommands; }
std::span<const Option> Options() { return kOptions; }

const Command* FindCommand(std::string_view name) {
  for (const Command& command : kCommands) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

std::vector<std::string> ChoicesOf(const Option& option) {
  std::vector<std::string> choices;
  std::string_view rest = option.choices;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('|'), rest.size());
    choices.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return choices;
}

std::string Arguments::Get(std::string_view option, std::string_view otherwise) const {
  const auto it = values.find(option);
  return std::string(it == values.end() ? otherwise : std::string_view(it->second.back()));
}

std::vector<std::string> Arguments::List(std::string_view option) const {
  std::vector<std::string> items;
  const auto it = values.find(option);
  if (it == values.end()) return items;
  for (const std::string& value : it->second) {
    for (size_t begin = 0; begin <= value.size();) {
      const size_t end = std::min(value.find(',', begin), value.size());
      if (end > begin) items.push_back(value.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return items;
}

}  // namespace bylint
