// A name is a run of capitalised words. What the run is made of decides where the name begins and ends:
//
//   Ukrainian Foreign Minister | Dmytro Kuleba      words up to the last title are no part of the name
//   Angela Merkel's | Germany                       a possessive ends it
//   Ursula von der Leyen, Bashar al-Assad           particles may stand between capitals
//   Yet | Manafort, Supporters | Trump              at the start of a sentence a word that also occurs in lower
//                                                   case, or is in the vocabulary and no name, is no part of it
//   Pence Visits Germany Amid Talks                 in title case, capitals say nothing: there only words that are
//                                                   names elsewhere count, and unknown ones
//
// Known failure: a nickname in marks splits a name in two (`William “Skip” Smith`).
#include "checker/analysis/names_mentions.h"

#include <algorithm>

namespace bylint::internal {
namespace {

constexpr WordClasses kFunctionWord =
    WordClass::kDeterminer | WordClass::kPreposition | WordClass::kConjunction | WordClass::kSubordinator |
    WordClass::kSubjectPronoun | WordClass::kObjectPronoun | WordClass::kPossessivePronoun | WordClass::kAuxiliary |
    WordClass::kNegation | WordClass::kRelative | WordClass::kFirstPerson | WordClass::kSecondPerson;
constexpr WordClasses kNameWord = WordClass::kGivenName | WordClass::kPlace | WordClass::kOrganisation |
                                  WordClass::kOutlet | WordClass::kTitle | WordClass::kParticle;
constexpr WordClasses kBeforeTitle = WordClass::kDemonym | WordClass::kPlace | WordClass::kCommon |
                                     WordClass::kOrganisation | WordClass::kRole | WordClass::kTitle |
                                     WordClass::kAdverb | WordClass::kOutlet;
constexpr WordClasses kDescription = WordClass::kDemonym | WordClass::kRole | WordClass::kCommon | WordClass::kPlace |
                                     WordClass::kOrganisation | WordClass::kOutlet | WordClass::kTitle;
constexpr WordClasses kOnlyDescribes = WordClass::kDemonym | WordClass::kRole | WordClass::kAdverb | WordClass::kTitle;
// Titles that are also names: they end no name.
constexpr std::string_view kTitlesAsNames[] = {"king",  "bishop", "judge",   "prince",  "pope",
                                               "major", "baron",  "dean",    "duke",    "earl",
                                               "lord",  "noble",  "marshal", "sheriff", "knight"};

class MentionFinder {
 public:
  MentionFinder(const Document& document, const Analysis& analysis, FoundNames& names)
      : document_(document),
        analysis_(analysis),
        tokens_(analysis.tokens),
        words_(names.words),
        word_of_(names.word_of),
        found_(names.found) {}

  void Run() {
    if (word_of_.size() < tokens_.size()) word_of_.resize(tokens_.size());
    found_.reserve(tokens_.size() / 8);  // more than articles have; what is not used costs nothing
    for (block_ = 0; block_ < analysis_.block_tokens.size(); ++block_) {
      const TokenRange range = analysis_.block_tokens[block_];
      if (InTitleCase(range)) {
        title_case_.push_back(block_);
      } else {
        ScanBlock(range);
      }
    }
    DropSentenceStarts();
    const auto middle = static_cast<std::ptrdiff_t>(found_.size());
    for (const uint32_t block : title_case_) {
      block_ = block;
      ScanTitleCase(analysis_.block_tokens[block]);
    }
    std::ranges::inplace_merge(found_, found_.begin() + middle, {},
                               [](const FoundName& name) { return name.mention.span.begin; });
    MarkQuoted();
  }

 private:
  WordClasses Classes(TokenIndex i) const { return ClassesOf(tokens_[i]); }
  std::string_view Text(TextSpan span) const { return document_.Text(span); }

  bool IsFunctionWord(TokenIndex i) const {
    const Token& token = tokens_[i];
    if (token.Has(kAllCaps)) return false;  // US, WHO
    const WordClasses classes = ClassesOf(token);
    return classes.HasAny(kFunctionWord) && !classes.HasAny(kNameWord);
  }

