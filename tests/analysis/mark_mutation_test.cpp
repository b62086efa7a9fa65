// One mark of a clean article is deleted, turned or changed in kind: the parse must point at the right place, and say
// nothing else. Articles in fixtures/mutation, one for each convention.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "bylint/mark_report.h"
#include "checker/readers/reader.h"

namespace bylint {
namespace {

Article Read(std::string text) { return Analyze(ReadDocument("article.txt", SourceText(std::move(text))), {}); }

std::string Slurp(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// A changed article, and the spans at which a finding is right.
struct Mutant {
  std::string text;
  std::string what;
  std::vector<TextSpan> right;
};

std::string Replaced(const std::string& text, TextSpan at, std::string_view by) {
  return text.substr(0, at.begin) + std::string(by) + text.substr(at.end);
}

TextSpan Shifted(TextSpan span, TextSpan removed, size_t added) {
  if (span.begin < removed.begin) return span;
  const auto by = static_cast<uint32_t>(added) - removed.size();
  return {span.begin + by, span.end + by};
}

struct Change {
  std::string_view glyph;
  std::string_view turned;
  std::string_view other;
};
constexpr Change kChanges[] = {
    {"“", "”", "‘"}, {"”", "“", "’"}, {"\"", "", "“"}, {"''", "", "\""}, {"‘", "’", "“"},
    {"’", "‘", "”"}, {"'", "", "\""}, {"«", "»", "“"}, {"»", "«", "”"},  {"„", "", "‚"},
};

// A closing mark lost at the end of a paragraph is no fault when the next one opens with a mark: it runs on.
bool LooksRunOn(const Article& article, const Mark& mark) {
  const uint32_t block = article.document().BlockAt(mark.span.begin);
  if (mark.span.end + 4 < article.blocks()[block].span.end || block + 1 >= article.blocks().size()) return false;
  const std::span<const Token> next = article.TokensOf(block + 1);
  return !next.empty() && next.front().kind == TokenKind::kMark;
}

std::vector<Mutant> MutantsOf(const Article& article) {
  std::vector<Mutant> mutants;
  const std::string text(article.text());
  for (const Mark& mark : article.marks()) {
    const bool quotes = mark.role == MarkRole::kOpen || mark.role == MarkRole::kClose;
    if (!quotes || mark.partner == kNone || mark.depth > 1) continue;
    const Mark& partner = article.marks()[mark.partner];
    const std::string glyph(article.Text(mark.span));
    const bool opens = mark.role == MarkRole::kOpen;
    if (opens || !LooksRunOn(article, mark)) {
      const uint32_t at = mark.span.begin;
      mutants.push_back({Replaced(text, mark.span, ""),
                         "delete " + glyph,
                         {Shifted(partner.span, mark.span, 0), {at > 0 ? at - 1 : 0, at + 1}}});
    }
    for (const Change& change : kChanges) {
      if (change.glyph != glyph) continue;
      // A German closing mark looks like an English opening one.
      if (glyph == "“" && !opens) continue;
      for (const std::string_view by : {change.turned, change.other}) {
        if (by.empty()) continue;
        const TextSpan changed{mark.span.begin, mark.span.begin + static_cast<uint32_t>(by.size())};
        mutants.push_back({Replaced(text, mark.span, by),
                           glyph + " to " + std::string(by),
                           {changed, Shifted(partner.span, mark.span, by.size())}});
      }
    }
  }
  return mutants;
}

std::vector<SpokenFault> AllFaults(const Article& article) {
  using enum MarkFaultKind;
  return SpokenFaults(
      article, {kMissingClose, kMissingOpen, kReversed, kMismatched, kMisnested, kMissingContinuation, kSpaced, kEmpty},
      Level::kError);
}

TEST_CASE("marks: one fault is found in its place, and nothing else") {
  size_t mutants = 0, right = 0, alone = 0;
  for (const auto& entry : std::filesystem::directory_iterator(BYLINT_SOURCE_DIR "/fixtures/mutation")) {
    const Article article = Read(Slurp(entry.path()));
    INFO(entry.path().filename());
    CHECK(AllFaults(article).empty());
    size_t of_file = 0, right_of_file = 0;
    for (const Mutant& mutant : MutantsOf(article)) {
      const Article changed = Read(mutant.text);
      const std::vector<SpokenFault> faults = AllFaults(changed);
      bool hit = false;
      for (const SpokenFault& spoken : faults) {
        const TextSpan span = changed.marks()[spoken.fault->mark].span;
        for (const TextSpan place : mutant.right) hit |= span.Overlaps(place);
      }
      ++of_file;
      right_of_file += hit;
      alone += faults.size() <= 1;
      if (!hit || faults.size() > 1) {
        const uint32_t at = mutant.right.back().begin;
        UNSCOPED_INFO(entry.path().filename().string()
                      << ": " << mutant.what << " near " << mutant.text.substr(at < 30 ? 0 : at - 30, 60) << " ("
                      << faults.size() << " findings)");
      }
    }
    mutants += of_file;
    right += right_of_file;
    CHECK(of_file > 10);
    CHECK(right_of_file * 100 >= of_file * 85);
  }
  CAPTURE(mutants, right, alone);
  CHECK(right * 100 >= mutants * 95);
  CHECK(alone * 100 >= mutants * 97);
}

}  // namespace
}  // namespace bylint
