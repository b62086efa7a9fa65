// The quotations of one article that a listing shows, and what every listing says of them.
#pragma once

#include <string_view>
#include <vector>

#include "bylint/article.h"
#include "checker/report/listings.h"
#include "checker/report/positions.h"

namespace bylint {

// Lives no longer than the article.
class QuoteList {
 public:
  QuoteList(const Article& article, const ListingOptions& options);

  // In order of the text; with `by_speaker`, those of one speaker together, in order of their first words, and those of
  // nobody last.
  const std::vector<const Quotation*>& quotations() const { return listed_; }

  // A stretch of `quotations()` with one speaker.
  struct Group {
    std::string_view name;  // empty: nobody is named
    size_t begin = 0;
    size_t end = 0;
  };
  // REQUIRES: made with `by_speaker`.
  const std::vector<Group>& groups() const { return groups_; }

  Range At(TextSpan span) const { return positions_.At(article_.document().ToSource(span)); }
  std::string_view Text(TextSpan span) const { return article_.Text(span); }
  // The fullest name of the speaker in the article, or the words themselves; empty for nobody.
  std::string_view NameOf(const Speaker& speaker) const {
    return speaker.person == kNone ? article_.Text(speaker.span) : article_.NameOf(speaker.person);
  }

 private:
  void GroupBySpeaker();

  const Article& article_;
  PositionTable positions_;
  std::vector<const Quotation*> listed_;
  std::vector<Group> groups_;
};

}  // namespace bylint
