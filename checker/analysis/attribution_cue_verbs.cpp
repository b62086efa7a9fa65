// Reporting verbs: whether a word is one, and who its subject is.
#include <algorithm>
#include <string_view>

#include "checker/analysis/attribution_cue_readers.h"
#include "checker/analysis/attribution_verbs.h"

namespace bylint::internal {
namespace {

constexpr WordClasses kNounBefore = WordClass::kDeterminer | WordClass::kPossessivePronoun | WordClass::kPreposition;

// A word in lower case after which a form in -s is a verb: `the report claims`.
constexpr WordClasses kMaySpeak = WordClass::kSource | WordClass::kOrganisation | WordClass::kCueNoun |
                                  WordClass::kWorkNoun | WordClass::kRelative | WordClass::kOutlet;

bool PutsOut(std::string_view verb) {
  constexpr std::string_view kVerbs[] = {"added",    "circulated", "issued", "posted", "published",
                                         "released", "sent",       "shared", "wrote"};
  return std::ranges::find(kVerbs, verb) != std::end(kVerbs);
}

// Makes somebody speak; `urged Berg to say` does not tell that Berg did.
bool Makes(std::string_view verb) {
  constexpr std::string_view kVerbs[] = {"caused",  "causing",  "compelled", "compelling", "forced",
                                         "forcing", "inspired", "inspiring", "led",        "leading",
                                         "prompt",  "prompted", "prompting", "prompts",    "spurred"};
  return std::ranges::find(kVerbs, verb) != std::end(kVerbs);
}

class VerbReader {
 public:
  VerbReader(const Outline& outline, std::vector<Cue>& cues, std::vector<RejectedVerb>* rejected)
      : o_(outline), cues_(cues), rejected_(rejected) {}

  void Read(uint32_t i) {
    const Element& e = o_[i];
    if (e.capitalized && !BeginsSentence(i) && o_.Word(i) != "tweeted") return;
    if (IsNoun(i)) {
      if (e.Has(WordClass::kCueNoun)) return ReadNoun(o_, i, cues_);
      return Reject(i, "stands as a noun here");
    }
    if (DescribesNoun(i)) return Reject(i, "describes a noun here");
    if (LacksParticle(i)) return;
    const bool weak = e.Has(WordClass::kWeakReport);
    if (e.Has(WordClass::kInverts) && e.Has(WordClass::kFinite) && ReadInverted(i, weak)) return;
    if (e.Has(WordClass::kParticiple)) return ReadParticiple(i, weak);
    if (BeginsSentence(i)) return Reject(i, "opens its sentence, with no subject before it");
    if (FollowsWhen(i)) return Reject(i, "is passive: `when` and the like have no subject of their own here");
    if (ReadAsSaying(i)) return;
    if (IsPassive(i) || IsReducedPassive(i)) return ReadPassive(i, weak);
    const bool by = weak && e.Has(WordClass::kPastParticiple) && i + 1 < o_.size() && o_.Word(i + 1) == "by";
    if (by) return Reject(i, "is a participle here");  // `signed by`
    const NounPhrase made = MadeTo(i);
    if (!made.empty()) return Add(CueKind::kVerb, i, i + 1, made, weak);
    const NounPhrase subject = WhoPutsOut(SubjectBefore(o_, Low(i), i), i);
    const bool object = !subject.empty() && IsObject(subject, i);
    // `Berg took to Twitter. “…”` leads in what follows, as a letter does.
    const bool leads_in = o_.Word(i) == "took" || o_.Word(i) == "takes";
    if (!subject.empty() && !object) {
      return Add(leads_in ? CueKind::kNoun : CueKind::kVerb, i, i + 1, subject, weak);
    }
    const NounPhrase shared = SharedSubject(i);
    if (!shared.empty() && shared.end <= i) return Add(CueKind::kShared, i, i + 1, shared, weak);
    if (object) return Add(CueKind::kVerb, i, i + 1, subject, weak);
    Reject(i, "has no subject that could speak");
  }

 private:
  bool BeginsSentence(uint32_t i) const { return o_[i].StartsSentence(); }
  uint32_t Low(uint32_t i) const { return o_.SentenceBegin(i); }

  void Add(CueKind kind, uint32_t begin, uint32_t end, const NounPhrase& speaker, bool weak = false) {
    cues_.push_back({kind, begin, end, speaker, weak, /*in_brackets=*/false});
  }

