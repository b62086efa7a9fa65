// `bylint quotes`, `bylint names` and `bylint checklist`.
#include <utility>

#include "absl/strings/str_cat.h"
#include "checker/cli/archive.h"
#include "checker/cli/commands.h"
#include "checker/cli/console.h"
#include "checker/cli/output.h"
#include "checker/cli/reading.h"
#include "checker/engine/parallel.h"
#include "checker/report/listings.h"

namespace bylint {
namespace {

struct Listing {
  std::string (*render)(std::string_view path, const Article& article, const ListingOptions& options) = nullptr;
  std::string_view csv_header = {};
};

ListingFormat ParseFormat(std::string_view name) {
  if (name == "json") return ListingFormat::kJson;
  if (name == "csv") return ListingFormat::kCsv;
  return name == "concise" ? ListingFormat::kConcise : ListingFormat::kText;
}

absl::StatusOr<std::string> RenderFile(const Job& job, const ReadingOptions& options, const ListingOptions& listing,
                                       const Listing& shown) {
  const absl::StatusOr<std::optional<Article>> article = ReadArticle(job, options);
  if (!article.ok()) return article.status();
  return article->has_value() ? shown.render(job.shown, **article, listing) : "";
}

int RunListing(const Arguments& arguments, const Listing& shown) {
  const absl::StatusOr<ReadingOptions> options = ParseReadingOptions(arguments);
  if (!options.ok()) return FailWith(options.status());
  const ListingOptions listing = {.format = ParseFormat(arguments.Get("--format", "text")),
                                  .colored = options->colored,
                                  .all = arguments.Has("--all"),
                                  .by_speaker = arguments.Get("--by") == "speaker",
                                  .speaker = arguments.Get("--speaker"),
                                  .person = arguments.Get("--person")};
  bool failed = false;
  const std::vector<Job> jobs = FindJobs(arguments, *options, failed);
  absl::StatusOr<Output> output = Output::Open(arguments.Get("--output"));
  if (!output.ok()) return FailWith(output.status());

  bool first = true;
  Progress progress(jobs.size(), !options->quiet);
  output->buffer() += ListingBegin(listing.format, shown.csv_header);
  ForEachInOrder(
      jobs.size(), options->jobs, [&](size_t i) { return RenderFile(jobs[i], *options, listing, shown); },
      [&](size_t i, absl::StatusOr<std::string> piece) {
        progress.Done();
        if (!piece.ok()) {
          progress.Clear();
          PrintError(absl::StrCat(jobs[i].shown, ": ", piece.status().message()));
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
  if (const absl::Status closed = output->Close(); !closed.ok()) return FailWith(closed);
  if (jobs.empty() && !failed) PrintWarning("no files to read");
  if (first && !listing.speaker.empty()) PrintWarning(absl::StrCat("nobody called `", listing.speaker, "` is quoted"));
  return failed ? kExitFailed : kExitClean;
}

// `bylint names --export`: a names.toml out of all the articles.
int RunExport(const Arguments& arguments) {
  const absl::StatusOr<ReadingOptions> options = ParseReadingOptions(arguments);
  if (!options.ok()) return FailWith(options.status());
  bool failed = false;
  const ArchiveFacts facts = CollectFacts(arguments, *options, failed);
  absl::StatusOr<Output> output = Output::Open(arguments.Get("--output"));
  if (!output.ok()) return FailWith(output.status());
  output->buffer() += ExportNames(facts);
  if (const absl::Status closed = output->Close(); !closed.ok()) return FailWith(closed);
  return failed ? kExitFailed : kExitClean;
}

}  // namespace

int RunQuotes(const Arguments& arguments) {
  return RunListing(arguments, {.render = RenderQuotes, .csv_header = kQuotesCsvHeader});
}
int RunChecklist(const Arguments& arguments) { return RunListing(arguments, {.render = RenderChecklist}); }
int RunNames(const Arguments& arguments) {
  return arguments.Has("--export") ? RunExport(arguments)
                                   : RunListing(arguments, {.render = RenderNames, .csv_header = kNamesCsvHeader});
}

}  // namespace bylint
