#include "checker/analysis/mark_candidates.h"

#include <string_view>

#include "checker/base/utf8.h"

namespace bylint::internal {
namespace {

constexpr TokenIndex kValueTokens = 40;  // an attribute's value is shorter

struct GlyphTraits {
  MarkForm form;
  Facing facing;
};

GlyphTraits TraitsOf(char32_t glyph) {
  switch (glyph) {
    case 0x201C:
    case 0x201E:
    case 0x301D:
      return {MarkForm::kCurlyDouble, Facing::kOpens};
    case 0x201D:
    case 0x301E:
    case 0x301F:
      return {MarkForm::kCurlyDouble, Facing::kCloses};
    case 0x201F:
      return {MarkForm::kCurlyDouble, Facing::kEither};
    case 0x2018:
    case 0x201A:
      return {MarkForm::kCurlySingle, Facing::kOpens};
    case 0x2019:
      return {MarkForm::kCurlySingle, Facing::kCloses};
    case 0x201B:
      return {MarkForm::kCurlySingle, Facing::kEither};
    case 0x00AB:
      return {MarkForm::kGuillemet, Facing::kOpens};
    case 0x00BB:
      return {MarkForm::kGuillemet, Facing::kCloses};
    case 0x2039:
      return {MarkForm::kSingleGuillemet, Facing::kOpens};
    case 0x203A:
      return {MarkForm::kSingleGuillemet, Facing::kCloses};
    case 0x300C:
      return {MarkForm::kCorner, Facing::kOpens};
    case 0x300D:
      return {MarkForm::kCorner, Facing::kCloses};
    case 0x300E:
      return {MarkForm::kWhiteCorner, Facing::kOpens};
    case 0x300F:
      return {MarkForm::kWhiteCorner, Facing::kCloses};
    case 0x2033:
      return {MarkForm::kDoublePrime, Facing::kEither};
    case 0x2032:
    case 0x00B4:
      return {MarkForm::kPrime, Facing::kEither};
    case '`':
      return {MarkForm::kGrave, Facing::kOpens};
    case '\'':
    case 0xFF07:
      return {MarkForm::kStraightSingle, Facing::kEither};
    default:
      return {MarkForm::kStraightDouble, Facing::kEither};
  }
}

Beside PunctuationBeside(uint32_t code) {
  switch (code) {
    case ',':
    case '.':
    case ';':
    case ':':
    case '?':
    case '!':
      return Beside::kStop;
    case 0x2026:
      return Beside::kEllipsis;
    case '(':
    case '[':
    case '{':
    case 0xBF:  // ¿
    case 0xA1:  // ¡
      return Beside::kOpenBracket;
    case ')':
    case ']':
    case '}':
      return Beside::kCloseBracket;
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return Beside::kDash;
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2212:
      return Beside::kHyphen;
    default:
      return code >= 0x3000 && code < 0xFE00 ? Beside::kObject : Beside::kSymbol;
  }
}

// Scripts written without spaces between words.
bool IsUnspacedScript(char32_t c) { return c >= 0x2E80 && c < 0xD7A4 && !(c >= 0xAC00); }

class Collector {
 public:
  Collector(const Document& document, const Analysis& analysis)
      : text_(document.text()),
        tokens_(analysis.tokens),
        block_tokens_(analysis.block_tokens),
        contents_(analysis.contents) {}

  Candidates Run() {
    out_.blocks.reserve(block_tokens_.size());
    out_.marks.reserve(tokens_.size() / 32);  // about what articles have
    for (size_t i = 0; i < block_tokens_.size(); ++i) {
      const auto begin = static_cast<uint32_t>(out_.marks.size());
      if (contents_[i].HasMarks()) ReadBlock(block_tokens_[i]);
      const auto end = static_cast<uint32_t>(out_.marks.size());
      if (begin != end) LookThrough(begin, end);
      MaskQuotedMarks(begin, end);
      out_.blocks.push_back({begin, end});
    }
    return std::move(out_);
  }

 private:
  void ReadBlock(TokenRange block) {
    block_ = block;
    mask_end_ = block.begin;
    inner_opened_ = false;
    bool leading = true;
    for (TokenIndex i = block.begin; i < block.end; ++i) {
      if (tokens_[i].kind != TokenKind::kMark) {
        leading = false;
        if (tokens_[i].IsPunctuation('<')) MaskTag(i);
        continue;
      }
      if (IsAttributeValue(i)) MaskValue(i);
      const uint32_t width = IsDoubled(i) ? 2 : 1;
      Add(i, width, leading);
      if (width == 1 && tokens_[i].code == 0x2018) inner_opened_ = true;
      i += width - 1;
    }
  }

