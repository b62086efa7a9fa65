#include "checker/engine/config/path_patterns.h"

#include <catch2/catch.hpp>

using bylint::PathPatterns;

namespace {

bool Matches(const std::string& pattern, const std::string& path) {
  const auto patterns = PathPatterns::Make({pattern});
  REQUIRE(patterns.ok());
  return patterns->Matches(path);
}

}  // namespace

TEST_CASE("path patterns: as in .gitignore") {
  CHECK(Matches("*.md", "a.md"));
  CHECK(Matches("*.md", "deep/in/a.md"));
  CHECK_FALSE(Matches("*.md", "a.mdx"));
  CHECK(Matches("drafts/", "drafts/a.md"));
  CHECK(Matches("drafts/", "news/drafts/a.md"));
  CHECK_FALSE(Matches("drafts/", "drafts"));
  CHECK(Matches("/drafts", "drafts/a.md"));
  CHECK_FALSE(Matches("/drafts", "news/drafts/a.md"));
  CHECK(Matches("news/*.md", "news/a.md"));
  CHECK_FALSE(Matches("news/*.md", "news/deep/a.md"));
  CHECK(Matches("news/**/*.md", "news/deep/er/a.md"));
  CHECK(Matches("news/**", "news/deep/er/a.md"));
  CHECK(Matches("**/old/*", "a/old/b.txt"));
  CHECK(Matches("page[0-9].md", "page7.md"));
  CHECK_FALSE(Matches("page[!0-9].md", "page7.md"));
  CHECK(Matches("a?c.md", "abc.md"));
  CHECK(Matches("a.b", "a.b"));
  CHECK_FALSE(Matches("a.b", "axb"));
  CHECK(Matches("caf\xC3\xA9/", "caf\xC3\xA9/a.md"));
}

TEST_CASE("path patterns: an empty one is none") { CHECK_FALSE(PathPatterns::Make({""}).ok()); }
