// Tokens are what the later passes see instead of bytes, so the awkward cases of news copy are decided here:
//
//   he's, students’      an apostrophe between letters belongs to the word; any other is a mark token
//   U.S., a.m., J.K.     single letters with full stops are one word
//   Politico.com         a name with a well-known ending is one word; with a path it is opaque
//   4,078 / 10:30 / 21st one number
//
// Plain words are found in a map of 64 bytes, one after another. Other ASCII is decided by a table of 256 entries,
// other code points by utf8proc's category, once each.
#include "checker/analysis/tokens.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <bit>
#include <span>
#include <string_view>

#include "checker/analysis/vocabulary_batch.h"
#include "checker/base/letter_map.h"
#include "checker/base/utf8.h"

namespace bylint::internal {
namespace {

enum class ByteClass : uint8_t { kSpace, kLower, kUpper, kDigit, kMark, kPunctuation, kNonAscii };

constexpr std::array<ByteClass, 256> MakeByteClasses() {
  std::array<ByteClass, 256> table{};
  for (size_t c = 0; c < table.size(); ++c) {
    if (c >= 0x80) {
      table[c] = ByteClass::kNonAscii;
    } else if (c >= 'a' && c <= 'z') {
      table[c] = ByteClass::kLower;
    } else if (c >= 'A' && c <= 'Z') {
      table[c] = ByteClass::kUpper;
    } else if (c >= '0' && c <= '9') {
      table[c] = ByteClass::kDigit;
    } else if (c <= ' ') {
      table[c] = ByteClass::kSpace;
    } else if (c == '"' || c == '\'' || c == '`') {
      table[c] = ByteClass::kMark;
    } else {
      table[c] = ByteClass::kPunctuation;
    }
  }
  return table;
}
constexpr std::array<ByteClass, 256> kByteClasses = MakeByteClasses();

// What a code point is to the tokenizer, and how many bytes it has.
struct Glyph {
  ByteClass kind = ByteClass::kSpace;
  uint32_t size = 0;
  char32_t value = 0;

  bool IsLetter() const { return kind == ByteClass::kLower || kind == ByteClass::kUpper; }
  bool IsLetterOrDigit() const { return IsLetter() || kind == ByteClass::kDigit; }
};

ByteClass ClassOf(char32_t c) {
  // What is not ASCII in English copy is mostly curly marks, dashes and the ellipsis.
  if (c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2018) return ByteClass::kMark;
  if (c == 0x2013 || c == 0x2014 || c == 0x2026) return ByteClass::kPunctuation;
  if (IsWhiteSpace(c)) return ByteClass::kSpace;
  if (IsMarkGlyph(c)) return ByteClass::kMark;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return ByteClass::kUpper;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:  // soft hyphen, zero-width joiners: they do not end a word
      return ByteClass::kLower;
    case UTF8PROC_CATEGORY_ND:
      return ByteClass::kDigit;
    default:
      return ByteClass::kPunctuation;
  }
}

constexpr bool IsAsciiLetterOrDigit(char c) {
  const ByteClass kind = kByteClasses[static_cast<unsigned char>(c)];
  return kind == ByteClass::kLower || kind == ByteClass::kUpper || kind == ByteClass::kDigit;
}

// ASCII that ends a word whatever follows: not an apostrophe or a hyphen, which join, nor `.`, `:`, `@`, which make
// initialisms and addresses.
constexpr std::array<bool, 256> MakeEndsPlainWord() {
  std::array<bool, 256> table{};
  for (size_t c = 0; c < 0x80; ++c) {
    const auto ch = static_cast<char>(c);
    table[c] = !IsAsciiLetterOrDigit(ch) && ch != '\'' && ch != '-' && ch != '.' && ch != ':' && ch != '@';
  }
  return table;
}
constexpr std::array<bool, 256> kEndsPlainWord = MakeEndsPlainWord();

// Tokens on their way to the table, some at once: words wait together for the memory of the vocabulary.
class TokenBatch {
 public:
  explicit TokenBatch(std::vector<Token>& tokens) : tokens_(tokens) {}

  void Add(const Token& token) {
    batch_[size_] = token;
    if (++size_ == kMost) [[unlikely]]
      Flush();
  }

