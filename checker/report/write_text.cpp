// The default rendering, as a compiler's:
//
//   story.txt:15:125: error: `Dmitry Peskov` is named after the quotation but … [missing-reporting-verb]
//      15 | … This is the case this time as well,” Dmitry Peskov, a spokesperson for the Kremlin.
//         |                                        ^^^^^^^^^^^^^
//         = help: add a reporting verb: `said Dmitry Peskov`
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "checker/base/to_absl.h"
#include "checker/report/colors.h"
#include "checker/report/findings_writer.h"
#include "checker/report/printable.h"

namespace bylint::internal {
namespace {

class TextWriter final : public FindingsWriter {
 public:
  explicit TextWriter(bool colored) : palette_(colored) {}

  void File(const FileReport& file, std::string& out) override {
    const std::string path = Printable(file.path);
    for (const LocatedFinding& item : file.findings) {
      Headline(path, item, out);
      for (const LocatedExcerpt& excerpt : item.excerpts) Source(excerpt, out);
      if (!item.finding.help.empty()) Advice("help", item.finding.help, out);
      for (const Fix& fix : item.finding.fixes) {
        Advice(fix.safety == Safety::kSafe ? "fix" : "suggested fix", fix.title, out);
      }
    }
  }

 private:
  void Headline(const std::string& path, const LocatedFinding& item, std::string& out) const {
    const Finding& finding = item.finding;
    palette_.Append(Paint::kPlace, absl::StrCat(path, ":", item.range.start.line, ":", item.range.start.column, ":"),
                    out);
    out += ' ';
    palette_.Append(PaintOf(finding.level), absl::StrCat(ToAbsl(ToString(finding.level)), ":"), out);
    out += ' ';
    palette_.Append(Paint::kMessage, Printable(finding.message), out);
    out += ' ';
    palette_.Append(Paint::kRule, absl::StrCat("[", ToAbsl(finding.rule), "]"), out);
    out += '\n';
  }

  void Source(const LocatedExcerpt& item, std::string& out) const {
    palette_.Append(Paint::kGutter, absl::StrFormat("%5d | ", item.line), out);
    out += item.excerpt.text;
    out += '\n';
    const size_t gutter = std::max<size_t>(5, absl::StrCat(item.line).size());
    for (const Excerpt::Mark& mark : item.excerpt.marks) Underline(gutter, mark, out);
  }

  void Underline(size_t gutter, const Excerpt::Mark& mark, std::string& out) const {
    out.append(gutter, ' ');
    palette_.Append(Paint::kGutter, " | ", out);
    out.append(static_cast<size_t>(mark.column), ' ');
    const std::string line(static_cast<size_t>(mark.width), mark.primary ? '^' : '-');
    palette_.Append(mark.primary ? Paint::kMark : Paint::kLabel, line, out);
    if (!mark.text.empty()) {
      out += ' ';
      palette_.Append(Paint::kLabel, Printable(mark.text), out);
    }
    out += '\n';
  }

  void Advice(std::string_view kind, std::string_view text, std::string& out) const {
    out += "      ";
    palette_.Append(Paint::kHelp, absl::StrCat("= ", ToAbsl(kind), ":"), out);
    absl::StrAppend(&out, " ", Printable(text), "\n");
  }

  Palette palette_;
};

}  // namespace

std::unique_ptr<FindingsWriter> MakeTextWriter(const WriterOptions& options) {
  return std::make_unique<TextWriter>(options.colored);
}

}  // namespace bylint::internal
