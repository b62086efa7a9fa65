// Work grows linearly: inputs that no editor writes end in time and without harm.
#include <catch2/catch.hpp>
#include <ctime>
#include <string>

#include "tests/harness/lint.h"

namespace bylint::testing {
namespace {

constexpr size_t kMegabyte = 1'000'000;

std::string Repeated(std::string_view unit, size_t size) {
  std::string out;
  out.reserve(size + unit.size());
  while (out.size() < size) out += unit;
  return out;
}

// Processor time that any of these inputs may take. What grows with the square of its input takes minutes.
#ifdef NDEBUG
constexpr double kSeconds = 2;
#else
constexpr double kSeconds = 20;  // assertions, and perhaps sanitizers
#endif

double ProcessorSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// Lints it as plain text and as Markdown.
void CheckEnds(const std::string& text) {
  for (const std::string_view name : {"hostile.txt", "hostile.md"}) {
    const double start = ProcessorSeconds();
    CHECK(Lint(name, text, DefaultRules()).ok());
    CAPTURE(name);
    CHECK(ProcessorSeconds() - start < kSeconds);
  }
}

TEST_CASE("hostile: a paragraph of ten megabytes") {
  CheckEnds(Repeated("“We will see,” said Anna Berg, the mayor of Wexcombe. Mr. Holt didn’t agree. ", 10 * kMegabyte));
}

TEST_CASE("hostile: ten megabytes of apostrophes in a quotation that nothing closes") {
  const std::string_view open = GENERATE("“", "'");
  CheckEnds(std::string(open) + Repeated("Mr. Holt didn't agree and left with the others' bags. ", 10 * kMegabyte));
}

TEST_CASE("hostile: a paragraph of ten megabytes in which nothing closes") {
  CheckEnds(Repeated("\"We will see, said Anna Berg, the mayor of Wexcombe. Mr. Holt didn't agree. ", 10 * kMegabyte));
}

TEST_CASE("hostile: ten megabytes without a space") { CheckEnds(Repeated("word", 10 * kMegabyte)); }

TEST_CASE("hostile: a hundred thousand marks in a row") {
  const std::string_view mark = GENERATE("“", "”", "\"", "'", "’", "‘", "``", "''", "(", "“‘", "\" ", "5' ", "'’",
                                         "s’ ", "“ ‘ \" '", "a=\"", "°5“ ", "< ", "<a ");
  CAPTURE(mark);
  CheckEnds(Repeated(mark, 100'000 * mark.size()));
}

TEST_CASE("hostile: a hundred thousand full stops and what closes sentences, before something that begins none") {
  const std::string_view unit = GENERATE("!", ".", "?)", "!”", ".]");
  CheckEnds("Said" + Repeated(unit, 100'000 * unit.size()) + "x");
}

TEST_CASE("hostile: a hundred thousand quotations that nothing closes") {
  CheckEnds(Repeated("“I said so. ", 100'000 * 12));
}

TEST_CASE("hostile: a hundred thousand paragraphs that each open a quotation") {
  CheckEnds(Repeated("“I said so, and so did Anna Berg.\n\n", 100'000 * 36));
}

TEST_CASE("hostile: a thousand levels") {
  constexpr size_t kLevels = 1000;
  std::string quotations, brackets, block_quotes, lists;
  for (size_t i = 0; i < kLevels; ++i) {
    quotations += i % 2 == 0 ? "“so " : "‘so ";
    brackets += "[(";
    block_quotes += "> ";
    lists += std::string(2 * i, ' ') + "- said\n";
  }
  for (size_t i = kLevels; i > 0; --i) quotations += i % 2 == 0 ? "’" : "”";
  CheckEnds(quotations);
  CheckEnds(brackets);
  CheckEnds(block_quotes + "said");
  CheckEnds(lists);
}

TEST_CASE("hostile: many names, all alike and all different") {
  std::string different;
  for (int i = 0; i < 20'000; ++i) {
    std::string name = "Aa";
    for (int rest = i; rest > 0; rest /= 26) name += static_cast<char>('a' + rest % 26);
    different += "Anna " + name + " spoke. Then " + name + " left. ";
  }
  CheckEnds(different);
  CheckEnds(Repeated("Anna Berg met Ana Berg and Anna Burg. ", kMegabyte));
  CheckEnds(Repeated("Anna ", kMegabyte));
}

TEST_CASE("hostile: nothing, and nearly nothing") {
  for (const std::string_view text : {"", "\n", " ", "\r\n\r\n", "“", "\"", "'", "a", ".", "\xEF\xBB\xBF",
                                      "\xEF\xBB\xBF\"", "---\n", "---\ntitle:\n---\n", "\u00a0", "```", "\xC2\x85"}) {
    CAPTURE(text);
    CheckEnds(std::string(text));
  }
}

}  // namespace
}  // namespace bylint::testing
