#include "checker/analysis/attribution_sieves.h"

#include <algorithm>

#include "checker/analysis/attribution_sieves_after.h"
#include "checker/analysis/attribution_sieves_before.h"

namespace bylint::internal {
namespace {

// How many cues of the paragraph are looked at, before or after a quotation, for one that it goes with.
constexpr size_t kFarthestCue = 64;

struct Sieve {
  std::string_view name;
  std::optional<Attribution> (*take)(const Frame&);
};

// A quotation that begins its sentence: what follows it tells most often.
constexpr Sieve kRightFirst[] = {{"label", Label},
                                 {"inverted", Inverted},
                                 {"name-said", NameThenVerb},
                                 {"credit-after", CreditAfter},
                                 {"bracket", Bracket},
                                 {"noun-after", NounAfter},
                                 {"that-was", ThatWas},
                                 {kNameAlone, NameAlone},
                                 {"dash-name", DashName},
                                 {"name-aside-said", NameThenLater},
                                 {"said-before", VerbBefore},
                                 {"credit-before", CreditBefore},
                                 {"noun-before", NounBefore},
                                 {"said-later", VerbLater},
                                 {"open-verb", OpenVerb},
                                 {"subject", Subject}};
// One that stands in the middle of a sentence, or ends it: what leads to it does.
constexpr Sieve kLeftFirst[] = {{"label", Label},
                                {"said-before", VerbBefore},
                                {"noun-before", NounBefore},
                                {"inverted", Inverted},
                                {"name-said", NameThenVerb},
                                {"credit-before", CreditBefore},
                                {"credit-after", CreditAfter},
                                {"bracket", Bracket},
                                {"noun-after", NounAfter},
                                {"said-later", VerbLater},
                                {"open-verb", OpenVerb},
                                {"subject", Subject},
                                {kNameAlone, NameAlone},
                                {"dash-name", DashName}};

// `Although Berg admitted that “it leaks,” Lee …`: the verb leads to the quotation, and a clause of its own follows.
bool EndsLeadingClause(const Frame& f) {
  const Outline& o = f.outline();
  uint32_t head = f.low();
  while (head < f.quotation() && (o.Word(head) == "but" || o.Word(head) == "and" || o.Word(head) == "even")) ++head;
  if (!o[head].Has(WordClass::kSubordinator) || o[head].Has(WordClass::kDeterminer)) return false;
  for (uint32_t i = head; i < f.quotation(); ++i) {
    if (!o[i].IsWord() && !o[i].Is(ElementKind::kNumber)) return false;
  }
  return f.CueBefore([](const Cue& cue) { return cue.kind == CueKind::kVerb && !cue.weak; }) != nullptr;
}

bool ReadsLeftFirst(const Frame& f) {
  if (f[f.quotation()].StartsSentence()) return false;
  if (f.shape().EndsWithComma()) return EndsLeadingClause(f);
  const uint32_t next = f.quotation() + 1;
  return next >= f.outline().size() || !f[next].Is(ElementKind::kComma);
}

std::optional<Attribution> Named(std::optional<Attribution> found, std::string_view sieve) {
  if (found) found->sieve = sieve;
  return found;
}

}  // namespace

std::optional<Attribution> AttributionBy(const Cue& cue) {
  if (cue.speaker.empty()) return std::nullopt;
  return Attribution{.speaker = cue.speaker, .cue_begin = cue.begin, .cue_end = cue.end};
}

std::optional<Attribution> AttributeDirectly(const Scene& scene, uint32_t quotation) {
  const Frame frame(scene, quotation);
  for (const Sieve& sieve : ReadsLeftFirst(frame) ? std::span<const Sieve>(kLeftFirst) : kRightFirst) {
    if (const auto found = sieve.take(frame)) return Named(found, sieve.name);
  }
  return std::nullopt;
}

const Cue* OrphanVerb(const Scene& scene, uint32_t quotation) {
  const Cue* cue = Frame(scene, quotation).CueAfter();
  const bool orphan = cue != nullptr && cue->kind == CueKind::kOrphan && scene.outline[quotation].StartsSentence();
  return orphan ? cue : nullptr;
}

// Berg said, “…,” Lee said: both verbs stand right beside the quotation.
std::optional<Attribution> RivalSpeaker(const Scene& scene, uint32_t quotation) {
  const Outline& o = scene.outline;
  const Frame frame(scene, quotation);
  const Cue* after = frame.CueAfter();
  if (after == nullptr || after->weak || !frame.shape().EndsWithComma()) return std::nullopt;
  if (after->kind != CueKind::kVerb && after->kind != CueKind::kInverted) return std::nullopt;
  const Cue* before = frame.CueBefore([](const Cue& c) { return c.kind == CueKind::kVerb && !c.weak; });
  if (before == nullptr || !IsName(o, before->speaker) || !IsName(o, after->speaker)) return std::nullopt;
  const bool beside = before->end == quotation || (before->end + 1 == quotation && !o[quotation - 1].IsWord());
  if (!beside || !o[before->first()].StartsSentence()) return std::nullopt;
  return AttributionBy(*before);
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
    if (const auto found = AttributionBy(cue)) return Named(found, "chain");
  }
  return std::nullopt;
}

std::optional<Attribution> AttributeForwards(const Scene& scene, uint32_t quotation) {
  const std::span<const Cue> after = CuesFrom(scene.cues, quotation);
  for (const Cue& cue : after.first(std::min(after.size(), kFarthestCue))) {
    if (cue.first() <= quotation || cue.in_brackets || cue.weak) continue;
    if (const auto found = AttributionBy(cue)) return Named(found, "forward");
  }
  return std::nullopt;
}

}  // namespace bylint::internal
