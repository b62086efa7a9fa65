// What stands round a quotation that no sieve decided. A reader takes whoever is close by for the speaker, so a speaker
// is missed only where nobody is.
#pragma once

#include "checker/analysis/attribution_noun_phrase.h"

namespace bylint::internal {

// The quotation's own paragraph tells whose words it has, or may: more than a plain sentence without anybody in it
// stands before it; its sentence goes on with a verb; a name stands behind it; it is an embedded post. Linear in the
// paragraph.
bool ParagraphTells(const Outline& outline, uint32_t quotation);

// The paragraph before tells whose words come next: it is no sentence but a heading, a label, a caption; it asks; it
// ends with a statement, a letter, a post.
bool ParagraphBeforeTells(const Outline& before);

// Who the sentence [begin, end) is about; empty where that is nobody with a name, a role or a pronoun.
NounPhrase SubjectOf(const Outline& outline, uint32_t begin, uint32_t end);
// The same for the last sentence of the paragraph.
NounPhrase LastSubject(const Outline& outline);

// ... for its last clause, if that is a second one: `…, but Berg feared the worst.`
NounPhrase SecondSubject(const Outline& outline);

// The last sentence tells what `he` or `she` did.
bool EndsWithPronoun(const Outline& outline);
// The paragraph has `he`, `him`, `his`, `she`, `her`.
bool HasPersonPronoun(const Outline& outline);

// The quotation is all there is in its paragraph, but for brackets: `“…” ($1 = 0.85 euros)`.
bool IsWholeParagraph(const Outline& outline);

}  // namespace bylint::internal
