#include "checker/analysis/attribution_sieves.h"

#include <algorithm>

#include "checker/analysis/attribution_verbs.h"

namespace bylint::internal {
namespace {

// How many cues of the paragraph are looked at, before or after a quotation, for one that it goes with.
constexpr size_t kFarthestCue = 64;

std::span<const Cue> CuesFrom(std::span<const Cue> cues, uint32_t element) {
  const auto first = std::ranges::lower_bound(cues, element, {}, [](const Cue& c) { return c.begin; });
  return cues.subspan(static_cast<size_t>(first - cues.begin()));
}

class Sieves {
 public:
  Sieves(const Scene& scene, uint32_t quotation)
      : o_(scene.outline), cues_(scene.cues), q_(quotation), shape_(o_.Shape(quotation)) {}

  using Sieve = std::optional<Attribution> (Sieves::*)(std::string_view) const;
  struct Entry {
    std::string_view name;
    Sieve sieve;
  };

  std::optional<Attribution> Try(std::span<const Entry> sieves) const {
    for (const Entry& entry : sieves) {
      if (std::optional<Attribution> found = (this->*entry.sieve)(entry.name)) return found;
    }
    return std::nullopt;
  }

  // “…,” said Berg
  std::optional<Attribution> Inverted(std::string_view name) const {
    const Cue* cue = CueAfter();
    if (cue == nullptr || cue->kind != CueKind::kInverted) return std::nullopt;
    return From(*cue, name);
  }

  // “…,” Berg said
  std::optional<Attribution> NameThenVerb(std::string_view name) const {
    const Cue* cue = CueAfter();
    if (cue == nullptr || cue->kind != CueKind::kVerb) return std::nullopt;
    const bool doubtful = cue->weak || (SoftStart() && !shape_.EndsWithComma());
    if (doubtful && !OnlyAttributes(*cue)) return std::nullopt;
    if (doubtful && cue->weak && !NamesSomebody(cue->speaker)) return std::nullopt;  // “…” Work began in June.
    return From(*cue, name);
  }

  // “…,” Berg.
  std::optional<Attribution> NameAlone(std::string_view name) const {
    const uint32_t at = AfterMarks();
    if (at >= o_.size() || (!shape_.EndsWithComma() && !shape_.EndsSentence())) return std::nullopt;
    const uint32_t end = o_.SentenceEnd(at);
    const NounPhrase who = PhraseAt(o_, at, end);
    if (who.empty() || !IsName(o_, who) || o_[q_].before == Break::kNone) return std::nullopt;
    if (HasVerb(o_, who, end)) return std::nullopt;
    const Element& next = who.end < o_.size() ? o_[who.end] : o_[at];
    const bool closed = who.end >= end || next.Is(ElementKind::kStop) || next.Is(ElementKind::kComma) ||
                        next.Has(WordClass::kPreposition) || next.Is(ElementKind::kOpen);
    const bool after_dash = o_[at - 1].Is(ElementKind::kDash);
    if (!closed || (!after_dash && !EndsWithStop(end))) return std::nullopt;
    return Attribution{who, who.begin, who.begin, after_dash ? "dash-name" : name};
  }

  // “…,” Berg, who founded the club said: a comma is missing, or the aside is too long to see through.
  std::optional<Attribution> NameThenLater(std::string_view name) const {
    const uint32_t at = AfterMarks();
    if (at >= o_.size() || !shape_.EndsWithComma() || o_[at].StartsSentence()) return std::nullopt;
    const NounPhrase who = PhraseAt(o_, at, o_.SentenceEnd(at));
    if (who.empty() || !IsName(o_, who) || !o_[std::min(who.end, o_.size() - 1)].Is(ElementKind::kComma))
      return std::nullopt;
    for (const Cue& cue : Onwards(who.end)) {
      if (cue.begin >= o_.SentenceEnd(at)) break;
      const bool verb = cue.kind == CueKind::kVerb || cue.kind == CueKind::kShared;
      if (cue.weak || !verb) continue;
      return Attribution{who, cue.begin, cue.end, name};
    }
    return std::nullopt;
  }

