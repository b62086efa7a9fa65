#include "checker/readers/entities.h"

#include <algorithm>
#include <iterator>

#include "checker/base/utf8.h"

namespace bylint::internal {
namespace {

struct NamedCharacter {
  std::string_view name;
  char32_t character;
};

// Sorted by name.
constexpr NamedCharacter kNamed[] = {
    {"AElig", 0xC6},     {"Aacute", 0xC1},   {"Acirc", 0xC2},    {"Agrave", 0xC0},   {"Amacr", 0x100},
    {"Aogon", 0x104},    {"Aring", 0xC5},    {"Atilde", 0xC3},   {"Auml", 0xC4},     {"Cacute", 0x106},
    {"Ccaron", 0x10C},   {"Ccedil", 0xC7},   {"Dagger", 0x2021}, {"Dcaron", 0x10E},  {"Delta", 0x394},
    {"Dstrok", 0x110},   {"ETH", 0xD0},      {"Eacute", 0xC9},   {"Ecaron", 0x11A},  {"Ecirc", 0xCA},
    {"Egrave", 0xC8},    {"Emacr", 0x112},   {"Eogon", 0x118},   {"Euml", 0xCB},     {"Gbreve", 0x11E},
    {"Hat", 0x5E},       {"Iacute", 0xCD},   {"Icirc", 0xCE},    {"Idot", 0x130},    {"Igrave", 0xCC},
    {"Iuml", 0xCF},      {"Lstrok", 0x141},  {"Nacute", 0x143},  {"Ncaron", 0x147},  {"NewLine", 0xA},
    {"NoBreak", 0x2060}, {"Ntilde", 0xD1},   {"OElig", 0x152},   {"Oacute", 0xD3},   {"Ocirc", 0xD4},
    {"Ograve", 0xD2},    {"Omacr", 0x14C},   {"Omega", 0x3A9},   {"Oslash", 0xD8},   {"Otilde", 0xD5},
    {"Ouml", 0xD6},      {"Prime", 0x2033},  {"Rcaron", 0x158},  {"Sacute", 0x15A},  {"Scaron", 0x160},
    {"Scedil", 0x15E},   {"THORN", 0xDE},    {"Tab", 0x9},       {"Tcaron", 0x164},  {"Uacute", 0xDA},
    {"Ucirc", 0xDB},     {"Ugrave", 0xD9},   {"Umacr", 0x16A},   {"Uring", 0x16E},   {"Uuml", 0xDC},
    {"Yacute", 0xDD},    {"Yuml", 0x178},    {"Zacute", 0x179},  {"Zcaron", 0x17D},  {"Zdot", 0x17B},
    {"aacute", 0xE1},    {"acirc", 0xE2},    {"acute", 0xB4},    {"aelig", 0xE6},    {"agrave", 0xE0},
    {"alpha", 0x3B1},    {"amacr", 0x101},   {"amp", 0x26},      {"aogon", 0x105},   {"apos", 0x27},
    {"aring", 0xE5},     {"ast", 0x2A},      {"asymp", 0x2248},  {"atilde", 0xE3},   {"auml", 0xE4},
    {"bdquo", 0x201E},   {"beta", 0x3B2},    {"brvbar", 0xA6},   {"bsol", 0x5C},     {"bull", 0x2022},
    {"bullet", 0x2022},  {"cacute", 0x107},  {"ccaron", 0x10D},  {"ccedil", 0xE7},   {"cedil", 0xB8},
    {"cent", 0xA2},      {"check", 0x2713},  {"circ", 0x2C6},    {"colon", 0x3A},    {"comma", 0x2C},
    {"commat", 0x40},    {"copy", 0xA9},     {"curren", 0xA4},   {"dagger", 0x2020}, {"darr", 0x2193},
    {"dash", 0x2010},    {"dcaron", 0x10F},  {"deg", 0xB0},      {"delta", 0x3B4},   {"divide", 0xF7},
    {"dollar", 0x24},    {"dstrok", 0x111},  {"eacute", 0xE9},   {"ecaron", 0x11B},  {"ecirc", 0xEA},
    {"egrave", 0xE8},    {"emacr", 0x113},   {"emsp", 0x2003},   {"ensp", 0x2002},   {"eogon", 0x119},
    {"equals", 0x3D},    {"eth", 0xF0},      {"euml", 0xEB},     {"euro", 0x20AC},   {"excl", 0x21},
    {"fnof", 0x192},     {"frac12", 0xBD},   {"frac14", 0xBC},   {"frac34", 0xBE},   {"frasl", 0x2044},
    {"gamma", 0x3B3},    {"gbreve", 0x11F},  {"ge", 0x2265},     {"grave", 0x60},    {"gt", 0x3E},
    {"hairsp", 0x200A},  {"harr", 0x2194},   {"hearts", 0x2665}, {"hellip", 0x2026}, {"horbar", 0x2015},
    {"hyphen", 0x2010},  {"iacute", 0xED},   {"icirc", 0xEE},    {"iexcl", 0xA1},    {"igrave", 0xEC},
    {"infin", 0x221E},   {"inodot", 0x131},  {"iquest", 0xBF},   {"iuml", 0xEF},     {"laquo", 0xAB},
    {"larr", 0x2190},    {"lbrack", 0x5B},   {"lcub", 0x7B},     {"ldquo", 0x201C},  {"ldquor", 0x201E},
    {"le", 0x2264},      {"lowbar", 0x5F},   {"lpar", 0x28},     {"lrm", 0x200E},    {"lsaquo", 0x2039},
    {"lsqb", 0x5B},      {"lsquo", 0x2018},  {"lsquor", 0x201A}, {"lstrok", 0x142},  {"lt", 0x3C},
    {"macr", 0xAF},      {"mdash", 0x2014},  {"micro", 0xB5},    {"middot", 0xB7},   {"minus", 0x2212},
    {"mldr", 0x2026},    {"mu", 0x3BC},      {"nacute", 0x144},  {"nbsp", 0xA0},     {"ncaron", 0x148},
    {"ndash", 0x2013},   {"ne", 0x2260},     {"nldr", 0x2025},   {"not", 0xAC},      {"ntilde", 0xF1},
    {"num", 0x23},       {"oacute", 0xF3},   {"ocirc", 0xF4},    {"oelig", 0x153},   {"ograve", 0xF2},
    {"oline", 0x203E},   {"omacr", 0x14D},   {"ordf", 0xAA},     {"ordm", 0xBA},     {"oslash", 0xF8},
    {"otilde", 0xF5},    {"ouml", 0xF6},     {"para", 0xB6},     {"percnt", 0x25},   {"period", 0x2E},
    {"permil", 0x2030},  {"pi", 0x3C0},      {"plus", 0x2B},     {"plusmn", 0xB1},   {"pound", 0xA3},
    {"prime", 0x2032},   {"quest", 0x3F},    {"quot", 0x22},     {"raquo", 0xBB},    {"rarr", 0x2192},
    {"rbrack", 0x5D},    {"rcaron", 0x159},  {"rcub", 0x7D},     {"rdquo", 0x201D},  {"rdquor", 0x201D},
    {"reg", 0xAE},       {"rlm", 0x200F},    {"rpar", 0x29},     {"rsaquo", 0x203A}, {"rsqb", 0x5D},
    {"rsquo", 0x2019},   {"rsquor", 0x2019}, {"sacute", 0x15B},  {"sbquo", 0x201A},  {"scaron", 0x161},
    {"scedil", 0x15F},   {"sect", 0xA7},     {"semi", 0x3B},     {"shy", 0xAD},      {"sigma", 0x3C3},
    {"sol", 0x2F},       {"star", 0x2606},   {"starf", 0x2605},  {"sup1", 0xB9},     {"sup2", 0xB2},
    {"sup3", 0xB3},      {"szlig", 0xDF},    {"tcaron", 0x165},  {"thinsp", 0x2009}, {"thorn", 0xFE},
    {"tilde", 0x2DC},    {"times", 0xD7},    {"trade", 0x2122},  {"uacute", 0xFA},   {"uarr", 0x2191},
    {"ucirc", 0xFB},     {"ugrave", 0xF9},   {"umacr", 0x16B},   {"uml", 0xA8},      {"uring", 0x16F},
    {"uuml", 0xFC},      {"vert", 0x7C},     {"yacute", 0xFD},   {"yen", 0xA5},      {"yuml", 0xFF},
    {"zacute", 0x17A},   {"zcaron", 0x17E},  {"zdot", 0x17C},    {"zwj", 0x200D},    {"zwnj", 0x200C},
};
static_assert(std::ranges::is_sorted(kNamed, {}, &NamedCharacter::name));

constexpr size_t kLongestName = 32;
constexpr size_t kMostDigits = 8;

// Numbers of windows-1252 stand for its characters: `&#147;` was meant as a quotation mark, and browsers show
// one.
constexpr char16_t kWindows1252[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                       0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

int DigitValue(char c, bool hexadecimal) {
  if (c >= '0' && c <= '9') return c - '0';
  if (!hexadecimal) return -1;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

Reference MakeReference(char32_t c, size_t size) {
  Reference reference;
  AppendUtf8(c, reference.text);
  reference.size = static_cast<uint32_t>(size);
  return reference;
}

Reference ReadNumber(std::string_view text) {
  const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const size_t first = hexadecimal ? 3 : 2;
  size_t at = first;
  char32_t value = 0;
  for (; at < text.size() && at - first < kMostDigits; ++at) {
    const int digit = DigitValue(text[at], hexadecimal);
    if (digit < 0) break;
    value = value * (hexadecimal ? 16u : 10u) + static_cast<char32_t>(digit);
  }
  if (at == first) return {};
  if (at < text.size() && text[at] == ';') ++at;
  if (value >= 0x80 && value < 0xA0) value = kWindows1252[value - 0x80];
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = 0xFFFD;
  return MakeReference(value, at);
}

}  // namespace

Reference ReadReference(std::string_view text) {
  if (text.size() < 3 || text[0] != '&') return {};
  if (text[1] == '#') return ReadNumber(text);
  const std::string_view name = text.substr(1, text.substr(0, kLongestName).find(';', 1) - 1);
  if (name.size() + 1 >= text.size() || text[name.size() + 1] != ';') return {};
  const auto* found = std::ranges::lower_bound(kNamed, name, {}, &NamedCharacter::name);
  if (found == std::end(kNamed) || found->name != name) return {};
  return MakeReference(found->character, name.size() + 2);
}

}  // namespace bylint::internal
