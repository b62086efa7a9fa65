// First version: pairs `“…”` and straight marks within a paragraph.
#include "checker/analysis/passes.h"

namespace bylint::internal {

void BalanceMarks(const Document& /*document*/, const AnalysisOptions& /*options*/, Analysis& analysis) {
  for (const TokenRange& block : analysis.block_tokens) {
    MarkIndex open = kNone;
    for (TokenIndex i = block.begin; i < block.end; ++i) {
      const Token& token = analysis.tokens[i];
      if (token.kind != TokenKind::kMark) continue;
      if (token.code != 0x201C && token.code != 0x201D && token.code != '"') continue;
      const auto index = static_cast<MarkIndex>(analysis.marks.size());
      const bool opens = token.code == 0x201C || (token.code == '"' && open == kNone);
      Mark mark{.span = token.span, .token = i, .glyph = token.code, .depth = 1};
      mark.role = opens ? MarkRole::kOpen : MarkRole::kClose;
      if (!opens && open != kNone) {
        mark.partner = open;
        analysis.marks[open].partner = index;
        open = kNone;
      } else if (opens) {
        open = index;
      }
      analysis.marks.push_back(mark);
    }
  }
}

}  // namespace bylint::internal