  // “…,” according to Berg
  std::optional<Attribution> CreditAfter(std::string_view name) const {
    const Cue* cue = CueAfter();
    if (cue == nullptr || cue->kind != CueKind::kCredit || cue->in_brackets) return std::nullopt;
    return From(*cue, name);
  }

  // Berg said, “…”; Berg, who resigned, told reporters that “…”
  std::optional<Attribution> VerbBefore(std::string_view name) const {
    const Cue* cue = CueBefore([](const Cue& c) { return c.kind != CueKind::kCredit && c.kind != CueKind::kNoun; });
    return cue == nullptr ? std::nullopt : From(*Outer(cue), name);
  }

  // LEE: “…”; The vote is lost - Anna Berg: “…”
  std::optional<Attribution> Label(std::string_view name) const {
    const uint32_t low = o_.SentenceBegin(q_);
    if (q_ < low + 2) return std::nullopt;
    if (o_[q_ - 1].Is(ElementKind::kDash)) return DashLabel(low, name);
    if (!o_[q_ - 1].Is(ElementKind::kColon)) return std::nullopt;
    uint32_t begin = q_ - 1;
    while (begin > low && !o_[begin - 1].Is(ElementKind::kDash)) --begin;
    constexpr uint32_t kLongestLead = 3;  // elements: `And this from Berg: “…”`
    for (uint32_t i = begin; i < std::min(q_ - 1, begin + kLongestLead); ++i) {
      if (o_.Word(i) == "from") begin = i + 1;
    }
    const NounPhrase who = PhraseAt(o_, begin, q_ - 1);
    if (who.empty() || who.end != q_ - 1 || !IsName(o_, who)) return std::nullopt;
    if (o_[who.end - 1].Has(WordClass::kCueNoun) && !o_[who.end - 1].capitalized)
      return std::nullopt;  // `Berg’s message:`
    return Attribution{who, q_ - 1, q_, name};
  }

  // According to Berg, “…”
  std::optional<Attribution> CreditBefore(std::string_view name) const {
    const Cue* cue = CueBefore([](const Cue& c) { return c.kind == CueKind::kCredit && !c.in_brackets; });
    return cue == nullptr ? std::nullopt : From(*cue, name);
  }

  // In the words of Berg, “…”
  std::optional<Attribution> NounBefore(std::string_view name) const {
    const Cue* cue = CueBefore([](const Cue& c) { return c.kind == CueKind::kNoun; });
    return cue == nullptr || cue->end + 4 < q_ ? std::nullopt : From(*cue, name);
  }

  // “…” (Berg), “…” [Berg, 2015]
  std::optional<Attribution> Bracket(std::string_view name) const {
    const uint32_t at = q_ + 1;
    if (at + 2 >= o_.size() || !o_[at].Is(ElementKind::kOpen) || !o_[at + 1].in_name) return std::nullopt;
    const NounPhrase who = PhraseAt(o_, at + 1, o_.size());
    if (who.empty() || who.end >= o_.size()) return std::nullopt;
    const Element& next = o_[who.end];
    if (!next.Is(ElementKind::kClose) && !next.Is(ElementKind::kComma)) return std::nullopt;
    if (o_[who.end - 1].Has(WordClass::kOutlet)) return std::nullopt;  // a credit
    return Attribution{who, who.begin, who.begin, name};
  }

  // “…,” in Berg’s view. “…,” is Berg’s motto.
  std::optional<Attribution> NounAfter(std::string_view name) const {
    const uint32_t at = AfterMarks();
    if (at >= o_.size() || o_[at].StartsSentence()) return std::nullopt;
    const bool leads = o_.Word(at) == "in" || o_[at].Has(WordClass::kAuxiliary);
    for (const Cue& cue : Onwards(at)) {
      if (cue.begin >= o_.SentenceEnd(at)) break;
      if (cue.kind != CueKind::kNoun) continue;
      if (leads && cue.first() == at + 1) return From(cue, name);
      // `“…,” from top to bottom, in Berg’s view.`
      const uint32_t first = cue.first();
      if (first > 1 && o_.Word(first - 1) == "in" && o_[first - 2].Is(ElementKind::kComma)) return From(cue, name);
    }
    return std::nullopt;
  }

