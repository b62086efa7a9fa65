// `check --cache`: what checking a file came to, before baselines and the like, as the cache keeps it.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "checker/cli/check_file.h"
#include "checker/engine/cache/results_cache.h"

namespace bylint {

// The cache for this way of asking; nullptr where none is wanted, or where what is asked for is more than findings.
std::unique_ptr<ResultsCache> OpenResultsCache(const Arguments& arguments, const CheckMode& mode);

// Of all that the findings of the job depend on besides the bytes of its file; nothing when it cannot be told.
std::optional<uint64_t> SettingsOf(const Job& job, const ReadingOptions& options);

// Findings and what they hid, as bytes.
std::string PackResult(const Outcome& outcome, const Profile& profile);
// False, and the outcome is as before, when the bytes are of another form.
bool UnpackResult(std::string_view bytes, const Profile& profile, Outcome& outcome);

}  // namespace bylint
