// How each kind of word that may be a cue is read. Each adds to `cues` the cue that it finds, if it is one.
#pragma once

#include <vector>

#include "checker/analysis/attribution_cues.h"

namespace bylint::internal {

// The reporting verb at `verb`. REQUIRES: `cues` are those before it. Where it makes none, `rejected` is told why,
// unless it is null.
void ReadVerb(const Outline& outline, uint32_t verb, std::vector<Cue>& cues, std::vector<RejectedVerb>* rejected);

// `in the words of Berg`, `Berg’s message:`, `her claim that`: the noun at `noun`.
void ReadNoun(const Outline& outline, uint32_t noun, std::vector<Cue>& cues);

// `according to Berg`: the credit whose first word is at `credit`.
void ReadCredit(const Outline& outline, uint32_t credit, std::vector<Cue>& cues);

// `(per The Hill)`, `[Politico]`: a bracket that holds nothing but a credit.
void ReadBracket(const Outline& outline, uint32_t open, std::vector<Cue>& cues);

}  // namespace bylint::internal