  // “…” That was Berg in May. “…” Those were the words of Berg.
  std::optional<Attribution> ThatWas(std::string_view name) const {
    const uint32_t at = q_ + 1;
    if (at + 2 >= o_.size() || !o_[at].StartsSentence() || !o_[at + 1].Has(WordClass::kAuxiliary)) return std::nullopt;
    const std::string_view word = o_.Word(at);
    if (word != "that" && word != "those" && word != "so") return std::nullopt;
    for (const Cue& cue : Onwards(at)) {
      if (cue.begin >= o_.SentenceEnd(at)) break;
      if (cue.kind == CueKind::kNoun) return From(cue, name);
    }
    const NounPhrase who = PhraseAt(o_, at + 2, o_.SentenceEnd(at));
    if (who.empty() || !o_[who.begin].in_name) return std::nullopt;
    return Attribution{who, who.begin, who.begin, name};
  }

  // The “…” is over, Berg said.
  std::optional<Attribution> VerbLater(std::string_view name) const {
    const uint32_t end = o_.SentenceEnd(q_);
    for (const Cue& cue : Onwards(q_)) {
      if (cue.begin >= end) break;
      if (cue.first() <= q_ || cue.kind == CueKind::kNoun || cue.in_brackets || cue.speaker.empty()) continue;
      if (cue.weak && !OnlyAttributes(cue)) continue;
      return From(cue, name);
    }
    return std::nullopt;
  }

  // “…,” Berg floundered; “…,” cracked Berg: a verb that nobody listed, where a verb of saying stands.
  std::optional<Attribution> OpenVerb(std::string_view name) const {
    const uint32_t at = AfterMarks();
    if (at >= o_.size() || o_[at].StartsSentence() || !shape_.EndsWithComma() || shape_.IsTitle()) return std::nullopt;
    const uint32_t end = o_.SentenceEnd(at);
    if (IsOpenVerb(o_, at) && !o_[at].Has(WordClass::kNounForm)) {
      const uint32_t subject = at + 1 < end && IsVerbParticle(o_, at + 1) ? at + 2 : at + 1;
      const NounPhrase who = PhraseAt(o_, subject, end);
      if (!IsSomebody(o_, who) || !ClosesPhrase(o_, who.end, end)) return std::nullopt;
      return Attribution{who, at, subject, name};
    }
    const NounPhrase who = PhraseAt(o_, at, end);
    if (!IsSomebody(o_, who)) return std::nullopt;
    uint32_t verb = who.end;
    while (verb < end && IsAdverb(o_[verb])) ++verb;
    if (verb >= end || !o_[verb].IsWord() || o_[verb].capitalized) return std::nullopt;
    const bool inflected =
        o_[verb].ending == Ending::kS && ClosesPhrase(o_, verb + 1, end) && !o_[verb].Has(WordClass::kRole);
    const bool alone = IsPronoun(o_[who.begin]) && MayFollowPronounAsVerb(o_, verb);
    if (!IsOpenVerb(o_, verb) && !inflected && !alone) return std::nullopt;
    return Attribution{who, verb, verb + 1, name};
  }

  // Berg fired back: “…”
  std::optional<Attribution> Subject(std::string_view name) const {
    const uint32_t low = o_.SentenceBegin(q_);
    if (low == q_) return std::nullopt;
    const NounPhrase who = ClauseSubject(o_, low, q_);
    if (who.empty() || who.end > q_) return std::nullopt;
    const bool colon = o_[q_ - 1].Is(ElementKind::kColon);
    if (!colon && (who.end == q_ || shape_.IsTitle())) return std::nullopt;
    return Attribution{who, who.end, who.end, name};
  }

