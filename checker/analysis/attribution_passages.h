// Speakers that the quotations themselves tell: by a name inside the marks, or by who speaks before and after.
#pragma once

#include <optional>

#include "bylint/article.h"
#include "checker/analysis/attribution_neighbours.h"

namespace bylint::internal {

// Set on a floating quotation that became an attributed one.
inline constexpr std::string_view kBetweenSieve = "between";

// The speaker is named beside the quotation or in its paragraph, and not taken from another quotation's.
bool NamesSpeaker(const Quotation& quotation);

// “Anna Berg: It opens in May.”: a transcript in marks, with the name of who speaks before the words.
std::optional<Source> LabelInside(const Analysis& analysis, const Quotation& quotation);

// Both are known to be the same person.
bool IsSameSpeaker(const Speaker& a, const Speaker& b);

// A floating quotation whose speaker goes on in the next paragraph is attributed: `“…,” Berg said. ¶ “…” ¶ “…,” she
// added.` REQUIRES: all verdicts are set, and the speakers resolved.
void AttributeBetween(Analysis& analysis);

}  // namespace bylint::internal
