// A document as the editor holds it: its unsaved text, and what bylint says about that text.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "checker/lsp/check.h"
#include "checker/lsp/json.h"
#include "checker/lsp/positions.h"

namespace bylint::lsp {

// Larger documents are kept in step, so that they are checked again once they shrink, but not checked.
inline constexpr size_t kMaxDocumentBytes = size_t{10} << 20;

class OpenDocument {
 public:
  OpenDocument(std::string uri, std::string_view language_id, int64_t version, std::string text);

  const std::string& uri() const { return uri_; }
  // Names the reader: the path of a file, or a made-up one for what was never saved.
  const std::string& path() const { return path_; }
  int64_t version() const { return version_; }
  std::string_view text() const { return text_; }
  const LineIndex& lines() const { return lines_; }
  bool too_large() const { return text_.size() > kMaxDocumentBytes; }

  // Applies `contentChanges` one after the other; what is no change is passed over.
  void Apply(const Json& changes, int64_t version, PositionEncoding encoding);
  // Takes the whole text anew.
  void Replace(std::string text);

  // What bylint says about the text as it is now; computed on the first call after a change, nullptr when the
  // document is too large. Valid until the next change.
  const Checked* Check(Checker& checker);
  // Forgets it: the rules have changed.
  void Recheck() {
    checked_.reset();
    before_.reset();
  }

  Json ToJson(SourceSpan span, PositionEncoding encoding) const;

 private:
  void ApplyOne(const Json& change, PositionEncoding encoding);
  // What was said of the text is that of an earlier version now.
  void Outdate();

  std::string uri_;
  std::string path_;
  int64_t version_ = 0;
  std::string text_;
  LineIndex lines_;
  std::unique_ptr<const Checked> checked_;  // of the text as it is now
  std::unique_ptr<const Checked> before_;   // of the version that was checked last
};

// The text as an editor holds it: without a byte-order mark.
std::string EditorText(const SourceText& source);
// The text of a file that is not open, or nullopt when it cannot be read as text.
std::optional<std::string> ReadClosedFile(const std::string& path);

// {"start":…,"end":…} of a span of `text`.
Json RangeJson(std::string_view text, const LineIndex& lines, SourceSpan span, PositionEncoding encoding);

}  // namespace bylint::lsp
