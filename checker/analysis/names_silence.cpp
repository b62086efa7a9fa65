#include "checker/analysis/names_silence.h"

#include <algorithm>

namespace bylint::internal {
namespace {

// Words that only a notice has which says what was wrong: `Corrects spelling of …`.
constexpr std::string_view kRepairs[] = {"misspelled", "misspelt",   "misspelling", "misidentified", "misstated",
                                         "spelling",   "Spelling",   "corrects",    "Corrects",      "CORRECTS",
                                         "Correction", "CORRECTION", "Corrections", "Clarification"};
constexpr uint32_t kShortestRepair = 8;

bool IsRepair(std::string_view word) {
  constexpr std::string_view kFirst = "msScC";
  return kFirst.find(word.front()) != std::string_view::npos && std::ranges::find(kRepairs, word) != std::end(kRepairs);
}

bool IsNotice(const NameTables& tables, uint32_t block) {
  const TokenRange range = tables.analysis.block_tokens[block];
  for (TokenIndex i = range.begin; i < range.end; ++i) {
    const Token& token = tables.analysis.tokens[i];
    if (!token.IsWord() || token.span.size() < kShortestRepair) continue;
    if (IsRepair(tables.document.Text(token.span))) return true;
  }
  return false;
}

// `Jeffry [sic]`, `Jeffry! (sic)`
bool IsSic(const NameTables& tables, const FoundName& name) {
  const auto& tokens = tables.analysis.tokens;
  const TokenIndex after = name.mention.tokens.end;
  const size_t end = std::min<size_t>(tokens.size(), after + 4);
  for (size_t i = after; i < end; ++i) {
    if (tokens[i].IsWord()) return i > after && tables.document.Text(tokens[i].span) == "sic";
  }
  return false;
}

}  // namespace

SilencedWords::SilencedWords(const NameTables& tables) : silenced_(tables.words.size()) {
  uint32_t block = kNone;
  bool notice = false;
  for (const FoundName& name : tables.found) {
    if (name.mention.block != block) {
      block = name.mention.block;
      notice = IsNotice(tables, block);
    }
    if (!notice && !IsSic(tables, name)) continue;
    silenced_[name.surname] = true;
    if (name.given != kNone && (name.traits & kOrganisationWord) == 0) silenced_[name.given] = true;
  }
}

}  // namespace bylint::internal
