// The sieves: frames in which a quotation and its speaker stand, tried in order. The first that fires decides.
#pragma once

#include <optional>
#include <string_view>

#include "checker/analysis/attribution_cues.h"

namespace bylint::internal {

// One paragraph with all that the sieves look at.
struct Scene {
  const Outline& outline;
  std::span<const Cue> cues;
};

struct Attribution {
  NounPhrase speaker;      // empty for a quotation that only a document is credited with
  uint32_t cue_begin = 0;  // the cue words; empty where a name alone stands there
  uint32_t cue_end = 0;
  std::string_view sieve = {};  // static
};

// What the cue says; nullopt where it names nobody.
std::optional<Attribution> AttributionBy(const Cue& cue);
// Frames round the quotation itself: beside it, or in its sentence.
std::optional<Attribution> AttributeDirectly(const Scene& scene, uint32_t quotation);
// A verb right after the quotation that nobody is named to have said: `“…,” said on Monday`. Or nullptr.
const Cue* OrphanVerb(const Scene& scene, uint32_t quotation);
// A second speaker, named before the quotation where `AttributeDirectly` took the one after it.
std::optional<Attribution> RivalSpeaker(const Scene& scene, uint32_t quotation);
// The nearest cue in an earlier sentence of the paragraph that begins at `after` or later.
std::optional<Attribution> AttributeBackwards(const Scene& scene, uint32_t quotation, uint32_t after);
// The nearest cue in a later sentence of the paragraph.
std::optional<Attribution> AttributeForwards(const Scene& scene, uint32_t quotation);

}  // namespace bylint::internal
