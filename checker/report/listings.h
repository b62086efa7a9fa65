// What `bylint quotes`, `bylint names` and `bylint checklist` print of one article. Each article is rendered on its
// own, by the thread that read it; the caller joins the pieces.
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
  bool all = false;          // marks round titles, nicknames and the like too
  bool by_speaker = false;   // quotes: those of one speaker together, with their number
  std::string speaker = {};  // quotes: only of who is called so
  std::string person = {};   // names: only who is called so, with every mention and quotation
};

// An empty string where the article has none and the format says nothing about it.
std::string RenderQuotes(std::string_view path, const Article& article, const ListingOptions& options);
std::string RenderNames(std::string_view path, const Article& article, const ListingOptions& options);
// Markdown, whatever the format: a box for each quotation, name, figure and credit, in order.
std::string RenderChecklist(std::string_view path, const Article& article, const ListingOptions& options);

inline constexpr std::string_view kNamesCsvHeader = "file,name,kind,spelling,count,line,column\n";
inline constexpr std::string_view kQuotesCsvHeader =
    "file,line,column,verdict,speaker,name,cue,credit,words,quotation\n";

// What stands before the first piece, between two, and after the last.
std::string_view ListingBegin(ListingFormat format, std::string_view csv_header);
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

// A field of RFC 4180.
std::string CsvField(std::string_view field);

// The same letters, whatever their case.
bool EqualIgnoringCase(std::string_view a, std::string_view b);

}  // namespace bylint
