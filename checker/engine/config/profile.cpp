#include "checker/engine/config/profile.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "checker/base/packed.h"
#include "checker/base/stable_hash.h"
#include "checker/base/to_absl.h"
#include "checker/engine/archive_file.h"
#include "checker/engine/cache/file_state.h"
#include "checker/engine/names_file.h"

namespace bylint {
namespace {

namespace fs = std::filesystem;

// The path without symbolic links in its folders' names resolved: the closest file above is the one that the user sees.
std::string AbsoluteFolderOf(const std::string& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error).lexically_normal();
  return absolute.parent_path().string();
}

// The configurations that `config` extends, the farthest first, and itself.
std::vector<const ConfigFile*> ChainOf(const ConfigFile* config) {
  std::vector<const ConfigFile*> chain;
  for (; config != nullptr; config = config->extends.get()) chain.insert(chain.begin(), config);
  return chain;
}

std::string KeyOf(const ConfigEntry& entry) {
  return entry.name.empty() ? std::string(entry.key->name) : absl::StrCat(ToAbsl(entry.key->name), ".", entry.name);
}

void PutInForce(const ConfigEntry& entry, bool add, Profile& profile) {
  Apply(entry, add, profile.settings);
  InForce& value = profile.values[KeyOf(entry)];
  const bool list = std::holds_alternative<std::vector<std::string>>(entry.value);
  if (add && list && !value.value.empty()) {
    value.value += " + " + ToString(entry.value);
    value.origin.file = absl::StrCat(ToString(value.origin), " + ", ToString(entry.origin));
    value.origin.line = 0;
    return;
  }
  value = {.value = ToString(entry.value), .origin = entry.origin};
}

// What the file system says of a list or an archive; false where it may change without saying so.
bool AddState(const std::string& path, std::string& facts) {
  if (path.empty()) return true;
  const FileState state = StateOf(path);
  PutState(state, facts);
  return state.known();
}

// `sections` and `overrides` are those of Profiles::Make; the values in force are made of them and of the files.
std::optional<uint64_t> DigestOf(const Profile& profile, const std::vector<bool>& sections,
                                 const std::vector<ConfigEntry>& overrides) {
  std::string facts;
  for (const ConfigFile* file : ChainOf(profile.config.get())) {
    PutString(file->path, facts);
    PutNumber(file->content, facts);
  }
  for (const bool section : sections) PutNumber(section ? 1 : 0, facts);
  for (const ConfigEntry& entry : overrides) {
    PutString(KeyOf(entry), facts);
    PutString(ToString(entry.value), facts);
  }
  PutString(profile.names_path, facts);
  const bool settled = AddState(profile.names_path, facts) && AddState(profile.settings.archive_file, facts);
  return settled ? std::optional(StableHash(facts)) : std::nullopt;
}

}  // namespace

std::string RelativeTo(const ConfigFile& config, const std::string& path) {
  std::error_code error;
  const fs::path folder = fs::absolute(config.folder.empty() ? "." : config.folder, error).lexically_normal();
  return fs::absolute(path, error).lexically_normal().lexically_relative(folder).generic_string();
}

const std::string& Profiles::FolderOf(const std::string& path) {
  const std::string_view parent = std::string_view(path).substr(0, path.rfind('/') + 1);
  if (parent.empty() || parent != last_parent_) {
    last_folder_ = AbsoluteFolderOf(path);
    last_parent_ = parent;
  }
  return last_folder_;
}

std::shared_ptr<const ConfigFile> Profiles::ConfigInFolder(const std::string& folder, bool& broken) {
  const auto known = by_folder_.find(folder);
  if (known != by_folder_.end()) {
    broken = known->second.broken;
    return known->second.config;
  }
  Read read;
  std::error_code error;
  const fs::path candidate = fs::path(folder) / std::string(kConfigFileName);
  if (fs::exists(candidate, error)) {
    // Shown as the user would type it.
    const std::string shown = candidate.lexically_proximate(fs::current_path(error)).string();
    read.config = ReadConfigFile(shown.starts_with("../../..") ? candidate.string() : shown, errors_);
    read.broken = read.config == nullptr;
  } else if (const fs::path parent = fs::path(folder).parent_path(); parent != folder) {
    read.config = ConfigInFolder(parent.string(), read.broken);
  }
  broken = read.broken;
  return by_folder_.emplace(folder, std::move(read)).first->second.config;
}

std::shared_ptr<const ConfigFile> Profiles::ConfigFor(const std::string& path, bool& broken) {
  broken = false;
  if (!choice_.file.empty()) {
    auto [it, fresh] = by_path_.try_emplace(choice_.file);
    if (fresh) {
      it->second.config = ReadConfigFile(choice_.file, errors_);
      it->second.broken = it->second.config == nullptr;
    }
    broken = it->second.broken;
    return it->second.config;
  }
  if (choice_.isolated) return nullptr;
  return ConfigInFolder(FolderOf(path), broken);
}

