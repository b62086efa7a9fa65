#include "checker/analysis/attribution_people.h"

#include <algorithm>

#include "checker/analysis/attribution_persons.h"

namespace bylint::internal {
namespace {

constexpr MentionIndex kFarthestMention = 60;  // mentions looked back for a pronoun or a role
constexpr uint32_t kFarthestBlock = 6;

class Resolver {
 public:
  explicit Resolver(Analysis& analysis) : a_(analysis) {}

  void Run() {
    TextSpan last_span;
    PersonIndex last_person = kNone;
    for (Quotation& quotation : a_.quotations) {
      if (!quotation.has_speaker()) continue;
      // A chain of quotations has one speaker.
      if (quotation.speaker.span != last_span) last_person = Resolve(quotation.speaker.span);
      last_span = quotation.speaker.span;
      quotation.speaker.person = last_person;
    }
  }

 private:
  PersonIndex Resolve(TextSpan span) const {
    const auto after =
        std::ranges::lower_bound(a_.mentions, span.end, {}, [](const Mention& m) { return m.span.begin; });
    const auto index = static_cast<MentionIndex>(after - a_.mentions.begin());
    if (index > 0 && a_.mentions[index - 1].span.Overlaps(span)) return a_.mentions[index - 1].person;
    const std::span<const Token> tokens = TokensFrom(a_.tokens, span.begin);
    if (tokens.empty()) return kNone;
    const WordClasses classes = ClassesOf(tokens.front());
    if (classes.Has(WordClass::kRelative)) return ResolveRelative(index, span);
    if (classes.Has(WordClass::kSubjectPronoun) && tokens.front().span.end == span.end) {
      return ResolvePronoun(index, BlockOf(span), GenderOf(classes));
    }
    if (!classes.Has(WordClass::kDeterminer) && !classes.Has(WordClass::kPossessivePronoun)) return kNone;
    size_t last = 0;
    while (last + 1 < tokens.size() && tokens[last + 1].span.end <= span.end) ++last;
    const Token& head = tokens[last];
    return ClassesOf(head).Has(WordClass::kRole) ? ResolveRole(index, BlockOf(span), head.code) : kNone;
  }

  // `Berg, who resigned in May`: the name right before.
  PersonIndex ResolveRelative(MentionIndex before, TextSpan relative) const {
    constexpr uint32_t kFarthestName = 80;  // bytes between the name and `who`
    if (before == 0 || a_.mentions[before - 1].span.end + kFarthestName < relative.begin) return kNone;
    return a_.mentions[before - 1].person;
  }

  // Block of the last mention before `span`'s place would do; the quotation tables know it exactly.
  uint32_t BlockOf(TextSpan span) const {
    const auto block = std::ranges::upper_bound(a_.block_tokens, span.begin, {}, [&](const TokenRange& range) {
      return range.begin < a_.tokens.size() ? a_.tokens[range.begin].span.begin : UINT32_MAX;
    });
    return static_cast<uint32_t>(block - a_.block_tokens.begin()) - 1;
  }

  bool IsCandidate(const Mention& mention, uint32_t block) const {
    return !mention.in_quotation && mention.person != kNone && mention.block + kFarthestBlock >= block &&
           a_.people[mention.person].kind == NameKind::kPerson;
  }

  // The last person who begins a sentence, else the last one at all, of that gender.
  PersonIndex ResolvePronoun(MentionIndex before, uint32_t block, Gender gender) const {
    if (gender == Gender::kUnknown) return kNone;
    PersonIndex any = kNone;
    for (MentionIndex i = before; i-- > 0 && before - i < kFarthestMention;) {
      const Mention& mention = a_.mentions[i];
      if (!IsCandidate(mention, block)) continue;
      const Gender theirs = GenderOf(a_, mention.person);
      if (theirs != Gender::kUnknown && theirs != gender) continue;
      if (mention.sentence_start || mention.block + 1 < block) return any == kNone ? mention.person : any;
      if (any == kNone) any = mention.person;
    }
    return any;
  }

  // The last person who was introduced with that role: `Anna Berg, the mayor,` or `Mayor Anna Berg`.
  PersonIndex ResolveRole(MentionIndex before, uint32_t block, uint32_t role) const {
    for (MentionIndex i = before; i-- > 0 && before - i < kFarthestMention;) {
      const Mention& mention = a_.mentions[i];
      if (IsCandidate(mention, block) && HasRole(mention, role)) return mention.person;
    }
    return kNone;
  }

  bool HasRole(const Mention& mention, uint32_t role) const {
    constexpr TokenIndex kReach = 8;
    const TokenIndex first = mention.tokens.begin - std::min<TokenIndex>(mention.tokens.begin, 4);
    for (TokenIndex i = first; i < mention.tokens.begin; ++i) {
      if (a_.tokens[i].IsWord(role)) return true;
    }
    TokenIndex i = mention.tokens.end;
    if (i >= a_.tokens.size() || !a_.tokens[i].IsPunctuation(',')) return false;
    for (const TokenIndex end = std::min<TokenIndex>(static_cast<TokenIndex>(a_.tokens.size()), i + kReach);
         ++i < end;) {
      if (a_.tokens[i].kind == TokenKind::kPunctuation) return false;
      if (a_.tokens[i].IsWord(role)) return true;
    }
    return false;
  }

  Analysis& a_;
};

}  // namespace

void ResolveSpeakers(Analysis& analysis) { Resolver(analysis).Run(); }

}  // namespace bylint::internal
