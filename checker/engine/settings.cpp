#include "checker/engine/settings.h"

#include <span>
#include <utility>

namespace bylint {
namespace {

template <typename Value>
struct Named {
  std::string_view name;
  Value value;
};

constexpr Named<Level> kLevels[] = {
    {"note", Level::kNote}, {"warning", Level::kWarning}, {"error", Level::kError}};
constexpr Named<Language> kLanguages[] = {{"auto", Language::kAuto},   {"en", Language::kEnglish},
                                          {"fr", Language::kFrench},   {"de", Language::kGerman},
                                          {"es", Language::kSpanish},  {"other", Language::kOther}};
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

std::optional<Level> ParseLevel(std::string_view name) { return Parse(kLevels, name); }
std::optional<Language> ParseLanguage(std::string_view name) { return Parse(kLanguages, name); }
std::optional<QuoteStyle> ParseQuoteStyle(std::string_view name) { return Parse(kQuoteStyles, name); }
std::string_view ToString(Language language) { return NameOf(kLanguages, language); }
std::string_view ToString(QuoteStyle style) { return NameOf(kQuoteStyles, style); }

}  // namespace bylint