std::shared_ptr<const Profile> Profiles::For(const std::string& path) {
  bool broken = false;
  std::shared_ptr<const ConfigFile> config = ConfigFor(path, broken);
  if (broken) return nullptr;
  std::vector<bool> sections;
  for (const ConfigFile* file : ChainOf(config.get())) {
    if (file->sections.empty()) continue;
    const std::string relative = RelativeTo(*file, path);
    for (const ConfigSection& section : file->sections) sections.push_back(section.patterns.Matches(relative));
  }
  const std::string names = choice_.isolated ? "" : NamesInFolder(FolderOf(path));
  auto [it, fresh] = profiles_.try_emplace({config.get(), sections, names});
  if (fresh) it->second = Make(std::move(config), sections, names);
  return it->second;
}

const std::string& Profiles::NamesInFolder(const std::string& folder) {
  const auto known = names_by_folder_.find(folder);
  if (known != names_by_folder_.end()) return known->second;
  std::string names;
  std::error_code error;
  const fs::path candidate = fs::path(folder) / "names.toml";
  if (fs::is_regular_file(candidate, error)) {
    const std::string shown = candidate.lexically_proximate(fs::current_path(error)).string();
    names = shown.starts_with("../../..") ? candidate.string() : shown;
  } else if (const fs::path parent = fs::path(folder).parent_path(); parent != folder) {
    names = NamesInFolder(parent.string());
  }
  return names_by_folder_.emplace(folder, std::move(names)).first->second;
}

bool Profiles::LoadNames(const std::string& path, Profile& profile) {
  if (path.empty()) return true;
  auto [it, fresh] = names_.try_emplace(path);
  if (fresh) {
    absl::StatusOr<NamesList> names = LoadNamesFile(path, choice_.cache_folder);
    if (names.ok()) {
      it->second = std::make_shared<const NamesList>(*std::move(names));
    } else {
      errors_.emplace_back(names.status().message());
    }
  }
  profile.names_path = path;
  profile.names = it->second;
  profile.settings.analysis.names = it->second.get();
  return it->second != nullptr;
}

// The facts are gone when this returns: the index holds what is dominant and what is rare.
bool Profiles::LoadArchive(Profile& profile) {
  const std::string& path = profile.settings.archive_file;
  if (path.empty()) return true;
  auto [it, fresh] = archives_.try_emplace(path);
  if (fresh) {
    const absl::StatusOr<ArchiveFacts> facts = LoadFacts(path);
    if (facts.ok()) {
      it->second = std::make_shared<const ArchiveIndex>(ArchiveIndex::Make(*facts));
    } else {
      errors_.emplace_back(facts.status().message());
    }
  }
  profile.archive = it->second;
  profile.settings.analysis.archive = it->second.get();
  return it->second != nullptr;
}

std::shared_ptr<const Profile> Profiles::Make(std::shared_ptr<const ConfigFile> config,
                                              const std::vector<bool>& sections, const std::string& names) {
  auto profile = std::make_shared<Profile>();
  profile->config = std::move(config);
  size_t index = 0;
  for (const ConfigFile* file : ChainOf(profile->config.get())) {
    for (const ConfigEntry& entry : file->entries) PutInForce(entry, false, *profile);
    for (const HouseRuleDefinition& rule : file->house_rules) profile->settings.house_rules.push_back(&rule);
    for (const ConfigSection& section : file->sections) {
      if (!sections[index++]) continue;
      for (const ConfigEntry& entry : section.entries) PutInForce(entry, true, *profile);
    }
  }
  for (const ConfigEntry& entry : choice_.overrides) PutInForce(entry, entry.key->name == "ignore", *profile);
  if (!LoadNames(profile->settings.names_file.value_or(names), *profile) || !LoadArchive(*profile)) return nullptr;
  absl::StatusOr<std::shared_ptr<const RuleSet>> rules = RuleSet::Make(profile->settings);
  if (!rules.ok()) {
    const std::string where = profile->config == nullptr ? "" : profile->config->path + ": ";
    errors_.push_back(absl::StrCat(where, rules.status().message()));
    return nullptr;
  }
  profile->rules = *std::move(rules);
  profile->digest = DigestOf(*profile, sections, choice_.overrides);
  return profile;
}

bool Profiles::IsExcluded(const std::string& path) {
  bool broken = false;
  const std::shared_ptr<const ConfigFile> config = ConfigFor(path, broken);
  for (const ConfigFile* file : ChainOf(config.get())) {
    if (!file->exclude.empty() && file->exclude.Matches(RelativeTo(*file, path))) return true;
  }
  return false;
}

}  // namespace bylint
