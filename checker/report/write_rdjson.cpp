// Reviewdog Diagnostic Format. Its columns count bytes of UTF-8.
#include "absl/strings/ascii.h"
#include "checker/base/to_absl.h"
#include "checker/report/findings_writer.h"
#include "checker/report/json.h"

namespace bylint::internal {
namespace {

Json RangeOf(const Range& range) {
  const auto position = [](const Position& at) { return Json{{"line", at.line}, {"column", at.utf8_column}}; };
  return {{"start", position(range.start)}, {"end", position(range.end)}};
}

std::string_view RdjsonSeverity(Level level) {
  switch (level) {
    case Level::kError:
      return "ERROR";
    case Level::kWarning:
      return "WARNING";
    case Level::kNote:
      return "INFO";
  }
  return "INFO";
}

Json Diagnostic(std::string_view path, const LocatedFinding& item) {
  const Finding& finding = item.finding;
  Json diagnostic = {{"message", finding.message},
                     {"location", {{"path", path}, {"range", RangeOf(item.range)}}},
                     {"severity", RdjsonSeverity(finding.level)},
                     {"code", {{"value", finding.rule}}}};
  // A suggestion of the format is one edit: fixes of several are left out.
  for (size_t i = 0; i < finding.fixes.size(); ++i) {
    if (finding.fixes[i].edits.size() != 1) continue;
    diagnostic["suggestions"].push_back(
        {{"range", RangeOf(item.edits[i].front())}, {"text", finding.fixes[i].edits.front().replacement}});
  }
  return diagnostic;
}

class RdjsonWriter final : public FindingsWriter {
 public:
  void Begin(std::string& out) override { out += R"({"source":{"name":"bylint"},"diagnostics":[)"; }

  void File(const FileReport& file, std::string& out) override {
    for (const LocatedFinding& item : file.findings) {
      out += first_ ? "\n" : ",\n";
      first_ = false;
      out += Dump(Diagnostic(file.path, item));
    }
  }

  void End(const RunSummary& /*summary*/, std::string& out) override { out += first_ ? "]}\n" : "\n]}\n"; }

 private:
  bool first_ = true;
};

}  // namespace

std::unique_ptr<FindingsWriter> MakeRdjsonWriter(const WriterOptions& /*options*/) {
  return std::make_unique<RdjsonWriter>();
}

}  // namespace bylint::internal
