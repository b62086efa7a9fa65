// A quotation with what stands round it: the words beside its marks, and the cues of its paragraph. The sieves read it.
#pragma once

#include "checker/analysis/attribution_sieves.h"

namespace bylint::internal {

// The cues that begin at `element` or later.
std::span<const Cue> CuesFrom(std::span<const Cue> cues, uint32_t element);

// O(1) to make; what it is asked takes time in the sentence of the quotation, or in the cues of it.
class Frame {
 public:
  Frame(const Scene& scene, uint32_t quotation)
      : o_(scene.outline), cues_(scene.cues), q_(quotation), shape_(o_.Shape(quotation)) {}

  const Outline& outline() const { return o_; }
  uint32_t quotation() const { return q_; }
  const QuotationShape& shape() const { return shape_; }
  const Element& operator[](uint32_t i) const { return o_[i]; }

  // Where the sentence of the quotation begins, and the element after its last.
  uint32_t low() const { return o_.SentenceBegin(q_); }
  uint32_t high() const { return o_.SentenceEnd(q_); }
  // First element after the quotation that is no comma or dash.
  uint32_t after() const { return after_; }
  bool HasAfter() const { return after_ < o_.size(); }
  // ... is part of the sentence with the quotation for certain.
  bool GoesOn() const { return HasAfter() && !o_[after_].StartsSentence(); }
  // ... may begin a sentence of its own: `“Really?” Berg asked.`
  bool HasSoftBreak() const { return HasAfter() && o_[after_].before == Break::kSoft; }

  // The cues that begin at `element` or later.
  std::span<const Cue> Onwards(uint32_t element) const { return CuesFrom(cues_, element); }
  // The cue that begins right after the quotation, but for adverbs. Or nullptr.
  const Cue* CueAfter() const;
  // The last cue before the quotation in its sentence that `accept` takes. Or nullptr.
  template <typename Accept>
  const Cue* CueBefore(Accept accept) const;
  // `Berg said she hopes …`: the outer verb counts, since the inner clause is part of what she says.
  const Cue* Outer(const Cue* inner) const;
  // Nothing but addressee, time and place follows the verb, so the sentence says nothing of its own.
  bool OnlyAttributes(const Cue& cue) const;

 private:
  uint32_t AfterMarks() const;
  bool LeadsIn(const Cue& cue) const;
  bool IsInAside(const Cue& outer, const Cue& inner) const;
  bool IsInDescription(const Cue& inner) const;
  bool Coordinated(uint32_t begin, uint32_t end) const;

  const Outline& o_;
  std::span<const Cue> cues_;
  uint32_t q_;
  const QuotationShape& shape_;
  uint32_t after_ = AfterMarks();
};

template <typename Accept>
const Cue* Frame::CueBefore(Accept accept) const {
  for (size_t i = cues_.size() - Onwards(q_).size(); i-- > 0;) {
    const Cue& cue = cues_[i];
    if (cue.begin < low()) return nullptr;
    if (accept(cue) && !cue.speaker.empty() && cue.last() <= q_ && !LeadsIn(cue)) return &cue;
  }
  return nullptr;
}

}  // namespace bylint::internal
