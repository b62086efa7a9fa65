// Which pairs of words are worth a look: those with nearly the same letters. In an article that is all pairs with a
// test of two bit sets; in a text with thousands of names, pairs that share a word with one letter left out.
#include "checker/analysis/names_compare.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "checker/analysis/names_silence.h"
#include "checker/base/stable_hash.h"

namespace bylint::internal {
namespace {

constexpr size_t kAllPairs = size_t{1} << 20;  // that many pairs cost a few milliseconds

// `Lugovoi`, `Lugovoy`: each is right in one scheme of transliteration.
bool AreEndingsOfSchemes(std::string_view a, std::string_view b) {
  constexpr std::string_view kEndings[] = {"oi", "oy", "ei", "ey", "ai", "ay", "iy", "ii", "yy", "yi", "ij", "yj"};
  const auto has_one = [&](std::string_view word) {
    return std::ranges::any_of(kEndings, [&](std::string_view ending) { return word.ends_with(ending); });
  };
  return a.size() > 4 && b.size() > 4 && has_one(a) && has_one(b) &&
         a.substr(0, a.size() - 2) == b.substr(0, b.size() - 2);
}

class VariantFinder {
 public:
  explicit VariantFinder(const NameTables& tables) : tables_(tables), words_(tables.words) {}

  void Run(const Earlier& earlier, std::shared_ptr<const NameFacts>& facts, std::vector<NameFault>& faults) {
    const NameFacts* before = earlier.article() == nullptr ? nullptr : earlier.article()->analysis().name_facts.get();
    if (before != nullptr && AreSame(*before, tables_, earlier)) {
      pairs_ = before->pairs;
    } else {
      Compare();
    }
    if (earlier.article() != nullptr) facts = Facts();
    if (pairs_.empty()) return;
    DropSilenced();
    KeepBest();
    for (const VariantPair& pair : pairs_) faults.push_back(FaultOf(pair));
    FindPlaces(faults);
    std::erase_if(faults, [](const NameFault& fault) { return fault.corrections.empty(); });
  }

 private:
  void Compare() {
    Collect();
    if (candidates_.size() * candidates_.size() <= kAllPairs) {
      CompareAll();
    } else {
      CompareBlocked();
    }
  }

  std::shared_ptr<const NameFacts> Facts() const {
    const std::span<const NameWord> words = words_.all();
    return std::make_shared<const NameFacts>(NameFacts{.words = {words.begin(), words.end()},
                                                       .keys = std::string(words_.keys()),
                                                       .uses = tables_.uses,
                                                       .joined = tables_.joined,
                                                       .pairs = pairs_});
  }

  // What a pair is told apart by before anything else is looked at.
  struct Candidate {
    uint32_t letters = 0;
    uint32_t size = 0;
    NameWordIndex word = kNone;
  };

  // Long enough to be compared.
  static bool IsCandidate(const NameWord& word) { return word.key_size >= 4 && word.count > 0; }

  // Those that no vocabulary knows first: of a pair one must be unknown.
  void Collect() {
    candidates_.reserve(words_.size());
    AddCandidates(false);
    unknown_ = candidates_.size();
    AddCandidates(true);
  }

  void AddCandidates(bool known) {
    for (NameWordIndex w = 0; w < words_.size(); ++w) {
      const NameWord& word = words_[w];
      if ((word.code != 0) == known && IsCandidate(word)) candidates_.push_back({word.letters, word.key_size, w});
    }
  }

  // Three letters at most that one has and the other has not.
  static bool HaveNearlyTheLetters(uint32_t a, uint32_t b) {
    uint32_t other = a ^ b;
    other &= other - 1;
    other &= other - 1;
    return (other & (other - 1)) == 0;
  }

  void CompareAll() {
    for (size_t i = 0; i < unknown_; ++i) {
      const Candidate a = candidates_[i];
      for (size_t j = i + 1; j < candidates_.size(); ++j) {
        const Candidate& b = candidates_[j];
        if (HaveNearlyTheLetters(a.letters, b.letters) && a.size + 3 - b.size <= 6) Compare(a.word, b.word);
      }
    }
  }

  void CompareBlocked() {
    absl::flat_hash_map<uint64_t, std::vector<NameWordIndex>> blocks;
    std::string rest;
    for (NameWordIndex w = 0; w < words_.size(); ++w) {
      if (!IsCandidate(words_[w])) continue;
      const std::string_view key = words_.Key(w);
      for (size_t skip = 0; skip <= key.size(); ++skip) {
        rest = key;
        if (skip < key.size()) rest.erase(skip, 1);
        std::vector<NameWordIndex>& block = blocks[StableHash(rest)];
        if (block.size() > 16 || (!block.empty() && block.back() == w)) continue;
        for (const NameWordIndex other : block) Compare(other, w);
        block.push_back(w);
      }
    }
  }

