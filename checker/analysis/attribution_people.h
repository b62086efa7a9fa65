// Whom a speaker's words refer to: the person of a name, of `he`, of `the senator`.
#pragma once

#include "bylint/article.h"

namespace bylint::internal {

// Sets `speaker.person` of every quotation where the article tells. Used for messages and listings only: no
// finding rests on it. Looks back a bounded number of mentions for each quotation.
void ResolveSpeakers(Analysis& analysis);

}  // namespace bylint::internal
