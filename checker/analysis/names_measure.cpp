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

struct Letters {
  std::array<char32_t, kMaxLetters> value;
  std::array<char, kMaxLetters> base;  // without accents; 0 for what is no Latin letter
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

bool Read(std::string_view word, Letters& letters) {
  for (size_t i = 0; i < word.size();) {
    const CodePoint c = DecodeUtf8(word, i);
    i += c.size;
    if (letters.size == kMaxLetters) return false;
    letters.value[letters.size] = c.value;
    letters.base[letters.size++] = BaseOf(c.value);
  }
  return true;
}

bool IsVowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }
bool IsConsonant(char c) { return c >= 'a' && c <= 'z' && !IsVowel(c); }
bool IsJoint(char c) { return c == '\'' || c == '-' || c == '.'; }

// Letters that languages write for one sound.
bool SoundAlike(char a, char b) {
  constexpr std::string_view kPairs[] = {"ck", "kq", "cq", "sz", "vw", "iy", "ij", "jy", "uw", "cs", "fv"};
  for (const std::string_view pair : kPairs) {
    if ((a == pair[0] && b == pair[1]) || (a == pair[1] && b == pair[0])) return true;
  }
  return false;
}

bool AreNeighbours(char a, char b) {
  constexpr std::string_view kRows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  for (const std::string_view row : kRows) {
    const size_t i = row.find(a);
    if (i == std::string_view::npos) continue;
    return (i > 0 && row[i - 1] == b) || (i + 1 < row.size() && row[i + 1] == b);
  }
  return false;
}

struct Step {
  int cost = 0;
  Spelling how = Spelling::kOtherLetter;
};

Step Substitute(const Letters& a, uint32_t i, const Letters& b, uint32_t j) {
  const char x = a.base[i];
  const char y = b.base[j];
  if (x != 0 && x == y) return {kAccent, Spelling::kAccent};
  if (SoundAlike(x, y)) return {kSameSound, Spelling::kTransliteration};
  if (IsVowel(x) && IsVowel(y)) return {kVowel, Spelling::kVowel};
  if (AreNeighbours(x, y)) return {kNeighbour, Spelling::kOtherLetter};
  return {kPlainEdit, Spelling::kOtherLetter};
}

// A letter of `word` that the other spelling lacks.
Step Extra(const Letters& word, uint32_t i) {
  const char x = word.base[i];
  if (IsJoint(x)) return {kJoint, Spelling::kTransliteration};
  if ((i > 0 && word.base[i - 1] == x) || (i + 1 < word.size && word.base[i + 1] == x)) {
    return {kDoubling, Spelling::kDoubled};
  }
  if (x == 'h' && i > 0 && IsConsonant(word.base[i - 1])) return {kBreath, Spelling::kTransliteration};
  return {kPlainEdit, Spelling::kDropped};
}

// Two letters here for one there.
bool IsDigraphFor(char first, char second, char letter) {
  struct Digraph {
    char first, second, letter;
  };
  constexpr Digraph kDigraphs[] = {{'p', 'h', 'f'}, {'c', 'k', 'k'}, {'k', 's', 'x'}, {'o', 'u', 'u'}, {'o', 'o', 'u'},
                                   {'i', 'y', 'y'}, {'e', 'y', 'y'}, {'i', 'y', 'i'}, {'y', 'i', 'i'}, {'k', 'h', 'h'},
                                   {'i', 'e', 'y'}, {'e', 'e', 'i'}, {'c', 'h', 'k'}, {'k', 'h', 'k'}, {'t', 's', 'c'},
                                   {'q', 'u', 'k'}, {'a', 'e', 'a'}, {'o', 'e', 'o'}, {'u', 'e', 'u'}, {'s', 's', 'z'},
                                   {'t', 'z', 'z'}, {'c', 's', 's'}, {'a', 'a', 'a'}, {'d', 'j', 'j'}, {'g', 'h', 'g'}};
  return std::ranges::any_of(
      kDigraphs, [&](const Digraph& d) { return d.first == first && d.second == second && d.letter == letter; });
}

class Aligner {
 public:
  Aligner(const Letters& a, const Letters& b) : a_(a), b_(b) {}

  SpellingDifference Run() {
    Fill();
    return Trace();
  }

 private:
  struct Cell {  // not initialized: only the corner that the two words need is used
    int16_t cost;
    uint8_t back_a;  // letters of `a` and `b` that the last step took
    uint8_t back_b;
    int16_t step;
    Spelling how;
  };

  Cell& At(uint32_t i, uint32_t j) { return cells_[i * (kMaxLetters + 1) + j]; }

  void Fill() {
    At(0, 0) = {0, 0, 0, 0, Spelling::kOtherLetter};
    for (uint32_t i = 0; i <= a_.size; ++i) {
      for (uint32_t j = 0; j <= b_.size; ++j) {
        if (i + j > 0) FillCell(i, j);
      }
    }
  }

  void FillCell(uint32_t i, uint32_t j) {
    Cell& cell = At(i, j);
    cell = {kFarApart, 0, 0, 0, Spelling::kOtherLetter};
    if (i > 0 && j > 0) {
      const bool same = a_.value[i - 1] == b_.value[j - 1];
      Try(i, j, 1, 1, same ? Step{} : Substitute(a_, i - 1, b_, j - 1));
    }
    if (i > 0) Try(i, j, 1, 0, Extra(a_, i - 1));
    if (j > 0) Try(i, j, 0, 1, Extra(b_, j - 1));
    if (i > 1 && j > 1 && a_.value[i - 1] == b_.value[j - 2] && a_.value[i - 2] == b_.value[j - 1] &&
        a_.value[i - 1] != a_.value[i - 2]) {
      Try(i, j, 2, 2, {kTransposition, Spelling::kTransposed});
    }
    if (i > 1 && j > 0 && IsDigraphFor(a_.base[i - 2], a_.base[i - 1], b_.base[j - 1])) {
      Try(i, j, 2, 1, {kSameSound, Spelling::kTransliteration});
    }
    if (i > 0 && j > 1 && IsDigraphFor(b_.base[j - 2], b_.base[j - 1], a_.base[i - 1])) {
      Try(i, j, 1, 2, {kSameSound, Spelling::kTransliteration});
    }
  }

  void Try(uint32_t i, uint32_t j, uint32_t da, uint32_t db, Step step) {
    int cost = step.cost;
    if (cost > kAccent && (i == da || j == db) && i - da == 0 && j - db == 0) cost += kFirstLetter;
    Cell& cell = At(i, j);
    const int total = At(i - da, j - db).cost + cost;
    if (total >= cell.cost) return;
    cell = {static_cast<int16_t>(total), static_cast<uint8_t>(da), static_cast<uint8_t>(db), static_cast<int16_t>(cost),
            step.how};
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

SpellingDifference CompareSpelling(std::string_view a, std::string_view b) {
  Letters x;
  Letters y;
  if (!Read(a, x) || !Read(b, y)) return {};
  return Aligner(x, y).Run();
}

}  // namespace bylint::internal
