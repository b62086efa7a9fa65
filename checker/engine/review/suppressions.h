// Findings that the author of an article, or the house, has accepted.
//
//   <!-- bylint: ignore-line RULE[, RULE] -- reason -->   findings on the line of the comment
//   <!-- bylint: ignore-next RULE -->                     in the next block
//   <!-- bylint: ignore-start RULE --> … <!-- bylint: ignore-end RULE -->
//   <!-- bylint: ignore-file RULE -->
//
// in Markdown and HTML; after `//` in AsciiDoc and `..` in reStructuredText; `bylint: {ignore: [RULE]}` in front
// matter; and
// `[[suppress]]` in bylint.toml for files that cannot hold a comment.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bylint/article.h"
#include "bylint/finding.h"
#include "checker/engine/config/profile.h"

namespace bylint {

struct SuppressionReport {
  size_t suppressed = 0;
  // Of the configuration, by address: those that were for the file and for a rule that ran, and those that hid
  // something.
  std::set<const ConfigSuppression*> applicable;
  std::set<const ConfigSuppression*> used;
};

// Takes the accepted findings away, and adds a warning for each suppression that is unknown or hides nothing. `path`
// picks the form of comments; `shown` is matched by the configuration's patterns.
SuppressionReport ApplySuppressions(const Article& article, std::string_view path, const std::string& shown,
                                    const Profile& profile, std::vector<Finding>& findings);

// True when a comment in a file of that name can hold a suppression.
bool TakesComments(std::string_view path);

}  // namespace bylint