  // `Israel-based`: a compound with a name in it.
  bool IsCompound(const Token& token) const {
    if (!token.Has(kHyphenated)) return false;
    const std::string_view text = Text(token.Stem());
    const size_t hyphen = text.rfind('-');
    if (hyphen == std::string_view::npos || hyphen + 1 >= text.size()) return false;
    return hyphen + 2 == text.size() || (text[hyphen + 1] >= 'a' && text[hyphen + 1] <= 'z');  // Korean-U.S.
  }

  // `al-Assad`
  bool IsPrefixed(const Token& token) const {
    if (!token.Has(kHyphenated) || token.Has(kCapitalized)) return false;
    const std::string_view text = Text(token.span);
    const size_t hyphen = text.find('-');
    return hyphen <= 3 && hyphen + 1 < text.size() && text[hyphen + 1] >= 'A' && text[hyphen + 1] <= 'Z';
  }

  bool CanName(TokenIndex i) const {
    const Token& token = tokens_[i];
    return token.IsWord() && token.Has(kCapitalized) && !token.Has(kHasDigit) && !IsCompound(token) &&
           !IsFunctionWord(i);
  }

  bool IsInitial(const Token& token) const { return token.span.size() == 1 && token.Has(kCapitalized); }

  bool InTitleCase(TokenRange range) const {
    const Block& block = document_.blocks()[block_];
    const bool heading = block.kind == BlockKind::kHeadline || block.kind == BlockKind::kHeading;
    if (!heading && (range.empty() || range.size() > 30 || tokens_[range.end - 1].IsPunctuation('.'))) return false;
    uint32_t capital = 0;
    uint32_t words = 0;
    for (TokenIndex i = range.begin; i < range.end; ++i) {
      const Token& token = tokens_[i];
      if (!token.IsWord() || token.span.size() < 4) continue;
      ++words;
      capital += token.Has(kCapitalized);
      if (capital + 1 < words) return false;
    }
    return words >= 4 && capital * 10 >= words * 8;
  }

  // The first token that may begin a name or a sentence.
  TokenIndex SkipToInterest(TokenRange range) const {
    constexpr uint16_t kOfInterest = kCapitalized | kHyphenated | kSentenceStart;
    const Token* const end = tokens_.data() + range.end;
    const Token* at = tokens_.data() + range.begin;
    while (at < end && (at->flags & kOfInterest) == 0) ++at;
    return static_cast<TokenIndex>(at - tokens_.data());
  }

  void ScanBlock(TokenRange range) {
    bool start = false;  // only function words since the sentence began
    for (TokenIndex i = range.begin;;) {
      if (!start) i = SkipToInterest({i, range.end});
      if (i >= range.end) return;
      const Token& token = tokens_[i];
      start = start || token.Has(kSentenceStart);
      if (!token.IsWord()) {
        ++i;
        continue;
      }
      if (!CanName(i) && !IsPrefixed(token)) {
        start = start && token.Has(kCapitalized);
        ++i;
        continue;
      }
      const TokenIndex end = ReadRun(i, range.end);
      SplitRun({i, end}, start);
      start = false;
      i = end;
    }
  }

  // One past the run that begins at `i`; interns its words.
  TokenIndex ReadRun(TokenIndex i, TokenIndex end) {
    Intern(i, tokens_[i].Has(kSentenceStart));
    for (;;) {
      const TokenIndex next = NextOfRun(i, end);
      if (next == i) return i + 1;
      for (TokenIndex t = i + 1; t <= next; ++t) {
        if (tokens_[t].IsWord()) Intern(t, false);
      }
      i = next;
    }
  }

  void Intern(TokenIndex i, bool sentence_start) {
    const Token& token = tokens_[i];
    const TextSpan stem = token.Stem();
    // A token that the vocabulary knows is its entry, but for possessives, kinds of apostrophes and of hyphens.
    const bool plain = token.code != 0 && token.suffix == 0 && !token.Has(kNonAscii) && !token.Has(kHyphenated);
    const NameWordIndex word =
        plain ? words_.InternPlain(stem, token.code) : words_.Intern(Text(stem), stem, token.code);
    word_of_[i] = word;
    if (!sentence_start) ++words_[word].inside;
  }