  // `claims`, `report`: a verb only right after a name, a pronoun or a plural.
  bool IsNoun(uint32_t i) const {
    const Element& e = o_[i];
    const bool doubtful =
        e.Has(WordClass::kNounForm) || (e.Has(WordClass::kInfinitive) && !e.Has(WordClass::kPastParticiple));
    if (!doubtful && !(e.Has(WordClass::kParticiple) && e.Has(WordClass::kWeakReport))) return false;
    if (BeginsSentence(i)) return true;
    const Element& before = o_[i - 1];
    if (before.Has(WordClass::kRelative) && !before.Has(WordClass::kSubordinator)) return false;
    if (o_.Word(i - 1) == "one" && doubtful && e.ending != Ending::kS) return true;        // `at one point`
    if (before.Has(WordClass::kIndefinite) && !e.Has(WordClass::kNounForm)) return false;  // `the two write`
    if (before.classes.HasAny(kNounBefore) && o_.Word(i - 1) != "to" && !before.Has(WordClass::kSubjectPronoun)) {
      return !before.Is(ElementKind::kQuotation);
    }
    if (!doubtful) return false;
    if (before.possessive) return true;
    if (!before.IsWord()) return !before.Is(ElementKind::kComma) && !before.IsQuotation();
    if (o_.Word(i - 1) == "to" || before.Has(WordClass::kRelative)) return false;
    if (before.Has(WordClass::kSubjectPronoun) || before.Has(WordClass::kAuxiliary) || IsAdverb(before)) return false;
    if (before.capitalized) return e.ending != Ending::kS && before.ending != Ending::kS;
    if (before.Has(WordClass::kConjunction) || HangsOnPlural(i)) return false;
    if (before.classes.HasAny(WordClass::kRole | WordClass::kIndefinite)) return false;
    if (e.ending == Ending::kS) return !before.classes.HasAny(kMaySpeak);  // `the biggest challenges`
    return before.ending != Ending::kS;
  }

  // `his proposed tax`, `the promised pool`
  bool DescribesNoun(uint32_t i) const {
    if (!o_[i].Has(WordClass::kPastParticiple) || BeginsSentence(i) || i + 1 >= o_.size()) return false;
    const Element& before = o_[i - 1];
    const bool opens = before.Has(WordClass::kPossessivePronoun) || o_.Word(i - 1) == "the" || o_.Word(i - 1) == "a" ||
                       o_.Word(i - 1) == "an";
    return opens && before.IsWord() && o_[i + 1].IsWord();
  }

  // `critics of the plan say`, `aides who have seen the plan say`
  bool HangsOnPlural(uint32_t i) const {
    const NounPhrase phrase = SubjectBefore(o_, Low(i), i);
    return !phrase.empty() && phrase.end < i && o_[phrase.end - 1].ending == Ending::kS;
  }

  // `prompting Berg to say`, `prompted the council, which owns the road, to say`, `was prompted to say`
  NounPhrase MadeTo(uint32_t i) const {
    constexpr uint32_t kLongest = 20;  // elements
    const uint32_t low = Low(i);
    if (i < low + 3 || o_.Word(i - 1) != "to" || !o_[i].Has(WordClass::kInfinitive)) return {};
    for (uint32_t at = i - 1; at > low && i - at < kLongest && !o_[at].IsQuotation();) {
      if (!Makes(o_.Word(--at))) continue;
      if (at + 2 == i) return SubjectBefore(o_, low, at);
      const NounPhrase who = PhraseAt(o_, at + 1, i - 1);
      const bool made = !who.empty() && (who.end + 1 == i || EndsPhrase(who.end, i)) && o_.Word(who.end) != "by";
      return made ? who : NounPhrase{};
    }
    return {};
  }

  // `Berg released a video that said`: whoever puts it out speaks through it; else the subject itself.
  NounPhrase WhoPutsOut(const NounPhrase& subject, uint32_t verb) const {
    constexpr WordClasses kCarriesWords = WordClass::kCueNoun | WordClass::kWorkNoun | WordClass::kSource;
    if (subject.empty() || subject.begin < Low(verb) + 2 || subject.end + 1 != verb) return subject;
    const bool relative = o_[subject.end].Has(WordClass::kRelative) && o_.Word(subject.end) != "who";
    if (!relative || !o_[subject.end - 1].classes.HasAny(kCarriesWords)) return subject;
    if (!o_[subject.begin].Has(WordClass::kDeterminer) || !PutsOut(o_.Word(subject.begin - 1))) return subject;
    const NounPhrase who = SubjectBefore(o_, Low(verb), subject.begin - 1);
    return who.empty() ? subject : who;
  }