  // A word of ASCII letters that is to be looked up. REQUIRES: sixteen bytes can be read at `letters`.
  void AddWord(const Token& token, const char* letters) {
    FoldLetters(letters, token.span.size(), letters_[size_]);
    WordList& words = words_[static_cast<size_t>(token.span.size() > kShortBytes)];
    words.places[words.size++] = static_cast<uint16_t>(size_);
    Add(token);
  }

  // Index of the token that is added next.
  TokenIndex next() const { return static_cast<TokenIndex>(tokens_.size()) + size_; }

  [[gnu::noinline]] void Flush() {
    FindShortWords(words_[0].View(), letters_.data(), batch_.data());
    FindLongerWords(words_[1].View(), letters_.data(), batch_.data());
    tokens_.insert(tokens_.end(), batch_.begin(), batch_.begin() + size_);
    size_ = 0;
    for (WordList& words : words_) words.size = 0;
  }

 private:
  static constexpr uint32_t kMost = 64;
  struct WordList {
    uint32_t size = 0;
    std::array<uint16_t, kMost> places;  // in the batch
    std::span<const uint16_t> View() const { return std::span(places).first(size); }
  };
  std::vector<Token>& tokens_;
  uint32_t size_ = 0;
  std::array<Token, kMost> batch_;
  std::array<FoldedLetters, kMost> letters_;  // of the words, beside them
  std::array<WordList, 2> words_;             // short ones, longer ones
};

// Endings that make `name.ending` one word.
constexpr std::string_view kDomainEndings[] = {"com", "org", "net", "gov", "edu", "mil", "co",   "uk",  "eu",
                                               "de",  "fr",  "ru",  "ca",  "io",  "tv",  "info", "news"};

class Tokenizer {
 public:
  Tokenizer(const Document& document, Analysis& analysis)
      : text_(document.text()), analysis_(analysis), tokens_(analysis.tokens) {}

  void Read(std::span<const Block> blocks) {
    for (const Block& block : blocks) {
      const TokenIndex begin = tokens_.next();
      contents_ = {};
      ReadBlock(block);
      analysis_.contents.push_back(contents_);
      analysis_.block_tokens.push_back({begin, tokens_.next()});
    }
    tokens_.Flush();
  }

 private:
  Glyph At(uint32_t offset) const {
    if (offset >= end_) return {};
    const auto byte = static_cast<unsigned char>(text_[offset]);
    if (byte < 0x80) [[likely]]
      return {kByteClasses[byte], 1, byte};
    return WideAt(offset);
  }

  [[gnu::noinline]] Glyph WideAt(uint32_t offset) const {
    const CodePoint c = DecodeUtf8(text_, offset);
    return {ClassOf(c.value), c.size, c.value};
  }

  void ReadBlock(const Block& block) {
    end_ = block.span.end;
    uint16_t before = kSpaceBefore | kBlockStart;
    for (at_ = block.span.begin; at_ < end_;) {
      const Glyph glyph = At(at_);
      if (glyph.kind == ByteClass::kSpace) {
        before |= kSpaceBefore;
        at_ += glyph.size;
        continue;
      }
      flags_ = before;
      before = 0;
      switch (glyph.kind) {
        case ByteClass::kLower:
        case ByteClass::kUpper:
          ReadWord(glyph);
          break;
        case ByteClass::kDigit:
          ReadNumber();
          break;
        case ByteClass::kMark:
          Add(TokenKind::kMark, at_ + glyph.size, glyph.value);
          break;
        default:
          ReadPunctuation(glyph);
      }
    }
  }

  void Add(TokenKind kind, uint32_t end, uint32_t code, uint8_t suffix = 0) {
    if (kind == TokenKind::kWord) {
      contents_.AddWord(flags_);
    } else {
      contents_.Add(kind, code);
    }
    Push(kind, end, code, suffix);
  }

  void Push(TokenKind kind, uint32_t end, uint32_t code, uint8_t suffix) {
    tokens_.Add({.span = {at_, end}, .code = code, .kind = kind, .suffix = suffix, .flags = flags_});
    at_ = end;
  }

  // A word in lower case with straight apostrophes, for the vocabulary; too long ones are in no vocabulary.
  struct Folded {
    char data[32] = {};
    uint32_t size = 0;
    void Push(char c) {
      if (size < sizeof(data)) data[size] = c;
      ++size;
    }
    std::string_view View(uint32_t less = 0) const {
      return size > sizeof(data) || size < less ? std::string_view() : std::string_view(data, size - less);
    }
  };

