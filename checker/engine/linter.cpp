// The face of the engine for other programs.
#include <algorithm>
#include <mutex>
#include <tuple>

#include "absl/strings/str_join.h"
#include "bylint/engine.h"
#include "checker/engine/config/profile.h"
#include "checker/engine/review/suppressions.h"
#include "checker/readers/reader.h"

namespace bylint {

struct Linter::State {
  explicit State(ConfigChoice choice) : profiles(std::move(choice)) {}
  std::mutex mutex;  // of the profiles, which are made when first asked for
  Profiles profiles;
};

Linter::Linter(std::unique_ptr<State> state) : state_(std::move(state)) {}
Linter::Linter(Linter&&) noexcept = default;
Linter& Linter::operator=(Linter&&) noexcept = default;
Linter::~Linter() = default;

absl::StatusOr<Linter> Linter::Make(const std::string& config) {
  auto state = std::make_unique<State>(ConfigChoice{.isolated = config.empty(), .file = config, .overrides = {}});
  if (state->profiles.For("article.txt") == nullptr) {
    return absl::InvalidArgumentError(absl::StrJoin(state->profiles.errors(), "\n"));
  }
  return Linter(std::move(state));
}

absl::StatusOr<LintedArticle> Linter::Lint(const std::string& name, std::string bytes) const {
  std::shared_ptr<const Profile> profile;
  {
    const std::lock_guard lock(state_->mutex);
    profile = state_->profiles.For(name);
    if (profile == nullptr) return absl::InvalidArgumentError(absl::StrJoin(state_->profiles.errors(), "\n"));
  }
  absl::StatusOr<SourceText> source = DecodeSource(std::move(bytes));
  if (!source.ok()) return source.status();
  const std::string reader = ReaderPath(name, profile->settings);
  LintedArticle linted{Analyze(ReadDocument(reader, *std::move(source)), profile->rules->analysis_options()), {}};
  linted.findings = profile->rules->Check(linted.article);
  const std::string shown = profile->config == nullptr ? name : RelativeTo(*profile->config, name);
  ApplySuppressions(linted.article, reader, shown, *profile, linted.findings);
  std::ranges::stable_sort(linted.findings, {}, [](const Finding& f) { return std::tuple(f.span, f.rule); });
  return linted;
}

}  // namespace bylint
