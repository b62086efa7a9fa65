// What is in force for a file: the closest bylint.toml above it, those it extends, its sections for the file, and the
// command line.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "bylint/archive.h"
#include "bylint/names_list.h"
#include "checker/engine/config/config_file.h"
#include "checker/engine/rule_set.h"
#include "checker/engine/settings.h"

namespace bylint {

// A value in force, and where it was given.
struct InForce {
  std::string value;
  Origin origin;
};

// Immutable; shared by all files with the same settings.
struct Profile {
  std::shared_ptr<const ConfigFile> config;  // nullptr where there is none
  Settings settings;
  std::string names_path;                       // of the house's own names; empty where there are none
  std::shared_ptr<const NamesList> names;       // nullptr where there are none
  std::shared_ptr<const ArchiveIndex> archive;  // nullptr where there is none
  std::shared_ptr<const RuleSet> rules;
  std::map<std::string, InForce, std::less<>> values;  // by key, dotted
  // Of all that is in force, with the content of every file that was read for it; nothing where one was just written.
  std::optional<uint64_t> digest;
};

struct ConfigChoice {
  bool isolated = false;                    // look for no bylint.toml
  std::string file = {};                    // the one to use for all files; empty: the closest above each
  std::vector<ConfigEntry> overrides = {};  // of the command line, in order
  std::string cache_folder = {};            // for compiled lists of names; empty: none
};

// Finds and reads configurations, each once. For one thread.
class Profiles {
 public:
  explicit Profiles(ConfigChoice choice) : choice_(std::move(choice)) {}

  // What is in force for the file at `path`, which need not exist. nullptr when its configuration is broken: `errors()`
  // says why, once.
  std::shared_ptr<const Profile> For(const std::string& path);

  // True when the configuration for the file excludes it.
  bool IsExcluded(const std::string& path);

  const std::vector<std::string>& errors() const { return errors_; }

 private:
  // The folder of the file, from the root.
  const std::string& FolderOf(const std::string& path);
  std::shared_ptr<const ConfigFile> ConfigFor(const std::string& path, bool& broken);
  std::shared_ptr<const ConfigFile> ConfigInFolder(const std::string& folder, bool& broken);
  // `names`: the list beside the articles, for a configuration that names none.
  std::shared_ptr<const Profile> Make(std::shared_ptr<const ConfigFile> config, const std::vector<bool>& sections,
                                      const std::string& names);
  // The closest names.toml in or above the folder, or an empty string.
  const std::string& NamesInFolder(const std::string& folder);
  bool LoadNames(const std::string& path, Profile& profile);
  bool LoadArchive(Profile& profile);

  struct Read {
    std::shared_ptr<const ConfigFile> config;
    bool broken = false;
  };
  ConfigChoice choice_;
  std::string last_parent_ = "/";  // as it was named; files come folder by folder
  std::string last_folder_ = "/";
  std::map<std::string, Read> by_folder_;
  std::map<std::string, Read> by_path_;
  std::map<std::string, std::string> names_by_folder_;
  std::map<std::string, std::shared_ptr<const NamesList>> names_;        // by path
  std::map<std::string, std::shared_ptr<const ArchiveIndex>> archives_;  // by path
  std::map<std::tuple<const ConfigFile*, std::vector<bool>, std::string>, std::shared_ptr<const Profile>> profiles_;
  std::vector<std::string> errors_;
};

// The path from the configuration's folder to the file, with `/`.
std::string RelativeTo(const ConfigFile& config, const std::string& path);

}  // namespace bylint