  // Dashes, double marks and the ellipsis, which are the most of what is not ASCII in English copy.
  static bool EndsInPunctuation(std::string_view glyph) {
    if (!glyph.starts_with("\xE2\x80") || glyph.size() < 3) return false;
    const char last = glyph[2];
    return last == '\x93' || last == '\x94' || last == '\x9C' || last == '\x9D' || last == '\xA6';
  }

  // True when the `size` ASCII letters before `at` are a whole word for certain: nothing there can join another part.
  bool EndsPlainWord(uint32_t at, uint32_t size) const {
    if (at >= end_) return at == end_;
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (kEndsPlainWord[byte]) [[likely]]
      return true;
    // `May.` at the end of a sentence, but not `U.S.`, `Politico.com`, `www.…`.
    if (byte == '.') return size > 1 && (at + 1 == end_ || !IsAsciiLetterOrDigit(text_[at + 1]));
    return EndsInPunctuation(text_.substr(at, 3));
  }

  // The common case of ReadWord: words of fewer than fourteen ASCII letters with nothing joined to them, with a space,
  // a comma or a full stop between each two. True when there was at least one.
  [[gnu::noinline]] bool ReadPlainWords() {
    const uint32_t first = at_;
    for (uint32_t at = first; MapReaches(at);) {
      const auto size = static_cast<uint32_t>(std::countr_one(letters_ >> (at - map_begin_)));
      if (size == 0 || size >= WordSlot::kWordBytes) break;
      const uint32_t end = at + size;
      const bool goes_on = end < end_ && text_[end] == ' ';
      if (!goes_on && !EndsPlainWord(end, size)) break;
      AddPlainWord({at, end});
      at_ = end;
      if (!goes_on && !ReadPlainStop()) return true;
      flags_ = kSpaceBefore;
      at = at_ + 1;
    }
    return at_ != first;
  }

  // True when the map tells of the sixteen bytes at `at`; false near the end of the text.
  bool MapReaches(uint32_t at) {
    if (at + FoldedLetters::kMost <= map_end_) [[likely]]
      return true;
    return MoveMap(at);
  }

  bool MoveMap(uint32_t at) {
    if (at + FoldedLetters::kMost > text_.size()) return false;
    map_begin_ = at;
    map_end_ = static_cast<uint32_t>(std::min<size_t>(at + kMappedBytes, text_.size()));
    if (map_end_ - at == kMappedBytes) [[likely]] {
      letters_ = MapLetters(text_.data() + at);
    } else {
      letters_ = MapLastLetters(at);
    }
    return true;
  }

  [[gnu::noinline]] uint64_t MapLastLetters(uint32_t at) const {
    char last[kMappedBytes] = {};
    text_.copy(last, text_.size() - at, at);
    return MapLetters(last);
  }

  // A comma or a full stop before a space.
  bool ReadPlainStop() {
    if (at_ + 1 >= end_ || text_[at_ + 1] != ' ') return false;
    const char stop = text_[at_];
    if (stop != ',' && stop != '.') return false;
    flags_ = 0;
    Add(TokenKind::kPunctuation, at_ + 1, static_cast<unsigned char>(stop));
    return true;
  }

  void AddPlainWord(TextSpan span) {
    // The bit of small letters. No branch for the first one: it would often be guessed wrong.
    const char* const letters = text_.data() + span.begin;
    const auto small = [letters](uint32_t i) { return static_cast<uint16_t>(letters[i] >> 5 & 1); };
    flags_ |= static_cast<uint16_t>((small(0) ^ 1) * kCapitalized);
    if ((small(0) | small(1)) == 0) [[unlikely]]
      NoteCapitals({letters, span.size()});
    tokens_.AddWord({.span = span, .code = 0, .kind = TokenKind::kWord, .suffix = 0, .flags = flags_}, letters);
  }

  void NoteCapitals(std::string_view letters) {
    const auto is_capital = [](char c) { return kByteClasses[static_cast<unsigned char>(c)] == ByteClass::kUpper; };
    if (letters.size() < 2 || !std::ranges::all_of(letters, is_capital)) return;
    flags_ |= kAllCaps;
    contents_.AddWord(flags_);
  }

