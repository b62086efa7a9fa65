#include "checker/cli/console.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "checker/base/to_absl.h"
#include "checker/cli/commands.h"
#include "checker/report/printable.h"

namespace bylint {
namespace {

void Print(std::string_view kind, std::string_view text) {
  const std::string line = std::string(kind) + Printable(text) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

bool IsSet(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

bool IsDumbTerminal() {
  const char* term = std::getenv("TERM");
  return term == nullptr || std::string_view(term) == "dumb";
}

}  // namespace

void PrintError(std::string_view text) { Print("error: ", text); }
void PrintWarning(std::string_view text) { Print("warning: ", text); }
void PrintLine(std::string_view text) { Print("", text); }

void PrintDiagnostic(std::string_view text) {
  Print(text.find(": error: ") == std::string_view::npos ? "error: " : "", text);
}

int FailWith(const absl::Status& status) {
  PrintDiagnostic(FromAbsl(status.message()));
  return kExitFailed;
}

bool WantsColor(std::string_view when, bool to_file) {
  if (when == "always") return true;
  if (when == "never" || to_file || IsSet("NO_COLOR")) return false;
  return isatty(STDOUT_FILENO) == 1 && !IsDumbTerminal();
}

Progress::Progress(size_t total, bool wanted)
    : total_(total), wanted_(wanted && isatty(STDERR_FILENO) == 1 && !IsDumbTerminal()) {}

void Progress::Show() {
  if (!wanted_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - shown_ < patience_) return;
  shown_ = now;
  patience_ = std::chrono::milliseconds(100);
  visible_ = true;
  std::fprintf(stderr, "\r%zu of %zu files\x1b[K", done_, total_);
  std::fflush(stderr);
}

void Progress::Clear() {
  if (!visible_) return;
  std::fputs("\r\x1b[K", stderr);
  visible_ = false;
}

}  // namespace bylint
