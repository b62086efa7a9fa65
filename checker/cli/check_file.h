// One file from its bytes to the findings that count.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "checker/cli/reading.h"
#include "checker/engine/cache/results_cache.h"
#include "checker/engine/review/baseline.h"
#include "checker/engine/review/suppressions.h"
#include "checker/report/located.h"

namespace bylint {

struct CheckMode {
  int excerpt_width = kNoExcerpts;
  std::optional<Safety> fix;  // apply fixes up to this
  bool diff = false;          // show what they would change instead
  bool add_ignores = false;   // write a suppression for each finding
  bool statistics = false;
  size_t most_findings = SIZE_MAX;  // of one file; those behind them are counted only
  bool why = false;                 // explain how the quotation marks were read, and who was taken to speak
};

struct Outcome {
  FileReport report;
  absl::Status status;
  bool skipped = false;
  size_t fixed = 0;
  size_t by_baseline = 0;  // hidden
  size_t fixable = 0;      // safe fixes not applied
  std::string diff;
  std::vector<std::string> why;  // lines
  SuppressionReport suppressions;
  std::vector<std::string> config_suppressions;  // `[[suppress]]` tables to add, of --add-ignores
  std::string config_path;                       // the bylint.toml for them
  RuleTimes times;
  std::string_view kept;  // the record of the cache that this was taken from
  std::string record;     // one for the cache to keep
};

// Its document is gone when this returns. `cache` may be nullptr.
Outcome CheckFile(const Job& job, const ReadingOptions& options, const CheckMode& mode, const Baseline* baseline,
                  const ResultsCache* cache);

}  // namespace bylint
