#include "checker/cli/baselines.h"

#include <filesystem>

#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/cli/console.h"

namespace bylint {
namespace {

// What the configuration or those it extends name; empty if none does.
std::string ConfiguredPath(const Job& job) {
  for (const ConfigFile* file = job.profile->config.get(); file != nullptr; file = file->extends.get()) {
    if (!file->baseline.empty()) return file->baseline;
  }
  return "";
}

}  // namespace

std::string BaselinePath(const Job& job, const Arguments& arguments) {
  if (arguments.Has("--baseline")) return arguments.Get("--baseline");
  if (std::string configured = ConfiguredPath(job); !configured.empty()) return configured;
  const std::string folder = job.profile->config == nullptr ? "" : job.profile->config->folder;
  return (std::filesystem::path(folder) / std::string(kBaselineFileName)).string();
}

bool Baselines::Read(const std::vector<Job>& jobs, const Arguments& arguments) {
  if (arguments.Has("--no-baseline")) return true;
  arguments_ = &arguments;
  bool good = true;
  for (const Job& job : jobs) {
    const std::string path = BaselinePath(job, arguments);
    auto [it, fresh] = by_path_.try_emplace(path);
    if (!fresh) continue;
    absl::StatusOr<Baseline> baseline = Baseline::Read(path);
    if (baseline.ok()) {
      it->second = std::make_unique<const Baseline>(*std::move(baseline));
      continue;
    }
    const bool named = arguments.Has("--baseline") || !ConfiguredPath(job).empty();
    if (absl::IsNotFound(baseline.status()) && !named) continue;
    PrintError(FromAbsl(baseline.status().message()));
    good = false;
  }
  return good;
}

const Baseline* Baselines::For(const Job& job) const {
  if (arguments_ == nullptr || by_path_.empty()) return nullptr;
  const auto it = by_path_.find(BaselinePath(job, *arguments_));
  return it == by_path_.end() ? nullptr : it->second.get();
}

}  // namespace bylint