  // Whose verb it is that has no subject of its own: `Berg rose and said`, `When Berg rose and said so, Lee left`.
  NounPhrase SharedSubject(uint32_t i) const {
    uint32_t at = i;
    while (at > Low(i) && (IsAdverb(o_[at - 1]) || o_[at - 1].Has(WordClass::kAuxiliary))) --at;
    const bool goes_on =
        at > Low(i) && o_[at - 1].Has(WordClass::kConjunction) && at > Low(i) + 1 && o_[at - 2].IsWord();
    return goes_on ? LastClauseSubject(o_, Low(i), at - 1) : ClauseSubject(o_, Low(i), i);
  }

  // `when asked about it`, `if pressed`
  bool FollowsWhen(uint32_t i) const {
    if (!o_[i].Has(WordClass::kPastParticiple)) return false;
    const std::string_view word = o_.Word(i - 1);
    return word == "when" || word == "if" || word == "once" || word == "until" || word == "unless" || word == "while";
  }

  // `went on`, `took to Twitter`; `“…,” goes the song`.
  bool LacksParticle(uint32_t i) const {
    struct Pair {
      std::string_view verb, particle;
    };
    constexpr Pair kPairs[] = {{"went", "on"}, {"goes", "on"}, {"took", "to"}, {"takes", "to"}};
    for (const Pair& pair : kPairs) {
      if (o_.Word(i) != pair.verb) continue;
      if (i > 0 && o_[i - 1].IsQuotation() && o_[i].Has(WordClass::kInverts)) return false;
      return i + 1 >= o_.size() || o_.Word(i + 1) != pair.particle;
    }
    return false;
  }

  void ReadParticiple(uint32_t i, bool weak) {
    if (IsQuotedSaying(i)) return Add(CueKind::kParticiple, i, i + 1, cues_.back().speaker, weak);
    const NounPhrase subject = ReadParticipleSubject(i);
    if (subject.empty()) return Reject(i, "has no subject that could speak");
    Add(CueKind::kParticiple, i, i + 1, subject, weak);
  }

  // `was quoted as saying`, `quoted Berg saying`
  bool IsQuotedSaying(uint32_t i) const {
    if (i == 0 || cues_.empty() || cues_.back().begin < Low(i)) return false;
    const Cue& cue = cues_.back();
    return o_.Word(cue.begin).starts_with("quote") && (o_.Word(i - 1) == "as" || cue.speaker.end == i);
  }

  void Reject(uint32_t verb, std::string_view reason) {
    if (rejected_ != nullptr) rejected_->push_back({verb, reason});
  }

  // The phrase hangs on a preposition, and is the subject of nothing: `at the meeting called`.
  bool IsObject(const NounPhrase& phrase, uint32_t verb) const {
    for (uint32_t i = phrase.end; i < verb; ++i) {
      if (o_[i].Has(WordClass::kRelative) || o_.Word(i) == "that") return false;  // `under a headline that said`
    }
    if (o_[phrase.begin].StartsSentence() || phrase.begin == 0) return false;
    const Element& before = o_[phrase.begin - 1];
    return before.Has(WordClass::kPreposition) && !before.Has(WordClass::kSubordinator) && !before.capitalized;
  }

  // `state radio quoted Berg as saying`; `Berg was quoted by state radio as saying` has Berg before the verb.
  bool ReadAsSaying(uint32_t i) {
    constexpr uint32_t kLongestObject = 12;  // elements
    const std::string_view word = o_.Word(i);
    if (word != "quoted" && word != "quotes" && word != "cited" && word != "cites") return false;
    const NounPhrase object = PhraseAt(o_, i + 1, o_.SentenceEnd(i));
    if (object.empty() || object.end + 1 >= o_.size()) return false;
    for (uint32_t at = object.end; at + 1 < std::min(o_.SentenceEnd(i), i + kLongestObject); ++at) {
      const bool saying = (o_.Word(at) == "as" && IsSaying(at + 1)) || (at == object.end && IsSaying(at));
      if (!saying) continue;
      Add(CueKind::kVerb, i, i + 1, object);
      return true;
    }
    return false;
  }

  bool IsSaying(uint32_t i) const { return o_[i].Has(WordClass::kReport) && o_[i].Has(WordClass::kParticiple); }

