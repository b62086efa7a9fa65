// Who said it. Paragraph by paragraph: the outline is read, its cues are found, the sieves are tried on each
// quotation, and what no sieve decides is left to the speech gate.
#include <algorithm>

#include "checker/analysis/attribution_people.h"
#include "checker/analysis/attribution_sieves.h"
#include "checker/analysis/attribution_speech.h"
#include "checker/analysis/passes.h"

namespace bylint::internal {
namespace {

class Attributor {
 public:
  Attributor(const Document& document, const AnalysisOptions& options, Analysis& analysis)
      : document_(document), options_(options), analysis_(analysis) {}

  void Run() {
    has_double_marks_ = std::ranges::any_of(analysis_.quotations, [&](const Quotation& quotation) {
      if (quotation.open == kNone || quotation.depth > 1) return false;
      const char32_t glyph = analysis_.marks[quotation.open].glyph;
      return glyph == 0x201C || glyph == '"';
    });
    for (QuotationIndex i = 0; i < analysis_.quotations.size();) {
      const uint32_t block = analysis_.quotations[i].block;
      AttributeBlock(block, i);
      while (i < analysis_.quotations.size() && analysis_.quotations[i].block == block) ++i;
    }
  }

 private:
  Quotation& At(uint32_t element) { return analysis_.quotations[outline_[element].quotation]; }

  void AttributeBlock(uint32_t block, QuotationIndex first) {
    outline_.Read(document_, analysis_, block, first);
    FindCues(outline_, cues_);
    const Scene scene{outline_, cues_};
    for (QuotationIndex i = first; i < analysis_.quotations.size() && analysis_.quotations[i].block == block; ++i) {
      if (analysis_.quotations[i].depth > 1) analysis_.quotations[i].verdict = Verdict::kNotSpeech;
    }
    for (const uint32_t element : outline_.quotations()) Direct(scene, element);
    attributed_before_ = kNone;
    for (const uint32_t element : outline_.quotations()) {
      Inherit(scene, element);
      if (At(element).verdict == Verdict::kAttributed && At(element).has_speaker()) attributed_before_ = element;
    }
    SetCredits();
  }

  void Direct(const Scene& scene, uint32_t element) {
    Quotation& quotation = At(element);
    quotation.verdict = Verdict::kUnattributed;
    const Speech speech = JudgeSpeech(outline_, element, quotation, options_.speech_words);
    if (speech == Speech::kNo) {
      quotation.verdict = Verdict::kNotSpeech;
      return;
    }
    if (const auto found = AttributeDirectly(scene, element)) {
      Set(quotation, *found);
      if (const auto rival = RivalSpeaker(scene, element)) {
        quotation.rival = outline_.Span(rival->speaker.name_begin, rival->speaker.name_end);
      }
      return;
    }
    if (const Cue* orphan = OrphanVerb(scene, element)) {
      quotation.cue = outline_.Span(orphan->begin, orphan->end);
      quotation.sieve = kVerbAlone;
    }
  }

  // From elsewhere in the paragraph, from the paragraph before, or not at all.
  void Inherit(const Scene& scene, uint32_t element) {
    Quotation& quotation = At(element);
    if (quotation.verdict != Verdict::kUnattributed || quotation.sieve == kVerbAlone) return;
    if (IsTitleInSentence(element)) {
      quotation.verdict = Verdict::kNotSpeech;
      return;
    }
    const QuotationIndex index = outline_[element].quotation;
    if (quotation.continues != kNone && analysis_.quotations[quotation.continues].has_speaker()) {
      return Copy(analysis_.quotations[quotation.continues], quotation, "continuation");
    }
    const uint32_t before = attributed_before_;
    const uint32_t after = before == kNone ? 0 : EndOfAttribution(before);
    if (const auto found = AttributeBackwards(scene, element, after)) return Set(quotation, *found);
    if (before != kNone) return Copy(At(before), quotation, "chain");
    if (const auto found = AttributeForwards(scene, element)) return Set(quotation, *found);
    const uint32_t block = outline_.block();
    if (block > 0 && element == outline_.quotations().front()) {
      if (EndsWithColon(block - 1)) {
        if (!SetFromBlock(block - 1, index)) SetFromContext(quotation);
        return;
      }
      if (IsWholeParagraph() && Float(index)) return;
    }
    if (SignedBelow(block, quotation.close == kNone) || DatedBeside(element)) return SetFromContext(quotation);
    const Speech speech = JudgeSpeech(outline_, element, quotation, options_.speech_words);
    if (speech != Speech::kYes || IsOddStyle(quotation)) quotation.verdict = Verdict::kNotSpeech;
  }