  void Compare(NameWordIndex x, NameWordIndex y) {
    if (words_[x].code != 0 && words_[y].code != 0) return;
    const bool x_is_odd = IsOdder(x, y);
    VariantPair pair{.odd = x_is_odd ? x : y, .usual = x_is_odd ? y : x, .difference = {}, .given = false};
    if (!IsWorthMeasuring(pair) || IsHyphenated(pair.odd) != IsHyphenated(pair.usual)) return;
    const int furthest = FurthestSpelling(tables_, pair.odd, pair.usual);
    if (furthest < 0) return;
    pair.difference = CompareSpelling(words_.Key(pair.odd), words_.Key(pair.usual), furthest);
    if (pair.difference.cost > furthest) return;
    if (pair.difference.how == Spelling::kAccent) {
      pairs_.push_back(pair);
      return;
    }
    if (IsOneSurname(tables_, pair.odd, pair.usual, pair.difference) ||
        IsOneWord(tables_, pair.odd, pair.usual, pair.difference)) {
      pairs_.push_back(pair);
      return;
    }
    pair.given =
        HaveSurnameInCommon(pair.odd, pair.usual) && IsOneGivenName(tables_, pair.odd, pair.usual, pair.difference);
    if (pair.given) pairs_.push_back(pair);
  }

  // The rarer one; of equals the one that nobody introduces, then the later one.
  bool IsOdder(NameWordIndex x, NameWordIndex y) const {
    const WordUse& a = tables_.uses[x];
    const WordUse& b = tables_.uses[y];
    if (words_[x].count != words_[y].count) return words_[x].count < words_[y].count;
    if ((a.surname > 0) != (b.surname > 0)) return a.surname == 0;
    return words_[x].text.begin > words_[y].text.begin;
  }

  // `Schneider-Man` for Schneiderman is a joke, no slip.
  bool IsHyphenated(NameWordIndex word) const { return words_.Key(word).find('-') != std::string_view::npos; }

  // Neither needs measuring when no evidence could follow.
  bool IsWorthMeasuring(const VariantPair& pair) const {
    const WordUse& a = tables_.uses[pair.odd];
    const WordUse& b = tables_.uses[pair.usual];
    return (a.as_surname() > 0 && b.as_surname() > 0) || (a.given > 0 && b.given > 0) ||
           (words_[pair.odd].count == 1 && words_[pair.usual].count >= 2);
  }

  bool HaveSurnameInCommon(NameWordIndex a, NameWordIndex b) const {
    const NameWordIndex surname = tables_.uses[a].surname_of_given;
    if (surname == kNone || tables_.uses[b].surname_of_given == kNone) return false;
    return tables_.uses[b].surname_of_given == surname || tables_.uses[b].other_surname_of_given == surname;
  }

  void DropSilenced() {
    const SilencedWords silenced(tables_);
    std::erase_if(pairs_, [&](const VariantPair& pair) { return silenced.Has(pair.odd) || silenced.Has(pair.usual); });
  }

  // An odd word is the spelling of one usual word, the nearest.
  void KeepBest() {
    std::ranges::sort(pairs_, [&](const VariantPair& a, const VariantPair& b) {
      if (a.odd != b.odd) return a.odd < b.odd;
      if (a.difference.cost != b.difference.cost) return a.difference.cost < b.difference.cost;
      if (words_[a.usual].count != words_[b.usual].count) return words_[a.usual].count > words_[b.usual].count;
      return a.usual < b.usual;
    });
    const auto rest = std::ranges::unique(pairs_, {}, &VariantPair::odd);
    pairs_.erase(rest.begin(), rest.end());
  }

  NameFault FaultOf(const VariantPair& pair) const {
    NameFault fault;
    fault.kind = pair.difference.how == Spelling::kAccent ? NameFaultKind::kDroppedAccent : NameFaultKind::kVariant;
    fault.how = pair.difference.how;
    fault.doubtful = AreEndingsOfSchemes(words_.Key(pair.odd), words_.Key(pair.usual));
    fault.usual = words_[pair.usual].text;
    fault.usual_count = words_[pair.usual].count;
    return fault;
  }

  // One pass for all faults: each odd word wherever it stands.
  void FindPlaces(std::vector<NameFault>& faults) const {
    absl::flat_hash_map<NameWordIndex, size_t> fault_of;
    for (size_t i = 0; i < pairs_.size(); ++i) fault_of[pairs_[i].odd] = faults.size() - pairs_.size() + i;
    const Document& document = tables_.document;
    for (const Token& token : tables_.analysis.tokens) {
      if (!token.IsWord() || !token.Has(kCapitalized)) continue;
      const auto it = fault_of.find(words_.Find(FoldedName(document.Text(token.Stem()))));
      if (it == fault_of.end()) continue;
      NameFault& fault = faults[it->second];
      fault.corrections.emplace_back(token.Stem(), InCaseOf(document.Text(fault.usual), document.Text(token.Stem())));
    }
  }

  const NameTables& tables_;
  const NameWords& words_;
  std::vector<Candidate> candidates_;
  size_t unknown_ = 0;  // candidates, the first ones, that the vocabulary lacks
  std::vector<VariantPair> pairs_;
};

}  // namespace

void FindVariants(const NameTables& tables, const Earlier& earlier, std::shared_ptr<const NameFacts>& facts,
                  std::vector<NameFault>& faults) {
  VariantFinder(tables).Run(earlier, facts, faults);
}

std::string InCaseOf(std::string_view word, std::string_view like) {
  std::string out(word);
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  if (like.size() < 3 || std::ranges::any_of(like, is_lower)) return out;
  for (char& c : out) c = static_cast<char>(is_lower(c) ? c & ~0x20 : c);
  return out;
}

}  // namespace bylint::internal
