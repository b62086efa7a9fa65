// How one article sets its quotations, and what its marks cost there.
#pragma once

#include <cstdint>
#include <span>

#include "checker/analysis/mark_candidates.h"

namespace bylint::internal {

// Costs of the balance parse, from data/marks/costs.def.
namespace cost {
#define BYLINT_MARK_COST(Name, value, meaning) inline constexpr int k##Name = value;
#include "data/marks/costs.def"
#undef BYLINT_MARK_COST
inline constexpr int kImpossible = 1000;
}  // namespace cost

struct MarkStyle {
  bool single_outside = false;                    // UK: ‘…“…”…’
  bool mixed = false;                             // straight and curly double marks in one article
  bool spaced_guillemets = false;                 // « text »
  bool outward_guillemets = false;                // »text«
  bool low_openers = false;                       // „text“
  bool low_single_openers = false;                // ‚text‘
  bool same_curly = false;                        // ”text”
  bool no_prose = false;                          // marks with hardly a word between them: any reading is a guess
  MarkForm double_form = MarkForm::kCurlyDouble;  // the form that most marks have
  MarkForm single_form = MarkForm::kCurlySingle;

  // Which way the glyph faces in this article.
  Facing FacingOf(const MarkCandidate& mark) const;
  // The same number for equal styles only.
  uint32_t Number() const;
};

// Counts the marks whose surroundings leave no doubt. Linear.
MarkStyle DetectStyle(std::span<const MarkCandidate> marks, const AnalysisOptions& options);

// Costs of one mark in one role, by its surroundings and its direction.
int OpenCost(const MarkCandidate& mark, const MarkStyle& style);
int CloseCost(const MarkCandidate& mark, const MarkStyle& style);
int ApostropheCost(const MarkCandidate& mark, const MarkStyle& style);
int PrimeCost(const MarkCandidate& mark);
int StrayCost(const MarkCandidate& mark);
// The part of OpenCost or CloseCost that comes from the direction of the glyph.
int FacingCost(const MarkCandidate& mark, Facing wanted, const MarkStyle& style);
// White space on the inner side of an opening or a closing mark that is none of the article's style.
bool HasInnerSpace(const MarkCandidate& mark, Facing role, const MarkStyle& style);

}  // namespace bylint::internal