  // `was asked by Berg whether`
  void ReadPassive(uint32_t i, bool weak) {
    const NounPhrase agent = AgentOf(i);
    // `hailed by the group as`
    const bool calls = !agent.empty() && agent.end < o_.size() && o_.Word(agent.end) == "as";
    if (calls && o_.Word(i) == "quoted") {  // `Berg was quoted by state radio as saying`
      const NounPhrase subject = SubjectBefore(o_, Low(i), i);
      if (!subject.empty()) return Add(CueKind::kVerb, i, i + 1, subject);
    }
    if (agent.empty() || !(calls || IsSomebody(o_, agent)))
      return Reject(i, "is passive: its subject is spoken to or about");
    Add(CueKind::kVerb, i, i + 1, agent, weak);
  }

  // Who does what the participle at `i` tells: `asked by Berg`.
  NounPhrase AgentOf(uint32_t i) const {
    const uint32_t end = o_.SentenceEnd(i);
    const bool by = i + 2 < end && o_.Word(i + 1) == "by";
    return by ? PhraseAt(o_, i + 2, end) : NounPhrase{};
  }

  // `The plan, described by Berg as`
  bool IsReducedPassive(uint32_t i) const {
    if (!o_[i].Has(WordClass::kPastParticiple) || i == 0 || o_[i - 1].Has(WordClass::kAuxiliary)) return false;
    const NounPhrase agent = AgentOf(i);
    return !agent.empty() && agent.end < o_.size() && o_.Word(agent.end) == "as";
  }

  // `said Berg` after a quotation or at the head of a sentence.
  bool ReadInverted(uint32_t i, bool weak) {
    uint32_t before = i;
    while (
        before > 0 && !BeginsSentence(before) &&
        (IsAdverb(o_[before - 1]) || o_[before - 1].Is(ElementKind::kComma) || o_[before - 1].Is(ElementKind::kDash))) {
      --before;
    }
    const bool after_quotation = before > 0 && o_[before - 1].IsQuotation();
    // `the pool, said Berg, the mayor, is closed`: between commas, or at the end of the sentence.
    const bool inserted =
        !after_quotation && !BeginsSentence(before) && !weak && before < i && o_[i - 1].Is(ElementKind::kComma);
    if (!after_quotation && !BeginsSentence(before) && !inserted) return false;
    const uint32_t end = o_.SentenceEnd(i);
    uint32_t at = i + 1;
    while (at < end && IsAdverb(o_[at]) && !o_[at].capitalized) ++at;
    if (at < end && IsPronoun(o_[at]) && !BeginsName(o_, at) && at + 1 < end && !o_[at + 1].Is(ElementKind::kStop) &&
        !o_[at + 1].Is(ElementKind::kComma) && !o_[at + 1].Has(WordClass::kPreposition)) {
      return false;  // `“…,” said he would`
    }
    const bool month = at < end && IsMonthAndName(o_[at]) && EndsPhrase(at + 1, end);
    const NounPhrase subject = month ? NounPhrase{at, at + 1, at, at + 1} : PhraseAt(o_, at, end);
    if (!subject.empty() && subject.end < end && o_[subject.end].Has(WordClass::kAuxiliary)) {
      return false;  // `“…,” said the plan could`
    }
    if (inserted && !subject.empty() && (!IsSomebody(o_, subject) || !EndsPhrase(subject.end, end))) return false;
    if (!subject.empty()) {
      Add(CueKind::kInverted, i, i + 1, subject, weak);
      return true;
    }
    const bool base = o_[i].Has(WordClass::kInfinitive);  // a noun as well: `protest`
    if (after_quotation && !weak && !base && before == i && IsOrphanEnd(at, end))
      Add(CueKind::kOrphan, i, i + 1, {}, weak);
    return false;
  }

  // What stands at `at` cannot be a verb of the phrase before it.
  bool EndsPhrase(uint32_t at, uint32_t end) const {
    if (at >= end) return true;
    const Element& e = o_[at];
    return e.Is(ElementKind::kStop) || e.Is(ElementKind::kComma) || e.Is(ElementKind::kColon) ||
           e.Has(WordClass::kRelative) || (e.Has(WordClass::kPreposition) && !e.capitalized);
  }

  // Nothing that could be a speaker follows: the sentence ends, or a time or a place comes.
  bool IsOrphanEnd(uint32_t at, uint32_t end) const {
    if (at >= end) return true;
    const Element& e = o_[at];
    // `said Jan Koninckx`, `said March for Life`
    const bool name = e.capitalized && at + 1 < end && o_[at + 1].IsWord() &&
                      (o_[at + 1].capitalized || (IsMonthAndName(e) && !o_[at + 1].Is(ElementKind::kNumber)));
    return e.Is(ElementKind::kStop) || e.Is(ElementKind::kComma) || (e.Has(WordClass::kCalendar) && !name) ||
           (e.Has(WordClass::kPreposition) && !e.capitalized);
  }