  // `<tweet id="…">` and the like, left behind by a content system: nothing in it quotes. A tag that never ends is
  // none; it is looked for once.
  void MaskTag(TokenIndex open) {
    if (open < mask_end_ || no_tag_ends_in_ == block_.end || open + 1 >= block_.end) return;
    const Token& next = tokens_[open + 1];
    if (next.Has(kSpaceBefore) || !(next.IsWord() || next.IsPunctuation('/'))) return;
    for (TokenIndex i = open + 1; i < block_.end; ++i) {
      if (!tokens_[i].IsPunctuation('>')) continue;
      mask_end_ = i;
      return;
    }
    no_tag_ends_in_ = block_.end;
  }

  // `href="…"`, `s='…'`: what an equals sign touches is code.
  bool IsAttributeValue(TokenIndex i) const {
    return i > block_.begin && i >= mask_end_ && !tokens_[i].Has(kSpaceBefore) && tokens_[i - 1].IsPunctuation('=');
  }

  void MaskValue(TokenIndex open) {
    mask_end_ = open + 1;
    for (TokenIndex i = open + 1; i < block_.end && i < open + kValueTokens; ++i) {
      if (tokens_[i].kind != TokenKind::kMark || tokens_[i].code != tokens_[open].code) continue;
      mask_end_ = i + 1;
      return;
    }
  }

  bool Touches(TokenIndex i) const { return i < block_.end && !tokens_[i].Has(kSpaceBefore); }
  bool IsSingle(TokenIndex i, char32_t glyph) const {
    return i < block_.end && tokens_[i].kind == TokenKind::kMark && tokens_[i].code == glyph;
  }

  // True when the mark at `i` and the next are one: `''` or ``` `` ```. Of three in a row the outer two are one:
  // the first two where the run opens, the last two where it closes.
  bool IsDoubled(TokenIndex i) const {
    const auto glyph = static_cast<char32_t>(tokens_[i].code);
    const bool curly = glyph == 0x2019 || glyph == 0x2018;
    if (glyph != '\'' && glyph != '`' && !curly) return false;
    if (!IsSingle(i + 1, glyph) || !Touches(i + 1)) return false;
    if (curly) return !inner_opened_;
    const bool starts_run = i == block_.begin || tokens_[i].Has(kSpaceBefore) || !IsSingle(i - 1, glyph);
    const bool three = IsSingle(i + 2, glyph) && Touches(i + 2) && !(IsSingle(i + 3, glyph) && Touches(i + 3));
    if (!starts_run || !three) return true;
    return tokens_[i].Has(kSpaceBefore);
  }

  void Add(TokenIndex i, uint32_t width, bool leading) {
    const Token& token = tokens_[i];
    const TokenIndex next = i + width;
    const GlyphTraits traits = TraitsOf(token.code);
    MarkCandidate mark{.span = {token.span.begin, tokens_[next - 1].span.end},
                       .token = i,
                       .glyph = token.code,
                       .form = traits.form,
                       .facing = traits.facing};
    if (width == 2) {
      mark.form = token.code == '`' ? MarkForm::kDoubledGrave : MarkForm::kDoubledSingle;
      if (token.code == '\'') mark.facing = Facing::kEither;
    }
    mark.family = FamilyOf(mark.form);
    uint32_t flags = 0;
    if (leading) flags |= kLeading;
    if (i < mask_end_) flags |= kMasked;

    const bool has_left = i > block_.begin;
    const bool space_left = !has_left || token.Has(kSpaceBefore);
    if (space_left) {
      flags |= kSpaceLeft;
      if (has_left && tokens_[i - 1].kind == TokenKind::kMark) flags |= kMarkAndSpaceLeft;
      if (has_left && tokens_[i - 1].IsWord()) flags |= kInSentence;
    } else if (tokens_[i - 1].kind == TokenKind::kMark) {
      flags |= kMarkLeft;
      if (ElidesBefore(i - 1)) flags |= kElided;
    } else {
      mark.before = BesideOf(tokens_[i - 1], /*left=*/true);
      flags |= LeftFlags(tokens_[i - 1], i);
    }
    if (!Touches(next)) {
      flags |= kSpaceRight;
      if (next < block_.end && tokens_[next].kind == TokenKind::kMark &&
          FamilyOf(TraitsOf(tokens_[next].code).form) != mark.family) {
        flags |= kMarkAndSpaceRight;
      }
    } else if (tokens_[next].kind == TokenKind::kMark) {
      flags |= kMarkRight;
      if (mark.family == MarkFamily::kSingle && ElidesBefore(i)) flags |= kElided;
    } else {
      mark.after = BesideOf(tokens_[next], /*left=*/false);
      flags |= RightFlags(next);
    }
    // A low mark after a word and before a space is a comma in the wrong font.
    if (mark.glyph == 0x201A && !space_left && !Touches(next)) flags |= kMasked;
    if (IsMeasure(i, next)) flags |= kMeasure;
    mark.flags = flags;
    out_.marks.push_back(mark);
  }

