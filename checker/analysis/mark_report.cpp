#include "bylint/mark_report.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace bylint {
namespace {

// From so many faults on, and on more than half of the lines with marks, one speaks for all.
constexpr size_t kSpeakOnceFrom = 4;

bool OnMostLines(const Article& article, const std::vector<SpokenFault>& faults) {
  if (faults.size() < kSpeakOnceFrom) return false;
  const auto block_of = [&](const SpokenFault& f) {
    return article.document().BlockAt(article.marks()[f.fault->mark].span.begin);
  };
  uint32_t lines = 0, faulty = 0;
  uint32_t last = kNone;
  for (const Mark& mark : article.marks()) {
    if (mark.role != MarkRole::kOpen) continue;
    const uint32_t block = article.document().BlockAt(mark.span.begin);
    lines += block != last;
    last = block;
  }
  last = kNone;
  for (const SpokenFault& fault : faults) {
    const uint32_t block = block_of(fault);
    faulty += block != last;
    last = block;
  }
  return faulty * 2 > lines || faults.size() > 4 * kSpeakOnceFrom;
}

// Words shown in a message: long enough to find the place, short enough to read.
constexpr uint32_t kShownBytes = 24;

}  // namespace

std::vector<SpokenFault> SpokenFaults(const Article& article, std::initializer_list<MarkFaultKind> kinds, Level level) {
  std::vector<SpokenFault> spoken;
  for (const MarkFault& fault : article.mark_faults()) {
    if (fault.margin < kLikelyMargin || std::ranges::find(kinds, fault.kind) == kinds.end()) continue;
    spoken.push_back({.fault = &fault, .level = fault.margin < kSureMargin ? Level::kNote : level});
  }
  if (!OnMostLines(article, spoken)) return spoken;
  const auto first = std::ranges::find(spoken, level, &SpokenFault::level);
  SpokenFault one = first == spoken.end() ? spoken.front() : *first;
  one.more = static_cast<uint32_t>(spoken.size() - 1);
  return {one};
}

std::string Quoted(std::string_view words) { return "`" + std::string(words) + "`"; }

std::string MorePlaces(uint32_t more) {
  if (more == 0) return {};
  return absl::StrCat(" (and in ", more, more == 1 ? " more place)" : " more places)");
}

std::string_view WordBefore(const Article& article, uint32_t offset) {
  const TextSpan block = article.blocks()[article.document().BlockAt(offset)].span;
  uint32_t begin = offset;
  const std::string_view text = article.text();
  while (begin > block.begin && static_cast<unsigned char>(text[begin - 1]) > ' ' && offset - begin < kShownBytes)
    --begin;
  while (begin < offset && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  return text.substr(begin, offset - begin);
}

std::string_view WordAfter(const Article& article, uint32_t offset) {
  const TextSpan block = article.blocks()[article.document().BlockAt(offset)].span;
  const std::string_view text = article.text();
  uint32_t end = offset;
  while (end < block.end && static_cast<unsigned char>(text[end]) > ' ' && end - offset < kShownBytes) ++end;
  while (end > offset && end < block.end && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(offset, end - offset);
}

}  // namespace bylint
