#include "checker/engine/settings.h"

#include <charconv>
#include <utility>

namespace bylint {
namespace {

template <typename Value>
struct Named {
  std::string_view name;
  Value value;
};

constexpr Named<Level> kLevels[] = {{"note", Level::kNote}, {"warning", Level::kWarning}, {"error", Level::kError}};
constexpr Named<Language> kLanguages[] = {{"auto", Language::kAuto},  {"en", Language::kEnglish},
                                          {"fr", Language::kFrench},  {"de", Language::kGerman},
                                          {"es", Language::kSpanish}, {"other", Language::kOther}};
constexpr Named<QuoteStyle> kQuoteStyles[] = {
    {"auto", QuoteStyle::kAuto}, {"us", QuoteStyle::kUs}, {"uk", QuoteStyle::kUk}};

template <typename Value, size_t kSize>
std::optional<Value> Parse(const Named<Value> (&table)[kSize], std::string_view name) {
  for (const Named<Value>& entry : table) {
    if (entry.name == name) return entry.value;
  }
  return std::nullopt;
}

template <typename Value, size_t kSize>
std::string_view NameOf(const Named<Value> (&table)[kSize], Value value) {
  for (const Named<Value>& entry : table) {
    if (entry.value == value) return entry.name;
  }
  return "";
}

}  // namespace

std::string ReaderPath(const std::string& name, const Settings& settings) {
  for (const auto& [ending, like] : settings.readers) {
    if (name.ends_with(ending)) return "article" + like;
  }
  return name;
}

std::optional<uint64_t> ParseSize(std::string_view text) {
  constexpr std::string_view kUnits = "KMG";
  unsigned shift = 0;
  const size_t unit = text.empty() ? std::string_view::npos : kUnits.find(text.back());
  if (unit != std::string_view::npos) {
    shift = 10 * static_cast<unsigned>(unit + 1);
    text.remove_suffix(1);
  }
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  constexpr uint64_t kLargest = UINT32_MAX / 2;  // offsets are of 32 bits
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (number > kLargest || (number << shift) > kLargest) return std::nullopt;
  return number << shift;
}

std::optional<Level> ParseLevel(std::string_view name) { return Parse(kLevels, name); }
std::optional<Language> ParseLanguage(std::string_view name) { return Parse(kLanguages, name); }
std::optional<QuoteStyle> ParseQuoteStyle(std::string_view name) { return Parse(kQuoteStyles, name); }
std::string_view ToString(Language language) { return NameOf(kLanguages, language); }
std::string_view ToString(QuoteStyle style) { return NameOf(kQuoteStyles, style); }

}  // namespace bylint