  void ReadWord(Glyph first) {
    if (first.size == 1 && ReadPlainWords()) return;
    if (ReadInitialism(first)) return;
    Folded folded;
    uint32_t at = at_;
    uint32_t letters = 0;
    uint32_t upper = 0;
    uint32_t apostrophe = 0;  // offset of the last inner apostrophe
    uint32_t folded_apostrophe = 0;
    if (first.kind == ByteClass::kUpper) flags_ |= kCapitalized;
    for (Glyph glyph = first;; glyph = At(at)) {
      if (glyph.kind == ByteClass::kLower || glyph.kind == ByteClass::kUpper) {
        ++letters;
        if (glyph.kind == ByteClass::kUpper) ++upper;
        if (glyph.size == 1) {
          folded.Push(static_cast<char>(glyph.value | 0x20));
        } else {
          flags_ |= kNonAscii;
          for (uint32_t i = 0; i < glyph.size; ++i) folded.Push(text_[at + i]);
        }
        at += glyph.size;
        continue;
      }
      if (glyph.kind == ByteClass::kDigit) {
        flags_ |= kHasDigit;
        for (uint32_t i = 0; i < glyph.size; ++i) folded.Push(text_[at + i]);
        at += glyph.size;
        continue;
      }
      const bool joins =
          IsInnerApostrophe(glyph.value) || glyph.value == '-' || glyph.value == 0x2010 || glyph.value == 0x2011;
      if (!joins || glyph.size == 0) break;
      const Glyph next = At(at + glyph.size);
      if (!(glyph.kind == ByteClass::kMark ? next.IsLetter() : next.IsLetterOrDigit())) break;
      if (glyph.kind == ByteClass::kMark) {
        apostrophe = at;
        folded_apostrophe = folded.size;
        folded.Push('\'');
        if (glyph.size > 1) flags_ |= kNonAscii;
      } else {
        flags_ |= kHyphenated;
        folded.Push('-');
      }
      at += glyph.size;
    }
    if (letters >= 2 && upper == letters) flags_ |= kAllCaps;
    if (EndsOpaque(at)) return;
    at = ReadDomain(at, folded);
    if (at < end_ && text_[at] == '/' && text_[at - 1] != '/' && apostrophe == 0 && in_domain_) {
      AddOpaque();
      return;
    }
    uint8_t suffix = 0;
    if (apostrophe != 0 && folded.size == folded_apostrophe + 2 && folded.size <= sizeof(folded.data) &&
        folded.data[folded_apostrophe + 1] == 's') {
      suffix = static_cast<uint8_t>(at - apostrophe);
      flags_ |= kPossessive;
    }
    uint32_t word = FindWord(folded.View());
    if (word == 0 && suffix != 0) word = FindWord(folded.View(2));
    // Capitals with a possessive: `NATO's`.
    if (suffix != 0 && upper >= 2 && upper + 1 == letters) flags_ |= kAllCaps;
    Add(TokenKind::kWord, at, word, suffix);
  }

  static bool IsInnerApostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2018; }

  // `U.S.`, `a.m.`: at least two single letters, each with a full stop (the last may lack it).
  bool ReadInitialism(Glyph first) {
    if (first.size != 1 || at_ + 3 > end_ || text_[at_ + 1] != '.') return false;
    Folded folded;
    uint32_t at = at_;
    uint32_t letters = 0;
    while (at + 1 < end_ && At(at).IsLetter() && At(at).size == 1 && text_[at + 1] == '.') {
      folded.Push(static_cast<char>(text_[at] | 0x20));
      folded.Push('.');
      ++letters;
      at += 2;
    }
    if (letters < 2 || At(at).IsLetterOrDigit()) return false;
    flags_ |= first.kind == ByteClass::kUpper ? kCapitalized | kAllCaps : 0;
    uint8_t suffix = 0;
    const Glyph apostrophe = At(at);
    if (IsInnerApostrophe(apostrophe.value) && apostrophe.size != 0 && At(at + apostrophe.size).value == 's' &&
        !At(at + apostrophe.size + 1).IsLetterOrDigit()) {
      suffix = static_cast<uint8_t>(apostrophe.size + 1);
      flags_ |= kPossessive;
    }
    Add(TokenKind::kWord, at + suffix, FindWord(folded.View()), suffix);
    return true;
  }

