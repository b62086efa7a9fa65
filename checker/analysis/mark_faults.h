// From the reading of the marks to the faults that rules report.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "checker/analysis/mark_parser.h"

namespace bylint::internal {

// What is needed to judge a reading; all references must outlive it.
struct MarkContext {
  const Document& document;
  const Analysis& analysis;
  const Candidates& candidates;
  const MarkStyle& style;
  const MissingPlaces& places;
};

// Faults of the marks [begin, end), in order of position, margins not yet known. `readings` is by candidate.
void CollectFaults(const MarkContext& context, uint32_t begin, uint32_t end, std::span<const MarkReading> readings,
                   std::vector<MarkFault>& faults);

}  // namespace bylint::internal
