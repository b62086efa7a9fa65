// textDocument/hover: who said it, by which words and with what credit; who is named; what a rule is about.
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "checker/base/to_absl.h"
#include "checker/engine/registry.h"
#include "checker/lsp/methods.h"
#include "checker/lsp/place.h"

namespace bylint::lsp {
namespace {

// Text of the article in Markdown or plain text.
class HoverWriter {
 public:
  explicit HoverWriter(bool markdown) : markdown_(markdown) {}

  std::string Strong(std::string_view text) const {
    return markdown_ ? absl::StrCat("**", Plain(text), "**") : std::string(text);
  }
  std::string Plain(std::string_view text) const {
    if (!markdown_) return std::string(text);
    std::string escaped;
    for (const char c : text) {
      if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) escaped.push_back('\\');
      escaped.push_back(c);
    }
    return escaped;
  }
  void Line(std::string line) { lines_.push_back(std::move(line)); }
  void Gap() {
    if (!lines_.empty()) lines_.emplace_back();
  }
  bool empty() const { return lines_.empty(); }
  std::string Text() const { return absl::StrJoin(lines_, markdown_ ? "  \n" : "\n"); }

 private:
  bool markdown_;
  std::vector<std::string> lines_;
};

void WriteSpeaker(const Article& article, const Quotation& quotation, HoverWriter& hover) {
  const Quotation& entry = quotation.has_speaker() ? quotation : FirstEntry(article, quotation);
  if (!entry.has_speaker()) {
    hover.Line(quotation.verdict == Verdict::kNotSpeech ? "not speech: needs no speaker"
                                                        : "nobody is said to have said it");
    return;
  }
  const std::string_view words = article.Text(entry.speaker.span);
  const std::string name = SpeakerName(article, entry);
  std::string line = absl::StrCat("said by ", hover.Strong(name));
  if (name != words) absl::StrAppend(&line, " (`", ToAbsl(words), "`)");
  hover.Line(std::move(line));
}

void WriteQuotation(const Article& article, const Quotation& quotation, HoverWriter& hover) {
  WriteSpeaker(article, quotation, hover);
  if (!quotation.cue.empty()) hover.Line(absl::StrCat("cue: `", ToAbsl(article.Text(quotation.cue)), "`"));
  if (!quotation.credit.empty()) hover.Line(absl::StrCat("credit: ", hover.Plain(article.Text(quotation.credit))));
  std::string verdict = absl::StrCat("verdict: ", ToAbsl(ToString(quotation.verdict)));
  if (!quotation.sieve.empty()) absl::StrAppend(&verdict, ", by `", ToAbsl(quotation.sieve), "`");
  absl::StrAppend(&verdict, "; ", quotation.words, quotation.words == 1 ? " word" : " words");
  hover.Line(std::move(verdict));
}

// "Zelenskyy 4, Zelensky 1": in order of their first use.
std::string Spellings(const Article& article, PersonIndex person) {
  std::vector<std::pair<std::string_view, int>> counted;
  for (const Mention& mention : article.mentions()) {
    if (mention.person != person) continue;
    const std::string_view text = article.Text(mention.span);
    const auto known = std::ranges::find(counted, text, &std::pair<std::string_view, int>::first);
    if (known == counted.end()) {
      counted.emplace_back(text, 1);
    } else {
      ++known->second;
    }
  }
  return absl::StrJoin(counted, ", ", [](std::string* out, const auto& spelling) {
    absl::StrAppend(out, ToAbsl(spelling.first), " ", spelling.second);
  });
}

void WritePerson(const Article& article, PersonIndex person, HoverWriter& hover) {
  const auto quotations = std::ranges::count_if(
      article.quotations(), [&](const Quotation& q) { return q.has_speaker() && q.speaker.person == person; });
  hover.Line(hover.Strong(article.NameOf(person)));
  hover.Line(absl::StrCat("written: ", hover.Plain(Spellings(article, person))));
  if (quotations > 0) hover.Line(absl::StrCat("quotations: ", quotations));
}

void WriteRules(const Place& place, HoverWriter& hover) {
  for (const Finding& finding : place.checked.findings) {
    if (!Touches(finding.span, place.offset)) continue;
    const RegisteredRule* rule = FindRule(finding.rule);
    if (rule == nullptr) continue;
    hover.Gap();
    hover.Line(absl::StrCat(hover.Strong(finding.rule), ": ", hover.Plain(rule->info->summary)));
    if (!rule->info->why.empty()) hover.Line(hover.Plain(rule->info->why));
  }
}

}  // namespace

Reply Hover(Session& session, const Json& params) {
  const std::optional<Place> place = PlaceOf(session, params);
  if (!place) return Answer(Json());
  const Article& article = place->article();
  HoverWriter hover(session.client.markdown_hover);
  SourceSpan span{place->offset, place->offset};
  const MentionIndex mention = MentionAt(article, place->offset);
  const QuotationIndex quotation = QuotationAt(article, place->offset);
  if (mention != kNone && article.mentions()[mention].person != kNone) {
    WritePerson(article, article.mentions()[mention].person, hover);
    span = article.document().ToSource(article.mentions()[mention].span);
  }
  if (quotation != kNone) {
    hover.Gap();
    WriteQuotation(article, article.quotations()[quotation], hover);
    if (span.empty()) span = article.document().ToSource(article.quotations()[quotation].span);
  }
  WriteRules(*place, hover);
  if (hover.empty()) return Answer(Json());
  Json result = {
      {"contents", {{"kind", session.client.markdown_hover ? "markdown" : "plaintext"}, {"value", hover.Text()}}}};
  if (!span.empty()) result["range"] = place->document.ToJson(span, session.client.encoding);
  return Answer(std::move(result));
}

}  // namespace bylint::lsp
