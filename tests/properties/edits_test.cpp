// A text that is typed: after each change the analysis that took over what it could is, to the last field, that of a
// fresh analysis. `[many]` types longer; it is hidden and run by name.
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/base/to_absl.h"
#include "checker/engine/rule_set.h"
#include "checker/readers/reader.h"
#include "tests/harness/corpus.h"

namespace bylint::testing {
namespace {

void Add(std::string& out, TextSpan span) { absl::StrAppend(&out, " ", span.begin, "-", span.end); }
void Add(std::string& out, TokenRange range) { absl::StrAppend(&out, " [", range.begin, ",", range.end, ")"); }

// All tables, a row a line.
std::string Describe(const Article& article) {
  const Analysis& analysis = article.analysis();
  std::string out;
  for (const Token& token : analysis.tokens) {
    absl::StrAppend(&out, "token ", token.code, " ", static_cast<int>(token.kind), " ", token.suffix, " ", token.flags);
    Add(out, token.span);
    out += '\n';
  }
  for (size_t i = 0; i < analysis.block_tokens.size(); ++i) {
    const TokenContents& contents = analysis.contents[i];
    absl::StrAppend(&out, "block ", contents.HasMarks(), contents.HasCapitals(), contents.HasAny("()[]"));
    Add(out, analysis.block_tokens[i]);
    out += '\n';
  }
  for (const TokenRange& sentence : analysis.sentences) {
    out += "sentence";
    Add(out, sentence);
    out += '\n';
  }
  for (const Mark& mark : analysis.marks) {
    absl::StrAppend(&out, "mark ", mark.token, " ", static_cast<uint32_t>(mark.glyph), " ", static_cast<int>(mark.role),
                    " ", mark.depth, " ", mark.partner);
    Add(out, mark.span);
    out += '\n';
  }
  for (const MarkFault& fault : analysis.mark_faults) {
    absl::StrAppend(&out, "mark fault ", static_cast<int>(fault.kind), " ", fault.mark, " ", ToAbsl(fault.replacement),
                    " ", fault.margin);
    Add(out, fault.expected);
    out += '\n';
  }
  for (const Quotation& quotation : analysis.quotations) {
    absl::StrAppend(&out, "quotation ", quotation.block, " ", quotation.open, " ", quotation.close, " ",
                    quotation.continues, " ", quotation.runs_on, quotation.repaired, " ", quotation.depth, " ",
                    quotation.words, " ", ToAbsl(ToString(quotation.verdict)), " ", quotation.speaker.person, " ",
                    ToAbsl(quotation.sieve));
    for (const TextSpan span :
         {quotation.span, quotation.inner, quotation.speaker.span, quotation.cue, quotation.credit, quotation.rival}) {
      Add(out, span);
    }
    out += '\n';
  }
  for (const Mention& mention : analysis.mentions) {
    absl::StrAppend(&out, "mention ", mention.block, " ", mention.person, mention.in_quotation, mention.sentence_start);
    for (const TextSpan span : {mention.span, mention.given, mention.surname, mention.title}) Add(out, span);
    Add(out, mention.tokens);
    out += '\n';
  }
  for (const Person& person : analysis.people) {
    absl::StrAppend(&out, "person ", static_cast<int>(person.kind), " ", person.fullest, " ", person.first, " ",
                    person.count, "\n");
  }
  for (const NameFault& fault : analysis.name_faults) {
    absl::StrAppend(&out, "name fault ", static_cast<int>(fault.kind), " ", static_cast<int>(fault.how), " ",
                    fault.doubtful, " ", fault.usual_count, " ", ToAbsl(fault.full_name), " ", ToAbsl(fault.note));
    Add(out, fault.usual);
    for (const auto& [span, word] : fault.corrections) {
      Add(out, span);
      absl::StrAppend(&out, " ", word);
    }
    out += '\n';
  }
  return out;
}

std::string Describe(const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& finding : findings) {
    absl::StrAppend(&out, "finding ", ToAbsl(finding.rule), " ", static_cast<int>(finding.level), " ",
                    finding.span.begin, "-", finding.span.end, " ", finding.message, " ", finding.help);
    for (const Label& label : finding.labels) {
      absl::StrAppend(&out, ", label ", label.span.begin, "-", label.span.end, " ", label.text);
    }
    for (const Fix& fix : finding.fixes) {
      absl::StrAppend(&out, ", fix ", fix.title, " ", static_cast<int>(fix.safety));
      for (const Edit& edit : fix.edits) {
        absl::StrAppend(&out, " ", edit.span.begin, "-", edit.span.end, " ", edit.replacement);
      }
    }
    out += '\n';
  }
  return out;
}

// The first line in which two texts differ.
std::string FirstDifference(std::string_view a, std::string_view b) {
  size_t at = 0;
  while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
  const auto line = [&](std::string_view text) {
    const size_t begin = at == 0 ? 0 : text.rfind('\n', std::min(at, text.size()) - 1) + 1;
    return std::string(text.substr(begin, text.find('\n', begin) - begin));
  };
  return line(a) + "\n" + line(b);
}

constexpr std::string_view kPieces[] = {"a",
                                        "e",
                                        "s",
                                        "S",
                                        "B",
                                        " ",
                                        " ",
                                        ".",
                                        ",",
                                        "?",
                                        "“",
                                        "”",
                                        "‘",
                                        "’",
                                        "\"",
                                        "'",
                                        "«",
                                        "»",
                                        "(",
                                        ")",
                                        "[",
                                        "–",
                                        "—",
                                        "\n",
                                        "\n\n",
                                        "\n\n",
                                        "\r\n",
                                        "\r\n\r\n",
                                        "# ",
                                        "\n# ",
                                        "> ",
                                        "- ",
                                        "---\n",
                                        "---\ntitle: “A day”\n---\n",
                                        "<p>",
                                        "</p>",
                                        "<!-- bylint-ignore all -->",
                                        "**",
                                        "`",
                                        "&quot;",
                                        "== ",
                                        "\n====\n",
                                        ".. note::\n",
                                        " said Anna Berg",
                                        " he said.",
                                        ", Berg said",
                                        "“Yes,” ",
                                        "\n\n“No.\n\n“",
                                        "Mr. Holt ",
                                        "Ms. Berg’s",
                                        "Anna Bergh ",
                                        "Zelensky",
                                        "the mayor",
                                        "according to The Post",
                                        "\u00A0",
                                        "\uFEFF",
                                        "🎉",
                                        "e\u0301",
                                        "—Anna Berg\n\n",
                                        ": ",
                                        "Berg was blunt.",
                                        "By Anna Berg\n",
                                        "CORRECTION: ",
                                        "misspelled "};

// A text under the hands of somebody who types, pastes, deletes, joins and parts paragraphs, and takes steps back.
class Typist {
 public:
  Typist(std::string text, uint32_t seed) : text_(std::move(text)), random_(seed) {}