  static std::optional<Attribution> From(const Cue& cue, std::string_view name) {
    if (cue.speaker.empty()) return std::nullopt;
    return Attribution{cue.speaker, cue.begin, cue.end, name};
  }

  const Cue* Orphan() const {
    const Cue* cue = CueAfter();
    return cue != nullptr && cue->kind == CueKind::kOrphan && o_[q_].StartsSentence() ? cue : nullptr;
  }

  // Berg said, “…,” Lee said: both verbs stand right beside the quotation.
  std::optional<Attribution> Rival() const {
    const Cue* after = CueAfter();
    if (after == nullptr || after->weak || !shape_.EndsWithComma()) return std::nullopt;
    if (after->kind != CueKind::kVerb && after->kind != CueKind::kInverted) return std::nullopt;
    const Cue* before = CueBefore([](const Cue& c) { return c.kind == CueKind::kVerb && !c.weak; });
    if (before == nullptr || !IsName(o_, before->speaker) || !IsName(o_, after->speaker)) return std::nullopt;
    const bool beside = before->end == q_ || (before->end + 1 == q_ && !o_[q_ - 1].IsWord());
    const uint32_t first = before->first();
    if (!beside || !o_[first].StartsSentence()) return std::nullopt;
    return From(*before, "rival");
  }

  bool ReadsLeftFirst() const {
    if (o_[q_].StartsSentence() || shape_.EndsWithComma()) return false;
    return !(q_ + 1 < o_.size() && o_[q_ + 1].Is(ElementKind::kComma));
  }

 private:
  // The cues that begin at `element` or later.
  std::span<const Cue> Onwards(uint32_t element) const { return CuesFrom(cues_, element); }

  // Berg — “…”: nothing but the name stands before the dash.
  std::optional<Attribution> DashLabel(uint32_t low, std::string_view name) const {
    const NounPhrase who = PhraseAt(o_, low, q_ - 1);
    if (who.empty() || who.end != q_ - 1 || !o_[low].in_name) return std::nullopt;
    return Attribution{who, q_ - 1, q_, name};
  }

  // First element after the quotation that is no comma or dash.
  uint32_t AfterMarks() const {
    uint32_t at = q_ + 1;
    while (at < o_.size() && (o_[at].Is(ElementKind::kComma) || o_[at].Is(ElementKind::kDash))) ++at;
    return at;
  }

  // `When Lee said so, Berg …`: the verb stands in a clause that only leads to the one with the quotation.
  bool LeadsIn(const Cue& cue) const {
    const uint32_t low = o_.SentenceBegin(cue.begin);
    const Element& first = o_[low];
    if (!first.Has(WordClass::kSubordinator) || first.Has(WordClass::kDeterminer)) return false;
    if (!cue.weak && o_[cue.last()].Is(ElementKind::kComma)) return false;  // `As Berg wrote, …`
    for (uint32_t i = low; i < cue.begin; ++i) {
      if (o_[i].Is(ElementKind::kComma)) return false;
    }
    for (uint32_t i = cue.last(); i < q_; ++i) {
      if (!o_[i].Is(ElementKind::kComma)) continue;
      const NounPhrase who = PhraseAt(o_, i + 1, q_);
      return !who.empty() && who.end < q_ && !o_[i + 1].Has(WordClass::kRelative);
    }
    return false;
  }

  bool NamesSomebody(const NounPhrase& who) const {
    constexpr WordClasses kSpeaks = WordClass::kRole | WordClass::kSource | WordClass::kIndefinite;
    return IsName(o_, who) || IsPronoun(o_[who.begin]) || o_[who.end - 1].classes.HasAny(kSpeaks) ||
           shape_.EndsWithComma();
  }

  bool SoftStart() const {
    const uint32_t at = AfterMarks();
    return at < o_.size() && o_[at].before == Break::kSoft;
  }

