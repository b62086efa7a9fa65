#include "checker/analysis/names_silence.h"

#include <algorithm>

namespace bylint::internal {
namespace {

// Words that only a notice has which says what was wrong.
constexpr std::string_view kRepairs[] = {"misspelled", "misspelt",   "misspelling", "misidentified", "misstated",
                                         "Correction", "CORRECTION", "Corrections", "Clarification"};
constexpr uint32_t kShortestRepair = 8;

bool IsNotice(const NameTables& tables, uint32_t block) {
  const TokenRange range = tables.analysis.block_tokens[block];
  for (TokenIndex i = range.begin; i < range.end; ++i) {
    const Token& token = tables.analysis.tokens[i];
    if (!token.IsWord() || token.span.size() < kShortestRepair) continue;
    const std::string_view text = tables.document.Text(token.span);
    if ((text.front() == 'm' || text.front() == 'C') && std::ranges::find(kRepairs, text) != std::end(kRepairs)) {
      return true;
    }
  }
  return false;
}

// `Jeffry [sic]`
bool IsSic(const NameTables& tables, const FoundName& name) {
  const auto& tokens = tables.analysis.tokens;
  const TokenIndex after = name.mention.tokens.end;
  return after + 1 < tokens.size() && tokens[after].kind == TokenKind::kPunctuation &&
         tables.document.Text(tokens[after + 1].span) == "sic";
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
