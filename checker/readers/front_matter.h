// Front matter of Markdown and its like: YAML between `---` lines, TOML between `+++` lines.
#pragma once

#include <cstdint>

#include "checker/document/document_builder.h"

namespace bylint::internal {

// Appends the headline (`title`, `headline`) and the summary (the first of `description`, `summary`,
// `subtitle` and the like), remembers what `bylint: ignore:` lists, and masks the rest. Returns the offset of
// the body; `begin` where there is no front matter. Reads the scalars of YAML and TOML that stand at the top
// level, nothing deeper.
uint32_t AppendFrontMatter(uint32_t begin, DocumentBuilder& builder);

}  // namespace bylint::internal