  bool EndsWithStop(uint32_t end) const { return end > 0 && (o_[end - 1].Is(ElementKind::kStop) || end == o_.size()); }

  // The cue that begins right after the quotation, but for adverbs.
  const Cue* CueAfter() const {
    uint32_t at = AfterMarks();
    if (at >= o_.size() || o_[at].before == Break::kHard) return nullptr;
    const uint32_t end = o_.SentenceEnd(at);
    while (at < end && (IsAdverb(o_[at]) || o_.Word(at) == "as" || o_.Word(at) == "is" || o_.Word(at) == "was" ||
                        o_.Word(at) == "how"))
      ++at;
    const Cue* weak = nullptr;
    for (const Cue& cue : Onwards(at)) {
      if (cue.begin >= end) break;
      if (cue.first() != at) {
        if (cue.first() > at && weak == nullptr) break;
        continue;
      }
      // `Berg, who praised it, said`: the verb of the aside is not the one.
      const bool aside = cue.kind == CueKind::kVerb && o_[cue.begin - 1].Has(WordClass::kRelative);
      if (!cue.weak && !aside) return &cue;
      if (weak == nullptr) weak = &cue;
    }
    return weak;
  }

  // Nothing but addressee, time and place follows the verb, so the sentence says nothing of its own.
  bool OnlyAttributes(const Cue& cue) const {
    const uint32_t end = o_.SentenceEnd(cue.begin);
    if (cue.end >= end) return true;
    const Element& next = o_[cue.end];
    if (next.Is(ElementKind::kStop) || next.Is(ElementKind::kComma) || next.Has(WordClass::kCalendar)) return true;
    if (next.IsQuotation() || next.Is(ElementKind::kColon)) return false;
    if (IsAdverb(next)) return true;
    if (o_.Word(cue.end) == "it" && o_.Word(cue.begin).starts_with("put")) return true;  // `as Berg put it`
    if (o_[cue.begin].Has(WordClass::kAddressee)) return !next.Has(WordClass::kSubordinator);
    return next.Has(WordClass::kPreposition) && !next.Has(WordClass::kDeterminer);
  }

  // `Berg said she hopes …`: the outer verb counts, since the inner clause is part of what she says.
  const Cue* Outer(const Cue* inner) const {
    for (const Cue* outer = inner; outer != cues_.data();) {
      --outer;
      if (outer->begin < o_.SentenceBegin(q_) || outer->begin == inner->begin) break;
      const bool verb = outer->kind != CueKind::kCredit && outer->kind != CueKind::kNoun && !outer->weak;
      if (LeadsIn(*outer)) break;
      if (!verb || outer->speaker.empty()) continue;
      if (Coordinated(outer->end, inner->first() < outer->end ? inner->begin : inner->first())) break;
      const bool pronoun = inner->kind == CueKind::kVerb && o_[inner->speaker.begin].Has(WordClass::kSubjectPronoun);
      const uint32_t first = inner->first();
      const bool adjoins = first == outer->end || (first > 0 && o_.Word(first - 1) == "that");
      if (inner->weak || (pronoun && adjoins)) inner = outer;
    }
    return inner;
  }

  // `…, but`, `and`, `while` between two verbs: the second is not part of what the first says.
  bool Coordinated(uint32_t begin, uint32_t end) const {
    for (uint32_t i = begin; i < end; ++i) {
      if (o_[i].Has(WordClass::kConjunction) && !o_[i].Has(WordClass::kPreposition)) return true;
      if (o_[i].Is(ElementKind::kColon) || o_[i].IsQuotation() || o_.Word(i) == "while") return true;
    }
    return false;
  }

  template <typename Accept>
  const Cue* CueBefore(Accept accept) const {
    const uint32_t low = o_.SentenceBegin(q_);
    auto it = std::ranges::lower_bound(cues_, q_, {}, [](const Cue& c) { return c.begin; });
    while (it != cues_.begin()) {
      --it;
      if (it->begin < low) return nullptr;
      if (accept(*it) && !it->speaker.empty() && it->last() <= q_ && !LeadsIn(*it)) return &*it;
    }
    return nullptr;
  }

