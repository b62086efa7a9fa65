// Sieves that look behind the quotation: `“…,” said Berg`. Each says in its comment what it takes.
#pragma once

#include "checker/analysis/attribution_frame.h"

namespace bylint::internal {

std::optional<Attribution> Inverted(const Frame& frame);
std::optional<Attribution> NameThenVerb(const Frame& frame);
std::optional<Attribution> NameThenLater(const Frame& frame);
std::optional<Attribution> NameAlone(const Frame& frame);
std::optional<Attribution> DashName(const Frame& frame);
std::optional<Attribution> CreditAfter(const Frame& frame);
std::optional<Attribution> Bracket(const Frame& frame);
std::optional<Attribution> NounAfter(const Frame& frame);
std::optional<Attribution> ThatWas(const Frame& frame);
std::optional<Attribution> VerbLater(const Frame& frame);
std::optional<Attribution> OpenVerb(const Frame& frame);

}  // namespace bylint::internal
