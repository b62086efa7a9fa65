#include "checker/readers/html_page.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "checker/base/ascii.h"

namespace bylint::internal {
namespace {

// Parts of class names, between hyphens, underscores and changes of case.
constexpr std::string_view kFurniture[] = {"advert",    "advertisement", "breadcrumb", "breadcrumbs", "comments",
                                           "disqus",    "newsletter",    "outbrain",   "promo",       "recirc",
                                           "related",   "share",         "sharing",    "signup",      "social",
                                           "sponsored", "taboola",       "tags",       "toolbar",     "trending"};

bool EqualsIgnoringCase(std::string_view text, std::string_view lower) {
  return std::ranges::equal(text, lower, {}, [](char c) { return static_cast<char>(c | 0x20); });
}

bool HasFurnitureName(std::string_view names) {
  for (size_t at = 0; at < names.size();) {
    size_t end = at;
    while (end < names.size() && IsAsciiLetter(names[end]) &&
           !(end > at && IsAsciiUpper(names[end]) && !IsAsciiUpper(names[end - 1]))) {
      ++end;
    }
    const std::string_view part = names.substr(at, end - at);
    for (const std::string_view word : kFurniture) {
      if (EqualsIgnoringCase(part, word)) return true;
    }
    at = end == at ? at + 1 : end;
  }
  return false;
}

bool IsCandidate(const GumboElement& element) {
  if (element.tag == GUMBO_TAG_ARTICLE || element.tag == GUMBO_TAG_MAIN) return true;
  const GumboAttribute* role = gumbo_get_attribute(&element.attributes, "role");
  const GumboAttribute* property = gumbo_get_attribute(&element.attributes, "itemprop");
  return (role != nullptr && std::string_view(role->value) == "main") ||
         (property != nullptr && std::string_view(property->value) == "articleBody");
}

// Bytes of text of the paragraphs inside a candidate.
struct Candidate {
  const GumboNode* node = nullptr;
  size_t bytes = 0;
  bool has_headline = false;
};

class PageSurvey {
 public:
  // Walks over all nodes, by their links.
  void Run(const GumboNode* root) {
    candidates_.push_back({.node = root});
    open_.push_back(0);
    const GumboNode* node = root;
    while (true) {
      const GumboVector* children = Enter(node);
      if (children != nullptr && children->length > 0) {
        node = static_cast<const GumboNode*>(children->data[0]);
        continue;
      }
      Leave(node);
      while (node != root && node->index_within_parent + 1 >= node->parent->v.element.children.length) {
        Leave(node = node->parent);
      }
      if (node == root) return;
      node = static_cast<const GumboNode*>(node->parent->v.element.children.data[node->index_within_parent + 1]);
    }
  }

  PageParts Choose() const {
    const Candidate& page = candidates_.front();
    const Candidate* chosen = &page;
    for (const Candidate& candidate : candidates_) {
      // The smallest that holds most: a candidate comes after those around it.
      const bool holds_most = 2 * candidate.bytes > page.bytes;
      if (holds_most && (chosen == &page || candidate.bytes * 10 >= chosen->bytes * 9)) chosen = &candidate;
    }
    return {.headline = chosen->has_headline ? nullptr : first_headline_, .article = chosen->node};
  }

 private:
  // The children to go on with, or nullptr.
  const GumboVector* Enter(const GumboNode* node) {
    if (node->type == GUMBO_NODE_TEXT && paragraph_depth_ > 0) {
      for (const size_t open : open_) candidates_[open].bytes += node->v.text.original_text.length;
    }
    if (node->type != GUMBO_NODE_ELEMENT) return nullptr;
    const GumboElement& element = node->v.element;
    if (element.tag == GUMBO_TAG_P) ++paragraph_depth_;
    if (element.tag == GUMBO_TAG_H1) {
      if (first_headline_ == nullptr) first_headline_ = node;
      for (const size_t open : open_) candidates_[open].has_headline = true;
    }
    if (IsCandidate(element) && open_.size() < kDeepestCandidates) {
      open_.push_back(candidates_.size());
      candidates_.push_back({.node = node});
    }
    return &element.children;
  }

  void Leave(const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) return;
    if (node->v.element.tag == GUMBO_TAG_P) --paragraph_depth_;
    if (open_.size() > 1 && candidates_[open_.back()].node == node) open_.pop_back();
  }

  static constexpr size_t kDeepestCandidates = 16;

  std::vector<Candidate> candidates_;  // the page itself first
  std::vector<size_t> open_;           // those around the current node
  size_t paragraph_depth_ = 0;
  const GumboNode* first_headline_ = nullptr;
};

}  // namespace

PageParts FindArticle(const GumboNode* root) {
  PageSurvey survey;
  survey.Run(root);
  return survey.Choose();
}

bool IsFurniture(const GumboElement& element) {
  // Whole pages and plain paragraphs have such classes too: `class="story with-newsletter"`.
  if (element.tag == GUMBO_TAG_HTML || element.tag == GUMBO_TAG_P) return false;
  if (element.tag == GUMBO_TAG_BODY || element.tag == GUMBO_TAG_ARTICLE || element.tag == GUMBO_TAG_MAIN) return false;
  const GumboAttribute* names = gumbo_get_attribute(&element.attributes, "class");
  return names != nullptr && HasFurnitureName(names->value);
}

}  // namespace bylint::internal