  const std::string& text() const { return text_; }

  void Change() {
    constexpr size_t kMostSteps = 8;
    if (!steps_.empty() && Below(12) == 0) {
      text_ = std::move(steps_.back());
      steps_.pop_back();
      return;
    }
    steps_.push_back(text_);
    if (steps_.size() > kMostSteps) steps_.erase(steps_.begin());
    switch (Below(10)) {
      case 0:
        return Paste();
      case 1:
        return Delete(Below(200));
      case 2:
        return Delete(1);
      case 3:
        return JoinLines();
      case 4:
        return ChangeLineEnds();
      default:
        return Insert(Boundary(Below(text_.size() + 1)), kPieces[Below(std::size(kPieces))]);
    }
  }

 private:
  size_t Below(size_t n) { return n == 0 ? 0 : random_() % n; }
  size_t Boundary(size_t at) const {
    while (at > 0 && at < text_.size() && (text_[at] & '\xC0') == '\x80') --at;
    return at;
  }
  void Insert(size_t at, std::string_view piece) {
    constexpr size_t kLongest = 20'000;
    if (text_.size() < kLongest) text_.insert(at, piece);
  }
  void Paste() {
    const size_t begin = Boundary(Below(text_.size()));
    const size_t end = Boundary(std::min(text_.size(), begin + Below(600)));
    Insert(Boundary(Below(text_.size() + 1)), text_.substr(begin, end - begin));
  }
  void Delete(size_t size) {
    const size_t begin = Boundary(Below(text_.size()));
    const size_t end = Boundary(std::min(text_.size(), begin + std::max<size_t>(size, 1)));
    text_.erase(begin, end - begin);
  }
  void JoinLines() {
    const size_t at = text_.find('\n', Below(text_.size()));
    if (at == std::string::npos) return;
    size_t end = at;
    while (end < text_.size() && text_[end] == '\n') ++end;
    text_.replace(at, end - at, Below(2) == 0 ? " " : "\n");
  }
  // One paragraph's break, or all of them.
  void ChangeLineEnds() {
    size_t at = text_.find('\n', Below(text_.size()));
    if (at == std::string::npos) return;
    if (Below(4) != 0) return Insert(at, "\r");
    for (at = 0; (at = text_.find('\n', at)) != std::string::npos; at += 2) text_.insert(at, "\r");
  }

