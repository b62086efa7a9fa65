// The passes of the analysis, in the order in which `Analyze` runs them. Each fills its tables of `Analysis` from
// those before it, or takes over what `earlier` says of paragraphs that are the same. All are linear in the text and
// safe on any input.
#pragma once

#include "checker/analysis/earlier.h"

namespace bylint::internal {

// tokens, block_tokens (tokens.h).
// marks, mark_faults, mark_windows, mark_style: the balance parse over windows of paragraphs, where one has changed.
void BalanceMarks(const Document& document, const AnalysisOptions& options, const Earlier& earlier, Analysis& analysis);
// quotations without verdicts, from the balanced marks.
void CollectQuotations(const Document& document, const AnalysisOptions& options, Analysis& analysis);
// sentences, and kSentenceStart on tokens, in the paragraphs that have changed.
void SplitSentences(const Earlier& earlier, Analysis& analysis);
// mentions and people.
void CollectNames(const Document& document, const AnalysisOptions& options, const Earlier& earlier, Analysis& analysis);
// verdict, speaker, cue, credit and sieve of every quotation.
void AttributeQuotations(const Document& document, const AnalysisOptions& options, const Earlier& earlier,
                         Analysis& analysis);

}  // namespace bylint::internal