  const Outline& o_;
  std::span<const Cue> cues_;
  uint32_t q_;
  const QuotationShape& shape_;
};

constexpr Sieves::Entry kRightFirst[] = {{"label", &Sieves::Label},
                                         {"inverted", &Sieves::Inverted},
                                         {"name-said", &Sieves::NameThenVerb},
                                         {"credit-after", &Sieves::CreditAfter},
                                         {"bracket", &Sieves::Bracket},
                                         {"noun-after", &Sieves::NounAfter},
                                         {"that-was", &Sieves::ThatWas},
                                         {kNameAlone, &Sieves::NameAlone},
                                         {"name-aside-said", &Sieves::NameThenLater},
                                         {"said-before", &Sieves::VerbBefore},
                                         {"credit-before", &Sieves::CreditBefore},
                                         {"noun-before", &Sieves::NounBefore},
                                         {"said-later", &Sieves::VerbLater},
                                         {"open-verb", &Sieves::OpenVerb},
                                         {"subject", &Sieves::Subject}};
constexpr Sieves::Entry kLeftFirst[] = {{"label", &Sieves::Label},
                                        {"said-before", &Sieves::VerbBefore},
                                        {"noun-before", &Sieves::NounBefore},
                                        {"inverted", &Sieves::Inverted},
                                        {"name-said", &Sieves::NameThenVerb},
                                        {"credit-before", &Sieves::CreditBefore},
                                        {"credit-after", &Sieves::CreditAfter},
                                        {"bracket", &Sieves::Bracket},
                                        {"noun-after", &Sieves::NounAfter},
                                        {"said-later", &Sieves::VerbLater},
                                        {"open-verb", &Sieves::OpenVerb},
                                        {"subject", &Sieves::Subject},
                                        {kNameAlone, &Sieves::NameAlone}};

}  // namespace

std::optional<Attribution> AttributeDirectly(const Scene& scene, uint32_t quotation) {
  const Sieves sieves(scene, quotation);
  return sieves.ReadsLeftFirst() ? sieves.Try(kLeftFirst) : sieves.Try(kRightFirst);
}

const Cue* OrphanVerb(const Scene& scene, uint32_t quotation) { return Sieves(scene, quotation).Orphan(); }

std::optional<Attribution> RivalSpeaker(const Scene& scene, uint32_t quotation) {
  return Sieves(scene, quotation).Rival();
}

std::optional<Attribution> AttributeBackwards(const Scene& scene, uint32_t quotation, uint32_t after) {
  const Outline& outline = scene.outline;
  const size_t before = scene.cues.size() - CuesFrom(scene.cues, quotation).size();
  for (size_t i = before; i-- > 0 && before - i <= kFarthestCue;) {
    const Cue& cue = scene.cues[i];
    if (cue.last() > quotation || cue.in_brackets) continue;
    if (outline.SentenceBegin(cue.begin) < after) break;
    // `Berg sent a letter. “…”`: only from the sentence right before.
    const bool noun = cue.kind == CueKind::kNoun && outline.SentenceEnd(cue.begin) == quotation;
    if (cue.weak && !noun) continue;
    if (const auto found = Sieves::From(cue, "chain")) return found;
  }
  return std::nullopt;
}

std::optional<Attribution> AttributeForwards(const Scene& scene, uint32_t quotation) {
  const std::span<const Cue> after = CuesFrom(scene.cues, quotation);
  for (const Cue& cue : after.first(std::min(after.size(), kFarthestCue))) {
    if (cue.first() <= quotation || cue.in_brackets || cue.weak) continue;
    if (const auto found = Sieves::From(cue, "forward")) return found;
  }
  return std::nullopt;
}

}  // namespace bylint::internal
