// Cues of a paragraph: the words that say that somebody speaks, each with whom it names.
#pragma once

#include <vector>

#include "checker/analysis/attribution_noun_phrase.h"

namespace bylint::internal {

enum class CueKind : uint8_t {
  kVerb,        // Berg said
  kInverted,    // said Berg
  kParticiple,  // …, saying
  kShared,      // Berg rose and said: a verb whose subject stands with another verb
  kCredit,      // according to Berg, (per The Hill)
  kNoun,        // in the words of Berg, Berg's message
  kOrphan,      // a verb right after a quotation with nobody to say it: “…,” said on Monday
};

struct Cue {
  CueKind kind = CueKind::kVerb;
  uint32_t begin = 0;  // the cue words, in elements
  uint32_t end = 0;
  NounPhrase speaker;
  bool weak = false;         // reports only right beside a quotation
  bool in_brackets = false;  // a credit in parentheses

  uint32_t first() const { return speaker.empty() ? begin : std::min(begin, speaker.begin); }
  uint32_t last() const { return speaker.empty() ? end : std::max(end, speaker.end); }
};

// A reporting verb that makes no cue.
struct RejectedVerb {
  uint32_t element = 0;
  std::string_view reason;  // static text
};

// All cues outside the quotations, in order of position. Linear in the outline. The verbs that make none are added
// to `rejected`, where it is given.
void FindCues(const Outline& outline, std::vector<Cue>& cues, std::vector<RejectedVerb>* rejected = nullptr);

}  // namespace bylint::internal
