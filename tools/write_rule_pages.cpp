// write_rule_pages [--check] FOLDER: writes FOLDER/<rule>.md and its README.md from what the rules say of
// themselves. With --check nothing is written; exits 1 when a page is stale.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "checker/engine/registry.h"

namespace bylint {
namespace {

namespace fs = std::filesystem;

void WriteExamples(std::string_view title, std::span<const Example> examples, std::ostream& out) {
  if (examples.empty()) return;
  out << "\n## " << title << "\n";
  for (const Example& example : examples) {
    out << "\n";
    if (!example.note.empty()) out << example.note << ":\n\n";
    out << "````\n" << example.text << "\n````\n";
    if (!example.marks.empty()) out << "\nMarked: `" << example.marks << "`\n";
  }
}

void WriteOptions(const RuleInfo& info, std::ostream& out) {
  if (info.options.empty()) return;
  out << "\n## Options\n\nIn `[rules." << info.name << "]` of bylint.toml:\n\n| Key | Is | Default |\n|---|---|---|\n";
  for (const RuleOption& option : info.options) {
    out << "| `" << option.name << "` | " << option.help << " | `\"" << option.otherwise << "\"` |\n";
  }
}

std::string RulePage(const RuleInfo& info) {
  std::ostringstream out;
  out << "# " << info.name << "\n\n"
      << "*" << ToString(info.group) << ", " << ToString(info.level) << (info.enabled ? "" : ", off by default")
      << "*\n\nFinds: " << info.summary << ".\n\n"
      << info.why << "\n";
  WriteExamples("Reported", info.bad, out);
  WriteExamples("Accepted", info.good, out);
  WriteOptions(info, out);
  if (!info.fix_safety.empty()) out << "\n## Fixes\n\n" << info.fix_safety << "\n";
  if (!info.reference.empty()) out << "\n## Reference\n\n" << info.reference << "\n";
  return out.str();
}

std::string Overview() {
  constexpr Group kGroups[] = {Group::kQuotation, Group::kAttribution, Group::kNames, Group::kCopy};
  std::ostringstream out;
  out << "# Rules\n\nA group's name selects all its rules. Made from the rules' own words by the target "
         "`docs`.\n";
  for (const Group group : kGroups) {
    if (std::ranges::none_of(BuiltInRules(), [&](const RegisteredRule& r) { return r.info->group == group; })) continue;
    out << "\n## " << ToString(group) << "\n\n| Rule | Level | Finds |\n|---|---|---|\n";
    for (const RegisteredRule& rule : BuiltInRules()) {
      const RuleInfo& info = *rule.info;
      if (info.group != group) continue;
      out << "| [`" << info.name << "`](" << info.name << ".md) | " << ToString(info.level)
          << (info.enabled ? "" : ", off by default") << " | " << info.summary << " |\n";
    }
  }
  return out.str();
}

std::string ReadIfThere(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

int Main(const std::vector<std::string>& arguments) {
  const bool check = !arguments.empty() && arguments.front() == "--check";
  if (arguments.size() != (check ? 2 : 1)) {
    std::cerr << "usage: write_rule_pages [--check] FOLDER\n";
    return 2;
  }
  const fs::path folder = arguments.back();
  std::vector<std::pair<fs::path, std::string>> pages = {{folder / "README.md", Overview()}};
  for (const RegisteredRule& rule : BuiltInRules()) {
    pages.emplace_back(folder / (std::string(rule.info->name) + ".md"), RulePage(*rule.info));
  }
  int stale = 0;
  for (const auto& [path, text] : pages) {
    if (ReadIfThere(path) == text) continue;
    ++stale;
    if (check) {
      std::cerr << path.string() << " is stale: build the target `docs`\n";
    } else {
      std::ofstream(path, std::ios::binary) << text;
    }
  }
  return check && stale > 0 ? 1 : 0;
}

}  // namespace
}  // namespace bylint

int main(int argc, char** argv) { return bylint::Main({argv + 1, argv + argc}); }