  // A source that is not spelled out in words to point at: a lead-in with a colon, a signature, a date and a place.
  static void SetFromContext(Quotation& quotation) {
    quotation.verdict = Verdict::kAttributed;
    quotation.sieve = "context";
  }

  static bool IsDash(const Token& token) {
    return token.IsPunctuation('-') || token.IsPunctuation(0x2013) || token.IsPunctuation(0x2014);
  }

  // `“…” — March 27, on the radio`
  bool DatedBeside(uint32_t element) const {
    return element + 2 < outline_.size() && outline_[element + 1].Is(ElementKind::kDash) &&
           outline_[element].StartsSentence();
  }

  // Capitals on every word that matters, in the middle of a sentence: `on “The Nightly Show with Larry Wilmore”`.
  bool IsTitleInSentence(uint32_t element) const {
    return !outline_[element].StartsSentence() && outline_.Shape(element).IsTitle();
  }

  // The next paragraph is a signature: `— Anna Berg, mayor`, or `Anna Berg, mayor.”` where the closing mark stands
  // after the name (`left_open`).
  bool SignedBelow(uint32_t block, bool left_open) const {
    constexpr uint32_t kLongestSignature = 48;      // tokens, after a dash
    constexpr uint32_t kLongestBareSignature = 16;  // tokens
    if (block + 1 >= analysis_.block_tokens.size()) return false;
    const TokenRange range = analysis_.block_tokens[block + 1];
    if (range.size() < 2 || range.size() > kLongestSignature) return false;
    const Token& first = analysis_.tokens[range.begin];
    if (left_open) return first.Has(kCapitalized) && range.size() <= kLongestBareSignature;
    TokenIndex name = range.begin;
    while (name < range.end && IsDash(analysis_.tokens[name])) ++name;
    return name > range.begin && name < range.end && analysis_.tokens[name].Has(kCapitalized);
  }

  // Single marks in an article whose quotations stand in double ones: a headline, or marks inside other marks.
  bool IsOddStyle(const Quotation& quotation) const {
    if (quotation.open == kNone) return false;
    const char32_t glyph = analysis_.marks[quotation.open].glyph;
    return (glyph == 0x2018 || glyph == '\'') &&
           analysis_.marks[quotation.open].span.size() < 2 + (glyph == 0x2018) * 2 && has_double_marks_;
  }

  // First element after the sentence in which the quotation at `element` is attributed.
  uint32_t EndOfAttribution(uint32_t element) {
    const uint32_t speaker = At(element).speaker.span.begin;
    uint32_t end = outline_.SentenceEnd(element);
    while (end < outline_.size() && outline_.Span(end, end + 1).begin <= speaker) end = outline_.SentenceEnd(end);
    return end;
  }

  bool EndsWithColon(uint32_t block) const {
    const TokenRange range = analysis_.block_tokens[block];
    return !range.empty() && analysis_.tokens[range.end - 1].IsPunctuation(':');
  }

  // The speaker of whatever stands last in a block without quotations of its own to look at.
  bool SetFromBlock(uint32_t block, QuotationIndex index) {
    before_.Read(document_, analysis_, block, FirstQuotationOf(block, index));
    FindCues(before_, before_cues_);
    for (size_t i = before_cues_.size(); i-- > 0;) {
      const Cue& cue = before_cues_[i];
      if (cue.speaker.empty() || before_.SentenceEnd(cue.begin) != before_.size()) continue;
      SetFrom(before_, {cue.speaker, cue.begin, cue.end, "colon-paragraph"}, analysis_.quotations[index]);
      return true;
    }
    const NounPhrase who = ClauseSubject(before_, before_.SentenceBegin(before_.size() - 1), before_.size());
    if (who.empty()) return false;
    SetFrom(before_, {who, who.end, who.end, "colon-paragraph"}, analysis_.quotations[index]);
    return true;
  }

