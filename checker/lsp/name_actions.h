// Code actions that write a spelling into the house's list of names.
#pragma once

#include "checker/lsp/place.h"

namespace bylint::lsp {

// For each name in the range that is spelled oddly: accept that spelling beside the usual one, or prefer it.
void AppendNameActions(Session& session, const CheckedDocument& in, SourceSpan range, Json& actions);

}  // namespace bylint::lsp
