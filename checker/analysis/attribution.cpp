// Who said it. Paragraph by paragraph: the outline is read, its cues are found, the sieves are tried on each
// quotation, and what no sieve decides is left to the speech gate.
#include <algorithm>
#include <optional>

#include "checker/analysis/attribution_context.h"
#include "checker/analysis/attribution_earlier.h"
#include "checker/analysis/attribution_neighbours.h"
#include "checker/analysis/attribution_passages.h"
#include "checker/analysis/attribution_people.h"
#include "checker/analysis/attribution_persons.h"
#include "checker/analysis/attribution_sieves.h"
#include "checker/analysis/attribution_silence.h"
#include "checker/analysis/attribution_speech.h"
#include "checker/analysis/passes.h"

namespace bylint::internal {
namespace {

// What a paragraph is read into.
struct Reading {
  Outline outline;
  std::vector<Cue> cues;
};

class Attributor {
 public:
  Attributor(const Document& document, const AnalysisOptions& options, const Earlier& earlier, Reading& reading,
             Analysis& analysis)
      : document_(document),
        options_(options),
        analysis_(analysis),
        earlier_(earlier, analysis),
        neighbours_(document, analysis),
        outline_(reading.outline),
        cues_(reading.cues) {}

  void Run() {
    for (QuotationIndex i = 0; i < analysis_.quotations.size();) {
      const uint32_t block = analysis_.quotations[i].block;
      const QuotationIndex first = i;
      while (i < analysis_.quotations.size() && analysis_.quotations[i].block == block) ++i;
      if (earlier_.TakeOver(block, first, i)) continue;
      AttributeBlock(block, first, i);
      earlier_.Compare(block, first, i);
    }
    AttributeBeginnings();
  }

 private:
  Quotation& At(uint32_t element) { return analysis_.quotations[outline_[element].quotation]; }
  std::string_view WordsOf(uint32_t element) const {
    return document_.Text(analysis_.quotations[outline_[element].quotation].inner);
  }

  void AttributeBlock(uint32_t block, QuotationIndex first, QuotationIndex end) {
    outline_.Read(document_, analysis_, block, first);
    FindCues(outline_, cues_);
    const Scene scene{outline_, cues_};
    for (QuotationIndex i = first; i < end; ++i) {
      analysis_.quotations[i].verdict = Verdict::kNotSpeech;  // unless the outline has it: it may lie inside another
    }
    for (const uint32_t element : outline_.quotations()) Direct(scene, element);
    attributed_before_ = kNone;
    for (const uint32_t element : outline_.quotations()) {
      Quotation& quotation = At(element);
      if (quotation.verdict == Verdict::kUnattributed && quotation.sieve != kVerbAlone) {
        if (!Inherit(scene, element) && !AttributeByNeighbours(element)) JudgeSilence(element);
      }
      if (quotation.verdict == Verdict::kAttributed && quotation.has_speaker()) attributed_before_ = element;
    }
    SetCredits();
  }

  // A quotation over paragraphs whose speaker is only named in a later one: “… ¶ “… ¶ “…,” Berg said.
  void AttributeBeginnings() {
    for (size_t i = analysis_.quotations.size(); i-- > 0;) {
      const Quotation& later = analysis_.quotations[i];
      if (later.continues == kNone || later.verdict != Verdict::kAttributed || !later.has_speaker()) continue;
      Quotation& earlier = analysis_.quotations[later.continues];
      if (earlier.verdict == Verdict::kUnattributed) Copy(later, earlier, kContinuedSieve);
    }
  }

  // By the frame in which it stands.
  void Direct(const Scene& scene, uint32_t element) {
    Quotation& quotation = At(element);
    quotation.verdict = Verdict::kUnattributed;
    if (JudgeSpeech(outline_, element, quotation, options_.speech_words) == Speech::kNo) {
      quotation.verdict = Verdict::kNotSpeech;
      return;
    }
    if (const auto found = AttributeDirectly(scene, element)) {
      Set(quotation, *found);
      if (quotation.sieve == kNameAlone && !InEnglish()) quotation.sieve = "name-beside";
      if (const auto rival = RivalSpeaker(scene, element)) {
        quotation.rival = outline_.Span(rival->speaker.name_begin, rival->speaker.name_end);
      }
      return;
    }
    if (element == 0 && !outline_.Shape(element).IsTitle()) {
      if (const auto label = LabelInside(analysis_, quotation)) return Set(quotation, *label);
    }
    const Cue* orphan = OrphanVerb(scene, element);
    if (orphan != nullptr && InEnglish()) {
      quotation.cue = outline_.Span(orphan->begin, orphan->end);
      quotation.sieve = kVerbAlone;
    }
  }