  // Word before the mark at `i`: how it ends.
  uint32_t LeftFlags(const Token& word, TokenIndex i) const {
    if (word.kind == TokenKind::kNumber) return word.span.size() <= 2 ? uint32_t{kShortFigure} : 0;
    if (!word.IsWord()) return 0;
    const char last = static_cast<char>(text_[word.span.end - 1] | 0x20);
    uint32_t flags = 0;
    if (last == 's') flags |= kAfterS;
    if (last == 'x' || last == 'z') flags |= kAfterSibilant;
    const std::string_view text = text_.substr(word.span.begin, word.span.size());
    if ((text.size() > 3 && text.ends_with("in")) || text == "an" || text == "ol" || text == "o" || text == "th") {
      flags |= kAfterDropped;
    }
    // rock ’n’ roll
    if (ClassesOf(word).Has(WordClass::kElision) && i >= block_.begin + 2 && tokens_[i - 2].kind == TokenKind::kMark &&
        !word.Has(kSpaceBefore)) {
      flags |= kAfterDropped;
    }
    return flags;
  }

  uint32_t RightFlags(TokenIndex next) const {
    const Token& token = tokens_[next];
    if (token.IsWord()) {
      uint32_t flags = 0;
      if (ClassesOf(token).Has(WordClass::kElision)) flags |= kBeforeElision;
      if (token.span.size() == 1 && text_[token.span.begin] == 's') flags |= kBeforeEnding;
      return flags;
    }
    if (token.IsPunctuation('-')) return kBeforeEnding;
    if (token.kind != TokenKind::kNumber) return 0;
    // ’90s, ’16
    const std::string_view number = text_.substr(token.span.begin, token.span.size());
    const bool two = number.size() >= 2 && number[1] >= '0' && number[1] <= '9';
    const bool decade = two && (number.size() == 2 || number.substr(2) == "s");
    return decade ? uint32_t{kBeforeElision} : 0;
  }

  // `l’`, `d’`, `qu’`: the mark at `i` elides a short word before another mark.
  bool ElidesBefore(TokenIndex i) const {
    if (i == block_.begin || tokens_[i].Has(kSpaceBefore)) return false;
    const char32_t glyph = tokens_[i].code;
    if (glyph != '\'' && glyph != 0x2019) return false;
    const Token& word = tokens_[i - 1];
    return word.IsWord() && word.span.size() <= 2 && text_[word.span.end - 1] != 's';
  }

  // 6'2", 5’ 10”, 40°42′: feet or degrees stand before the figures, or figures follow the feet.
  bool IsMeasure(TokenIndex i, TokenIndex next) const {
    if (i == block_.begin || tokens_[i].Has(kSpaceBefore) || tokens_[i - 1].kind != TokenKind::kNumber) return false;
    const bool single = next == i + 1 && FamilyOf(TraitsOf(tokens_[i].code).form) == MarkFamily::kSingle;
    if (i >= block_.begin + 2) {
      const Token& unit = tokens_[i - 2];
      if (unit.IsPunctuation(0xB0)) return true;
      if (!single && unit.kind == TokenKind::kMark && FamilyOf(TraitsOf(unit.code).form) == MarkFamily::kSingle &&
          i >= block_.begin + 3 && tokens_[i - 3].kind == TokenKind::kNumber && !unit.Has(kSpaceBefore)) {
        return true;
      }
    }
    if (!single || tokens_[i - 1].span.size() > 2) return false;
    if (next + 1 >= block_.end || tokens_[next].kind != TokenKind::kNumber) return false;
    return tokens_[next].span.size() <= 2;
  }

