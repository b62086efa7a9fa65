#include "checker/analysis/attribution_cues.h"

#include "checker/analysis/attribution_cue_readers.h"

namespace bylint::internal {

void FindCues(const Outline& outline, std::vector<Cue>& cues, std::vector<RejectedVerb>* rejected) {
  cues.clear();
  for (uint32_t i = 0; i < outline.size(); ++i) {
    const Element& e = outline[i];
    if (e.Is(ElementKind::kOpen)) ReadBracket(outline, i, cues);
    if (!e.IsWord()) continue;
    if (e.Has(WordClass::kCredit)) {
      ReadCredit(outline, i, cues);
    } else if (e.Has(WordClass::kReport)) {
      ReadVerb(outline, i, cues, rejected);
    } else if (e.Has(WordClass::kCueNoun)) {
      ReadNoun(outline, i, cues);
    }
  }
}

}  // namespace bylint::internal
