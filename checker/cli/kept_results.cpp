#include "checker/cli/kept_results.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "checker/base/packed.h"
#include "checker/base/stable_hash.h"
#include "checker/report/packed_findings.h"

namespace bylint {
namespace {

// Suppressions of the configurations in force, in a fixed order: the cache numbers them.
std::vector<const ConfigSuppression*> SuppressionsOf(const Profile& profile) {
  std::vector<const ConfigSuppression*> all;
  for (const ConfigFile* file = profile.config.get(); file != nullptr; file = file->extends.get()) {
    for (const ConfigSuppression& suppression : file->suppressions) all.push_back(&suppression);
  }
  return all;
}

void PutSuppressions(const std::set<const ConfigSuppression*>& some, const std::vector<const ConfigSuppression*>& all,
                     std::string& out) {
  PutNumber(some.size(), out);
  for (size_t i = 0; i < all.size(); ++i) {
    if (some.contains(all[i])) PutNumber(i, out);
  }
}

bool ReadSuppressions(PackedReader& in, const std::vector<const ConfigSuppression*>& all,
                      std::set<const ConfigSuppression*>& some) {
  const size_t count = in.Count();
  for (size_t i = 0; i < count; ++i) {
    const uint64_t number = in.Number();
    if (!in.ok() || number >= all.size()) return false;
    some.insert(all[number]);
  }
  return in.ok();
}

std::string_view OwnName(const Profile& profile, std::string_view rule) {
  for (const RuleSet::Running& running : profile.rules->running()) {
    if (running.info->name == rule) return running.info->name;
  }
  for (const RuleInfo* info : EngineRules()) {
    if (info->name == rule) return info->name;
  }
  return {};
}

// Another build of the program may find something else. Nothing where it cannot be told which one this is.
std::optional<uint64_t> ProgramHash() {
  std::error_code error;
  const FileState state = StateOf("/proc/self/exe");
  if (!state.known()) return std::nullopt;
  std::string facts;
  PutString(BYLINT_VERSION, facts);
  PutState(state, facts);
  return StableHash(facts);
}

}  // namespace

std::unique_ptr<ResultsCache> OpenResultsCache(const Arguments& arguments, const CheckMode& mode) {
  const bool plain = !mode.fix && !mode.add_ignores && !mode.statistics && !mode.why && !arguments.Has("--staged");
  const std::string folder = CacheFolder();
  if (!arguments.Has("--cache") || !plain || folder.empty()) return nullptr;
  std::error_code error;
  const std::filesystem::path here = std::filesystem::current_path(error);
  const std::optional<uint64_t> program = ProgramHash();
  if (error || !program) return nullptr;
  std::string asked;
  PutString(here.string(), asked);
  PutNumber(static_cast<uint64_t>(mode.excerpt_width), asked);
  PutString(arguments.Get("--encoding"), asked);
  for (const std::string& path : arguments.paths) PutString(path, asked);
  return std::make_unique<ResultsCache>(folder, StableHash(asked, *program));
}

std::optional<uint64_t> SettingsOf(const Job& job, const ReadingOptions& options) {
  if (!job.profile->digest || job.file.path == "-") return std::nullopt;
  std::string facts;
  PutString(job.reader, facts);
  PutNumber(job.file.named ? 1 : 0, facts);
  PutNumber(options.load.encoding ? static_cast<uint64_t>(*options.load.encoding) + 1 : 0, facts);
  return StableHash(facts, *job.profile->digest);
}

std::string PackResult(const Outcome& outcome, const Profile& profile) {
  const std::vector<const ConfigSuppression*> all = SuppressionsOf(profile);
  std::string out;
  PutNumber(outcome.suppressions.suppressed, out);
  PutSuppressions(outcome.suppressions.applicable, all, out);
  PutSuppressions(outcome.suppressions.used, all, out);
  PackFindings(outcome.report.findings, out);
  return out;
}

bool UnpackResult(std::string_view bytes, const Profile& profile, Outcome& outcome) {
  const std::vector<const ConfigSuppression*> all = SuppressionsOf(profile);
  PackedReader in(bytes);
  SuppressionReport suppressions;
  suppressions.suppressed = static_cast<size_t>(in.Number());
  if (!ReadSuppressions(in, all, suppressions.applicable) || !ReadSuppressions(in, all, suppressions.used))
    return false;
  auto findings = UnpackFindings(in, [&](std::string_view rule) { return OwnName(profile, rule); });
  if (!findings || !in.AtEnd()) return false;
  outcome.suppressions = std::move(suppressions);
  outcome.report.findings = *std::move(findings);
  return true;
}

}  // namespace bylint
