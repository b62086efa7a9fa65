// Text that was UTF-8, read as windows-1252 or Latin-1 and saved: `’` becomes `â€™`, `é` becomes `Ã©`.
//
// Each character of such text stands for one byte; where these bytes are UTF-8 again, the text is mojibake. Chance
// makes such pairs, so only leads are looked at that stand for what articles hold (Latin letters with accents,
// punctuation, currencies), and pairs that good text has are left alone: `Ã` before a closing mark, `Å` before a
// no-break space.
#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "bylint/rule.h"
#include "checker/base/utf8.h"

namespace bylint {
namespace {

constexpr Example kBad[] = {
    {.text = "The mayorâ€™s car was stolen.", .marks = "â€™", .note = "a quotation mark of old"},
    {.text = "She owns the cafÃ© at the gate.", .marks = "Ã©"},
    {.text = "It cost Â£3 million to build.", .marks = "Â£"},
    {.text = "The mayor\uFFFDs car was stolen.", .marks = "\uFFFD", .note = "a character that was lost"}};
constexpr Example kGood[] = {{.text = "The mayor’s car was stolen from the café."},
                             {.text = "Fomos à praia, disse o capitão João Ângelo.", .note = "letters of Portuguese"},
                             {.text = "Le maire l’a dit à « son » équipe.", .note = "letters of French"}};

constexpr RuleInfo kInfo = {.name = "mojibake",
                            .group = Group::kCopy,
                            .level = Level::kWarning,
                            .summary = "text that was read in the wrong encoding and saved",
                            .why = "Readers see signs that nobody wrote, often in place of names and quotation marks.",
                            .bad = kBad,
                            .good = kGood,
                            .fix_safety = "writes the characters that the bytes stand for"};

constexpr size_t kMostFindings = 5;  // past that many in one file it speaks once

// Bytes 0x80 to 0x9F of windows-1252, as code points.
constexpr char16_t kWindows1252[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                       0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// The byte that windows-1252 or Latin-1 made `c` of, or 0.
unsigned ByteOf(char32_t c) {
  if (c >= 0x80 && c <= 0xFF) return static_cast<unsigned>(c);
  for (unsigned i = 0; i < std::size(kWindows1252); ++i) {
    if (kWindows1252[i] == c) return 0x80 + i;
  }
  return 0;
}

// Punctuation that stands behind any letter in good text.
bool IsPunctuation(char32_t c) { return c >= 0x2010 && c <= 0x203A; }

struct Garbled {
  uint32_t size = 0;  // bytes of the text, 0 where nothing is wrong
  std::string meant;
};

// Two characters, lead and continuation: the Latin letters and signs from U+0080 to U+017F.
Garbled ReadPair(std::string_view text, uint32_t at, CodePoint lead) {
  const CodePoint next = DecodeUtf8(text, at + lead.size);
  const unsigned byte = ByteOf(next.value);
  if (byte < 0x80 || byte > 0xBF || IsPunctuation(next.value)) return {};
  const bool no_break_space = byte == 0xA0;
  const CodePoint before = DecodeUtf8Before(text, at);
  const bool after_capital = before.value >= 'A' && before.value <= 'Z';
  if (after_capital || (no_break_space && lead.value != 0xC2)) return {};
  Garbled garbled{.size = lead.size + next.size, .meant = {}};
  AppendUtf8(static_cast<char32_t>((lead.value & 0x1F) << 6 | (byte & 0x3F)), garbled.meant);
  return garbled;
}

// `â€` and a third: general punctuation; `â‚¬`, `â„¢`. The third of `”` has no character and is often lost.
Garbled ReadTriple(std::string_view text, uint32_t at, CodePoint lead) {
  const CodePoint second = DecodeUtf8(text, at + lead.size);
  const unsigned second_byte = ByteOf(second.value);
  if (second_byte < 0x80 || second_byte > 0x84) return {};
  const CodePoint third = DecodeUtf8(text, at + lead.size + second.size);
  const unsigned third_byte = ByteOf(third.value);
  const bool whole = third_byte >= 0x80 && third_byte <= 0xBF;
  if (!whole && second_byte != 0x80) return {};
  Garbled garbled{.size = lead.size + second.size, .meant = {}};
  if (!whole) {
    garbled.meant = "”";
    return garbled;
  }
  garbled.size += third.size;
  AppendUtf8(static_cast<char32_t>(0x2000 | (second_byte & 0x3F) << 6 | (third_byte & 0x3F)), garbled.meant);
  return garbled;
}

Garbled ReadGarbled(std::string_view text, uint32_t at) {
  const CodePoint lead = DecodeUtf8(text, at);
  switch (lead.value) {
    case 0xC2:  // Â
    case 0xC3:  // Ã
    case 0xC4:  // Ä
    case 0xC5:  // Å
      return ReadPair(text, at, lead);
    case 0xE2:  // â
      return ReadTriple(text, at, lead);
    case 0xFFFD:
      return {.size = lead.size, .meant = {}};
    default:
      break;
  }
  if (text.substr(at).starts_with("ï¿½")) return {.size = 6, .meant = {}};
  // A control character of Latin-1 is a character of windows-1252, but for the line end U+0085.
  if (lead.value >= 0x80 && lead.value < 0xA0 && lead.value != 0x85) {
    Garbled garbled{.size = lead.size, .meant = {}};
    AppendUtf8(kWindows1252[lead.value - 0x80], garbled.meant);
    if (kWindows1252[lead.value - 0x80] == lead.value) garbled.meant.clear();
    return garbled;
  }
  return {};
}

// What the place stands for; empty where it is lost.
std::string MeantAt(std::string_view text, TextSpan place) {
  std::string meant;
  for (uint32_t at = place.begin; at < place.end;) {
    const Garbled garbled = ReadGarbled(text, at);
    meant += garbled.meant;
    at += garbled.size;
  }
  return meant;
}

class Mojibake final : public PlaceRule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void Report(const Article& article, std::vector<TextSpan> places, Reporter& report) const override {
    if (places.size() > kMostFindings) {
      const std::string meant = Meant(article, places.front());
      report.At(places.front(), absl::StrCat(Message(article, places.front(), meant), "; there are ", places.size() - 1,
                                             " more places like this in the file"));
      return;
    }
    for (const TextSpan place : places) {
      const std::string meant = Meant(article, place);
      Reporter::Builder finding = report.At(place, Message(article, place, meant));
      if (!meant.empty()) finding.Fix(absl::StrCat("write `", meant, "`"), Safety::kSuggested, place, meant);
    }
  }

  void Search(const Article& article, uint32_t index, std::vector<TextSpan>& places) const override {
    const std::string_view text = article.text();
    const TextSpan block = article.blocks()[index].span;
    bool lost = true;  // the characters of the last place
    for (uint32_t at = block.begin; at < block.end;) {
      at = static_cast<uint32_t>(SkipUsualCopy(text, at, block.end));
      if (at == block.end) return;
      const auto byte = static_cast<unsigned char>(text[at]);
      // All of what is looked for starts with one of three bytes.
      if (byte != 0xC2 && byte != 0xC3 && byte != 0xEF) {
        ++at;
        continue;
      }
      const Garbled garbled = ReadGarbled(text.substr(0, block.end), at);
      if (garbled.size == 0) {
        at += DecodeUtf8(text, at).size;
        continue;
      }
      const bool goes_on = !lost && places.back().end == at && !garbled.meant.empty();
      if (goes_on) {
        places.back().end += garbled.size;
      } else {
        places.push_back({at, at + garbled.size});
        lost = garbled.meant.empty();
      }
      at += garbled.size;
    }
  }

 private:
  static std::string Meant(const Article& article, TextSpan place) {
    const uint32_t block_end = article.blocks()[article.document().BlockAt(place.begin)].span.end;
    return MeantAt(article.text().substr(0, block_end), place);
  }

  static std::string Message(const Article& article, TextSpan place, std::string_view meant) {
    if (meant.empty()) return "a character was lost when the text was read in the wrong encoding";
    const std::string_view text = article.Text(place);
    return absl::StrCat("`", absl::string_view(text.data(), text.size()), "` is `",
                        absl::string_view(meant.data(), meant.size()), "`, read in the wrong encoding");
  }
};

}  // namespace

absl::StatusOr<RulePtr> MakeMojibake(const RuleOptions& /*options*/) { return std::make_unique<Mojibake>(); }

}  // namespace bylint
