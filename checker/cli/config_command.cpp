// `bylint init` and `bylint config`.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/cli/commands.h"
#include "checker/cli/console.h"
#include "checker/cli/output.h"
#include "checker/cli/reading.h"
#include "checker/engine/config/config_schema.h"
#include "checker/engine/house_rules.h"
#include "checker/report/listings.h"

namespace bylint {
namespace {

// The value of every key, and where it was given.
std::string ShowValues(const Profile& profile) {
  TextTable table;
  for (const std::string_view name : ConfigKeyNames(ConfigPlace::kTop)) {
    const ConfigKey* key = FindConfigKey(name, ConfigPlace::kTop);
    const bool plain = key != nullptr && key->table == ConfigTable::kPlain;
    if (plain && !key->otherwise.empty() && !profile.values.contains(name)) {
      table.Add({absl::StrCat(ToAbsl(name), " = ", ToAbsl(key->otherwise)), "# default"});
    }
  }
  for (const auto& [name, value] : profile.values) {
    table.Add({absl::StrCat(name, " = ", value.value), "# " + ToString(value.origin)});
  }
  return table.Render("");
}

std::string ShowRules(const Profile& profile) {
  TextTable table;
  for (const RuleSet::Running& running : profile.rules->running()) {
    table.Add({std::string(running.info->name), std::string(ToString(running.level))});
  }
  return table.Render("#   ");
}

int TestHouse(const Profile& profile) {
  bool failed = false;
  for (const HouseRuleDefinition* rule : profile.settings.house_rules) {
    for (const std::string& wrong : TestHouseRule(*rule)) {
      PrintDiagnostic(absl::StrCat(ToString(rule->origin), ": error: house rule `", rule->name, "`: ", wrong));
      failed = true;
    }
  }
  PrintLine(absl::StrCat(profile.settings.house_rules.size(), " house rules tested"));
  return failed ? kExitFindings : kExitClean;
}

}  // namespace

int RunInit(const Arguments& arguments) {
  const std::filesystem::path folder = arguments.paths.empty() ? "." : arguments.paths.front();
  const std::string path = (folder / std::string(kConfigFileName)).lexically_normal().string();
  const std::string text = ConfigTemplate();
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  const bool good = file >= 0 && write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  const int error = errno;
  if (file >= 0) close(file);
  if (!good) {
    PrintError(absl::StrCat(path, ": ", std::generic_category().message(error)));
    return kExitFailed;
  }
  PrintLine(absl::StrCat("wrote ", path));
  return kExitClean;
}

int RunConfig(const Arguments& arguments) {
  if (arguments.Has("--schema")) return PrintReport(arguments, ConfigSchema());
  absl::StatusOr<ConfigChoice> choice = ParseConfigChoice(arguments);
  if (!choice.ok()) return FailWith(choice.status());
  std::string path = arguments.paths.empty() ? "article.txt" : arguments.paths.front();
  if (std::error_code error; std::filesystem::is_directory(path, error)) path += "/article.txt";
  Profiles profiles(*std::move(choice));
  const std::shared_ptr<const Profile> profile = profiles.For(path);
  for (const std::string& error : profiles.errors()) PrintDiagnostic(error);
  if (profile == nullptr) return kExitFailed;
  if (arguments.Has("--test")) return TestHouse(*profile);
  const std::string source = profile->config == nullptr ? "no bylint.toml" : profile->config->path;
  const std::string excluded = profiles.IsExcluded(path) ? "# excluded\n" : "";
  return PrintReport(arguments, absl::StrCat("# ", source, "\n", excluded, ShowValues(*profile), "# rules that run:\n",
                                             ShowRules(*profile)));
}

}  // namespace bylint
