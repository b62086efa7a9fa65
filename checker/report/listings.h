// What `bylint quotes` and `bylint names` print of one article. Each article is rendered on its own, by the thread that
// read it; the caller joins the pieces.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bylint/article.h"
#include "checker/report/colors.h"

namespace bylint {

enum class ListingFormat : uint8_t { kText, kConcise, kJson, kCsv };

struct ListingOptions {
  ListingFormat format = ListingFormat::kText;
  bool colored = false;
  bool all = false;         // marks round titles, nicknames and the like too
  std::string person = {};  // names: only who is called so, with every mention and quotation
};

// An empty string where the article has none and the format says nothing about it.
std::string RenderQuotes(std::string_view path, const Article& article, const ListingOptions& options);
std::string RenderNames(std::string_view path, const Article& article, const ListingOptions& options);

// What stands before the first piece, between two, and after the last.
std::string_view ListingBegin(ListingFormat format);
std::string_view ListingSeparator(ListingFormat format);
std::string_view ListingEnd(ListingFormat format);

// Columns of text, padded by their width on a terminal.
class TextTable {
 public:
  void Add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  // Each row after `indent`, columns two spaces apart, nothing trailing.
  std::string Render(std::string_view indent) const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

// At most `width` columns of `text`, printable, with `…` where it was cut.
std::string Shorten(std::string_view text, int width);

}  // namespace bylint
