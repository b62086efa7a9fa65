#include "checker/report/packed_findings.h"

namespace bylint {
namespace {

// One function for each type writes it, and one below reads it, field by field in the same order.

template <typename Item>
void PutAll(const std::vector<Item>& items, std::string& out, void (*put)(const Item&, std::string&)) {
  PutNumber(items.size(), out);
  for (const Item& item : items) put(item, out);
}

void PutSpan(SourceSpan span, std::string& out) {
  PutNumber(span.begin, out);
  PutNumber(span.end, out);
}

void PutPosition(const Position& position, std::string& out) {
  PutNumber(position.byte, out);
  PutNumber(position.line, out);
  PutNumber(position.column, out);
  PutNumber(position.utf8_column, out);
}

void PutRange(const Range& range, std::string& out) {
  PutPosition(range.start, out);
  PutPosition(range.end, out);
}

void PutRanges(const std::vector<Range>& ranges, std::string& out) { PutAll(ranges, out, PutRange); }

void PutLabel(const Label& label, std::string& out) {
  PutSpan(label.span, out);
  PutString(label.text, out);
}

void PutEdit(const Edit& edit, std::string& out) {
  PutSpan(edit.span, out);
  PutString(edit.replacement, out);
}

void PutFix(const Fix& fix, std::string& out) {
  PutString(fix.title, out);
  PutNumber(static_cast<uint64_t>(fix.safety), out);
  PutAll(fix.edits, out, PutEdit);
}

void PutMark(const Excerpt::Mark& mark, std::string& out) {
  PutNumber(static_cast<uint32_t>(mark.column), out);
  PutNumber(static_cast<uint32_t>(mark.width), out);
  PutNumber(mark.primary ? 1 : 0, out);
  PutString(mark.text, out);
}

void PutExcerpt(const LocatedExcerpt& excerpt, std::string& out) {
  PutNumber(excerpt.line, out);
  PutNumber(excerpt.excerpt.offset, out);
  PutString(excerpt.excerpt.text, out);
  PutAll(excerpt.excerpt.marks, out, PutMark);
}

void PutFinding(const LocatedFinding& item, std::string& out) {
  const Finding& finding = item.finding;
  PutString(finding.rule, out);
  PutNumber(static_cast<uint64_t>(finding.group), out);
  PutNumber(static_cast<uint64_t>(finding.level), out);
  PutSpan(finding.span, out);
  PutString(finding.message, out);
  PutAll(finding.labels, out, PutLabel);
  PutString(finding.help, out);
  PutAll(finding.fixes, out, PutFix);
  PutRange(item.range, out);
  PutRanges(item.labels, out);
  PutAll(item.edits, out, PutRanges);
  PutAll(item.excerpts, out, PutExcerpt);
  PutNumber(item.fingerprint, out);
}

template <typename Read>
auto ReadAll(PackedReader& in, Read read) {
  std::vector<decltype(read(in))> items;
  const size_t count = in.Count();
  for (size_t i = 0; i < count && in.ok(); ++i) items.push_back(read(in));
  return items;
}

SourceSpan ReadSpan(PackedReader& in) {
  const uint32_t begin = in.Number32();
  return {begin, in.Number32()};
}

Position ReadPosition(PackedReader& in) {
  Position position;
  for (uint32_t* field : {&position.byte, &position.line, &position.column, &position.utf8_column}) {
    *field = in.Number32();
  }
  return position;
}

Range ReadRange(PackedReader& in) {
  const Position start = ReadPosition(in);
  return {start, ReadPosition(in)};
}

std::vector<Range> ReadRanges(PackedReader& in) { return ReadAll(in, ReadRange); }

Label ReadLabel(PackedReader& in) {
  const SourceSpan span = ReadSpan(in);
  return {.span = span, .text = std::string(in.String())};
}

Edit ReadEdit(PackedReader& in) {
  const SourceSpan span = ReadSpan(in);
  return {.span = span, .replacement = std::string(in.String())};
}

Fix ReadFix(PackedReader& in) {
  Fix fix;
  fix.title = in.String();
  fix.safety = in.Number() == static_cast<uint64_t>(Safety::kSafe) ? Safety::kSafe : Safety::kSuggested;
  fix.edits = ReadAll(in, ReadEdit);
  return fix;
}

Excerpt::Mark ReadMark(PackedReader& in) {
  Excerpt::Mark mark;
  mark.column = static_cast<int>(in.Number32());
  mark.width = static_cast<int>(in.Number32());
  mark.primary = in.Number() != 0;
  mark.text = in.String();
  return mark;
}

LocatedExcerpt ReadExcerpt(PackedReader& in) {
  LocatedExcerpt excerpt;
  excerpt.line = in.Number32();
  excerpt.excerpt.offset = in.Number32();
  excerpt.excerpt.text = in.String();
  excerpt.excerpt.marks = ReadAll(in, ReadMark);
  return excerpt;
}

LocatedFinding ReadFinding(PackedReader& in, const RuleNames& rules) {
  LocatedFinding item;
  Finding& finding = item.finding;
  finding.rule = rules(in.String());
  finding.group = static_cast<Group>(in.Number());
  finding.level = static_cast<Level>(in.Number());
  finding.span = ReadSpan(in);
  finding.message = in.String();
  finding.labels = ReadAll(in, ReadLabel);
  finding.help = in.String();
  finding.fixes = ReadAll(in, ReadFix);
  item.range = ReadRange(in);
  item.labels = ReadRanges(in);
  item.edits = ReadAll(in, ReadRanges);
  item.excerpts = ReadAll(in, ReadExcerpt);
  item.fingerprint = in.Number();
  return item;
}

bool IsSound(const LocatedFinding& item) {
  return !item.finding.rule.empty() && item.finding.group <= Group::kHouse && item.finding.level <= Level::kError &&
         item.labels.size() == item.finding.labels.size() && item.edits.size() == item.finding.fixes.size();
}

}  // namespace

void PackFindings(const std::vector<LocatedFinding>& findings, std::string& out) { PutAll(findings, out, PutFinding); }

std::optional<std::vector<LocatedFinding>> UnpackFindings(PackedReader& in, const RuleNames& rules) {
  std::vector<LocatedFinding> findings = ReadAll(in, [&](PackedReader& from) { return ReadFinding(from, rules); });
  if (!in.ok()) return std::nullopt;
  for (const LocatedFinding& item : findings) {
    if (!IsSound(item)) return std::nullopt;
  }
  return findings;
}

}  // namespace bylint
