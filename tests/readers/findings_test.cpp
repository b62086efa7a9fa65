// The same article in every format gets the same findings: each example of each rule, written in each of them.
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "absl/strings/str_replace.h"
#include "checker/readers/reader.h"
#include "tests/harness/lint.h"

namespace bylint::testing {
namespace {

struct Replacement {
  std::string_view from;
  std::string_view to;
};

// How a format writes what stands for itself in plain text, and what it cannot write without being misread; `&nbsp;` in
// running text is a fault only where there are no references.
struct Format {
  std::string_view file;
  std::string_view headline_before;
  std::string_view headline_after;
  std::string_view paragraph_before;
  std::string_view paragraph_after;
  std::vector<Replacement> written;
  std::string_view no_letters;
};

const std::vector<Replacement> kEntities = {{"&", "&amp;"},    {"<", "&lt;"},    {">", "&gt;"},    {"“", "&ldquo;"},
                                            {"”", "&rdquo;"},  {"‘", "&#8216;"}, {"’", "&rsquo;"}, {"\"", "&quot;"},
                                            {"é", "&eacute;"}, {"…", "&#x2026;"}};
const std::vector<Replacement> kEscapes = {{"<", "\\<"}, {">", "\\>"}, {"*", "\\*"},    {"_", "\\_"},
                                           {"`", "\\`"}, {"#", "\\#"}, {"“", "&ldquo;"}};

const std::vector<Format>& Formats() {
  static const auto& formats = *new std::vector<Format>{
      {"a.md", "---\ntitle: \"", "\"\n---\n\n", "", "\n\n", kEscapes, "\\|~&"},
      {"b.md", "# ", "\n\n", "", "\n\n", {}, "\\|~&<>*_[]`#"},
      {"a.html", "<html><body><article><h1>", "</h1>", "<p>", "</p>\n", kEntities, "&"},
      {"a.adoc", "= ", "\n\n", "", "\n\n", {}, "*_`#+{}[]<>^~\\&|"},
      {"a.rst", "", "\n====================================\n\n", "", "\n\n", {}, "*`|_\\"},
  };
  return formats;
}

constexpr std::string_view kHeadline = "Valley road will open in May";

std::string Write(const Format& format, const std::vector<std::string>& paragraphs) {
  std::string out = std::string(format.headline_before) + std::string(kHeadline) + std::string(format.headline_after);
  for (std::string text : paragraphs) {
    std::string written;
    for (size_t i = 0; i < text.size();) {
      const auto at = [&](const Replacement& r) { return std::string_view(text).substr(i).starts_with(r.from); };
      const auto found = std::ranges::find_if(format.written, at);
      written += found == format.written.end() ? std::string(1, text[i]) : std::string(found->to);
      i += found == format.written.end() ? 1 : found->from.size();
    }
    out += std::string(format.paragraph_before) + written + std::string(format.paragraph_after);
  }
  return out;
}

// Back from what the format writes.
std::string Plain(const Format& format, std::string_view words) {
  std::vector<std::pair<absl::string_view, absl::string_view>> back;
  for (const Replacement& r : format.written) {
    back.emplace_back(absl::string_view(r.to.data(), r.to.size()), absl::string_view(r.from.data(), r.from.size()));
  }
  return absl::StrReplaceAll(absl::string_view(words.data(), words.size()), back);
}

std::vector<const RegisteredRule*> AllRules() {
  std::vector<const RegisteredRule*> rules;
  for (const RegisteredRule& rule : BuiltInRules()) rules.push_back(&rule);
  return rules;
}

// Rule, level, message and marked words of each finding, without the places, which differ.
std::vector<std::string> Findings(const Format& format, const std::string& text) {
  static const std::vector<const RegisteredRule*>& rules = *new std::vector(AllRules());
  const absl::StatusOr<Linted> linted = Lint(format.file, text, rules);
  REQUIRE(linted.ok());
  std::vector<std::string> findings;
  for (const Finding& finding : linted->findings) {
    findings.push_back(std::string(finding.rule) + " " + std::string(ToString(finding.level)) + ": " + finding.message +
                       " | " + Plain(format, linted->Words(finding.span)));
  }
  return findings;
}

// The paragraphs of an example below a headline; none where plain text has a form that others have not, like a list.
std::vector<std::string> Paragraphs(std::string_view text) {
  const Document document =
      ReadDocument("a.txt", SourceText(std::string(kHeadline) + "\n\n" + std::string(text) + "\n"));
  std::vector<std::string> paragraphs;
  for (const Block& block : document.blocks().subspan(1)) {
    if (block.kind != BlockKind::kParagraph) return {};
    paragraphs.emplace_back(document.Text(block.span));
  }
  return paragraphs;
}

TEST_CASE("formats: the same article has the same findings in each") {
  const Format plain = {"a.txt", "", "\n\n", "", "\n\n", {}, ""};
  std::set<std::string> heard;
  for (const RegisteredRule& rule : BuiltInRules()) {
    for (const auto examples : {rule.info->bad, rule.info->good}) {
      for (const Example& example : examples) {
        const std::vector<std::string> paragraphs =
            example.file.ends_with(".txt") ? Paragraphs(example.text) : std::vector<std::string>();
        if (paragraphs.empty()) continue;
        const std::vector<std::string> expected = Findings(plain, Write(plain, paragraphs));
        for (const Format& format : Formats()) {
          if (example.text.find_first_of(format.no_letters) != std::string_view::npos) continue;
          CAPTURE(rule.info->name, format.file, example.text);
          CHECK(Findings(format, Write(format, paragraphs)) == expected);
          for (const std::string& finding : expected) heard.insert(finding.substr(0, finding.find(' ')));
        }
      }
    }
  }
  // Nearly all rules spoke; those of an archive and of headlines need more than a paragraph.
  CHECK(heard.size() + 3 >= BuiltInRules().size());
}

}  // namespace
}  // namespace bylint::testing
