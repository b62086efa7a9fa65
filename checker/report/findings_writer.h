// Renderings of findings: one file each, chosen by name from one table.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bylint/rule.h"
#include "checker/report/located.h"

namespace bylint {

// How the whole run went.
struct RunSummary {
  uint64_t files = 0;  // read and checked
  uint64_t files_with_findings = 0;
  std::array<uint64_t, 3> counts{};  // by level
  std::vector<std::string> errors;   // of files that could not be checked: "PATH: reason"
};

struct WriterOptions {
  bool colored = false;
  std::string_view version;                // of the program
  std::span<const RuleInfo* const> rules;  // those that run; must outlive the writer
};

// Writes a report piece by piece into a string that the caller empties. `Begin` once, `File` for each file in the order
// of the report, `End` once.
class FindingsWriter {
 public:
  virtual ~FindingsWriter() = default;
  virtual void Begin(std::string& /*out*/) {}
  virtual void File(const FileReport& file, std::string& out) = 0;
  virtual void End(const RunSummary& /*summary*/, std::string& /*out*/) {}
};

struct FindingsFormat {
  std::string_view name;
  std::string_view what;  // one line for help and docs
  std::unique_ptr<FindingsWriter> (*make)(const WriterOptions& options);
  bool excerpts = false;  // shows source lines
};

// All formats, the default one first.
std::span<const FindingsFormat> FindingsFormats();
// The format of that name, or nullptr.
const FindingsFormat* FindFindingsFormat(std::string_view name);

// "3 errors, 1 warning and 2 notes in 4 of 17 files".
std::string Describe(const RunSummary& summary);

namespace internal {
std::unique_ptr<FindingsWriter> MakeTextWriter(const WriterOptions& options);
std::unique_ptr<FindingsWriter> MakeConciseWriter(const WriterOptions& options);
std::unique_ptr<FindingsWriter> MakeJsonWriter(const WriterOptions& options);
std::unique_ptr<FindingsWriter> MakeJsonLinesWriter(const WriterOptions& options);
std::unique_ptr<FindingsWriter> MakeSarifWriter(const WriterOptions& options);
std::unique_ptr<FindingsWriter> MakeGithubWriter(const WriterOptions& options);
std::unique_ptr<FindingsWriter> MakeGitlabWriter(const WriterOptions& options);
std::unique_ptr<FindingsWriter> MakeCheckstyleWriter(const WriterOptions& options);
std::unique_ptr<FindingsWriter> MakeJunitWriter(const WriterOptions& options);
std::unique_ptr<FindingsWriter> MakeRdjsonWriter(const WriterOptions& options);
}  // namespace internal

}  // namespace bylint
