// Where the article stands in a page of a news site.
#pragma once

#include <gumbo.h>

namespace bylint::internal {

struct PageParts {
  const GumboNode* headline = nullptr;  // the first `<h1>`, where it stands outside of `article`
  const GumboNode* article = nullptr;   // never null
};

// The `<article>` or `<main>` that holds most of the text of the page's paragraphs, or the whole page where none does.
// REQUIRES: `root` is the page's `<html>`. Linear.
PageParts FindArticle(const GumboNode* root);

// What a site puts into its articles and no reader takes for their text, by its class: bars for sharing, letters to
// sign up for, teasers, advertisements.
bool IsFurniture(const GumboElement& element);

}  // namespace bylint::internal