  QuotationIndex FirstQuotationOf(uint32_t block, QuotationIndex from) const {
    while (from > 0 && analysis_.quotations[from - 1].block >= block) --from;
    return from;
  }

  // A paragraph that is nothing but a quotation, after one that names a speaker.
  bool Float(QuotationIndex index) {
    Quotation& quotation = analysis_.quotations[index];
    for (QuotationIndex i = index; i-- > 0 && analysis_.quotations[i].block + 1 >= quotation.block;) {
      const Quotation& before = analysis_.quotations[i];
      if (!before.has_speaker()) continue;
      Copy(before, quotation, "floating");
      quotation.verdict = Verdict::kFloating;
      return true;
    }
    return FloatFromSpeech(quotation.block - 1, index);
  }

  // The paragraph before tells without marks what somebody said.
  bool FloatFromSpeech(uint32_t block, QuotationIndex index) {
    before_.Read(document_, analysis_, block, FirstQuotationOf(block, index));
    FindCues(before_, before_cues_);
    for (size_t i = before_cues_.size(); i-- > 0;) {
      const Cue& cue = before_cues_[i];
      const bool speaks = !cue.weak || (cue.kind == CueKind::kNoun && before_.SentenceEnd(cue.begin) == before_.size());
      if (!speaks || cue.speaker.empty() || cue.in_brackets) continue;
      SetFrom(before_, {cue.speaker, cue.begin, cue.end, "floating"}, analysis_.quotations[index]);
      analysis_.quotations[index].verdict = Verdict::kFloating;
      return true;
    }
    return false;
  }

  bool IsWholeParagraph() const {
    for (uint32_t i = 0; i < outline_.size(); ++i) {
      if (outline_[i].IsWord()) return false;
    }
    return true;
  }

  void Set(Quotation& quotation, const Attribution& found) { SetFrom(outline_, found, quotation); }

  static void SetFrom(const Outline& outline, const Attribution& found, Quotation& quotation) {
    quotation.verdict = Verdict::kAttributed;
    quotation.speaker.span = outline.Span(found.speaker.name_begin, found.speaker.name_end);
    quotation.cue = outline.Span(found.cue_begin, found.cue_end);
    quotation.sieve = found.sieve;
  }

  static void Copy(const Quotation& from, Quotation& to, std::string_view sieve) {
    to.verdict = Verdict::kAttributed;
    to.speaker = from.speaker;
    to.cue = from.cue;
    to.sieve = sieve;
  }

  // A credit belongs to the quotations before it, back to the credit before.
  void SetCredits() {
    auto quotation = outline_.quotations().begin();
    for (const Cue& cue : cues_) {
      if (cue.kind != CueKind::kCredit) continue;
      const TextSpan credit = outline_.Span(cue.speaker.name_begin, cue.speaker.name_end);
      for (; quotation != outline_.quotations().end() && *quotation < cue.begin; ++quotation) {
        Quotation& q = At(*quotation);
        if (q.verdict == Verdict::kAttributed && q.speaker.span != credit) q.credit = credit;
      }
    }
  }

  const Document& document_;
  const AnalysisOptions& options_;
  Analysis& analysis_;
  bool has_double_marks_ = false;
  uint32_t attributed_before_ = kNone;  // the last quotation of the paragraph so far that has a speaker
  Outline outline_;
  std::vector<Cue> cues_;
  Outline before_;  // the paragraph before, where it must be read again
  std::vector<Cue> before_cues_;
};

}  // namespace

void AttributeQuotations(const Document& document, const AnalysisOptions& options, Analysis& analysis) {
  Attributor(document, options, analysis).Run();
  ResolveSpeakers(analysis);
}

}  // namespace bylint::internal
