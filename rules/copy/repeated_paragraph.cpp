#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "bylint/rule.h"
#include "checker/base/eight_bytes.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "The council voted on Monday to close the swimming pool for good, after forty years.\n\n"
             "Nobody on the council spoke against it.\n\n"
             "The council voted on Monday to close the swimming pool for good, after forty years.",
     .marks = "The council voted on Monday to close the swimming pool for good, after forty years."}};
constexpr Example kGood[] = {
    {.text = "The council did not answer.\n\nThe road opens in May.\n\nThe council did not answer.",
     .note = "short enough to be meant"}};

constexpr RuleInfo kInfo = {.name = "repeated-paragraph",
                            .group = Group::kCopy,
                            .level = Level::kWarning,
                            .summary = "paragraph that stands twice in the article",
                            .why = "Readers lose their place, and wonder what should have stood there instead.",
                            .bad = kBad,
                            .good = kGood};

// Shorter ones come again on purpose: a refrain, a label, the question of an interview.
constexpr uint32_t kShortest = 80;  // bytes

bool IsProse(const Block& block) { return block.kind == BlockKind::kParagraph || block.kind == BlockKind::kBlockQuote; }

bool IsLookedAt(const Block& block) { return IsProse(block) && block.span.size() >= kShortest; }

// Of both ends and the length, which tell nearly all paragraphs apart.
uint64_t KeyOf(std::string_view text) {
  const uint64_t ends = LoadUpToEight(text) ^ LoadUpToEight(text.substr(text.size() - 8)) * 0x9e3779b97f4a7c15u;
  return (ends ^ text.size()) * 0xff51afd7ed558ccdu;
}

// False in nearly all articles, and cheap.
bool MayRepeat(const Article& article) {
  std::vector<uint64_t> keys;
  keys.reserve(article.blocks().size());
  for (const Block& block : article.blocks()) {
    if (IsLookedAt(block)) keys.push_back(KeyOf(article.Text(block.span)));
  }
  std::ranges::sort(keys);
  return std::ranges::adjacent_find(keys) != keys.end();
}

class RepeatedParagraph final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Check(const Article& article, Reporter& report) const override {
    if (!MayRepeat(article)) return;
    absl::flat_hash_map<absl::string_view, TextSpan> first_by_text;
    for (const Block& block : article.blocks()) {
      if (!IsLookedAt(block)) continue;
      const std::string_view text = article.Text(block.span);
      const auto [first, is_new] = first_by_text.emplace(absl::string_view(text.data(), text.size()), block.span);
      if (is_new) continue;
      report.At(block.span, "this paragraph stands in the article already").Label(first->second, "first here");
    }
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeRepeatedParagraph(const RuleOptions& /*options*/) {
  return std::make_unique<RepeatedParagraph>();
}

}  // namespace bylint
