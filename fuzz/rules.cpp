// All rules, suppressions, every rendering and the fixes. The first byte picks the format of the article.
#include "checker/engine/config/profile.h"
#include "checker/engine/review/fixes.h"
#include "checker/engine/review/suppressions.h"
#include "checker/engine/rule_set.h"
#include "checker/report/findings_writer.h"
#include "checker/report/listings.h"
#include "checker/report/located.h"
#include "fuzz/target.h"

namespace bylint {
namespace {

constexpr std::string_view kNames[] = {"a.txt", "a.md", "a.html", "a.adoc", "a.rst"};

const Profile& AllRules() {
  static const Profile& profile = *[] {
    Settings settings;
    settings.select = {"all"};
    auto* made = new Profile;
    made->rules = *RuleSet::Make(settings);
    return made;
  }();
  return profile;
}

void RenderAll(std::string_view name, const Article& article, const FileReport& report) {
  for (const FindingsFormat& format : FindingsFormats()) {
    const std::unique_ptr<FindingsWriter> writer = format.make({});
    std::string out;
    writer->Begin(out);
    writer->File(report, out);
    writer->End({}, out);
    BYLINT_CHECK(FindInvalidUtf8(out) == out.size());
  }
  for (const ListingFormat format : {ListingFormat::kText, ListingFormat::kJson, ListingFormat::kCsv}) {
    (void)RenderQuotes(name, article, {.format = format, .all = true});
    (void)RenderNames(name, article, {.format = format});
  }
}

}  // namespace
}  // namespace bylint

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace bylint;
  if (size == 0) return 0;
  const std::string_view name = kNames[data[0] % std::size(kNames)];
  const Article article = fuzz::ArticleOf(name, fuzz::View(data + 1, size - 1));
  std::vector<Finding> findings = AllRules().rules->Check(article);
  ApplySuppressions(article, name, std::string(name), AllRules(), findings);
  const FixedText fixed = ApplyFixes(article, findings, Safety::kSuggested);
  BYLINT_CHECK(FindInvalidUtf8(fixed.text) == fixed.text.size());
  (void)UnifiedDiff(name, article.document().source().text(), fixed.text);
  FileReport report;
  report.path = name;
  report.findings = Locate(article.document().source(), std::move(findings), 100);
  RenderAll(name, article, report);
  return 0;
}
