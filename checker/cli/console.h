// Standard error: errors, warnings, the closing line and the progress line.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace bylint {

// "error: TEXT" on a line of its own, safe for a terminal.
void PrintError(std::string_view text);
void PrintWarning(std::string_view text);
void PrintLine(std::string_view text);
// A message that says itself that it is an error ("bylint.toml:3:1: error: …"), or becomes one.
void PrintDiagnostic(std::string_view text);

// Prints the status as an error; the exit code for it.
int FailWith(const absl::Status& status);

// True when standard output is to be coloured: `when` is auto, always or never.
bool WantsColor(std::string_view when, bool to_file);

// "123 of 4567 files", shown on a terminal once a run has taken a second, and gone before anything else is printed.
class Progress {
 public:
  Progress(size_t total, bool wanted);
  ~Progress() { Clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void Done() { ++done_; }
  void Show();
  void Clear();

 private:
  std::chrono::steady_clock::time_point shown_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::duration patience_ = std::chrono::seconds(1);
  size_t total_;
  size_t done_ = 0;
  bool wanted_;
  bool visible_ = false;
};

}  // namespace bylint
