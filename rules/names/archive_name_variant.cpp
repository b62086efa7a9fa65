#include <set>
#include <string>

#include "bylint/archive.h"
#include "bylint/rule.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {{.text = "The seat went to Anna Lindqivst on Monday, and Lindqivst thanked the voters.",
                             .marks = "Lindqivst",
                             .note = "with an archive of 41 articles that write `Anna Lindqvist`",
                             .archive = "Anna Lindqvist"}};
constexpr Example kGood[] = {{.text = "The seat went to Anna Lindqvist on Monday.", .archive = "Anna Lindqvist"},
                             {.text = "The seat went to Olle Lindqivst on Monday.",
                              .note = "another given name: another person",
                              .archive = "Anna Lindqvist"}};

constexpr RuleInfo kInfo = {
    .name = "archive-name-variant",
    .group = Group::kNames,
    .level = Level::kWarning,
    .summary = "name that the archive nearly always spells otherwise",
    .why =
        "What a paper has printed many times one way and now prints another is a slip, and readers searching for "
        "the name will not find the article.",
    .bad = kBad,
    .good = kGood,
    .fix_safety = "suggested: writes the spelling of the archive"};

class ArchiveNameVariant final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    const ArchiveIndex* archive = article.options().archive;
    if (archive == nullptr) return;
    std::set<std::string> asked;
    for (const Mention& mention : article.mentions()) {
      const std::string name = ArchiveNameOf(article, mention);
      if (name.empty() || !asked.insert(name).second) continue;
      const ArchiveJudgement judgement = archive->Judge(name);
      if (!judgement.dominant.empty() && !IsReported(article, mention)) Report(article, mention, judgement, report);
    }
  }

 private:
  // One fault, one finding: what another rule says of the name is not said again.
  static bool IsReported(const Article& article, const Mention& mention) {
    for (const NameFault& fault : article.name_faults()) {
      for (const auto& [place, expected] : fault.corrections) {
        if (mention.span.Overlaps(place)) return true;
      }
    }
    return false;
  }

  static void Report(const Article& article, const Mention& mention, const ArchiveJudgement& judgement,
                     Reporter& report) {
    const std::string dominant(judgement.dominant);
    const std::string expected = dominant.substr(dominant.find(' ') + 1);
    report
        .At(mention.surname, "`" + std::string(article.Text(mention.span)) + "` is `" + dominant + "` in " +
                                 std::to_string(judgement.dominant_documents) + " articles of the archive")
        .Help("if it is the same person, write `" + expected + "`")
        .Fix("write `" + expected + "`", Safety::kSuggested, mention.surname, expected);
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeArchiveNameVariant(const RuleOptions& /*options*/) {
  return std::make_unique<ArchiveNameVariant>();
}

}  // namespace bylint
