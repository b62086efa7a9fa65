// `bylint quotes` and `bylint names`.
#include <utility>

#include "absl/strings/str_cat.h"
#include "checker/cli/commands.h"
#include "checker/cli/console.h"
#include "checker/cli/output.h"
#include "checker/cli/reading.h"
#include "checker/engine/parallel.h"
#include "checker/readers/reader.h"
#include "checker/report/listings.h"

namespace bylint {
namespace {

using Render = std::string (*)(std::string_view path, const Article& article, const ListingOptions& options);

int Failed(const absl::Status& status) {
  PrintError(std::string_view(status.message().data(), status.message().size()));
  return kExitFailed;
}

ListingFormat ParseFormat(std::string_view name) {
  if (name == "json") return ListingFormat::kJson;
  return name == "concise" ? ListingFormat::kConcise : ListingFormat::kText;
}

absl::StatusOr<std::string> RenderFile(const InputFile& file, const ReadingOptions& options,
                                       const ListingOptions& listing, Render render) {
  absl::StatusOr<std::optional<SourceText>> source = LoadSource(file, options.load);
  if (!source.ok()) return source.status();
  if (!source->has_value()) return "";
  const std::string path = DisplayPath(file, options.load);
  const Article article = Analyze(ReadDocument(path, **std::move(source)), options.settings.analysis);
  return render(path, article, listing);
}

int RunListing(const Arguments& arguments, Render render) {
  const absl::StatusOr<ReadingOptions> options = ParseReadingOptions(arguments);
  if (!options.ok()) return Failed(options.status());
  const ListingOptions listing = {.format = ParseFormat(arguments.Get("--format", "text")),
                                  .colored = options->colored,
                                  .all = arguments.Has("--all")};
  bool failed = false;
  const std::vector<InputFile> files = FindFiles(arguments, failed);
  absl::StatusOr<Output> output = Output::Open(arguments.Get("--output"));
  if (!output.ok()) return Failed(output.status());

  bool first = true;
  Progress progress(files.size(), !options->quiet);
  output->buffer() += ListingBegin(listing.format);
  ForEachInOrder(
      files.size(), JobsFor(*options, files.size()),
      [&](size_t i) { return RenderFile(files[i], *options, listing, render); },
      [&](size_t i, absl::StatusOr<std::string> piece) {
        progress.Done();
        if (!piece.ok()) {
          progress.Clear();
          PrintError(absl::StrCat(DisplayPath(files[i], options->load), ": ", piece.status().message()));
          failed = true;
        } else if (!piece->empty()) {
          if (!std::exchange(first, false)) output->buffer() += ListingSeparator(listing.format);
          output->buffer() += *piece;
        }
        return output->Flush();
      },
      [&] { progress.Show(); });
  output->buffer() += ListingEnd(listing.format);
  progress.Clear();
  if (const absl::Status closed = output->Close(); !closed.ok()) return Failed(closed);
  if (files.empty() && !failed) PrintWarning("no files to read");
  return failed ? kExitFailed : kExitClean;
}

}  // namespace

int RunQuotes(const Arguments& arguments) { return RunListing(arguments, RenderQuotes); }
int RunNames(const Arguments& arguments) { return RunListing(arguments, RenderNames); }

}  // namespace bylint
