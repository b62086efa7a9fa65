// Who said it. Paragraph by paragraph: the outline is read, its cues are found, the sieves are tried on each
// quotation, and what no sieve decides is left to the speech gate.
#include <algorithm>
#include <optional>

#include "checker/analysis/attribution_context.h"
#include "checker/analysis/attribution_earlier.h"
#include "checker/analysis/attribution_people.h"
#include "checker/analysis/attribution_sieves.h"
#include "checker/analysis/attribution_silence.h"
#include "checker/analysis/attribution_speech.h"
#include "checker/analysis/passes.h"

namespace bylint::internal {
namespace {

class Attributor {
 public:
  Attributor(const Document& document, const AnalysisOptions& options, const Earlier& earlier, Analysis& analysis)
      : document_(document), options_(options), analysis_(analysis), earlier_(earlier, analysis) {}

  void Run() {
    has_double_marks_ = earlier_.HasDoubleMarks();
    for (QuotationIndex i = 0; i < analysis_.quotations.size();) {
      const uint32_t block = analysis_.quotations[i].block;
      const QuotationIndex first = i;
      while (i < analysis_.quotations.size() && analysis_.quotations[i].block == block) ++i;
      if (earlier_.TakeOver(block, first, i)) continue;
      AttributeBlock(block, first);
      earlier_.Compare(block, first, i);
    }
    AttributeBeginnings();
    SilenceByHabit(analysis_);
  }

 private:
  Quotation& At(uint32_t element) { return analysis_.quotations[outline_[element].quotation]; }

