// Why a quotation has no speaker: whom the article names near it, and what spoke against each. For people, not for
// rules: the paragraphs are read again, and only when this is asked.
#pragma once

#include <string_view>
#include <vector>

#include "checker/analysis/attribution_cues.h"

namespace bylint {

struct RejectedCandidate {
  TextSpan span;            // a name, a pronoun, or a verb without a subject
  std::string_view reason;  // static text
};

// Keeps the paragraph that was read last; ask for quotations in order. The article must outlive it.
class AttributionExplainer {
 public:
  explicit AttributionExplainer(const Article& article) : article_(article) {}

  // The nearest candidates of an unattributed quotation, in order of position; none for any other verdict.
  std::vector<RejectedCandidate> Explain(QuotationIndex quotation);

 private:
  void Read(uint32_t block, QuotationIndex quotation);
  void AddVerbs(uint32_t low, uint32_t high, std::vector<RejectedCandidate>& rejected) const;
  void AddCues(uint32_t low, uint32_t high, std::vector<RejectedCandidate>& rejected) const;
  void AddNames(TextSpan window, std::vector<RejectedCandidate>& rejected) const;
  void AddSpeakerBefore(QuotationIndex quotation, std::vector<RejectedCandidate>& rejected) const;

  const Article& article_;
  uint32_t block_ = kNone;  // the paragraph that was read
  internal::Outline outline_;
  std::vector<internal::Cue> cues_;
  std::vector<internal::RejectedVerb> verbs_;
};

}  // namespace bylint
