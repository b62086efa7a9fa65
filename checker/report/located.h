// Findings with lines, columns and source excerpts: all that a report needs once the document is gone.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "bylint/article.h"
#include "bylint/finding.h"
#include "checker/report/excerpt.h"
#include "checker/report/positions.h"

namespace bylint {

struct LocatedExcerpt {
  uint32_t line = 1;
  Excerpt excerpt;
};

struct LocatedFinding {
  Finding finding;
  Range range;
  std::vector<Range> labels;              // of finding.labels
  std::vector<std::vector<Range>> edits;  // of finding.fixes, and their edits
  std::vector<LocatedExcerpt> excerpts;   // the primary one first; empty when not asked for
  // Stays the same while the rule, the marked words and their surroundings do, wherever they move in the file. Unique
  // within a file.
  uint64_t fingerprint = 0;
};

// Findings of one rule and level that are counted, but not written.
struct FindingsLeftOut {
  std::string_view rule;
  Level level = Level::kWarning;
  size_t count = 0;
};

// What came of one file.
struct FileReport {
  std::string path;  // as the user named it, or relative to what he named
  std::vector<LocatedFinding> findings;
  std::vector<FindingsLeftOut> left_out;
};

// Moves what is behind the first `most` findings to those left out.
void LeaveOut(FileReport& report, size_t most);

inline constexpr int kNoExcerpts = 0;

// Sorts the findings by place, then rule, and computes their positions. `excerpt_width` is in columns of a terminal.
std::vector<LocatedFinding> Locate(const SourceText& source, std::vector<Finding> findings, int excerpt_width);

}  // namespace bylint
