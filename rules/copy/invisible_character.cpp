// Which characters are invisible is simple; when they are meant is not. Joiners shape Arabic, Persian and Indic words
// and emoji, zero-width spaces part words in scripts that write none, and direction marks stand beside scripts that run
// from right to left. So those are reported only between characters that need none of it. No-break spaces are spaces.
#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "bylint/rule.h"
#include "checker/base/utf8.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "The may\u200Bor opened the road.", .marks = "\u200B", .note = "a zero-width space"},
    {.text = "The swim\u00ADming pool is closed.", .marks = "\u00AD", .note = "a soft hyphen"}};
constexpr Example kGood[] = {{.text = "It cost 3\u00A0million, the council said.", .note = "a no-break space"},
                             {.text = "The family 👨\u200D👩\u200D👧 came.", .note = "joiners of an emoji"},
                             {.text = "Iran’s word is می\u200Cخواهم.", .note = "a non-joiner inside a Persian word"}};

constexpr RuleInfo kInfo = {
    .name = "invisible-character",
    .group = Group::kCopy,
    .level = Level::kNote,
    .summary = "character that nobody sees",
    .why = "Searching, line breaking and screen readers stumble over it; names that look alike are no longer the same.",
    .bad = kBad,
    .good = kGood,
    .fix_safety = "deletes characters that show nothing; never inside a quotation"};

constexpr size_t kMostFindings = 5;  // past that many in one file it speaks once

struct Invisible {
  char32_t first;
  char32_t last;
  std::string_view name;
  bool meant_beside_other_scripts;
};
constexpr Invisible kInvisible[] = {
    {0x0001, 0x0008, "control character", false},  {0x000E, 0x001F, "control character", false},
    {0x007F, 0x007F, "control character", false},  {0x00AD, 0x00AD, "soft hyphen", false},
    {0x061C, 0x061C, "Arabic letter mark", true},  {0x180E, 0x180E, "vowel separator", true},
    {0x200B, 0x200B, "zero-width space", true},    {0x200C, 0x200C, "zero-width non-joiner", true},
    {0x200D, 0x200D, "zero-width joiner", true},   {0x200E, 0x200F, "direction mark", true},
    {0x202A, 0x202E, "direction override", true},  {0x2060, 0x2060, "word joiner", false},
    {0x2061, 0x2064, "invisible operator", false}, {0x2066, 0x2069, "direction isolate", true},
    {0xFEFF, 0xFEFF, "byte-order mark", false},    {0xFFFC, 0xFFFC, "place of a lost object", false}};

constexpr std::array<bool, 256> MakeLeadBytes() {
  std::array<bool, 256> table{};
  for (size_t c = 1; c < 0x20; ++c) table[c] = c < 9 || c > 13;
  for (const unsigned c : {0x7Fu, 0xC2u, 0xD8u, 0xE1u, 0xE2u, 0xEFu}) table[c] = true;
  return table;
}
// Bytes that may start an invisible character.
constexpr std::array<bool, 256> kLeadBytes = MakeLeadBytes();

const Invisible* Find(char32_t c) {
  for (const Invisible& invisible : kInvisible) {
    if (c >= invisible.first && c <= invisible.last) return &invisible;
  }
  return nullptr;
}

// Latin, Greek, Cyrillic, and punctuation: written from left to right, letter by letter, with spaces.
bool NeedsNoHelp(char32_t c) { return c < 0x0590 || (c >= 0x1E00 && c < 0x2070) || (c >= 0x20A0 && c < 0x2100); }

class InvisibleCharacter final : public PlaceRule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Search(const Article& article, uint32_t block, std::vector<TextSpan>& places) const override {
    const std::string_view text = article.text();
    const TextSpan span = article.blocks()[block].span;
    for (uint32_t at = span.begin; at < span.end; ++at) {
      at = static_cast<uint32_t>(SkipUsualCopy(text, at, span.end));
      if (at == span.end) return;
      if (!kLeadBytes[static_cast<unsigned char>(text[at])]) continue;
      const CodePoint c = DecodeUtf8(text, at);
      if (Find(c.value) != nullptr) places.push_back({at, at + c.size});
      at += c.size - 1;
    }
  }

  void Report(const Article& article, std::vector<TextSpan> places, Reporter& report) const override {
    std::erase_if(places, [&](TextSpan place) {
      // An object that a reader put in is not in the file.
      return !article.document().IsVerbatim(place) || IsMeant(article.text(), place);
    });
    if (places.empty()) return;
    const bool once = places.size() > kMostFindings;
    for (const TextSpan place : std::span(places).first(once ? 1 : places.size())) {
      const CodePoint c = DecodeUtf8(article.text(), place.begin);
      std::string message = absl::StrFormat("invisible character: U+%04X, %s", static_cast<unsigned>(c.value),
                                            std::string(Find(c.value)->name));
      if (once) absl::StrAppend(&message, ", and ", places.size() - 1, " more in this file");
      Reporter::Builder finding = report.At(place, std::move(message));
      if (!once && !article.InQuotation(place.begin)) finding.Fix("delete it", Safety::kSafe, place, "");
    }
  }

 private:
  static bool IsMeant(std::string_view text, TextSpan span) {
    if (!Find(DecodeUtf8(text, span.begin).value)->meant_beside_other_scripts) return false;
    return !NeedsNoHelp(DecodeUtf8Before(text, span.begin).value) || !NeedsNoHelp(DecodeUtf8(text, span.end).value);
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeInvisibleCharacter(const RuleOptions& /*options*/) {
  return std::make_unique<InvisibleCharacter>();
}

}  // namespace bylint
