// `bylint rules` and `bylint explain`: the rules, as their own files define them.
#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/cli/commands.h"
#include "checker/cli/console.h"
#include "checker/cli/options.h"
#include "checker/cli/output.h"
#include "checker/engine/registry.h"
#include "checker/engine/rule_set.h"
#include "checker/report/json.h"
#include "checker/report/listings.h"

namespace bylint {
namespace {

std::string_view StateOf(const RuleInfo& info) { return info.enabled ? "on" : "off"; }

Json ExamplesJson(std::span<const Example> examples) {
  Json items = Json::array();
  for (const Example& example : examples) {
    items.push_back({{"text", example.text}, {"marks", example.marks}, {"note", example.note}, {"file", example.file}});
  }
  return items;
}

Json OptionsJson(std::span<const RuleOption> options) {
  Json items = Json::array();
  for (const RuleOption& option : options) {
    items.push_back(
        {{"name", option.name}, {"choices", option.choices}, {"default", option.otherwise}, {"help", option.help}});
  }
  return items;
}

Json RuleJson(const RuleInfo& info) {
  return {{"name", info.name},
          {"group", ToString(info.group)},
          {"level", ToString(info.level)},
          {"enabled", info.enabled},
          {"summary", info.summary},
          {"why", info.why},
          {"bad", ExamplesJson(info.bad)},
          {"good", ExamplesJson(info.good)},
          {"options", OptionsJson(info.options)},
          {"fix_safety", info.fix_safety},
          {"reference", info.reference}};
}

std::string RulesText() {
  TextTable table;
  for (const RegisteredRule& rule : BuiltInRules()) {
    const RuleInfo& info = *rule.info;
    table.Add({std::string(info.name), std::string(ToString(info.group)), std::string(ToString(info.level)),
               std::string(StateOf(info)), std::string(info.summary)});
  }
  return table.Render("");
}

std::string RulesConcise() {
  std::string out;
  for (const RegisteredRule& rule : BuiltInRules()) absl::StrAppend(&out, ToAbsl(rule.info->name), "\n");
  return out;
}

std::string RulesJson() {
  Json rules = Json::array();
  for (const RegisteredRule& rule : BuiltInRules()) rules.push_back(RuleJson(*rule.info));
  return Dump({{"version", 1}, {"rules", std::move(rules)}}) + "\n";
}

// Lines of an example, set in, with a line of marks under what is reported.
void AppendExample(const Example& example, std::string& out) {
  std::string_view rest = example.text;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    absl::StrAppend(&out, "    ", ToAbsl(line), "\n");
    const size_t at = example.marks.empty() ? std::string_view::npos : line.find(example.marks);
    if (at != std::string_view::npos) {
      out.append(4 + static_cast<size_t>(DisplayWidth(line.substr(0, at))), ' ');
      out.append(static_cast<size_t>(DisplayWidth(example.marks)), '^');
      out += '\n';
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (!example.note.empty()) absl::StrAppend(&out, "    (", ToAbsl(example.note), ")\n");
  out += '\n';
}

std::string ExplainText(const RuleInfo& info) {
  std::string out = absl::StrCat(ToAbsl(info.name), ": ", ToAbsl(info.summary), "\ngroup ",
                                 ToAbsl(ToString(info.group)), ", level ", ToAbsl(ToString(info.level)), ", ",
                                 ToAbsl(StateOf(info)), " by default\n\n", ToAbsl(info.why), "\n\n");
  if (!info.bad.empty()) out += "Reported:\n\n";
  for (const Example& example : info.bad) AppendExample(example, out);
  if (!info.good.empty()) out += "Not reported:\n\n";
  for (const Example& example : info.good) AppendExample(example, out);
  for (const RuleOption& option : info.options) {
    absl::StrAppend(&out, "Option `", ToAbsl(option.name), "` (default ", ToAbsl(option.otherwise),
                    "): ", ToAbsl(option.help), "\n");
  }
  if (!info.fix_safety.empty()) absl::StrAppend(&out, "Fixes: ", ToAbsl(info.fix_safety), "\n");
  if (!info.reference.empty()) absl::StrAppend(&out, "See: ", ToAbsl(info.reference), "\n");
  return out;
}

// A rule, or one of the engine's own.
const RuleInfo* FindInfo(std::string_view name) {
  if (const RegisteredRule* rule = FindRule(name)) return rule->info;
  for (const RuleInfo* info : EngineRules()) {
    if (info->name == name) return info;
  }
  return nullptr;
}

}  // namespace

int RunRules(const Arguments& arguments) {
  const std::string format = arguments.Get("--format", "text");
  if (format == "json") return PrintReport(arguments, RulesJson());
  return PrintReport(arguments, format == "concise" ? RulesConcise() : RulesText());
}

int RunExplain(const Arguments& arguments) {
  if (arguments.paths.empty()) {
    PrintError("name a rule; `bylint rules` lists them");
    return kExitFailed;
  }
  const bool json = arguments.Get("--format", "text") == "json";
  std::string text;
  Json items = Json::array();
  for (const std::string& name : arguments.paths) {
    const RuleInfo* info = FindInfo(name);
    if (info == nullptr) {
      PrintError(DescribeUnknownRule(name));
      return kExitFailed;
    }
    if (json) items.push_back(RuleJson(*info));
    text += ExplainText(*info);
  }
  if (json) text = Dump({{"version", 1}, {"rules", std::move(items)}}) + "\n";
  return PrintReport(arguments, std::move(text));
}

}  // namespace bylint
