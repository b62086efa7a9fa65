#include "tests/harness/corpus.h"

#include <array>
#include <filesystem>
#include <iterator>
#include <random>
#include <utility>

#include "checker/base/utf8.h"
#include "checker/engine/registry.h"
#include "tests/harness/fixture.h"

namespace bylint::testing {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kInsertions[] = {"“",    "”", "‘", "’", "\"", "'",  "''", "``", " ",      "\n",
                                            "\n\n", "(", ")", "—", ". ", ", ", "«",  "»",  "\u00a0", "\u200b"};

bool IsText(const fs::path& path) { return path.extension() != ".expect"; }

std::vector<NamedText> LoadFixtureTexts() {
  std::vector<NamedText> texts;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(fs::path(BYLINT_SOURCE_DIR) / "fixtures")) {
    if (!entry.is_regular_file() || !IsText(entry.path())) continue;
    absl::StatusOr<Fixture> fixture = ReadFixture(entry.path().string());
    if (!fixture.ok()) continue;
    for (FixtureFile& file : fixture->files) {
      const bool valid = FindInvalidUtf8(file.bytes) == file.bytes.size();
      if (valid && !file.name.empty()) texts.push_back({std::move(file.name), std::move(file.bytes)});
    }
  }
  for (const RegisteredRule& rule : BuiltInRules()) {
    for (const std::span<const Example> examples : {rule.info->bad, rule.info->good}) {
      for (const Example& example : examples) texts.push_back({std::string(example.file), std::string(example.text)});
    }
  }
  return texts;
}

}  // namespace

const std::vector<NamedText>& FixtureTexts() {
  static const auto& texts = *new std::vector<NamedText>(LoadFixtureTexts());
  return texts;
}

std::string Damaged(std::string_view text, uint32_t seed) {
  constexpr int kDamages = 4;
  std::mt19937 random(seed);
  std::string out(text);
  for (int i = 0; i < kDamages && !out.empty(); ++i) {
    size_t at = random() % out.size();
    while (at > 0 && (out[at] & '\xC0') == '\x80') --at;
    const size_t size = DecodeUtf8(out, at).size;
    const std::string character = out.substr(at, size);
    const std::string_view insertion = kInsertions[random() % std::size(kInsertions)];
    switch (random() % 4) {
      case 0:
        out.erase(at, size);
        break;
      case 1:
        out.insert(at, character);
        break;
      case 2:
        out.replace(at, size, insertion);
        break;
      default:
        out.insert(at, insertion);
        break;
    }
  }
  return out;
}

}  // namespace bylint::testing
