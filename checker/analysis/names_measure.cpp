// Plain edit distance treats `Viguerie`/`Vigurie` and `Obama`/`Osama` alike. Slips of the hand and differences of
// transliteration cost less here: letters changed in order, doubled ones, vowels for vowels, `ph` for `f`.
#include "checker/analysis/names_measure.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "checker/base/utf8.h"

namespace bylint::internal {
namespace {

constexpr uint32_t kMaxLetters = 48;

constexpr int kAccent = 1;
constexpr int kJoint = 2;      // apostrophe, hyphen
constexpr int kSameSound = 3;  // `c` for `k`, `ph` for `f`
constexpr int kDoubling = 3;
constexpr int kBreath = 4;  // `h` after a consonant
constexpr int kVowel = 5;
constexpr int kTransposition = 6;
constexpr int kNeighbour = 7;    // beside it on the keyboard
constexpr int kFirstLetter = 5;  // on top

// What one step of an alignment costs, and what kind of difference it is.
struct Step {
  int16_t cost;
  Spelling how;
};

// A word by letters, with what depends on this word alone. Not initialized beyond `size`.
struct Letters {
  char32_t value[kMaxLetters];
  char base[kMaxLetters];         // without accents; 0 for what is no Latin letter
  uint8_t letter[kMaxLetters];    // of `base`: 'a' is 0; kNoLetter for all else
  uint32_t digraph[kMaxLetters];  // the letters that may stand for this one and the one before: bit of each
  Step extra[kMaxLetters];        // for leaving it out
  uint32_t size = 0;
};

// The letter under an accent, by its first canonical decomposition.
char BaseOf(char32_t c) {
  if (c < 0x80) return static_cast<char>(c);
  switch (c) {
    case 0xF8:
      return 'o';  // ø
    case 0x142:
      return 'l';  // ł
    case 0x111:
      return 'd';  // đ
    case 0x131:
      return 'i';  // ı
    default:
      break;
  }
  utf8proc_int32_t parts[8];
  int boundary = 0;
  const utf8proc_ssize_t count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 8, UTF8PROC_DECOMPOSE, &boundary);
  return count >= 1 && count <= 8 && parts[0] < 0x80 ? static_cast<char>(parts[0]) : '\0';
}

constexpr bool IsVowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }
constexpr bool IsConsonant(char c) { return c >= 'a' && c <= 'z' && !IsVowel(c); }
constexpr bool IsJoint(char c) { return c == '\'' || c == '-' || c == '.'; }

constexpr uint32_t kNoLetter = 26;
constexpr uint32_t kLetters = kNoLetter + 1;
constexpr uint32_t LetterOf(char c) { return c >= 'a' && c <= 'z' ? static_cast<uint32_t>(c - 'a') : kNoLetter; }

// Letters that languages write for one sound.
constexpr bool SoundAlike(char a, char b) {
  constexpr std::string_view kPairs[] = {"ck", "kq", "cq", "sz", "vw", "iy", "ij", "jy", "uw", "cs", "fv"};
  for (const std::string_view pair : kPairs) {
    if ((a == pair[0] && b == pair[1]) || (a == pair[1] && b == pair[0])) return true;
  }
  return false;
}

constexpr bool AreNeighbours(char a, char b) {
  constexpr std::string_view kRows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  for (const std::string_view row : kRows) {
    const size_t i = row.find(a);
    if (i == std::string_view::npos) continue;
    return (i > 0 && row[i - 1] == b) || (i + 1 < row.size() && row[i + 1] == b);
  }
  return false;
}

constexpr Step SubstituteLetters(char x, char y) {
  if (SoundAlike(x, y)) return {kSameSound, Spelling::kTransliteration};
  if (IsVowel(x) && IsVowel(y)) return {kVowel, Spelling::kVowel};
  if (AreNeighbours(x, y)) return {kNeighbour, Spelling::kOtherLetter};
  return {kPlainEdit, Spelling::kOtherLetter};
}