  // From elsewhere in the paragraph, or from the part of the quotation that the paragraph before has. True when that
  // decides.
  bool Inherit(const Scene& scene, uint32_t element) {
    Quotation& quotation = At(element);
    if (IsTitleInSentence(element)) {
      quotation.verdict = Verdict::kNotSpeech;
      return true;
    }
    if (quotation.continues != kNone && analysis_.quotations[quotation.continues].has_speaker()) {
      Copy(analysis_.quotations[quotation.continues], quotation, "continuation");
      return true;
    }
    const uint32_t before = attributed_before_;
    if (const auto found = AttributeBackwards(scene, element, before == kNone ? 0 : EndOfAttribution(before))) {
      Set(quotation, *found);
    } else if (before != kNone) {
      Copy(At(before), quotation, "chain");
    } else if (const auto forward = AttributeForwards(scene, element)) {
      Set(quotation, *forward);
    } else if (const auto subject = AttributeToSubject(element)) {
      Set(quotation, *subject);
    } else {
      return false;
    }
    return true;
  }

  // From the paragraphs beside this one. True when that decides.
  bool AttributeByNeighbours(uint32_t element) {
    Quotation& quotation = At(element);
    const uint32_t block = outline_.block();
    const QuotationIndex index = outline_[element].quotation;
    const bool first = element == outline_.quotations().front();
    if (first && neighbours_.IsLedIn(block)) {
      const auto found = neighbours_.LeadIn(index);
      found ? Set(quotation, *found) : SetFromContext(quotation);
      return true;
    }
    if (first && block > 0 && IsWholeParagraph(outline_)) {
      if (const auto found = neighbours_.SpeakerBefore(index)) {
        Set(quotation, *found);
        quotation.verdict = Verdict::kFloating;
        return true;
      }
    }
    const bool signed_or_dated = neighbours_.SignBelow(block, quotation.close == kNone) || IsDatedBeside(element);
    if (signed_or_dated) SetFromContext(quotation);
    return signed_or_dated;
  }

  // Nobody is named: whether a speaker is missed.
  void JudgeSilence(uint32_t element) {
    Quotation& quotation = At(element);
    const Speech speech = JudgeSpeech(outline_, element, quotation, options_.speech_words);
    if (speech != Speech::kYes || IsOddStyle(quotation)) {
      quotation.verdict = Verdict::kNotSpeech;
    } else if (outline_.Shape(element).IsForeign() || !InEnglish()) {
      quotation.sieve = "not-english";
    } else if (!IsSpeakerMissed(element)) {
      quotation.sieve = "somebody-near";
    }
  }

  // Somebody said it, and nobody near it is, or may be taken for, the speaker.
  bool IsSpeakerMissed(uint32_t element) {
    constexpr uint32_t kFewestWords = 5;
    const QuotationShape& shape = outline_.Shape(element);
    if (At(element).words < kFewestWords || (!shape.EndsSentence() && !shape.EndsWithComma())) return false;
    if (ParagraphTells(outline_, element)) return false;
    // `“…,” Berg, a lawyer.`: the sentence itself breaks off, whatever stands before it.
    if (shape.EndsWithComma() && outline_.SentenceEnd(element) > element + 1) return true;
    return !neighbours_.Tell(outline_, element);
  }

  // Where the words are of another language, no verb that is missing was ever known.
  bool InEnglish() {
    if (!english_.has_value()) english_ = IsEnglish(analysis_);
    return *english_;
  }