  // `Politico.com`: extends the word over `.com`; `in_domain_` tells.
  uint32_t ReadDomain(uint32_t at, Folded& folded) {
    in_domain_ = false;
    while (at + 2 < end_ && text_[at] == '.' &&
           kByteClasses[static_cast<unsigned char>(text_[at + 1])] == ByteClass::kLower) {
      uint32_t stop = at + 1;
      while (At(stop).IsLetterOrDigit()) stop += At(stop).size;
      const std::string_view ending = text_.substr(at + 1, stop - at - 1);
      bool known = false;
      for (const std::string_view e : kDomainEndings) known |= e == ending;
      if (!known) break;
      in_domain_ = true;
      for (uint32_t i = at; i < stop; ++i) folded.Push(text_[i]);
      at = stop;
    }
    return at;
  }

  // `https://…`, `www.…`, `name@host`: the word that ends at `at` begins something opaque.
  bool EndsOpaque(uint32_t at) {
    if (at + 3 > end_) return false;
    const std::string_view rest = text_.substr(at, 3);
    const bool url = rest == "://" || (rest[0] == '.' && text_.substr(at_, at - at_) == "www");
    const bool mail = rest[0] == '@' && At(at + 1).IsLetterOrDigit();
    if (!url && !mail) return false;
    AddOpaque();
    return true;
  }

  void AddOpaque() {
    uint32_t at = at_;
    while (at < end_) {
      const Glyph glyph = At(at);
      if (glyph.kind == ByteClass::kSpace || glyph.kind == ByteClass::kMark || glyph.value == '<' ||
          glyph.value == '>' || glyph.value == ')' || glyph.value == ']' || glyph.value == 0xFFFC) {
        break;
      }
      at += glyph.size;
    }
    while (at > at_ + 1 && std::string_view(".,;:!?").find(text_[at - 1]) != std::string_view::npos) --at;
    Add(TokenKind::kOpaque, at, 0);
  }

  void ReadNumber() {
    uint32_t at = at_;
    while (at < end_) {
      const Glyph glyph = At(at);
      if (glyph.IsLetterOrDigit()) {
        at += glyph.size;
        continue;
      }
      const bool joins = glyph.value == '.' || glyph.value == ',' || glyph.value == ':';
      if (!joins || At(at + 1).kind != ByteClass::kDigit) break;
      at += 1;
    }
    Add(TokenKind::kNumber, at, 0);
  }

  void ReadPunctuation(Glyph glyph) {
    if (glyph.value == 0xFFFC) {
      Add(TokenKind::kObject, at_ + glyph.size, glyph.value);
      return;
    }
    if ((glyph.value == '@' || glyph.value == '#') && At(at_ + 1).IsLetterOrDigit()) {
      uint32_t at = at_ + 1;
      while (At(at).IsLetterOrDigit() || At(at).value == '_') at += At(at).size;
      Add(TokenKind::kOpaque, at, 0);
      return;
    }
    Add(TokenKind::kPunctuation, at_ + glyph.size, glyph.value);
  }

  std::string_view text_;
  Analysis& analysis_;
  uint32_t at_ = 0;
  uint32_t end_ = 0;
  uint64_t letters_ = 0;  // where they stand in the text from `map_begin_` to `map_end_`
  uint32_t map_begin_ = 0;
  uint32_t map_end_ = 0;
  uint16_t flags_ = 0;
  TokenContents contents_;
  TokenBatch tokens_;
  bool in_domain_ = false;
};

}  // namespace

bool IsMarkGlyph(char32_t c) {
  switch (c) {
    case '"':
    case '\'':
    case '`':
    case 0x00AB:
    case 0x00BB:
    case 0x00B4:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2032:
    case 0x2033:
    case 0x2039:
    case 0x203A:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
    case 0x301D:
    case 0x301E:
    case 0x301F:
    case 0xFF02:
    case 0xFF07:
      return true;
    default:
      return false;
  }
}

void Tokenize(const Document& document, Earlier& earlier, Analysis& analysis) {
  const std::span<const Block> blocks = document.blocks();
  analysis.tokens.reserve(document.text().size() / 4);  // more than articles have; what is not used costs nothing
  analysis.block_tokens.reserve(blocks.size());
  analysis.contents.reserve(blocks.size());
  earlier.TakeTokensOfHead(analysis);
  Tokenizer(document, analysis).Read(blocks.subspan(earlier.changed().begin, earlier.changed().size()));
  earlier.TakeTokensOfTail(analysis);
}

}  // namespace bylint::internal
