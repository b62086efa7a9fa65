// Sieves that look before the quotation: `Berg said: “…”`. Each says in its comment what it takes.
#pragma once

#include "checker/analysis/attribution_frame.h"

namespace bylint::internal {

std::optional<Attribution> Label(const Frame& frame);
std::optional<Attribution> VerbBefore(const Frame& frame);
std::optional<Attribution> CreditBefore(const Frame& frame);
std::optional<Attribution> NounBefore(const Frame& frame);
std::optional<Attribution> Subject(const Frame& frame);

}  // namespace bylint::internal
