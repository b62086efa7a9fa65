// The source line under a finding, cut to a window round the mark.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bylint/finding.h"

namespace bylint {

// One line of source, ready to print, with what is marked in it.
struct Excerpt {
  struct Mark {
    int column = 0;  // of the terminal, from 0 at the start of `text`
    int width = 1;
    bool primary = false;
    std::string text;  // said about the mark; empty for the primary one
  };
  uint32_t offset = 0;  // of what is marked first, for the line number
  std::string text;     // printable; `…` at a cut end
  std::vector<Mark> marks;
};

// Excerpts of a finding: the primary one, labels on the same line within the window marked in it too; then one for
// each label elsewhere. Takes time in the window, not in the line: a paragraph may be 10 MB long.
std::vector<Excerpt> MakeExcerpts(std::string_view source, const Finding& finding, int width);

}  // namespace bylint
