// Archive facts as the commands need them.
#pragma once

#include "bylint/archive.h"
#include "checker/cli/options.h"

namespace bylint {

struct ReadingOptions;

// Collects the facts of the files that the arguments name. Prints what cannot be read and sets `failed`.
ArchiveFacts CollectFacts(const Arguments& arguments, const ReadingOptions& options, bool& failed);

}  // namespace bylint
