#include "checker/report/quote_list.h"

#include <algorithm>

#include "absl/container/flat_hash_map.h"

namespace bylint {
namespace {

std::vector<uint32_t> Offsets(const Article& article) {
  std::vector<uint32_t> offsets;
  for (const Quotation& q : article.quotations()) {
    for (const TextSpan span : {q.span, q.speaker.span, q.cue, q.credit}) {
      const SourceSpan at = article.document().ToSource(span);
      offsets.push_back(at.begin);
      offsets.push_back(at.end);
    }
  }
  return offsets;
}

// For each person, whether `name` is among their names: `Berg`, `Anna Berg`, `Ms. Berg`.
std::vector<bool> PeopleCalled(const Article& article, std::string_view name) {
  std::vector<bool> called(article.people().size());
  if (name.empty()) return called;
  for (const Mention& mention : article.mentions()) {
    if (mention.person == kNone) continue;
    const TextSpan titled = {mention.title.empty() ? mention.span.begin : mention.title.begin, mention.span.end};
    for (const TextSpan span : {mention.span, mention.surname, titled}) {
      if (EqualIgnoringCase(article.Text(span), name)) called[mention.person] = true;
    }
  }
  return called;
}

}  // namespace

QuoteList::QuoteList(const Article& article, const ListingOptions& options)
    : article_(article), positions_(article.document().source(), Offsets(article)) {
  const std::vector<bool> called = PeopleCalled(article, options.speaker);
  const auto said_by = [&](const Speaker& speaker) {
    if (speaker.person != kNone && called[speaker.person]) return true;
    return EqualIgnoringCase(Text(speaker.span), options.speaker);
  };
  for (const Quotation& quotation : article.quotations()) {
    if (!options.all && quotation.verdict == Verdict::kNotSpeech) continue;
    if (!options.speaker.empty() && !said_by(quotation.speaker)) continue;
    listed_.push_back(&quotation);
  }
  if (options.by_speaker) GroupBySpeaker();
}

void QuoteList::GroupBySpeaker() {
  absl::flat_hash_map<std::string_view, size_t> ranks;  // in order of their first quotation
  for (const Quotation* quotation : listed_) {
    if (quotation->has_speaker()) ranks.try_emplace(NameOf(quotation->speaker), ranks.size());
  }
  ranks[""] = ranks.size();
  std::ranges::stable_sort(listed_, {}, [&](const Quotation* q) { return ranks.at(NameOf(q->speaker)); });
  for (size_t i = 0; i < listed_.size(); ++i) {
    const std::string_view name = NameOf(listed_[i]->speaker);
    if (groups_.empty() || groups_.back().name != name) groups_.push_back({.name = name, .begin = i, .end = i});
    groups_.back().end = i + 1;
  }
}

}  // namespace bylint
