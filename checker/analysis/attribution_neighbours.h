// What the paragraphs beside a quotation's own say of its speaker: they name one, or somebody whom readers take for
// one.
#pragma once

#include <optional>

#include "checker/analysis/attribution_sieves.h"

namespace bylint::internal {

// An attribution in places of the text, whatever paragraph it was found in.
struct Source {
  TextSpan speaker = {};
  TextSpan cue = {};
  std::string_view sieve = {};  // static
};

Source SourceOf(const Outline& outline, const Attribution& found);

// Looks at the verdicts of earlier paragraphs, too: they must be set. Linear in the paragraphs beside the quotation.
class Neighbours {
 public:
  // Both must outlive this. `analysis` has its quotations and names.
  Neighbours(const Document& document, const Analysis& analysis) : document_(document), analysis_(analysis) {}

  // The paragraph before ends with a colon, and leads in this one.
  bool IsLedIn(uint32_t block) const;
  // Whom such a paragraph names last: `Berg read from the plan: ¶ “…”`
  std::optional<Source> LeadIn(QuotationIndex index);
  // Who spoke in the paragraph before, with or without marks.
  std::optional<Source> SpeakerBefore(QuotationIndex index);
  // The next paragraph is a signature: `— Anna Berg, mayor`, or `Anna Berg, mayor.”` where the closing mark stands
  // after the name (`left_open`).
  bool SignBelow(uint32_t block, bool left_open) const;
  // They name somebody whom readers take for the speaker, or make the quotation part of something else.
  bool Tell(const Outline& outline, uint32_t quotation);

 private:
  void ReadBefore(QuotationIndex index);
  bool SpeaksBefore(QuotationIndex index) const;
  bool IsToldOf(QuotationIndex index, const QuotationShape& shape);
  bool NamesNobody() const;
  bool IsDialogue(QuotationIndex index) const;
  bool FillsBlock(QuotationIndex index) const;
  bool ContinuesBelow(uint32_t block) const;

  const Document& document_;
  const Analysis& analysis_;
  Outline before_;  // the paragraph before, where it must be read again
  std::vector<Cue> cues_;
};

}  // namespace bylint::internal
