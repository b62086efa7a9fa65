// What rules need to speak of mark faults: how sure the parse is, and which faults are worth a finding.
//
//   for (const SpokenFault& spoken : SpokenFaults(article, {MarkFaultKind::kReversed}, Level::kWarning))
//     report.At(article.marks()[spoken.fault->mark].span, "…").AtLevel(spoken.level);
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "bylint/article.h"
#include "bylint/finding.h"

namespace bylint {

// Margins (MarkFault::margin) from which a fault is sure, likely, and sure enough to mend.
inline constexpr int kSureMargin = 4;
inline constexpr int kLikelyMargin = 2;
inline constexpr int kMendMargin = 6;

struct SpokenFault {
  const MarkFault* fault = nullptr;
  Level level = Level::kNote;
  uint32_t more = 0;  // further faults of the article that this one speaks for
  bool may_mend() const { return fault->margin >= kMendMargin; }
};

// Faults of `kinds` that are at least likely, in order: sure ones at `level`, likely ones as notes. An article with
// the same fault on most of its lines gets one, which speaks for the others.
std::vector<SpokenFault> SpokenFaults(const Article& article, std::initializer_list<MarkFaultKind> kinds, Level level);

// The words in backticks, as messages show text of the article.
std::string Quoted(std::string_view words);

// " (and in 12 more places)"; empty for 0.
std::string MorePlaces(uint32_t more);

// The word that ends or begins at `offset`, cut short if it is long; empty if there is none in its block.
std::string_view WordBefore(const Article& article, uint32_t offset);
std::string_view WordAfter(const Article& article, uint32_t offset);

}  // namespace bylint
