#include "checker/engine/review/fixes.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/base/utf8.h"
#include "checker/report/fingerprint.h"

namespace bylint {
namespace {

constexpr size_t kContextLines = 3;

// The words of quotations, as stretches of the file; in order, nested ones left out.
std::vector<SourceSpan> QuotedStretches(const Article& article) {
  std::vector<SourceSpan> stretches;
  for (const Quotation& quotation : article.quotations()) {
    if (quotation.inner.empty()) continue;
    const SourceSpan span = article.document().ToSource(quotation.inner);
    if (stretches.empty() || !stretches.back().Contains(span)) stretches.push_back(span);
  }
  return stretches;
}

// What someone said is not ours to change: an edit there may touch marks and spaces, not words.
bool ChangesQuotedWords(const Edit& edit, std::string_view source, const std::vector<SourceSpan>& quoted) {
  if (NormalizeWords(source.substr(edit.span.begin, edit.span.size())) == NormalizeWords(edit.replacement))
    return false;
  return std::ranges::any_of(quoted, [&](SourceSpan span) {
    return edit.span.empty() ? span.begin < edit.span.begin && edit.span.begin < span.end : span.Overlaps(edit.span);
  });
}

const Fix* Choose(const Finding& finding, Safety allowed, std::string_view source,
                  const std::vector<SourceSpan>& quoted) {
  for (const Fix& fix : finding.fixes) {
    if (fix.safety > allowed || fix.edits.empty()) continue;
    const bool changes_quote =
        std::ranges::any_of(fix.edits, [&](const Edit& edit) { return ChangesQuotedWords(edit, source, quoted); });
    if (!changes_quote) return &fix;
  }
  return nullptr;
}

// Two insertions at one place conflict, as do edits that share a byte or touch where one of them is an insertion.
bool Conflict(const Edit& a, const Edit& b) {
  return a.span.begin == b.span.begin || a.span.Overlaps(b.span) || (a.span.empty() && b.span.end == a.span.begin) ||
         (b.span.empty() && a.span.end == b.span.begin);
}

std::vector<std::string_view> Lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

// Lines [before_begin, before_end) became [after_begin, after_end).
struct Hunk {
  size_t before_begin = 0;
  size_t before_end = 0;
  size_t after_begin = 0;
  size_t after_end = 0;
};

std::vector<Hunk> Compare(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after) {
  std::vector<Hunk> hunks;
  if (before.size() == after.size()) {
    for (size_t i = 0; i < before.size(); ++i) {
      if (before[i] == after[i]) continue;
      if (!hunks.empty() && hunks.back().before_end == i) {
        hunks.back().before_end = hunks.back().after_end = i + 1;
      } else {
        hunks.push_back({i, i + 1, i, i + 1});
      }
    }
    return hunks;
  }
  const size_t shorter = std::min(before.size(), after.size());
  size_t head = 0;
  while (head < shorter && before[head] == after[head]) ++head;
  size_t tail = 0;
  while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
  hunks.push_back({head, before.size() - tail, head, after.size() - tail});
  return hunks;
}

void AppendLine(char sign, std::string_view line, std::string& out) {
  out += sign;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

std::string RangeText(size_t begin, size_t count) {
  const size_t first = count == 0 ? begin : begin + 1;
  return count == 1 ? absl::StrCat(first) : absl::StrCat(first, ",", count);
}

}  // namespace

FixedText ApplyFixes(const Article& article, std::span<const Finding> findings, Safety allowed) {
  const std::string_view source = article.document().source().text();
  const std::vector<SourceSpan> quoted = QuotedStretches(article);
  std::vector<const Edit*> edits;  // of the fixes taken
  FixedText fixed;
  for (const Finding& finding : findings) {
    const Fix* fix = Choose(finding, allowed, source, quoted);
    if (fix == nullptr) continue;
    // Findings come by place, so a conflict is with one of the last edits.
    const auto conflicts = [&](const Edit& edit) {
      const size_t from = edits.size() > 64 ? edits.size() - 64 : 0;
      return std::any_of(edits.begin() + static_cast<ptrdiff_t>(from), edits.end(),
                         [&](const Edit* taken) { return Conflict(*taken, edit); });
    };
    if (std::ranges::any_of(fix->edits, conflicts)) continue;
    for (const Edit& edit : fix->edits) edits.push_back(&edit);
    ++fixed.applied;
  }
  std::ranges::sort(edits, {}, [](const Edit* edit) { return edit->span; });
  uint32_t at = 0;
  for (const Edit* edit : edits) {
    if (edit->span.begin < at) continue;
    fixed.text += source.substr(at, edit->span.begin - at);
    fixed.text += edit->replacement;
    at = edit->span.end;
  }
  fixed.text += source.substr(at);
  return fixed;
}

std::string UnifiedDiff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return "";
  const std::vector<std::string_view> old_lines = Lines(before);
  const std::vector<std::string_view> new_lines = Lines(after);
  const std::vector<Hunk> changes = Compare(old_lines, new_lines);
  std::string out = absl::StrCat("--- a/", ToAbsl(path), "\n+++ b/", ToAbsl(path), "\n");
  for (size_t i = 0; i < changes.size();) {
    // Changes with little between them share a hunk.
    size_t last = i;
    while (last + 1 < changes.size() && changes[last + 1].before_begin <= changes[last].before_end + 2 * kContextLines)
      ++last;
    const size_t head = std::min(kContextLines, changes[i].before_begin);
    const size_t tail = std::min(kContextLines, old_lines.size() - changes[last].before_end);
    const size_t old_begin = changes[i].before_begin - head;
    const size_t new_begin = changes[i].after_begin - head;
    absl::StrAppend(&out, "@@ -", RangeText(old_begin, changes[last].before_end + tail - old_begin), " +",
                    RangeText(new_begin, changes[last].after_end + tail - new_begin), " @@\n");
    size_t at = old_begin;
    for (size_t k = i; k <= last; ++k) {
      for (; at < changes[k].before_begin; ++at) AppendLine(' ', old_lines[at], out);
      for (; at < changes[k].before_end; ++at) AppendLine('-', old_lines[at], out);
      for (size_t n = changes[k].after_begin; n < changes[k].after_end; ++n) AppendLine('+', new_lines[n], out);
    }
    for (const size_t end = at + tail; at < end; ++at) AppendLine(' ', old_lines[at], out);
    i = last + 1;
  }
  return out;
}

}  // namespace bylint
