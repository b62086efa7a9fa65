// Compiles a list of patterns of data/copy into the arrays that a rule includes.
//
//   compile_patterns OUTPUT NAME FILE
//
// An entry is a line: where it is looked for (`paragraph`, `inline`, `amid`), a space, and an RE2 pattern. Blank lines
// and lines that start with `# ` are left out. Writes
//
//   constexpr Pattern NAME[]            the entries, in order
//   constexpr PatternHead NAMEHeads[]   the first bytes that a match of each may have, ordered by their first byte
//
// so that the program asks RE2 only where a match may begin, and compiles a pattern only when it is asked for.
#include <re2/re2.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

constexpr size_t kHeadBytes = 8;
constexpr size_t kWidestClass = 12;

// Beginning of what a pattern matches. An open one is a whole match of the part that was read, so what comes next
// goes on behind it; a closed one may be followed by anything.
struct Head {
  std::string bytes;
  bool open = true;
};
using Heads = std::vector<Head>;

void Close(Heads& heads) {
  for (Head& head : heads) head.open = false;
}

// Reads the beginning of a pattern. Knows the part of RE2's syntax that a pattern may begin with; throws
// std::string with a reason at anything else.
class HeadReader {
 public:
  explicit HeadReader(std::string_view pattern) : pattern_(pattern) {}

  Heads Read() {
    Heads heads = Alternatives();
    if (at_ != pattern_.size()) throw std::string("`)` without `(`");
    return heads;
  }

 private:
  bool More() const { return at_ < pattern_.size(); }
  bool Take(char c) {
    if (!More() || pattern_[at_] != c) return false;
    ++at_;
    return true;
  }
  char Next() {
    if (!More()) throw std::string("the pattern ends too early");
    return pattern_[at_++];
  }

  Heads Alternatives() {
    Heads all = Sequence();
    while (Take('|')) {
      Heads more = Sequence();
      all.insert(all.end(), more.begin(), more.end());
    }
    return all;
  }

  Heads Sequence() {
    Heads heads = {Head{}};
    while (More() && pattern_[at_] != '|' && pattern_[at_] != ')') {
      Heads piece = Piece();
      heads = Join(heads, piece);
    }
    return heads;
  }

  static Heads Join(const Heads& heads, const Heads& piece) {
    Heads joined;
    for (const Head& head : heads) {
      if (!head.open || head.bytes.size() >= kHeadBytes) {
        joined.push_back(head);
        continue;
      }
      for (const Head& next : piece) joined.push_back({head.bytes + next.bytes, next.open});
    }
    return joined;
  }

  Heads Piece() {
    Heads heads = Atom();
    if (Take('?')) {
      heads.push_back(Head{});
    } else if (Take('*')) {
      Close(heads);
      heads.push_back(Head{});
    } else if (Take('+')) {
      Close(heads);
    } else if (Take('{')) {
      const bool may_miss = Next() == '0';
      while (Next() != '}') {
      }
      Close(heads);
      if (may_miss) heads.push_back(Head{});
    }
    return heads;
  }

  Heads Atom() {
    const char c = Next();
    switch (c) {
      case '(':
        return Group();
      case '[':
        return Class();
      case '\\':
        return Escape();
      case '.':
        return {Head{.bytes = {}, .open = false}};
      case '^':
      case '$':
        return {Head{}};
      default:
        return {Head{.bytes = {c}}};
    }
  }

  Heads Group() {
    if (Take('?')) {
      while (Next() != ':') {
      }
    }
    Heads heads = Alternatives();
    if (!Take(')')) throw std::string("`(` without `)`");
    return heads;
  }

