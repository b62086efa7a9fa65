// What the client can do, as it said in `initialize`, and what its user has set.
#pragma once

#include <cstdint>

#include "checker/lsp/json.h"
#include "checker/lsp/positions.h"

namespace bylint::lsp {

struct ClientFeatures {
  PositionEncoding encoding = PositionEncoding::kUtf16;
  bool pulls_diagnostics = false;
  bool refreshes_diagnostics = false;
  bool related_information = false;
  bool code_descriptions = false;
  bool code_action_literals = false;
  bool preferred_actions = false;
  bool versioned_edits = false;
  bool annotated_edits = false;
  bool creates_files = false;
  bool symbol_trees = false;
  bool markdown_hover = false;
  bool rename_ranges = false;
  bool inlay_hints = false;
  bool refreshes_inlay_hints = false;
  bool watches_files = false;
  bool has_configuration = false;
  bool watches_configuration = false;
};

// `capabilities` of the `initialize` request. The agreed encoding is UTF-8 where it is offered, else UTF-16.
ClientFeatures ParseFeatures(const Json& capabilities);

// Edits of words inside quotation marks when a person is renamed.
enum class QuotedRename : uint8_t { kNever, kAsk, kAlways };

struct ClientSettings {
  bool inlay_hints = false;
  bool rename_in_workspace = false;
  bool workspace_diagnostics = false;  // read once, in `initialize`
  QuotedRename rename_in_quotations = QuotedRename::kNever;
  friend bool operator==(const ClientSettings&, const ClientSettings&) = default;
};

// The `bylint` section of the editor's settings, or `initializationOptions`. Unknown keys are passed over.
ClientSettings ParseSettings(const Json& section);

}  // namespace bylint::lsp
