// Cues that are no verbs: nouns and their owners, credits and brackets.
#include <vector>

#include "checker/analysis/attribution_cue_readers.h"
#include "checker/analysis/attribution_verbs.h"

namespace bylint::internal {
namespace {

void AddNoun(uint32_t begin, uint32_t end, const NounPhrase& who, std::vector<Cue>& cues) {
  cues.push_back({CueKind::kNoun, begin, end, who, /*weak=*/true, /*in_brackets=*/false});
}

void AddCredit(uint32_t begin, uint32_t end, const NounPhrase& source, bool in_brackets, std::vector<Cue>& cues) {
  cues.push_back({CueKind::kCredit, begin, end, source, /*weak=*/false, in_brackets});
}

// `the words of Berg`, `a letter from Berg`
bool ReadWriter(const Outline& o, uint32_t i, std::vector<Cue>& cues) {
  if (i + 2 >= o.size()) return false;
  const bool of = o.Word(i + 1) == "of" && o.Word(i) == "words";
  if (!of && o.Word(i + 1) != "from") return false;
  const NounPhrase who = PhraseAt(o, i + 2, o.SentenceEnd(i));
  if (who.empty() || !(of || IsSomebody(o, who))) return of;
  AddNoun(i, i + 2, who, cues);
  return true;
}

bool AfterComma(const Outline& o, uint32_t i) { return i > 0 && o[i - 1].Is(ElementKind::kComma); }

void ReadCreditUpTo(const Outline& o, uint32_t i, uint32_t high, bool in_brackets, std::vector<Cue>& cues) {
  uint32_t at = i + 1;
  if (o.Word(i) == "according") {
    if (at >= high || o.Word(at) != "to") return;
    ++at;
  } else if (!in_brackets && !(i > 0 && o[i - 1].IsQuotation()) && !AfterComma(o, i)) {
    return;  // `per day`, `via satellite`
  }
  const NounPhrase source = PhraseAt(o, at, high);
  if (source.empty()) return;
  AddCredit(i, at, source, in_brackets, cues);
}

}  // namespace

void ReadNoun(const Outline& o, uint32_t i, std::vector<Cue>& cues) {
  const uint32_t low = o.SentenceBegin(i);
  if (ReadWriter(o, i, cues)) return;
  uint32_t owner = i;
  while (owner > low && i - owner < 4 && !o[owner].Has(WordClass::kDeterminer) && o[owner - 1].IsWord() &&
         !o[owner - 1].possessive && !o[owner - 1].Has(WordClass::kPossessivePronoun) &&
         !o[owner - 1].Has(WordClass::kPreposition)) {
    --owner;
  }
  if (owner == low) return;
  if (o[i - 1].IsWord() && (o[owner].Has(WordClass::kDeterminer) && o[owner].IsWord())) {
    // `Berg sent a letter`
    const NounPhrase who = ClauseSubject(o, low, owner);
    if (!who.empty() && (IsPronoun(o[who.begin]) || IsName(o, who))) AddNoun(i, i + 1, who, cues);
    return;
  }
  const Element& possessor = o[owner - 1];
  if (possessor.Has(WordClass::kPossessivePronoun) && possessor.IsWord()) {
    if (possessor.Has(WordClass::kFirstPerson) || possessor.Has(WordClass::kSecondPerson)) return;
    AddNoun(i, i + 1, {owner - 1, owner, owner - 1, owner}, cues);
  } else if (possessor.possessive) {
    const NounPhrase who = PhraseBefore(o, low, owner);
    if (!who.empty()) AddNoun(i, i + 1, who, cues);
  }
}

void ReadCredit(const Outline& outline, uint32_t credit, std::vector<Cue>& cues) {
  ReadCreditUpTo(outline, credit, outline.SentenceEnd(credit), /*in_brackets=*/false, cues);
}

void ReadBracket(const Outline& o, uint32_t open, std::vector<Cue>& cues) {
  uint32_t close = open + 1;
  while (close < o.size() && close - open < 12 && !o[close].Is(ElementKind::kClose)) ++close;
  if (close >= o.size() || !o[close].Is(ElementKind::kClose) || close == open + 1) return;
  if (o[open + 1].Has(WordClass::kCredit)) {
    ReadCreditUpTo(o, open + 1, close, /*in_brackets=*/true, cues);
    return;
  }
  bool outlet = false;
  for (uint32_t i = open + 1; i < close; ++i) outlet |= o[i].Has(WordClass::kOutlet) && o[i].capitalized;
  if (!outlet) return;
  const NounPhrase source = PhraseAt(o, open + 1, close);
  if (!source.empty() && source.end + 1 >= close) AddCredit(open + 1, open + 1, source, /*in_brackets=*/true, cues);
}

}  // namespace bylint::internal
