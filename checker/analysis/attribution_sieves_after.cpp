#include "checker/analysis/attribution_sieves_after.h"

#include <algorithm>

#include "checker/analysis/attribution_verbs.h"

namespace bylint::internal {
namespace {

Attribution Named(const NounPhrase& who) { return {.speaker = who, .cue_begin = who.begin, .cue_end = who.begin}; }

// Who a weak verb may make a speaker: “…” Work began in June.
bool MaySpeak(const Frame& f, const NounPhrase& who) {
  constexpr WordClasses kSpeaks = WordClass::kRole | WordClass::kSource | WordClass::kIndefinite;
  return IsName(f.outline(), who) || IsPronoun(f[who.begin]) || f[who.end - 1].classes.HasAny(kSpeaks) ||
         f.shape().EndsWithComma();
}

// The name that stands behind the quotation without a verb; empty where none does.
NounPhrase BareName(const Frame& f) {
  if (!f.HasAfter() || (!f.shape().EndsWithComma() && !f.shape().EndsSentence())) return {};
  const Outline& o = f.outline();
  const uint32_t end = o.SentenceEnd(f.after());
  const NounPhrase who = PhraseAt(o, f.after(), end);
  if (who.empty() || !IsName(o, who) || !f[f.quotation()].StartsSentence() || HasVerb(o, who, end)) return {};
  if (who.end >= end) return who;
  const Element& next = o[who.end];
  const bool closed = next.Is(ElementKind::kStop) || next.Is(ElementKind::kComma) ||
                      next.Has(WordClass::kPreposition) || next.Is(ElementKind::kOpen);
  return closed ? who : NounPhrase{};
}

bool FollowsDash(const Frame& f) { return f[f.after() - 1].Is(ElementKind::kDash); }

}  // namespace

// “…,” said Berg
std::optional<Attribution> Inverted(const Frame& f) {
  const Cue* cue = f.CueAfter();
  if (cue == nullptr || cue->kind != CueKind::kInverted) return std::nullopt;
  return AttributionBy(*cue);
}

// “…,” Berg said
std::optional<Attribution> NameThenVerb(const Frame& f) {
  const Cue* cue = f.CueAfter();
  if (cue == nullptr || cue->kind != CueKind::kVerb) return std::nullopt;
  const bool doubtful = cue->weak || (f.HasSoftBreak() && !f.shape().EndsWithComma());
  if (doubtful && !f.OnlyAttributes(*cue)) return std::nullopt;
  if (cue->weak && !MaySpeak(f, cue->speaker)) return std::nullopt;
  return AttributionBy(*cue);
}

// “…,” Berg, who founded the club said: a comma is missing, or the aside is too long to see through.
std::optional<Attribution> NameThenLater(const Frame& f) {
  if (!f.GoesOn() || !f.shape().EndsWithComma()) return std::nullopt;
  const Outline& o = f.outline();
  const uint32_t end = o.SentenceEnd(f.after());
  const NounPhrase who = PhraseAt(o, f.after(), end);
  if (who.empty() || !IsName(o, who) || !o[std::min(who.end, o.size() - 1)].Is(ElementKind::kComma))
    return std::nullopt;
  for (const Cue& cue : f.Onwards(who.end)) {
    if (cue.begin >= end) break;
    const bool verb = cue.kind == CueKind::kVerb || cue.kind == CueKind::kShared;
    if (verb && !cue.weak) return Attribution{.speaker = who, .cue_begin = cue.begin, .cue_end = cue.end};
  }
  return std::nullopt;
}

// “…,” Berg.
std::optional<Attribution> NameAlone(const Frame& f) {
  const NounPhrase who = BareName(f);
  if (who.empty() || FollowsDash(f)) return std::nullopt;
  const Outline& o = f.outline();
  const uint32_t end = o.SentenceEnd(f.after());
  if (end != o.size() && !o[end - 1].Is(ElementKind::kStop)) return std::nullopt;
  return Named(who);
}

// “…” — Berg
std::optional<Attribution> DashName(const Frame& f) {
  const NounPhrase who = BareName(f);
  return who.empty() || !FollowsDash(f) ? std::nullopt : std::optional(Named(who));
}

// “…,” according to Berg
std::optional<Attribution> CreditAfter(const Frame& f) {
  const Cue* cue = f.CueAfter();
  if (cue == nullptr || cue->kind != CueKind::kCredit || cue->in_brackets) return std::nullopt;
  return AttributionBy(*cue);
}

// “…” (Berg), “…” [Berg, 2015]
std::optional<Attribution> Bracket(const Frame& f) {
  const Outline& o = f.outline();
  const uint32_t at = f.quotation() + 1;
  if (at + 2 >= o.size() || !o[at].Is(ElementKind::kOpen) || !o[at + 1].in_name) return std::nullopt;
  const NounPhrase who = PhraseAt(o, at + 1, o.size());
  if (who.empty() || who.end >= o.size()) return std::nullopt;
  const Element& next = o[who.end];
  if (!next.Is(ElementKind::kClose) && !next.Is(ElementKind::kComma)) return std::nullopt;
  if (o[who.end - 1].Has(WordClass::kOutlet)) return std::nullopt;  // a credit
  return Named(who);
}

// “…,” in Berg’s view. “…,” is Berg’s motto.
std::optional<Attribution> NounAfter(const Frame& f) {
  if (!f.GoesOn()) return std::nullopt;
  const Outline& o = f.outline();
  const uint32_t at = f.after();
  const bool leads = o.Word(at) == "in" || o.Word(at) == "came" || o[at].Has(WordClass::kAuxiliary);
  for (const Cue& cue : f.Onwards(at)) {
    if (cue.begin >= o.SentenceEnd(at)) break;
    if (cue.kind != CueKind::kNoun) continue;
    const uint32_t first = cue.first();
    // `is Berg’s motto`, `came the answer from Berg`
    if (leads && (first == at + 1 || (first == at + 2 && o[at + 1].Has(WordClass::kDeterminer))))
      return AttributionBy(cue);
    // `“…,” from top to bottom, in Berg’s view.`
    if (first > 1 && o.Word(first - 1) == "in" && o[first - 2].Is(ElementKind::kComma)) return AttributionBy(cue);
  }
  return std::nullopt;
}

namespace {

bool PointsBack(std::string_view word) {
  return word == "that" || word == "those" || word == "this" || word == "these" || word == "such" || word == "so" ||
         word == "thus" || word == "that's";
}

std::optional<Attribution> NamedAt(const Frame& f, uint32_t at) {
  const Outline& o = f.outline();
  const NounPhrase who = PhraseAt(o, at, o.SentenceEnd(f.quotation() + 1));
  return who.empty() || !o[who.begin].in_name ? std::nullopt : std::optional(Named(who));
}

}  // namespace

// “…” That was Berg in May. Those were the words of Berg. So said Berg. That’s what Berg had to say. That line from
// Berg …
std::optional<Attribution> ThatWas(const Frame& f) {
  const Outline& o = f.outline();
  const uint32_t at = f.quotation() + 1;
  if (at + 2 >= o.size() || !o[at].StartsSentence() || !PointsBack(o.Word(at))) return std::nullopt;
  const uint32_t end = o.SentenceEnd(at);
  const bool contracted = o.Word(at) == "that's";
  uint32_t next = contracted ? at + 1 : at + 2;
  if (o[at + 1].Has(WordClass::kReport) || o.Word(at + 1) == "spoke") return NamedAt(f, next);
  if (o[at + 1].Has(WordClass::kCueNoun))
    return next < end && o.Word(next) == "from" ? NamedAt(f, next + 1) : std::nullopt;
  if (!contracted && !o[at + 1].Has(WordClass::kAuxiliary)) return std::nullopt;
  while (next < end && (o[next].Has(WordClass::kAuxiliary) || IsAdverb(o[next]))) ++next;
  if (next < end && o.Word(next) == "what") return NamedAt(f, next + 1);
  for (const Cue& cue : f.Onwards(at)) {
    if (cue.begin >= end) break;
    if (cue.kind == CueKind::kNoun) return AttributionBy(cue);
  }
  return NamedAt(f, next);
}

// The “…” is over, Berg said.
std::optional<Attribution> VerbLater(const Frame& f) {
  const uint32_t q = f.quotation();
  const Cue* weak = nullptr;
  for (const Cue& cue : f.Onwards(q)) {
    if (cue.begin >= f.high()) break;
    if (cue.first() <= q || cue.kind == CueKind::kNoun || cue.in_brackets || cue.speaker.empty()) continue;
    if (!cue.weak) return AttributionBy(cue);
    if (weak == nullptr && f.OnlyAttributes(cue)) weak = &cue;
  }
  return weak == nullptr ? std::nullopt : AttributionBy(*weak);
}

namespace {

// “…,” cracked Berg
std::optional<Attribution> OpenVerbThenName(const Frame& f, uint32_t end) {
  const Outline& o = f.outline();
  const uint32_t at = f.after();
  const uint32_t subject = at + 1 < end && IsVerbParticle(o, at + 1) ? at + 2 : at + 1;
  const NounPhrase who = PhraseAt(o, subject, end);
  // `“…,” chanted the crowd`: after a listed verb anything that may stand for people.
  const bool listed = !who.empty() && o[at].Has(WordClass::kReport) && o[who.begin].Has(WordClass::kDeterminer);
  if ((!listed && !IsSomebody(o, who)) || !ClosesPhrase(o, who.end, end)) return std::nullopt;
  return Attribution{.speaker = who, .cue_begin = at, .cue_end = subject};
}

// “…,” Berg floundered
std::optional<Attribution> NameThenOpenVerb(const Frame& f, uint32_t end) {
  const Outline& o = f.outline();
  const NounPhrase who = PhraseAt(o, f.after(), end);
  if (!IsSomebody(o, who)) return std::nullopt;
  uint32_t verb = who.end;
  while (verb < end && IsAdverb(o[verb])) ++verb;
  if (verb >= end || !o[verb].IsWord() || o[verb].capitalized) return std::nullopt;
  const bool inflected =
      o[verb].ending == Ending::kS && ClosesPhrase(o, verb + 1, end) && !o[verb].Has(WordClass::kRole);
  const bool alone = IsPronoun(o[who.begin]) && MayFollowPronounAsVerb(o, verb);
  const bool unknown = o.Word(verb).empty();
  // `“…,” Berg made clear`: the quotation is what the sentence is about, and Berg its subject.
  const bool finite =
      f[f.quotation()].StartsSentence() && (IsFiniteVerb(o[verb]) || o[verb].Has(WordClass::kAuxiliary));
  if (!IsOpenVerb(o, verb) && !inflected && !alone && !unknown && !finite) return std::nullopt;
  return Attribution{.speaker = who, .cue_begin = verb, .cue_end = verb + 1};
}

}  // namespace

// A verb that nobody listed, where a verb of saying stands.
std::optional<Attribution> OpenVerb(const Frame& f) {
  if (!f.GoesOn() || !f.shape().EndsWithComma() || f.shape().IsTitle()) return std::nullopt;
  const uint32_t at = f.after();
  const uint32_t end = f.outline().SentenceEnd(at);
  const bool inverted = IsOpenVerb(f.outline(), at) && !f[at].Has(WordClass::kNounForm);
  return inverted ? OpenVerbThenName(f, end) : NameThenOpenVerb(f, end);
}

}  // namespace bylint::internal
