#include "checker/report/located.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "checker/report/fingerprint.h"

namespace bylint {
namespace {

std::vector<uint32_t> OffsetsOf(std::span<const Finding> findings) {
  std::vector<uint32_t> offsets;
  const auto add = [&](SourceSpan span) {
    offsets.push_back(span.begin);
    offsets.push_back(span.end);
  };
  for (const Finding& finding : findings) {
    add(finding.span);
    for (const Label& label : finding.labels) add(label.span);
    for (const Fix& fix : finding.fixes) {
      for (const Edit& edit : fix.edits) add(edit.span);
    }
  }
  return offsets;
}

void SortByPlace(std::vector<Finding>& findings) {
  std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
    return std::tie(a.span.begin, a.rule, a.span.end) < std::tie(b.span.begin, b.rule, b.span.end);
  });
}

std::vector<std::vector<Range>> LocateEdits(const PositionTable& positions, std::span<const Fix> fixes) {
  std::vector<std::vector<Range>> located;
  for (const Fix& fix : fixes) {
    std::vector<Range>& ranges = located.emplace_back();
    for (const Edit& edit : fix.edits) ranges.push_back(positions.At(edit.span));
  }
  return located;
}

}  // namespace

std::vector<LocatedFinding> Locate(const SourceText& source, std::vector<Finding> findings, int excerpt_width) {
  if (findings.empty()) return {};
  SortByPlace(findings);
  const PositionTable positions(source, OffsetsOf(findings));
  std::map<uint64_t, uint32_t> seen;
  std::vector<LocatedFinding> located;
  located.reserve(findings.size());
  for (Finding& finding : findings) {
    LocatedFinding& item = located.emplace_back();
    item.range = positions.At(finding.span);
    const uint64_t fingerprint = Fingerprint(source.text(), finding);
    item.fingerprint = Numbered(fingerprint, seen[fingerprint]++);
    for (const Label& label : finding.labels) item.labels.push_back(positions.At(label.span));
    item.edits = LocateEdits(positions, finding.fixes);
    if (excerpt_width != kNoExcerpts) {
      for (Excerpt& excerpt : MakeExcerpts(source.text(), finding, excerpt_width)) {
        const uint32_t line = positions.At(excerpt.offset).line;
        item.excerpts.push_back({.line = line, .excerpt = std::move(excerpt)});
      }
    }
    item.finding = std::move(finding);
  }
  return located;
}

void LeaveOut(FileReport& report, size_t most) {
  if (report.findings.size() <= most) return;
  for (const LocatedFinding& item : std::span(report.findings).subspan(most)) {
    const Finding& finding = item.finding;
    auto it = std::ranges::find_if(report.left_out, [&](const FindingsLeftOut& known) {
      return known.rule == finding.rule && known.level == finding.level;
    });
    if (it == report.left_out.end()) it = report.left_out.insert(it, {.rule = finding.rule, .level = finding.level});
    ++it->count;
  }
  report.findings.erase(report.findings.begin() + static_cast<std::ptrdiff_t>(most), report.findings.end());
}

}  // namespace bylint