// Two letters here for one there.
struct Digraph {
  char first, second, letter;
};
constexpr Digraph kDigraphs[] = {{'p', 'h', 'f'}, {'c', 'k', 'k'}, {'k', 's', 'x'}, {'o', 'u', 'u'}, {'o', 'o', 'u'},
                                 {'i', 'y', 'y'}, {'e', 'y', 'y'}, {'i', 'y', 'i'}, {'y', 'i', 'i'}, {'k', 'h', 'h'},
                                 {'i', 'e', 'y'}, {'e', 'e', 'i'}, {'c', 'h', 'k'}, {'k', 'h', 'k'}, {'t', 's', 'c'},
                                 {'q', 'u', 'k'}, {'a', 'e', 'a'}, {'o', 'e', 'o'}, {'u', 'e', 'u'}, {'s', 's', 'z'},
                                 {'t', 'z', 'z'}, {'c', 's', 's'}, {'a', 'a', 'a'}, {'d', 'j', 'j'}, {'g', 'h', 'g'}};

// The above, by letters.
struct Tables {
  Step substitute[kLetters][kLetters];
  uint32_t digraph[kLetters][kLetters];  // bits of the letters that two letters may stand for
};

constexpr Tables MakeTables() {
  Tables tables{};
  for (uint32_t x = 0; x < kLetters; ++x) {
    for (uint32_t y = 0; y < kLetters; ++y) {
      tables.substitute[x][y] = x == kNoLetter || y == kNoLetter
                                    ? Step{kPlainEdit, Spelling::kOtherLetter}
                                    : SubstituteLetters(static_cast<char>('a' + x), static_cast<char>('a' + y));
    }
  }
  for (const auto& [first, second, letter] : kDigraphs) {
    tables.digraph[LetterOf(first)][LetterOf(second)] |= 1u << LetterOf(letter);
  }
  return tables;
}
constexpr Tables kTables = MakeTables();

// A letter of `word` that the other spelling lacks.
Step ExtraAt(const Letters& word, uint32_t i) {
  const char x = word.base[i];
  if (IsJoint(x)) return {kJoint, Spelling::kTransliteration};
  if ((i > 0 && word.base[i - 1] == x) || (i + 1 < word.size && word.base[i + 1] == x)) {
    return {kDoubling, Spelling::kDoubled};
  }
  if (x == 'h' && i > 0 && IsConsonant(word.base[i - 1])) return {kBreath, Spelling::kTransliteration};
  return {kPlainEdit, Spelling::kDropped};
}

bool Read(std::string_view word, Letters& letters) {
  for (size_t i = 0; i < word.size();) {
    const CodePoint c = DecodeUtf8(word, i);
    i += c.size;
    if (letters.size == kMaxLetters) return false;
    letters.value[letters.size] = c.value;
    letters.base[letters.size++] = BaseOf(c.value);
  }
  for (uint32_t i = 0; i < letters.size; ++i) {
    letters.letter[i] = static_cast<uint8_t>(LetterOf(letters.base[i]));
    letters.digraph[i] = i == 0 ? 0 : kTables.digraph[letters.letter[i - 1]][letters.letter[i]];
    letters.extra[i] = ExtraAt(letters, i);
  }
  return true;
}

class Aligner {
 public:
  Aligner(const Letters& a, const Letters& b) : a_(a), b_(b) {}

  SpellingDifference Run(int limit) {
    if (!Fill(limit)) return {};
    return Trace();
  }

 private:
  struct Cell {  // not initialized: only the corner that the two words need is used
    int16_t cost;
    int16_t step;
    uint8_t back_a;  // letters of `a` and `b` that the last step took
    uint8_t back_b;
    Spelling how;
  };

  Cell* Row(uint32_t i) { return cells_.data() + i * (kMaxLetters + 1); }
  Cell& At(uint32_t i, uint32_t j) { return Row(i)[j]; }

