// Every span of every table lies inside the text and on code point boundaries, whatever the text.
#include <catch2/catch.hpp>
#include <functional>

#include "tests/harness/corpus.h"
#include "tests/harness/lint.h"

namespace bylint::testing {
namespace {

bool IsBoundary(std::string_view text, uint32_t offset) {
  return offset == text.size() || (offset < text.size() && (text[offset] & '\xC0') != '\x80');
}

template <typename Span>
bool IsSound(std::string_view text, Span span) {
  return span.begin <= span.end && span.end <= text.size() && IsBoundary(text, span.begin) &&
         IsBoundary(text, span.end);
}

// What is wrong with the tables, empty when nothing is.
std::string UnsoundTable(const Article& article) {
  const std::string_view text = article.text();
  const Analysis& analysis = article.analysis();
  const auto sound = [&](auto... spans) { return (IsSound(text, spans) && ...); };
  const auto in_range = [&](TokenRange range) {
    return range.begin <= range.end && range.end <= analysis.tokens.size();
  };
  const auto index = [](uint32_t i, size_t size) { return i == kNone || i < size; };

  for (const Block& block : article.blocks()) {
    if (!sound(block.span)) return "blocks";
  }
  if (analysis.block_tokens.size() != article.blocks().size()) return "block_tokens: count";
  for (const TokenRange& range : analysis.block_tokens) {
    if (!in_range(range)) return "block_tokens";
  }
  uint32_t token_end = 0;
  for (const Token& token : analysis.tokens) {
    if (!sound(token.span, token.Stem()) || token.span.empty()) return "tokens";
    if (token.span.begin < token_end) return "tokens: order";
    token_end = token.span.end;
  }
  for (const TokenRange& range : analysis.sentences) {
    if (!in_range(range) || range.empty()) return "sentences";
  }
  for (const Mark& mark : analysis.marks) {
    if (!sound(mark.span) || !index(mark.partner, analysis.marks.size())) return "marks";
    if (mark.token >= analysis.tokens.size()) return "marks: token";
    if (mark.partner != kNone && analysis.marks[mark.partner].partner != MarkIndex(&mark - analysis.marks.data())) {
      return "marks: partner of partner";
    }
  }
  for (const MarkFault& fault : analysis.mark_faults) {
    if (!sound(fault.expected)) return "mark_faults";
    if (!index(fault.mark, analysis.marks.size())) return "mark_faults: mark";
  }
  uint32_t quotation_begin = 0;
  for (const Quotation& quotation : analysis.quotations) {
    if (!sound(quotation.span, quotation.inner, quotation.speaker.span, quotation.cue, quotation.credit)) {
      return "quotations";
    }
    if (!quotation.span.Contains(quotation.inner)) return "quotations: inner";
    if (quotation.block >= article.blocks().size()) return "quotations: block";
    if (!article.blocks()[quotation.block].span.Contains(quotation.span)) return "quotations: outside their block";
    if (!index(quotation.speaker.person, analysis.people.size())) return "quotations: person";
    if (quotation.span.begin < quotation_begin) return "quotations: order";
    quotation_begin = quotation.span.begin;
  }
  for (const Mention& mention : analysis.mentions) {
    if (!sound(mention.span, mention.given, mention.surname, mention.title)) return "mentions";
    if (!in_range(mention.tokens) || !index(mention.person, analysis.people.size())) return "mentions: indices";
  }
  for (const Person& person : analysis.people) {
    if (person.fullest >= analysis.mentions.size() || person.first >= analysis.mentions.size()) return "people";
  }
  return "";
}

std::string UnsoundFinding(const Linted& linted) {
  const std::string_view source = linted.article.document().source().text();
  for (const Finding& finding : linted.findings) {
    if (!IsSound(source, finding.span)) return std::string(finding.rule);
    for (const Label& label : finding.labels) {
      if (!IsSound(source, label.span)) return std::string(finding.rule) + ": label";
    }
    for (const Fix& fix : finding.fixes) {
      uint32_t end = 0;
      for (const Edit& edit : fix.edits) {
        if (!IsSound(source, edit.span)) return std::string(finding.rule) + ": edit";
        if (edit.span.begin < end) return std::string(finding.rule) + ": edits overlap";
        end = edit.span.end;
      }
    }
  }
  return "";
}

void CheckSound(const NamedText& text) {
  const absl::StatusOr<Linted> linted = Lint(text.name, text.text, DefaultRules());
  CAPTURE(text.name, text.text);
  REQUIRE(linted.ok());
  CHECK(UnsoundTable(linted->article) == "");
  CHECK(UnsoundFinding(*linted) == "");
}

TEST_CASE("properties: spans lie inside the text, on code point boundaries") {
  REQUIRE(FixtureTexts().size() > 3);
  for (const NamedText& text : FixtureTexts()) CheckSound(text);
}

TEST_CASE("properties: spans of damaged articles lie inside the text") {
  constexpr uint32_t kSeeds = 6;
  for (const NamedText& text : FixtureTexts()) {
    for (uint32_t seed = 0; seed < kSeeds; ++seed) CheckSound({text.name, Damaged(text.text, seed)});
  }
}

}  // namespace
}  // namespace bylint::testing