  // The token that goes on with the run after `i`, or `i` itself.
  TokenIndex NextOfRun(TokenIndex i, TokenIndex end) const {
    const Token& token = tokens_[i];
    if (token.Has(kPossessive)) return i;
    TokenIndex next = i + 1;
    if (next < end && tokens_[next].IsPunctuation('.') && !tokens_[next].Has(kSpaceBefore)) {
      if (!IsInitial(token) && !Classes(i).Has(WordClass::kAbbreviation)) return i;
      ++next;
    } else if (next < end && tokens_[next].IsPunctuation('&')) {
      ++next;
    }
    TokenIndex particle = next;
    while (particle < end && particle < next + 3 && IsLowerParticle(particle)) ++particle;
    if (particle >= end || !GoesOn(particle)) return i;
    return particle;
  }

  bool IsLowerParticle(TokenIndex i) const {
    return tokens_[i].IsWord() && !tokens_[i].Has(kCapitalized) && Classes(i).Has(WordClass::kParticle);
  }

  bool GoesOn(TokenIndex i) const {
    const Token& token = tokens_[i];
    if (token.Has(kSentenceStart) || !token.Has(kSpaceBefore)) return false;
    if (Classes(i).Has(WordClass::kCalendar)) return IsMonthAsSurname(i);
    return CanName(i) || (token.IsWord() && IsPrefixed(token));
  }

  // `Theresa May`, but `told Mark May 5 was too late`.
  bool IsMonthAsSurname(TokenIndex i) const {
    if (i == 0 || !tokens_[i].Has(kCapitalized)) return false;
    if (i + 1 < tokens_.size() && tokens_[i + 1].kind == TokenKind::kNumber) return false;
    const TokenIndex before = tokens_[i - 1].IsPunctuation('.') && i > 1 ? i - 2 : i - 1;  // `Mrs.`
    return tokens_[before].IsWord() && Classes(before).HasAny(WordClass::kGivenName | WordClass::kTitle);
  }

  bool IsTitle(TokenIndex i) const {
    if (!Classes(i).Has(WordClass::kTitle)) return false;
    return std::ranges::find(kTitlesAsNames, WordAt(tokens_[i])) == std::end(kTitlesAsNames) ||
           !tokens_[i].Has(kCapitalized) || i == 0 || !CanName(i - 1) || Classes(i - 1).HasAny(kBeforeTitle);
  }

  // Takes the name out of a run: what stands before it is a title, another name, or nothing.
  void SplitRun(TokenRange run, bool start) {
    if (BeginsWithDate(run)) ++run.begin;
    TokenIndex name = run.begin;
    TokenIndex title = run.begin;
    const bool has_title = FindTitle(run, title, name);
    if (has_title) {
      EmitBeforeTitle({run.begin, title}, start);
      Emit({name, run.end}, {title, name}, false);
      return;
    }
    if (start) name = SkipStart(run);
    if (AfterTitleOf(run.begin)) name = SkipToGivenName({name, run.end});
    const TokenIndex described = SkipDescription({name, run.end});
    EmitBeforeTitle({name, described}, false);
    name = described;
    if (name < run.end) Emit({name, run.end}, {name, name}, start && name == run.begin);
  }

  // `On Friday | Volodymyr Zelenskyy`, but `April Ryan`, `Sunday Times`, `Friday Night Lights`.
  bool BeginsWithDate(TokenRange run) const {
    const TokenIndex next = run.begin + 1;
    if (next >= run.end || !tokens_[next].IsWord()) return false;
    const WordClasses date = Classes(run.begin);
    if (!date.Has(WordClass::kCalendar) || date.Has(WordClass::kGivenName)) return false;
    return tokens_[next].code == 0 || Classes(next).HasAny(WordClass::kGivenName | WordClass::kTitle);
  }