  // False when the words are farther apart than `limit`. A step passes over one row at most, so that two rows in
  // turn above the limit say so.
  bool Fill(int limit) {
    int row_before = 0;
    for (uint32_t i = 0; i <= a_.size; ++i) {
      int row = kFarApart;
      for (uint32_t j = 0; j <= b_.size; ++j) row = std::min<int>(row, FillCell(i, j));
      if (row > limit && row_before > limit) return false;
      row_before = row;
    }
    return At(a_.size, b_.size).cost <= limit;
  }

  int16_t FillCell(uint32_t i, uint32_t j) {
    Cell best = {kFarApart, 0, 0, 0, Spelling::kOtherLetter};
    const auto try_step = [&](uint32_t da, uint32_t db, Step step) {
      if (step.cost > kAccent && i == da && j == db) step.cost += kFirstLetter;
      const int total = Row(i - da)[j - db].cost + step.cost;
      if (total >= best.cost) return;
      best = {static_cast<int16_t>(total), step.cost, static_cast<uint8_t>(da), static_cast<uint8_t>(db), step.how};
    };
    if (i + j == 0) best.cost = 0;
    if (i > 0 && j > 0) try_step(1, 1, Substitute(i - 1, j - 1));
    if (i > 0) try_step(1, 0, a_.extra[i - 1]);
    if (j > 0) try_step(0, 1, b_.extra[j - 1]);
    if (i > 1 && j > 1 && a_.value[i - 1] == b_.value[j - 2] && a_.value[i - 2] == b_.value[j - 1] &&
        a_.value[i - 1] != a_.value[i - 2]) {
      try_step(2, 2, {kTransposition, Spelling::kTransposed});
    }
    if (i > 1 && j > 0 && (a_.digraph[i - 1] >> b_.letter[j - 1] & 1) != 0) {
      try_step(2, 1, {kSameSound, Spelling::kTransliteration});
    }
    if (i > 0 && j > 1 && (b_.digraph[j - 1] >> a_.letter[i - 1] & 1) != 0) {
      try_step(1, 2, {kSameSound, Spelling::kTransliteration});
    }
    At(i, j) = best;
    return best.cost;
  }

  Step Substitute(uint32_t i, uint32_t j) const {
    if (a_.value[i] == b_.value[j]) return {0, Spelling::kOtherLetter};
    if (a_.base[i] != 0 && a_.base[i] == b_.base[j]) return {kAccent, Spelling::kAccent};
    return kTables.substitute[a_.letter[i]][b_.letter[j]];
  }

  SpellingDifference Trace() {
    SpellingDifference difference{.cost = At(a_.size, b_.size).cost};
    int worst = 0;
    for (uint32_t i = a_.size, j = b_.size; i + j > 0;) {
      const Cell& cell = At(i, j);
      if (cell.step > 0) {
        ++difference.edits;
        if (i == a_.size && j == b_.size && cell.how != Spelling::kDoubled && cell.how != Spelling::kTransposed &&
            cell.how != Spelling::kAccent) {
          difference.at_end = true;
        }
        if (i == cell.back_a && j == cell.back_b && cell.how != Spelling::kAccent) difference.at_start = true;
        if (cell.step > worst) {
          worst = cell.step;
          difference.how = cell.how;
        }
      }
      i -= cell.back_a;
      j -= cell.back_b;
    }
    return difference;
  }

  const Letters& a_;
  const Letters& b_;
  std::array<Cell, (kMaxLetters + 1) * (kMaxLetters + 1)> cells_;
};

}  // namespace

SpellingDifference CompareSpelling(std::string_view a, std::string_view b, int limit) {
  Letters x;
  Letters y;
  if (!Read(a, x) || !Read(b, y)) return {};
  return Aligner(x, y).Run(limit);
}

}  // namespace bylint::internal
