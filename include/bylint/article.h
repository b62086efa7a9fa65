// A document with everything that rules ask of it, computed once: tokens, sentences, marks, quotations with
// verdict, speaker, cue and credit, mentions and people.
//
//   const Article article = Analyze(std::move(document), {});
//   for (const Quotation& quotation : article.quotations())
//     if (quotation.verdict == Verdict::kUnattributed) Use(article.Text(quotation.span));
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "absl/base/attributes.h"
#include "bylint/document.h"
#include "bylint/names.h"
#include "bylint/quotation.h"
#include "bylint/token.h"

namespace bylint {

class ArchiveIndex;
class NamesList;
namespace internal {
struct NameFacts;
}

enum class Language : uint8_t { kAuto, kEnglish, kFrench, kGerman, kSpanish, kOther };
enum class QuoteStyle : uint8_t { kAuto, kUs, kUk };  // double or single marks outside

// What the house says about its copy; the rest is detected for each article.
struct AnalysisOptions {
  Language language = Language::kAuto;
  QuoteStyle quote_style = QuoteStyle::kAuto;
  uint32_t speech_words = 5;              // quotations shorter than that need evidence of speech
  const NamesList* names = nullptr;       // the house's list over the built-in one; must outlive the article
  const ArchiveIndex* archive = nullptr;  // what many articles say; must outlive the article
};

// The tables of the analysis, in the order in which they are computed.
struct Analysis {
  std::vector<Token> tokens;             // of all blocks, in order
  std::vector<TokenRange> block_tokens;  // for each block of the document
  std::vector<TokenContents> contents;   // beside `block_tokens`
  std::vector<TokenRange> sentences;     // in order; a sentence lies within one block
  std::vector<Mark> marks;
  std::vector<MarkFault> mark_faults;
  std::vector<MarkWindow> mark_windows;  // in order; blocks without marks are in none, or within one
  uint32_t mark_style = 0;               // how the article sets its marks, for comparing
  std::vector<Quotation> quotations;     // in order of their opening
  std::vector<Mention> mentions;
  std::vector<Person> people;
  std::vector<NameFault> name_faults;                     // in order of their first place
  std::shared_ptr<const internal::NameFacts> name_facts;  // of a text that is being written, for its next version
};

// Immutable, movable. Views and spans live as long as the article. Any number of threads may read it.
class Article {
 public:
  Article(Document document, Analysis analysis, AnalysisOptions options)
      : document_(std::move(document)), analysis_(std::move(analysis)), options_(options) {}

  const Document& document() const& ABSL_ATTRIBUTE_LIFETIME_BOUND { return document_; }
  const Document& document() const&& = delete;
  const AnalysisOptions& options() const { return options_; }
  const Analysis& analysis() const& ABSL_ATTRIBUTE_LIFETIME_BOUND { return analysis_; }

  std::string_view text() const ABSL_ATTRIBUTE_LIFETIME_BOUND { return document_.text(); }
  std::string_view Text(TextSpan span) const ABSL_ATTRIBUTE_LIFETIME_BOUND { return document_.Text(span); }

  std::span<const Block> blocks() const { return document_.blocks(); }
  std::span<const Token> tokens() const { return analysis_.tokens; }
  // Tokens of one block, or of a range.
  std::span<const Token> TokensOf(uint32_t block) const { return Tokens(analysis_.block_tokens[block]); }
  std::span<const Token> Tokens(TokenRange range) const {
    return std::span<const Token>(analysis_.tokens).subspan(range.begin, range.size());
  }
  // What stands among them.
  const TokenContents& ContentsOf(uint32_t block) const { return analysis_.contents[block]; }
  std::span<const TokenRange> sentences() const { return analysis_.sentences; }
  std::span<const Mark> marks() const { return analysis_.marks; }
  std::span<const MarkFault> mark_faults() const { return analysis_.mark_faults; }
  std::span<const Quotation> quotations() const { return analysis_.quotations; }
  std::span<const Mention> mentions() const { return analysis_.mentions; }
  std::span<const Person> people() const { return analysis_.people; }
  std::span<const NameFault> name_faults() const { return analysis_.name_faults; }

  // The fullest name of the person in this article; empty for kNone.
  std::string_view NameOf(PersonIndex person) const {
    return person == kNone ? std::string_view() : Text(analysis_.mentions[analysis_.people[person].fullest].span);
  }
  // True when `offset` lies inside a quotation.
  bool InQuotation(uint32_t offset) const;

 private:
  Document document_;
  Analysis analysis_;
  AnalysisOptions options_;
};

// Runs the whole analysis: tokens, marks, sentences, quotations, names, attribution. Linear in the text.
Article Analyze(Document document, const AnalysisOptions& options);
// The same, with the options of `before`, for a text that is being written: of an earlier version what is still true is
// taken over, and the paragraphs that have changed are analysed. The result does not depend on `before`.
Article Analyze(Document document, const Article& before);

}  // namespace bylint