  // The last title of the run that something follows; `title` is where the titles begin, `name` one past them.
  bool FindTitle(TokenRange run, TokenIndex& title, TokenIndex& name) const {
    for (TokenIndex i = run.end - 1; i > run.begin; --i) {
      const TokenIndex t = i - 1;
      if (!tokens_[t].IsWord() || !IsTitle(t)) continue;
      if (t > run.begin && !MayPrecedeTitle({run.begin, t})) return false;
      if (!tokens_[i].IsWord() && i + 1 == run.end) return false;
      name = tokens_[i].IsWord() ? i : i + 1;
      title = t;
      while (title > run.begin && tokens_[title - 1].IsWord() &&
             Classes(title - 1).HasAny(WordClass::kTitle | WordClass::kRole)) {
        --title;
      }
      return name < run.end;
    }
    return false;
  }

  // `Donald Trump Secretary` is two names in a row; `Zurich Mayor` is none.
  bool MayPrecedeTitle(TokenRange range) const {
    for (TokenIndex i = range.begin; i < range.end; ++i) {
      if (!tokens_[i].IsWord()) continue;
      if (Classes(i).Has(WordClass::kGivenName) && !Classes(i).HasAny(kBeforeTitle)) return false;
    }
    return true;
  }

  void EmitBeforeTitle(TokenRange range, bool start) {
    if (start && range.begin < range.end) range.begin = SkipStart(range);
    if (range.empty()) return;
    for (TokenIndex i = range.begin; i < range.end; ++i) {
      if (tokens_[i].IsWord() && !Classes(i).HasAny(kOnlyDescribes)) {
        Emit(range, {range.begin, range.begin}, false);
        return;
      }
    }
  }

  // At the start of a sentence: past the words of the vocabulary that are no names.
  TokenIndex SkipStart(TokenRange run) const {
    TokenIndex i = run.begin;
    const auto is_plain = [&](TokenIndex t) {
      const WordClasses classes = Classes(t);
      return tokens_[t].IsWord() && !tokens_[t].Has(kAllCaps) && tokens_[t].code != 0 &&
             !classes.HasAny(kNameWord | WordClass::kDemonym | WordClass::kCalendar);
    };
    while (i < run.end && is_plain(i)) ++i;
    return i;
  }

  // `Secretary of State | Hillary Clinton`: what the title is of.
  bool AfterTitleOf(TokenIndex i) const {
    return i >= 2 && tokens_[i - 1].IsWord(of_) && !tokens_[i - 1].Has(kCapitalized) &&
           Classes(i - 2).Has(WordClass::kTitle);
  }

  TokenIndex SkipToGivenName(TokenRange run) const {
    for (TokenIndex i = run.begin + 1; i + 1 < run.end; ++i) {
      if (Classes(i).Has(WordClass::kGivenName)) return i;
    }
    return run.begin;
  }

  // `Senate Majority Whip | John Cornyn`: what describes a person before a given name is no part of the name.
  TokenIndex SkipDescription(TokenRange run) const {
    for (TokenIndex i = run.begin; i + 1 < run.end; ++i) {
      if (!tokens_[i].IsWord()) return run.begin;
      if (Classes(i).Has(WordClass::kGivenName)) return i;
      if (!Classes(i).HasAny(kDescription)) return run.begin;
    }
    return run.begin;
  }

  void Emit(TokenRange range, TokenRange title, bool start) {
    while (!range.empty() && !tokens_[range.end - 1].IsWord()) --range.end;
    while (!range.empty() && !tokens_[range.begin].IsWord()) ++range.begin;
    if (range.empty()) return;
    const bool titled_month = !title.empty() && Classes(range.begin).Has(WordClass::kCalendar);  // `Mrs. May`
    if (IsNoName(range) && !titled_month) return;
    FoundName& name = found_.emplace_back();
    name.mention.block = block_;
    name.mention.tokens = range;
    name.mention.span = {tokens_[range.begin].span.begin, tokens_[range.end - 1].Stem().end};
    name.mention.sentence_start = start;
    if (!title.empty()) {
      name.traits |= kTitled;
      name.mention.title = {tokens_[title.begin].span.begin, tokens_[title.end - 1].span.end};
    }
    ReadParts(range, name);
  }