  std::string text_;
  std::vector<std::string> steps_;
  std::mt19937 random_;
};

constexpr std::string_view kEndings[] = {".txt", ".md", ".html", ".adoc", ".rst"};

// Some fixtures one after the other.
std::string LongText(std::string_view ending, uint32_t seed) {
  constexpr size_t kLongEnough = 6000;
  const std::vector<NamedText>& texts = FixtureTexts();
  std::mt19937 random(seed);
  std::string out;
  while (out.size() < kLongEnough) {
    const NamedText& text = texts[random() % texts.size()];
    const bool fits = absl::EndsWith(text.name, ToAbsl(ending)) || absl::EndsWith(text.name, ".txt");
    if (fits && text.text.size() < kLongEnough) absl::StrAppend(&out, text.text, "\n\n");
  }
  return out;
}

void Type(std::string_view ending, uint32_t seed, int changes) {
  const std::string name = absl::StrCat("article", ToAbsl(ending));
  Typist typist(LongText(ending, seed), seed);
  const auto read = [&] { return ReadDocument(name, SourceText(typist.text())); };
  Settings settings;
  settings.select = {"all"};
  const std::shared_ptr<const RuleSet> rules = *RuleSet::Make(settings);
  std::optional<Article> article = Analyze(read(), {});
  FoundPlaces places;
  rules->Check(*article, nullptr, places);
  for (int i = 0; i < changes; ++i) {
    typist.Change();
    Article next = Analyze(read(), *article);
    const Article fresh = Analyze(read(), {});
    const std::string expected = Describe(fresh) + Describe(rules->Check(fresh));
    const std::string found = Describe(next) + Describe(rules->Check(next, &*article, places));
    if (found != expected) {
      INFO(name << ", seed " << seed << ", change " << i << "\n" << FirstDifference(found, expected));
      REQUIRE(false);
    }
    article.emplace(std::move(next));
  }
}

TEST_CASE("properties: what is taken over from an earlier version is what a fresh analysis says") {
  for (const std::string_view ending : kEndings) {
    for (uint32_t seed = 1; seed <= 8; ++seed) Type(ending, seed, 100);
  }
}

TEST_CASE("properties: many changes, each compared with a fresh analysis", "[.][many]") {
  for (uint32_t seed = 1000; seed < 1250; ++seed) {
    for (const std::string_view ending : kEndings) Type(ending, seed, 200);
  }
}

}  // namespace
}  // namespace bylint::testing
