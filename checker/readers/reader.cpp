#include "checker/readers/reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/match.h"
#include "checker/base/to_absl.h"

namespace bylint {
namespace {

struct Format {
  std::string_view ending;
  Document (*read)(SourceText);
};
constexpr Format kFormats[] = {{".adoc", internal::ReadAsciiDoc}, {".asciidoc", internal::ReadAsciiDoc},
                               {".htm", internal::ReadHtml},      {".html", internal::ReadHtml},
                               {".xhtml", internal::ReadHtml},    {".rst", internal::ReadRestructuredText},
                               {".md", internal::ReadMarkdown},   {".markdown", internal::ReadMarkdown},
                               {".mdx", internal::ReadMarkdown},  {".txt", internal::ReadPlainText}};

}  // namespace

Document ReadDocument(std::string_view path, SourceText source) {
  const auto* format = std::ranges::find_if(kFormats, [path](const Format& candidate) {
    return absl::EndsWithIgnoreCase(ToAbsl(path), ToAbsl(candidate.ending));
  });
  return (format == std::end(kFormats) ? internal::ReadPlainText : format->read)(std::move(source));
}

}  // namespace bylint
