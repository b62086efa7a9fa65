#include "checker/lsp/check.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "checker/engine/review/suppressions.h"
#include "checker/readers/reader.h"

namespace bylint::lsp {

namespace {

Article AnalyzeText(Document document, const Profile* profile, const Checked* before) {
  if (before != nullptr) return Analyze(std::move(document), before->article);
  return Analyze(std::move(document), profile == nullptr ? AnalysisOptions{} : profile->rules->analysis_options());
}

}  // namespace

std::unique_ptr<const Checked> Checker::Check(std::string_view path, std::string_view text, const Checked* before) {
  const std::string file(path);
  std::shared_ptr<const Profile> profile = profiles_.For(file);
  if (before != nullptr && before->profile != profile) before = nullptr;
  const std::string reader = profile == nullptr ? file : ReaderPath(file, profile->settings);
  Document document = ReadDocument(reader, SourceText(std::string(text)));
  auto checked =
      std::make_unique<Checked>(Checked{profile, AnalyzeText(std::move(document), profile.get(), before), {}, {}});
  if (checked->profile == nullptr || profiles_.IsExcluded(file)) return checked;
  if (before != nullptr) checked->places = before->places;
  checked->findings =
      checked->profile->rules->Check(checked->article, before == nullptr ? nullptr : &before->article, checked->places);
  ApplySuppressions(checked->article, reader, NameForConfig(*checked, file), *checked->profile, checked->findings);
  std::ranges::stable_sort(checked->findings, {},
                           [](const Finding& f) { return std::tuple(f.span.begin, f.rule, f.span.end); });
  return checked;
}

std::vector<std::string> Checker::TakeErrors() {
  const std::vector<std::string>& all = profiles_.errors();
  std::vector<std::string> fresh(all.begin() + static_cast<std::ptrdiff_t>(errors_taken_), all.end());
  errors_taken_ = all.size();
  return fresh;
}

std::string NameForConfig(const Checked& checked, const std::string& path) {
  const bool configured = checked.profile != nullptr && checked.profile->config != nullptr;
  return configured ? RelativeTo(*checked.profile->config, path) : path;
}

}  // namespace bylint::lsp