  Heads Class() {
    const bool negated = Take('^');
    Heads heads;
    for (bool first = true; first || !Take(']'); first = false) {
      char c = Next();
      if (c == '\\') {
        const Heads escaped = Escape();
        heads.insert(heads.end(), escaped.begin(), escaped.end());
      } else if (More() && pattern_[at_] == '-' && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != ']') {
        ++at_;
        for (const char last = Next(); c != last; ++c) heads.push_back({.bytes = {c}});
        heads.push_back({.bytes = {c}});
      } else {
        heads.push_back({.bytes = {c}});
      }
    }
    const auto is_wide = [](const Head& head) { return static_cast<unsigned char>(head.bytes[0]) >= 0x80; };
    // The bytes of a character beyond ASCII stand apart here; its first one is enough.
    // And what follows a letter of any kind would multiply the heads for little.
    if (heads.size() > kWidestClass || std::ranges::any_of(heads, is_wide)) Close(heads);
    if (negated) heads = {Head{.bytes = {}, .open = false}};
    return heads;
  }

  Heads Escape() {
    const char c = Next();
    if (c == 'b') return {Head{}};
    if (c == 'n') return {Head{.bytes = "\n"}};
    if (c == 'd') {
      Heads digits;
      for (char digit = '0'; digit <= '9'; ++digit) digits.push_back({.bytes = {digit}});
      return digits;
    }
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) throw "cannot tell how `\\" + std::string(1, c) + "` begins";
    return {Head{.bytes = {c}}};
  }

  std::string_view pattern_;
  size_t at_ = 0;
};

// `bytes` in the form that heads are compared in: little-endian, with the bit of small letters set in each byte.
std::pair<uint64_t, uint64_t> Packed(std::string_view bytes) {
  uint64_t value = 0;
  uint64_t mask = 0;
  for (size_t i = 0; i < std::min(bytes.size(), kHeadBytes); ++i) {
    value |= uint64_t{static_cast<unsigned char>(bytes[i]) | 0x20u} << 8 * i;
    mask |= uint64_t{0xFF} << 8 * i;
  }
  return {value, mask};
}

struct PackedHead {
  uint64_t bytes;
  uint64_t mask;
  size_t entry;
  auto Order() const { return std::tuple(mask, bytes, entry); }
};

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 4) {
    std::cerr << "usage: compile_patterns OUTPUT NAME FILE\n";
    return 2;
  }
  const std::string file = argv[3];
  std::ifstream in(file);
  std::ofstream out(argv[1]);
  std::vector<PackedHead> heads;
  out << "constexpr Pattern " << argv[2] << "[] = {\n";
  size_t number = 0;
  size_t entries = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.starts_with("# ") || line == "#") continue;
    const auto fail = [&](std::string_view reason) {
      throw file + ":" + std::to_string(number) + ": " + std::string(reason);
    };
    const size_t space = line.find(' ');
    const std::string where = line.substr(0, space);
    const std::string pattern = line.substr(space + 1);
    if (where != "paragraph" && where != "inline" && where != "amid") fail("starts with no place to look");
    const re2::RE2 compiled(pattern, re2::RE2::Quiet);
    if (!compiled.ok()) fail(compiled.error());
    Heads begins;
    try {
      begins = HeadReader(pattern).Read();
    } catch (const std::string& reason) {
      fail(reason);
    }
    for (const Head& head : begins) {
      if (head.bytes.empty()) fail("may begin with anything; it would be asked for everywhere");
      const auto [bytes, mask] = Packed(head.bytes);
      heads.push_back({bytes, mask, entries});
    }
    out << "    {PatternPlace::k" << static_cast<char>(std::toupper(where[0])) << where.substr(1) << ", R\"entry("
        << pattern << ")entry\"},\n";
    ++entries;
  }
  out << "};\nconstexpr PatternHead " << argv[2] << "Heads[] = {\n" << std::hex;
  std::ranges::sort(heads, {}, &PackedHead::Order);
  const auto [first, last] = std::ranges::unique(heads, {}, &PackedHead::Order);
  heads.erase(first, last);
  for (const PackedHead& head : heads)
    out << "    {0x" << head.bytes << ", 0x" << head.mask << ", " << std::dec << head.entry << std::hex << "},\n";
  out << "};\n";
  if (in.bad() || !out.flush()) throw file + ": cannot be compiled";
  return 0;
} catch (const std::string& reason) {
  std::cerr << "compile_patterns: " << reason << "\n";
  return 1;
}