  Beside BesideOf(const Token& token, bool left) const {
    switch (token.kind) {
      case TokenKind::kWord:
        if (token.Has(kNonAscii)) {
          const CodePoint c = left ? DecodeUtf8Before(text_, token.span.end) : DecodeUtf8(text_, token.span.begin);
          if (IsUnspacedScript(c.value)) return Beside::kObject;
        }
        return Beside::kLetter;
      case TokenKind::kNumber: {
        const char edge = left ? text_[token.span.end - 1] : text_[token.span.begin];
        return edge >= 'a' && edge <= 'z' ? Beside::kLetter : Beside::kDigit;  // 1960s
      }
      case TokenKind::kPunctuation: {
        const Beside beside = PunctuationBeside(token.code);
        if (left || token.code != '.') return beside;
        const size_t after = token.span.end;
        return after < text_.size() && text_[after] == '.' ? Beside::kEllipsis : beside;
      }
      default:
        return Beside::kObject;
    }
  }

  // Gives marks that touch one another what stands beyond the run.
  void LookThrough(uint32_t begin, uint32_t end) {
    for (uint32_t i = begin + 1; i < end; ++i) {
      MarkCandidate& mark = out_.marks[i];
      if (!mark.Has(kMarkLeft)) continue;
      const MarkCandidate& left = out_.marks[i - 1];
      mark.before = mark.Has(kElided) ? Beside::kSpace : left.before;
      mark.flags |= left.flags & (kAfterS | kAfterSibilant | kShortFigure);
    }
    for (uint32_t i = end - 1; i-- > begin;) {
      MarkCandidate& mark = out_.marks[i];
      if (!mark.Has(kMarkRight)) continue;
      mark.after = out_.marks[i + 1].after;
      mark.flags |= out_.marks[i + 1].flags & kBeforeElision;
    }
  }

  // `“"”`, `'"'`: a mark that is talked about quotes nothing. It stands alone between two others that set it apart.
  void MaskQuotedMarks(uint32_t begin, uint32_t end) {
    for (uint32_t i = begin + 1; i + 1 < end; ++i) {
      const MarkCandidate& open = out_.marks[i - 1];
      const MarkCandidate& close = out_.marks[i + 1];
      if (open.Has(kMarkLeft) || !open.Has(kMarkRight) || !close.Has(kMarkLeft) || close.Has(kMarkRight)) continue;
      const bool set_apart = open.before == Beside::kSpace || open.before == Beside::kOpenBracket;
      if (!set_apart || close.after == Beside::kLetter || close.after == Beside::kDigit) continue;
      if (open.family != close.family || out_.marks[i].form == open.form) continue;
      out_.marks[i].flags |= kMasked;
    }
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<TokenRange>& block_tokens_;
  const std::vector<TokenContents>& contents_;
  Candidates out_;
  TokenRange block_;
  TokenIndex mask_end_ = 0;
  TokenIndex no_tag_ends_in_ = kNone;
  bool inner_opened_ = false;  // a single `‘` stands before in the block: two `’` may then be two marks
};

}  // namespace

MarkFamily FamilyOf(MarkForm form) {
  switch (form) {
    case MarkForm::kStraightSingle:
    case MarkForm::kCurlySingle:
    case MarkForm::kGrave:
    case MarkForm::kPrime:
      return MarkFamily::kSingle;
    case MarkForm::kGuillemet:
      return MarkFamily::kGuillemet;
    case MarkForm::kSingleGuillemet:
      return MarkFamily::kSingleGuillemet;
    case MarkForm::kCorner:
      return MarkFamily::kCorner;
    case MarkForm::kWhiteCorner:
      return MarkFamily::kWhiteCorner;
    default:
      return MarkFamily::kDouble;
  }
}

bool FormsDiffer(MarkForm open, MarkForm close) {
  if (open == close) return false;
  if (open == MarkForm::kDoubledGrave) return close != MarkForm::kDoubledSingle;
  if (open == MarkForm::kGrave) return close != MarkForm::kStraightSingle && close != MarkForm::kCurlySingle;
  return true;
}

Candidates CollectCandidates(const Document& document, const Analysis& analysis) {
  return Collector(document, analysis).Run();
}

}  // namespace bylint::internal
