// Which baseline is in force for a job.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "checker/cli/reading.h"
#include "checker/engine/review/baseline.h"

namespace bylint {

// Where the baseline of the job's file is or would be: `--baseline`, the configuration's `baseline`,
// `bylint-baseline.json` beside the configuration, or in the current folder when there is none.
std::string BaselinePath(const Job& job, const Arguments& arguments);

// The baselines of all jobs, each read once.
class Baselines {
 public:
  // A missing file is none, unless the user or the configuration names it. Prints what is wrong; false then.
  bool Read(const std::vector<Job>& jobs, const Arguments& arguments);
  // nullptr when none is in force.
  const Baseline* For(const Job& job) const;

 private:
  const Arguments* arguments_ = nullptr;
  std::map<std::string, std::unique_ptr<const Baseline>> by_path_;
};

}  // namespace bylint