  void AttributeBlock(uint32_t block, QuotationIndex first) {
    outline_.Read(document_, analysis_, block, first);
    FindCues(outline_, cues_);
    const Scene scene{outline_, cues_};
    for (QuotationIndex i = first; i < analysis_.quotations.size() && analysis_.quotations[i].block == block; ++i) {
      analysis_.quotations[i].verdict = Verdict::kNotSpeech;  // unless the outline has it: it may lie inside another
    }
    for (const uint32_t element : outline_.quotations()) Direct(scene, element);
    attributed_before_ = kNone;
    for (const uint32_t element : outline_.quotations()) {
      Inherit(scene, element);
      if (At(element).verdict == Verdict::kAttributed && At(element).has_speaker()) attributed_before_ = element;
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
      if (quotation.sieve == kNameAlone && !InEnglish()) quotation.sieve = "name-beside";
      if (const auto rival = RivalSpeaker(scene, element)) {
        quotation.rival = outline_.Span(rival->speaker.name_begin, rival->speaker.name_end);
      }
      return;
    }
    const Cue* orphan = OrphanVerb(scene, element);
    if (orphan != nullptr && InEnglish()) {
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
    if (const auto found = AttributeToSubject(element)) return Set(quotation, *found);
    const uint32_t block = outline_.block();
    if (block > 0 && element == outline_.quotations().front()) {
      if (EndsWithColon(block - 1)) {
        if (!SetFromBlock(block - 1, index)) SetFromContext(quotation);
        return;
      }
      if (IsWholeParagraph(outline_) && Float(index)) return;
    }
    if (SignedBelow(block, quotation.close == kNone) || DatedBeside(element)) return SetFromContext(quotation);
    const Speech speech = JudgeSpeech(outline_, element, quotation, options_.speech_words);
    if (speech != Speech::kYes || IsOddStyle(quotation)) {
      quotation.verdict = Verdict::kNotSpeech;
    } else if (outline_.Shape(element).IsForeign() || !InEnglish()) {
      quotation.sieve = "not-english";
    } else if (!IsSpeakerMissed(element)) {
      quotation.sieve = "somebody-near";
    }
  }

  // Where the words are of another language, no verb that is missing was ever known.
  bool InEnglish() {
    if (!english_.has_value()) english_ = IsEnglish(analysis_);
    return *english_;
  }

  // `Berg questioned the plan. “Who pays?”`: whom the sentence before tells of, where the paragraph names nobody else.
  std::optional<Attribution> AttributeToSubject(uint32_t element) {
    const QuotationShape& shape = outline_.Shape(element);
    if (element == 0 || !shape.EndsSentence() || !outline_.IsPunctuation(element - 1, '.')) return std::nullopt;
    if (!outline_[element].StartsSentence() || outline_.SentenceEnd(element) > element + 1) return std::nullopt;
    const uint32_t low = outline_.SentenceBegin(element - 1);
    const NounPhrase who = SubjectOf(outline_, low, element);
    if (!IsPerson(outline_, who) || IsSpokenOf(outline_, who, outline_[element].quotation, shape)) return std::nullopt;
    constexpr uint32_t kFarthestName = 60;  // elements after the quotation
    for (uint32_t i = who.end; i < std::min(outline_.size(), element + kFarthestName); ++i) {
      const bool quotes = outline_[i].IsQuotation() && i < element;
      if (quotes || (outline_[i].in_name && IsPersonAt(outline_.Span(i, i + 1)))) return std::nullopt;
    }
    return Attribution{who, who.end, who.end, "told-before"};
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
    constexpr uint32_t kLongestItem = 10;
    if (block + 1 >= analysis_.block_tokens.size()) return false;
    const TokenRange range = analysis_.block_tokens[block + 1];
    if (range.size() < 2 || range.size() > kLongestSignature) return false;
    const Token& first = analysis_.tokens[range.begin];
    // A dash before the name makes a list of it.
    const bool item = document_.blocks()[block + 1].kind == BlockKind::kListItem &&
                      document_.blocks()[block].kind == BlockKind::kParagraph;
    if (item && range.size() <= kLongestItem) return first.Has(kCapitalized);
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

  // `states`, `confirm`, `agree`: a noun, or a verb of any other sense.
  static bool IsDoubtfulVerb(const Element& e) {
    return e.Has(WordClass::kReport) && (e.Has(WordClass::kNounForm) || e.Has(WordClass::kInfinitive));
  }

  // The paragraph before tells without marks what somebody said.
  bool FloatFromSpeech(uint32_t block, QuotationIndex index) {
    before_.Read(document_, analysis_, block, FirstQuotationOf(block, index));
    FindCues(before_, before_cues_);
    for (size_t i = before_cues_.size(); i-- > 0;) {
      const Cue& cue = before_cues_[i];
      const bool speaks = !cue.weak || (cue.kind == CueKind::kNoun && before_.SentenceEnd(cue.begin) == before_.size());
      if (!speaks || cue.speaker.empty() || cue.in_brackets || IsDoubtfulVerb(before_[cue.begin])) continue;
      SetFrom(before_, {cue.speaker, cue.begin, cue.end, "floating"}, analysis_.quotations[index]);
      analysis_.quotations[index].verdict = Verdict::kFloating;
      return true;
    }
    return false;
  }

  // Somebody said it, and nobody near it is, or may be taken for, the speaker.
  bool IsSpeakerMissed(uint32_t element) {
    constexpr uint32_t kFewestWords = 5;
    const QuotationShape& shape = outline_.Shape(element);
    if (At(element).words < kFewestWords || (!shape.EndsSentence() && !shape.EndsWithComma())) return false;
    if (ParagraphTells(outline_, element)) return false;
    // `“…,” Berg, a lawyer.`: the sentence itself breaks off, whatever stands before it.
    if (shape.EndsWithComma() && outline_.SentenceEnd(element) > element + 1) return true;
    // An epigraph, the words of a film that the page begins with.
    const uint32_t block = outline_.block();
    if (block == 0 || document_.blocks()[block - 1].kind == BlockKind::kHeadline) return !IsWholeParagraph(outline_);
    const uint32_t before = block - 1;
    const QuotationIndex index = outline_[element].quotation;
    const bool speaks_before = index > 0 && analysis_.quotations[index - 1].block == before &&
                               analysis_.quotations[index - 1].verdict != Verdict::kNotSpeech;
    if (speaks_before) return false;
    before_.Read(document_, analysis_, before, FirstQuotationOf(before, index));
    if (ParagraphBeforeTells(before_)) return false;
    return !ContinuesBelow(block) && !IsDialogue(index) && !IsToldOf(index, shape);
  }

  // The paragraph before or the next one is nothing but a quotation, too.
  bool IsDialogue(QuotationIndex index) const {
    const uint32_t block = analysis_.quotations[index].block;
    const bool before = index > 0 && analysis_.quotations[index - 1].block + 1 == block && FillsBlock(index - 1);
    const bool after = index + 1 < analysis_.quotations.size() && analysis_.quotations[index + 1].block == block + 1 &&
                       FillsBlock(index + 1);
    return (before || after) && FillsBlock(index);
  }

  bool FillsBlock(QuotationIndex index) const {
    const Quotation& quotation = analysis_.quotations[index];
    const TokenRange range = analysis_.block_tokens[quotation.block];
    return quotation.span.begin <= analysis_.tokens[range.begin].span.begin &&
           quotation.span.end >= analysis_.tokens[range.end - 1].span.end;
  }

  // The next paragraph is the rest of the sentence (`she said.`), or an embedded post.
  bool ContinuesBelow(uint32_t block) const {
    if (block + 1 >= analysis_.block_tokens.size()) return false;
    const TokenRange range = analysis_.block_tokens[block + 1];
    for (TokenIndex i = range.begin; i < range.end; ++i) {
      const Token& token = analysis_.tokens[i];
      if (token.kind == TokenKind::kOpaque) return true;
      if (i == range.begin && token.IsWord() && !token.Has(kCapitalized)) return true;
    }
    return false;
  }

  // The last sentence of the paragraph before tells of somebody who then speaks: `Berg was scathing. ¶ “I have never
  // …”`, `Berg questioned the plan. ¶ “Who pays?”`. Not when the quotation speaks of them.
  bool IsToldOf(QuotationIndex index, const QuotationShape& shape) {
    const bool personal = shape.first_person || shape.second_person;
    if (shape.first_person && !shape.he_or_she && EndsWithPronoun(before_)) return true;
    const NounPhrase who = LastSubject(before_);
    if (!IsPerson(before_, who) || IsSpokenOf(before_, who, index, shape)) return false;
    FindCues(before_, before_cues_);
    const bool active = personal || IsPronoun(before_[who.begin]) ||
                        std::ranges::any_of(before_cues_, [&](const Cue& c) { return c.speaker.begin == who.begin; });
    return active;
  }

  // The quotation names them, or has a pronoun that may stand for them: with `I` in it, `he`, but not `his`.
  bool IsSpokenOf(const Outline& outline, const NounPhrase& who, QuotationIndex index,
                  const QuotationShape& shape) const {
    if (IsName(outline, who)) {
      const std::string_view name = document_.Text(outline.Span(who.name_end - 1, who.name_end));
      if (document_.Text(analysis_.quotations[index].inner).find(name) != std::string_view::npos) return true;
    }
    if (shape.first_person) return shape.he_or_she;
    const Element& head = outline[who.begin];
    const bool known = IsPronoun(head) && head.Has(WordClass::kMale) != head.Has(WordClass::kFemale);
    if (!known) return shape.male || shape.female;
    return head.Has(WordClass::kMale) ? shape.male : shape.female;
  }

  // A pronoun, a role, or a name that is no office's and no place's.
  bool IsPerson(const Outline& outline, const NounPhrase& who) const {
    if (who.empty()) return false;
    if (!IsName(outline, who)) return true;
    return IsPersonAt(outline.Span(who.name_begin, who.name_end));
  }

  bool IsPersonAt(TextSpan name) const {
    auto mention =
        std::ranges::upper_bound(analysis_.mentions, name.begin, {}, [](const Mention& m) { return m.span.end; });
    if (mention == analysis_.mentions.end() || mention->span.begin >= name.end) return false;
    return mention->person != kNone && analysis_.people[mention->person].kind == NameKind::kPerson;
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
  EarlierAttribution earlier_;
  bool has_double_marks_ = false;
  uint32_t attributed_before_ = kNone;  // the last quotation of the paragraph so far that has a speaker
  Outline outline_;
  std::vector<Cue> cues_;
  Outline before_;  // the paragraph before, where it must be read again
  std::vector<Cue> before_cues_;
  std::optional<bool> english_;  // unknown until somebody asks
};

}  // namespace

void AttributeQuotations(const Document& document, const AnalysisOptions& options, const Earlier& earlier,
                         Analysis& analysis) {
  Attributor(document, options, earlier, analysis).Run();
  ResolveSpeakers(analysis);
}

}  // namespace bylint::internal
