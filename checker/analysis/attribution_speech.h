// The speech gate: is what stands between these marks said by somebody, or do the marks only name something?
#pragma once

#include "checker/analysis/attribution_outline.h"

namespace bylint::internal {

enum class Speech : uint8_t {
  kNo,       // a title, a nickname: no speaker, whatever stands around it
  kUnclear,  // a few words or a fragment: a speaker is welcome, but none is missed
  kYes,      // somebody said it: a speaker is missed
};

// `element` is the quotation's place in the outline. O(1).
Speech JudgeSpeech(const Outline& outline, uint32_t element, const Quotation& quotation, uint32_t speech_words);

}  // namespace bylint::internal
