// Which files a run checks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checker/engine/load.h"

namespace bylint {

struct Discovery {
  std::vector<InputFile> files;     // in the order of the arguments, within a folder by path; each once
  std::vector<std::string> errors;  // "PATH: reason"
  std::vector<std::string> notes;   // worth a word on standard error, not a failure
};

// Files that are named are taken as they are. Folders are walked: known endings only, hidden files and what git ignores
// left out; symbolic links to folders are not followed.
Discovery DiscoverFiles(const std::vector<std::string>& paths);

// True when a file of that name, relative to the folder that is walked, is an article by its ending and not hidden.
bool IsDiscoverable(std::string_view relative);

}  // namespace bylint
