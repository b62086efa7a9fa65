#include "checker/analysis/attribution_explain.h"

#include <algorithm>

namespace bylint {
namespace {

using internal::Cue;
using internal::CueKind;

constexpr uint32_t kFarthestElement = 60;  // elements of the paragraph looked at on either side
constexpr size_t kMostCandidates = 8;

std::string_view ReasonAgainst(const Cue& cue) {
  if (cue.kind == CueKind::kOrphan) return "nobody is named with this verb";
  if (cue.in_brackets) return "a credit in brackets names a source, not a speaker";
  if (cue.kind == CueKind::kNoun) return "the noun leads in only what follows it at once";
  if (cue.weak) return "the verb reports only right beside a quotation";
  return "the verb goes with other words";
}

bool Covers(const std::vector<RejectedCandidate>& rejected, TextSpan span) {
  return std::ranges::any_of(rejected, [&](const RejectedCandidate& c) { return c.span.Overlaps(span); });
}

}  // namespace

std::vector<RejectedCandidate> AttributionExplainer::Explain(QuotationIndex index) {
  std::vector<RejectedCandidate> rejected;
  const Quotation& quotation = article_.quotations()[index];
  if (quotation.verdict != Verdict::kUnattributed) return rejected;
  if (block_ != quotation.block) Read(quotation.block, index);
  const auto elements = outline_.quotations();
  const auto at = std::ranges::lower_bound(elements, index, {}, [&](uint32_t i) { return outline_[i].quotation; });
  if (at == elements.end() || outline_[*at].quotation != index) return rejected;
  const uint32_t low = *at - std::min(*at, kFarthestElement);
  const uint32_t high = std::min(outline_.size(), *at + kFarthestElement);
  AddCues(low, high, rejected);
  AddVerbs(low, high, rejected);
  AddNames(outline_.Span(low, high), rejected);
  AddSpeakerBefore(index, rejected);
  std::ranges::sort(rejected, {}, [](const RejectedCandidate& c) { return c.span.begin; });
  if (rejected.size() > kMostCandidates) rejected.resize(kMostCandidates);
  return rejected;
}

void AttributionExplainer::Read(uint32_t block, QuotationIndex quotation) {
  while (quotation > 0 && article_.quotations()[quotation - 1].block == block) --quotation;
  block_ = block;
  outline_.Read(article_.document(), article_.analysis(), block, quotation);
  verbs_.clear();
  internal::FindCues(outline_, cues_, &verbs_);
}

void AttributionExplainer::AddCues(uint32_t low, uint32_t high, std::vector<RejectedCandidate>& rejected) const {
  for (auto it = std::ranges::lower_bound(cues_, low, {}, &Cue::begin); it != cues_.end() && it->end <= high; ++it) {
    const Cue& cue = *it;
    const bool named = !cue.speaker.empty();
    const TextSpan span =
        named ? outline_.Span(cue.speaker.name_begin, cue.speaker.name_end) : outline_.Span(cue.begin, cue.end);
    if (!Covers(rejected, span)) rejected.push_back({span, ReasonAgainst(cue)});
  }
}

void AttributionExplainer::AddVerbs(uint32_t low, uint32_t high, std::vector<RejectedCandidate>& rejected) const {
  auto verb = std::ranges::lower_bound(verbs_, low, {}, &internal::RejectedVerb::element);
  for (; verb != verbs_.end() && verb->element < high; ++verb) {
    const TextSpan span = outline_.Span(verb->element, verb->element + 1);
    if (!Covers(rejected, span)) rejected.push_back({span, verb->reason});
  }
}

void AttributionExplainer::AddNames(TextSpan window, std::vector<RejectedCandidate>& rejected) const {
  const auto mentions = article_.mentions();
  auto mention = std::ranges::lower_bound(mentions, window.begin, {}, [](const Mention& m) { return m.span.begin; });
  for (; mention != mentions.end() && mention->span.end <= window.end; ++mention) {
    if (mention->in_quotation || Covers(rejected, mention->span)) continue;
    rejected.push_back({mention->span, "named, but with no verb that reports"});
  }
}

void AttributionExplainer::AddSpeakerBefore(QuotationIndex index, std::vector<RejectedCandidate>& rejected) const {
  const auto quotations = article_.quotations();
  const uint32_t block = quotations[index].block;
  if (outline_.quotations().empty() || outline_[outline_.quotations().front()].quotation != index) return;
  for (QuotationIndex i = index; i-- > 0 && quotations[i].block + 1 >= block;) {
    if (!quotations[i].has_speaker()) continue;
    rejected.push_back({quotations[i].speaker.span,
                        "speaks in the paragraph before, and this one has words of its own beside the quotation"});
    return;
  }
}

}  // namespace bylint
