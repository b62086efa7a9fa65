// The passes of the analysis, in the order in which `Analyze` runs them. Each fills its tables of `Analysis` from
// those before it. All are linear in the text, keep no state between articles and are safe on any input.
#pragma once

#include "bylint/article.h"

namespace bylint::internal {

// tokens, block_tokens (tokens.h).
// marks, mark_faults: the balance parse over windows of paragraphs.
void BalanceMarks(const Document& document, const AnalysisOptions& options, Analysis& analysis);
// quotations without verdicts, from the balanced marks.
void CollectQuotations(const Document& document, const AnalysisOptions& options, Analysis& analysis);
// sentences, and kSentenceStart on tokens. Needs the marks' roles.
void SplitSentences(const Document& document, Analysis& analysis);
// mentions and people.
void CollectNames(const Document& document, const AnalysisOptions& options, Analysis& analysis);
// verdict, speaker, cue, credit and sieve of every quotation.
void AttributeQuotations(const Document& document, const AnalysisOptions& options, Analysis& analysis);

}  // namespace bylint::internal