  // `Berg questioned the plan. “Who pays?”`: whom the sentence before tells of, where the paragraph names nobody else.
  std::optional<Attribution> AttributeToSubject(uint32_t element) const {
    constexpr uint32_t kFarthestName = 60;  // elements after the quotation
    const QuotationShape& shape = outline_.Shape(element);
    if (element == 0 || !shape.EndsSentence() || !outline_.IsPunctuation(element - 1, '.')) return std::nullopt;
    if (!outline_[element].StartsSentence() || outline_.SentenceEnd(element) > element + 1) return std::nullopt;
    const NounPhrase who = SubjectOf(outline_, outline_.SentenceBegin(element - 1), element);
    if (!IsPerson(analysis_, outline_, who) || IsSpokenOf(outline_, who, WordsOf(element), shape)) return std::nullopt;
    for (uint32_t i = who.end; i < std::min(outline_.size(), element + kFarthestName); ++i) {
      const bool quotes = outline_[i].IsQuotation() && i < element;
      const bool names = outline_[i].in_name && PersonAt(analysis_, outline_.Span(i, i + 1)) != kNone;
      if (quotes || names) return std::nullopt;
    }
    return Attribution{.speaker = who, .cue_begin = who.end, .cue_end = who.end, .sieve = "told-before"};
  }

  // `“…” — March 27, on the radio`
  bool IsDatedBeside(uint32_t element) const {
    return element + 2 < outline_.size() && outline_[element + 1].Is(ElementKind::kDash) &&
           outline_[element].StartsSentence();
  }

  // Capitals on every word that matters, in the middle of a sentence: `on “The Nightly Show with Larry Wilmore”`.
  bool IsTitleInSentence(uint32_t element) const {
    return !outline_[element].StartsSentence() && outline_.Shape(element).IsTitle();
  }

  // Single marks in an article whose quotations stand in double ones: a headline, or marks inside other marks.
  bool IsOddStyle(const Quotation& quotation) const {
    if (quotation.open == kNone || !earlier_.HasDoubleMarks()) return false;
    const Mark& mark = analysis_.marks[quotation.open];
    if (mark.glyph != '\'' && mark.glyph != 0x2018) return false;
    return mark.span.size() == (mark.glyph == '\'' ? 1 : 3);  // bytes: `''` is a double mark
  }

  // First element after the sentence in which the quotation at `element` is attributed.
  uint32_t EndOfAttribution(uint32_t element) {
    const uint32_t speaker = At(element).speaker.span.begin;
    uint32_t end = outline_.SentenceEnd(element);
    while (end < outline_.size() && outline_.Span(end, end + 1).begin <= speaker) end = outline_.SentenceEnd(end);
    return end;
  }

  void Set(Quotation& quotation, const Attribution& found) { Set(quotation, SourceOf(outline_, found)); }

  static void Set(Quotation& quotation, const Source& source) {
    quotation.verdict = Verdict::kAttributed;
    quotation.speaker.span = source.speaker;
    quotation.cue = source.cue;
    quotation.sieve = source.sieve;
  }

  // A source that is not spelled out in words to point at: a lead-in with a colon, a signature, a date and a place.
  static void SetFromContext(Quotation& quotation) { Set(quotation, Source{.sieve = "context"}); }

  static void Copy(const Quotation& from, Quotation& to, std::string_view sieve) {
    Set(to, Source{from.speaker.span, from.cue, sieve});
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
  EarlierAttribution earlier_;
  Neighbours neighbours_;
  uint32_t attributed_before_ = kNone;  // the last quotation of the paragraph so far that has a speaker
  Outline& outline_;
  std::vector<Cue>& cues_;
  std::optional<bool> english_;  // unknown until somebody asks
};

}  // namespace

void AttributeQuotations(const Document& document, const AnalysisOptions& options, const Earlier& earlier,
                         Analysis& analysis) {
  constexpr size_t kUsualElements = size_t{1} << 12;
  // For its memory: most paragraphs need no more than those before.
  thread_local Reading reading;
  Attributor(document, options, earlier, reading, analysis).Run();
  if (reading.outline.capacity() > kUsualElements) reading = {};
  ResolveSpeakers(analysis);
  AttributeBetween(analysis);
  SilenceByHabit(analysis);
}

}  // namespace bylint::internal