  // A lone demonym, calendar word or plain word of the vocabulary.
  bool IsNoName(TokenRange range) const {
    if (range.size() > 1) return false;
    const Token& token = tokens_[range.begin];
    if (IsInitial(token)) return true;
    const WordClasses classes = ClassesOf(token);
    if (classes.HasAny(WordClass::kDemonym | WordClass::kCalendar)) return !classes.Has(WordClass::kPlace);
    if (classes.Has(WordClass::kTitle)) return !classes.Has(WordClass::kGivenName);
    return token.code != 0 && !token.Has(kAllCaps) && !classes.HasAny(kNameWord) && token.Has(kSentenceStart);
  }

  void ReadParts(TokenRange range, FoundName& name) {
    TokenIndex last = range.end - 1;
    if (last > range.begin && Classes(last).Has(WordClass::kNameSuffix)) {
      name.traits |= kHasSuffix;
      do --last;
      while (last > range.begin && !tokens_[last].IsWord());
    }
    TokenIndex surname = last;
    while (surname > range.begin + 1 && tokens_[surname - 1].IsWord() && IsParticleOfSurname(surname - 1)) --surname;
    if (surname == range.begin + 1 && !tokens_[range.begin].Has(kCapitalized)) surname = range.begin;
    name.mention.surname = {tokens_[surname].span.begin, tokens_[last].Stem().end};
    if (surname > range.begin) {
      name.mention.given = {tokens_[range.begin].span.begin, tokens_[surname - 1].span.end};
    }
    name.surname = WordOf(last);
    if (surname > range.begin) name.given = WordOf(range.begin);
    for (TokenIndex i = range.begin; i <= last; ++i) {
      if (!tokens_[i].IsWord()) continue;
      name.words = (name.words ^ (WordOf(i) + 1)) * 0x9e3779b97f4a7c15u;
      name.words ^= name.words >> 29;
      const WordClasses classes = Classes(i);
      if (i > range.begin && i < last && IsInitial(tokens_[i])) name.traits |= kHasInitial;
      if (classes.HasAny(WordClass::kOrganisation | WordClass::kOutlet)) name.traits |= kOrganisationWord;
      if (classes.Has(WordClass::kPlace)) name.traits |= kPlaceWord;
    }
    if (Classes(range.begin).Has(WordClass::kGivenName)) name.traits |= kGivenNameWord;
    if (range.size() == 1 && tokens_[last].Has(kAllCaps)) name.traits |= kAcronym;
    if (name.given != kNone) {
      words_[name.given].slots |= name.traits & kOrganisationWord ? kSlotOther : kSlotGiven;
      words_[name.surname].slots |= name.traits & kOrganisationWord ? kSlotOther : kSlotSurname;
    } else {
      words_[name.surname].slots |= kSlotBare;
    }
    ReadContext(range, name);
  }

  bool IsParticleOfSurname(TokenIndex i) const {
    return Classes(i).Has(WordClass::kParticle) && !IsInitial(tokens_[i]);
  }

  void ReadContext(TokenRange range, FoundName& name) const {
    if (range.begin == 0) return;
    const Token& before = tokens_[range.begin - 1];
    if (before.Has(kBlockStart) && !before.IsWord()) return;
    if (before.IsWord(and_) || before.IsWord(or_)) name.traits |= kJoined;
    if (before.IsWord(the_)) name.traits |= kPluralArticle;
  }

  // REQUIRES: the token was interned.
  NameWordIndex WordOf(TokenIndex i) const { return word_of_[i]; }
  NameWordIndex Look(TokenIndex i) const { return words_.Find(FoldedName(Text(tokens_[i].Stem()))); }

