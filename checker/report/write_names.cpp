// `bylint names`: who and what is named, in which spellings, how often and where.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/report/json.h"
#include "checker/report/listings.h"
#include "checker/report/name_kind.h"

namespace bylint {
namespace {

constexpr int kNameWidth = 40;
constexpr size_t kPlacesShown = 6;

struct Spelling {
  std::string_view text;
  std::vector<Range> places;
};

struct Name {
  std::string_view text;  // the fullest
  NameKind kind = NameKind::kUnknown;
  uint32_t count = 0;
  PersonIndex person = kNone;
  std::vector<Spelling> spellings;  // in order of first use
};

std::vector<Name> CollectNames(const Article& article) {
  std::vector<uint32_t> offsets;
  const auto source = [&](const Mention& mention) { return article.document().ToSource(mention.span); };
  for (const Mention& mention : article.mentions()) {
    offsets.push_back(source(mention).begin);
    offsets.push_back(source(mention).end);
  }
  const PositionTable positions(article.document().source(), std::move(offsets));

  std::vector<Name> names(article.people().size());
  for (PersonIndex i = 0; i < names.size(); ++i) {
    names[i].person = i;
    names[i].text = article.NameOf(i);
    names[i].kind = article.people()[i].kind;
  }
  for (const Mention& mention : article.mentions()) {
    if (mention.person == kNone) continue;
    Name& name = names[mention.person];
    ++name.count;
    const std::string_view text = article.Text(mention.span);
    auto spelling = std::ranges::find(name.spellings, text, &Spelling::text);
    if (spelling == name.spellings.end()) spelling = name.spellings.insert(spelling, {.text = text, .places = {}});
    spelling->places.push_back(positions.At(source(mention)));
  }
  std::erase_if(names, [](const Name& name) { return name.count == 0; });
  std::ranges::stable_sort(names, [](const Name& a, const Name& b) { return a.count > b.count; });
  return names;
}

std::string RenderJson(std::string_view path, const std::vector<Name>& names) {
  Json items = Json::array();
  for (const Name& name : names) {
    Json spellings = Json::array();
    for (const Spelling& spelling : name.spellings) {
      Json ranges = Json::array();
      for (const Range& range : spelling.places) ranges.push_back(ToJson(range));
      spellings.push_back({{"text", spelling.text}, {"count", spelling.places.size()}, {"ranges", std::move(ranges)}});
    }
    items.push_back({{"name", name.text},
                     {"kind", KindName(name.kind)},
                     {"count", name.count},
                     {"spellings", std::move(spellings)}});
  }
  return Dump({{"file", path}, {"names", std::move(items)}});
}

std::string Places(const Spelling& spelling) {
  std::string out;
  const size_t shown = std::min(spelling.places.size(), kPlacesShown);
  for (size_t i = 0; i < shown; ++i) {
    absl::StrAppend(&out, i == 0 ? "" : ", ", spelling.places[i].start.line, ":", spelling.places[i].start.column);
  }
  if (shown < spelling.places.size()) out += ", …";
  return out;
}

std::string RenderText(std::string_view path, const std::vector<Name>& names, bool colored) {
  if (names.empty()) return "";
  TextTable table;
  table.Add({"name", "kind", "times", "where"});
  for (const Name& name : names) {
    const bool one = name.spellings.size() == 1;
    table.Add({Shorten(name.text, kNameWidth), std::string(KindName(name.kind)), absl::StrCat(name.count),
               one ? Places(name.spellings.front()) : ""});
    if (one) continue;
    for (const Spelling& spelling : name.spellings) {
      table.Add(
          {"  " + Shorten(spelling.text, kNameWidth), "", absl::StrCat(spelling.places.size()), Places(spelling)});
    }
  }
  std::string out;
  Palette(colored).Append(Paint::kPlace, Printable(path), out);
  return absl::StrCat(out, "\n", table.Render("  "));
}

std::string RenderConcise(std::string_view path, const std::vector<Name>& names) {
  std::string out;
  for (const Name& name : names) {
    for (const Spelling& spelling : name.spellings) {
      const Position& first = spelling.places.front().start;
      absl::StrAppend(&out, Printable(path), ":", first.line, ":", first.column, ": ", ToAbsl(KindName(name.kind)),
                      ": ", Shorten(name.text, kNameWidth), ": ", Shorten(spelling.text, kNameWidth), " (",
                      spelling.places.size(), ")\n");
    }
  }
  return out;
}

std::string RenderCsv(std::string_view path, const std::vector<Name>& names) {
  std::string out;
  for (const Name& name : names) {
    for (const Spelling& spelling : name.spellings) {
      const Position& first = spelling.places.front().start;
      absl::StrAppend(&out, CsvField(path), ",", CsvField(name.text), ",", ToAbsl(KindName(name.kind)), ",",
                      CsvField(spelling.text), ",", spelling.places.size(), ",", first.line, ",", first.column, "\n");
    }
  }
  return out;
}

bool IsCalled(const Name& name, std::string_view person) {
  return std::ranges::any_of(name.spellings, [&](const Spelling& s) { return EqualIgnoringCase(s.text, person); });
}

// Every mention and every quotation of the people in `names`, in order of the text.
std::string RenderPerson(std::string_view path, const Article& article, const std::vector<Name>& names) {
  struct Line {
    uint32_t offset = 0;
    TextSpan span;
    bool quotation = false;
  };
  std::vector<Line> lines;
  const auto is_listed = [&](PersonIndex person) {
    return person != kNone && std::ranges::find(names, person, &Name::person) != names.end();
  };
  for (const Mention& mention : article.mentions()) {
    if (is_listed(mention.person)) lines.push_back({mention.span.begin, mention.span, false});
  }
  for (const Quotation& quotation : article.quotations()) {
    if (is_listed(quotation.speaker.person)) lines.push_back({quotation.span.begin, quotation.span, true});
  }
  std::ranges::sort(lines, {}, &Line::offset);
  std::vector<uint32_t> offsets;
  for (const Line& line : lines) {
    offsets.push_back(article.document().ToSource(line.span).begin);
    offsets.push_back(article.document().ToSource(line.span).end);
  }
  const PositionTable positions(article.document().source(), std::move(offsets));
  constexpr int kQuotationWidth = 90;
  std::string out;
  for (const Line& line : lines) {
    const Position start = positions.At(article.document().ToSource(line.span)).start;
    absl::StrAppend(&out, Printable(path), ":", start.line, ":", start.column, ": ",
                    line.quotation ? "says " : "named ", Shorten(article.Text(line.span), kQuotationWidth), "\n");
  }
  return out;
}

}  // namespace

std::string RenderNames(std::string_view path, const Article& article, const ListingOptions& options) {
  std::vector<Name> names = CollectNames(article);
  if (!options.person.empty()) {
    std::erase_if(names, [&](const Name& name) { return !IsCalled(name, options.person); });
    const bool as_text = options.format == ListingFormat::kText || options.format == ListingFormat::kConcise;
    if (as_text) return RenderPerson(path, article, names);
  }
  switch (options.format) {
    case ListingFormat::kText:
      return RenderText(path, names, options.colored);
    case ListingFormat::kConcise:
      return RenderConcise(path, names);
    case ListingFormat::kJson:
      return RenderJson(path, names);
    case ListingFormat::kCsv:
      return RenderCsv(path, names);
  }
  return "";
}

}  // namespace bylint