  // `was told`, `is called`: the subject is spoken to or about.
  bool IsPassive(uint32_t i) const {
    const Element& e = o_[i];
    if (!e.Has(WordClass::kPastParticiple)) return false;
    for (uint32_t at = i; at > Low(i);) {
      const Element& before = o_[--at];
      if (IsAdverb(before) || before.Has(WordClass::kNegation)) continue;
      if (!before.Has(WordClass::kAuxiliary)) return false;
      const std::string_view word = o_.Word(at);
      return word == "was" || word == "were" || word == "is" || word == "are" || word == "been" || word == "be" ||
             word == "being" || word == "wasn't" || word == "weren't" || word == "isn't";
    }
    return false;
  }

  NounPhrase ReadParticipleSubject(uint32_t i) const {
    if (i > 0 && !BeginsSentence(i) && o_[i - 1].Has(WordClass::kAuxiliary)) return SubjectBefore(o_, Low(i), i);
    // The last verb with a subject of its own, where only its clause stands between; else the clause's subject.
    const uint32_t low = Low(i);
    if (i > low && o_[i - 1].IsWord()) {  // `with the union calling it`
      const NounPhrase before = PhraseBefore(o_, low, i);
      if (!before.empty() && before.begin > low && o_.Word(before.begin - 1) == "with") return before;
    }
    if (EndsWithCue(i) || GoesOnWithParticiple(i)) return cues_.back().speaker;
    const NounPhrase subject = SubjectGoingOn(i);
    if (!subject.empty()) return subject;
    if (!cues_.empty() && cues_.back().begin >= low) return cues_.back().speaker;
    return {};
  }

  // `It rained as Berg shrugged, saying`, `Lee left, and Berg shrugged, saying`: the participle goes on with the last
  // of the clauses, unless that one is only when or what the first one tells: `Lee shrugged as Berg left, saying`.
  NounPhrase SubjectGoingOn(uint32_t i) const {
    const uint32_t low = Low(i);
    const NounPhrase first = ClauseSubject(o_, low, i);
    if (i < low + 2 || !o_[i - 1].Is(ElementKind::kComma)) return first;
    const NounPhrase last = LastClauseSubject(o_, low, i - 1);
    if (last.empty() || last.begin < low + 2) return first;
    if (o_.Word(last.begin - 1) == "as") {
      const bool nearer = IsPronoun(o_[last.begin]) || (IsName(o_, last) && !IsName(o_, first));
      return IsSomebody(o_, last) && (nearer || !IsSomebody(o_, first)) ? last : first;
    }
    const bool speaks = IsSomebody(o_, last) || o_[last.end - 1].classes.HasAny(kMaySpeak);
    return speaks && o_[last.begin - 1].Has(WordClass::kConjunction) ? last : first;
  }

  // `with Berg tweeting that it was late and asking`
  bool GoesOnWithParticiple(uint32_t i) const {
    if (cues_.empty() || i == 0 || !o_[i - 1].Has(WordClass::kConjunction)) return false;
    const Cue& cue = cues_.back();
    return cue.kind == CueKind::kParticiple && cue.begin >= Low(i) && !cue.speaker.empty();
  }

  // `The road is late, Berg said on Monday, adding …`: the verb after the clause it reports is the one that goes on.
  bool EndsWithCue(uint32_t i) const {
    constexpr uint32_t kLongestTail = 8;  // elements between the verb and the comma
    if (cues_.empty() || i == 0 || !o_[i - 1].Is(ElementKind::kComma)) return false;
    const Cue& cue = cues_.back();
    if (cue.begin < Low(i) || cue.weak || cue.speaker.empty() || cue.end + kLongestTail < i) return false;
    const uint32_t first = cue.first();
    if (first == 0 || !(o_[first - 1].Is(ElementKind::kComma) || o_[first - 1].IsQuotation())) return false;
    for (uint32_t at = cue.last(); at + 1 < i; ++at) {
      if (o_[at].Is(ElementKind::kComma)) return false;
    }
    return true;
  }

  const Outline& o_;
  std::vector<Cue>& cues_;
  std::vector<RejectedVerb>* rejected_;  // null where nobody asks
};

}  // namespace

void ReadVerb(const Outline& outline, uint32_t verb, std::vector<Cue>& cues, std::vector<RejectedVerb>* rejected) {
  VerbReader(outline, cues, rejected).Read(verb);
}

}  // namespace bylint::internal