  // Lines in title case: names known from the text, and words that nothing else explains.
  void ScanTitleCase(TokenRange range) {
    for (TokenIndex i = range.begin; i < range.end; ++i) {
      if (!CanName(i)) continue;
      const NameWordIndex word = Look(i);
      const uint8_t slots = word == kNone ? 0 : words_[word].slots;
      if ((slots & kSlotGiven) != 0 && i + 1 < range.end && CanName(i + 1) && tokens_[i].suffix == 0) {
        const NameWordIndex next = Look(i + 1);
        if (next != kNone && (words_[next].slots & kSlotSurname) != 0) {
          EmitFromTitleCase({i, i + 2});
          ++i;
          continue;
        }
      }
      const bool unknown = word == kNone && tokens_[i].code == 0;
      if (unknown || (slots & (kSlotSurname | kSlotBare)) != 0) EmitFromTitleCase({i, i + 1});
    }
  }

  void EmitFromTitleCase(TokenRange range) {
    for (TokenIndex i = range.begin; i < range.end; ++i) Intern(i, true);
    const size_t before = found_.size();
    Emit(range, {range.begin, range.begin}, false);
    if (found_.size() > before) found_.back().traits |= kFromHeadline;
  }

  // Takes the first word away from names at the start of a sentence when it also stands in lower case.
  void DropSentenceStarts() {
    std::vector<size_t> doubtful;
    for (size_t i = 0; i < found_.size(); ++i) {
      const Mention& mention = found_[i].mention;
      if (!mention.sentence_start || tokens_[mention.tokens.begin].code != 0) continue;
      if (words_[WordOf(mention.tokens.begin)].inside == 0) doubtful.push_back(i);
    }
    if (doubtful.empty()) return;
    for (const Token& token : tokens_) {
      if (!token.IsWord() || token.code != 0 || token.Has(kCapitalized)) continue;
      const NameWordIndex word = words_.Find(FoldedName(Text(token.Stem())));
      if (word != kNone) words_[word].lower = true;
    }
    const size_t size = found_.size();
    size_t shortened = 0;
    for (const size_t i : doubtful) {
      const TokenRange tokens = found_[i].mention.tokens;
      if (!words_[WordOf(tokens.begin)].lower) continue;
      ++shortened;
      block_ = found_[i].mention.block;
      found_[i].mention.tokens.end = tokens.begin;  // gone
      TokenIndex rest = tokens.begin + 1;
      while (rest < tokens.end && !tokens_[rest].IsWord()) ++rest;
      if (rest < tokens.end) Emit({rest, tokens.end}, {rest, rest}, false);
    }
    if (shortened == 0) return;
    std::ranges::inplace_merge(found_, found_.begin() + static_cast<std::ptrdiff_t>(size), {},
                               [](const FoundName& name) { return name.mention.span.begin; });
    std::erase_if(found_, [](const FoundName& name) { return name.mention.tokens.empty(); });
  }

  void MarkQuoted() {
    uint32_t quoted_to = 0;
    size_t q = 0;
    for (FoundName& name : found_) {
      while (q < analysis_.quotations.size() && analysis_.quotations[q].span.begin <= name.mention.span.begin) {
        quoted_to = std::max(quoted_to, analysis_.quotations[q++].span.end);
      }
      name.mention.in_quotation = name.mention.span.begin < quoted_to;
    }
  }

  const Document& document_;
  const Analysis& analysis_;
  const std::vector<Token>& tokens_;
  NameWords& words_;
  std::vector<NameWordIndex>& word_of_;
  std::vector<FoundName>& found_;
  std::vector<uint32_t> title_case_;
  uint32_t block_ = 0;
  const uint32_t and_ = FindWord("and");
  const uint32_t of_ = FindWord("of");
  const uint32_t or_ = FindWord("or");
  const uint32_t the_ = FindWord("the");
};

}  // namespace

void FoundNames::Clear() {
  words.Clear();
  found.clear();
}

void FoundNames::Trim() {
  constexpr size_t kUsualNames = size_t{1} << 12;
  if (found.capacity() > kUsualNames) *this = FoundNames();
}

void FindMentions(const Document& document, const Analysis& analysis, FoundNames& names) {
  names.Clear();
  MentionFinder(document, analysis, names).Run();
  constexpr size_t kUsualTokens = size_t{1} << 16;
  if (names.word_of.size() > kUsualTokens) names.word_of = std::vector<NameWordIndex>();
}

}  // namespace bylint::internal
