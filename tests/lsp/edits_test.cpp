// Random typing: after every change the server holds the text that the editor holds, and says of it what a fresh
// check says. `[endurance]` types for a day; it is hidden and run by name.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <random>

#include "checker/base/utf8.h"
#include "checker/lsp/diagnostic.h"
#include "tests/lsp/conversation.h"

namespace bylint::lsp {
namespace {

constexpr std::string_view kUri = "file:///desk/article.txt";
constexpr std::string_view kArticle =
    "Border reopens after nine weeks\n\nBy Anna Berg\n\n"
    "🎉 The Cafe\u0301 closed on Monday. “We have had more than enough of this.” The vote is on Friday.\n\n"
    "Volodymyr Zelenskyy spoke in Kyiv. “We will rebuild every single house,” Zelenskyy said.\n\n"
    "“And we will not forget,” he said. “It’s a long road.\n\n“But we will walk it,” he added.\r\n\r\n"
    "The ‘dogs’ of the ’90s, a 6' 2\" man said, were \"not so bad\", O’Brien’s aide told reporters.\n";
constexpr std::string_view kPieces[] = {"a",  "e",        " ",        "“",  "”",    "\"",      "'",      "’",      "‘",
                                        "\n", "\n\n",     "\r\n",     "\r", "🎉",   "e\u0301", "said",   "he ",    ".",
                                        ",”", " he said", "Zelensky", "(",  "”\n“", "–",       "\u00A0", "\uFEFF", ""};

std::u16string ToUtf16(std::string_view text) {
  std::u16string wide;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeUtf8(text, i);
    i += c.size;
    if (c.value < 0x10000) {
      wide.push_back(static_cast<char16_t>(c.value));
    } else {
      wide.push_back(static_cast<char16_t>(0xD800 + ((c.value - 0x10000) >> 10)));
      wide.push_back(static_cast<char16_t>(0xDC00 + ((c.value - 0x10000) & 0x3FF)));
    }
  }
  return wide;
}

bool SplitsPair(const std::u16string& text, size_t at) {
  return at > 0 && at < text.size() && text[at] >= 0xDC00 && text[at] < 0xE000;
}

// The editor: a text in UTF-16, with positions counted the slow and simple way.
class Editor {
 public:
  explicit Editor(std::string_view text) : text_(ToUtf16(text)) {}

  template <typename Random>
  Json RandomChange(Random& random) {
    const auto below = [&](size_t n) { return std::uniform_int_distribution<size_t>(0, n)(random); };
    size_t begin = below(text_.size());
    size_t end = std::min(text_.size(), begin + (below(3) == 0 ? below(40) : below(2)));
    while (SplitsPair(text_, begin)) --begin;
    while (SplitsPair(text_, end)) ++end;
    // The line break that a position stands for begins a line or ends one, but is never within.
    if (WithinBreak(begin)) --begin;
    if (WithinBreak(end)) ++end;
    const std::string_view piece = kPieces[below(std::size(kPieces) - 1)];
    Json range = {{"start", PositionOf(begin)}, {"end", PositionOf(end)}};
    // It must not grow for ever.
    const std::string_view inserted = text_.size() > 4000 ? "" : piece;
    text_.replace(begin, end - begin, ToUtf16(inserted));
    return {{"range", std::move(range)}, {"text", inserted}};
  }
  const std::u16string& text() const { return text_; }

 private:
  bool WithinBreak(size_t at) const {
    return at > 0 && at < text_.size() && text_[at - 1] == u'\r' && text_[at] == u'\n';
  }
  Json PositionOf(size_t at) const {
    int line = 0;
    int column = 0;
    for (size_t i = 0; i < at; ++i) {
      const bool line_ends =
          text_[i] == u'\n' || (text_[i] == u'\r' && (i + 1 >= text_.size() || text_[i + 1] != u'\n'));
      line += line_ends ? 1 : 0;
      column = line_ends ? 0 : column + 1;
    }
    return Place(line, column);
  }
  std::u16string text_;
};

Json FreshDiagnostics(const Session& session, std::string_view text) {
  static Checker checker;  // of its own: nothing is shared with the server
  OpenDocument document(std::string(kUri), "plaintext", 0, std::string(text));
  const Checked* checked = document.Check(checker);
  return DiagnosticsJson(session.client, ViewOf(document), checked->findings);
}

long ResidentPages() {
  std::ifstream statm("/proc/self/statm");
  long size = 0;
  long resident = 0;
  statm >> size >> resident;
  return resident;
}

// Types `count` changes; compares with a fresh check after each `every` of them.
void Type(Conversation& client, Editor& editor, std::mt19937& random, int& version, int count, int every) {
  for (int i = 1; i <= count; ++i) {
    client.received.clear();
    client.Change(kUri, ++version, Json::array({editor.RandomChange(random)}));
    if (i % every != 0) continue;
    const Session& session = client.server.session();
    const OpenDocument& document = session.documents.find(kUri)->second;
    REQUIRE(ToUtf16(document.text()) == editor.text());
    REQUIRE(client.Last("textDocument/publishDiagnostics")["diagnostics"] ==
            FreshDiagnostics(session, document.text()));
  }
}

TEST_CASE("lsp edits: the state after random edits is that of a fresh check") {
  std::mt19937 random(GENERATE(1u, 2u, 3u));
  Conversation client;
  client.Open(kUri, kArticle);
  Editor editor(kArticle);
  int version = 1;
  Type(client, editor, random, version, 700, 1);
}

TEST_CASE("lsp edits: memory is flat over 200,000 edits", "[.][endurance]") {
  std::mt19937 random(11);
  Conversation client;
  client.Open(kUri, kArticle);
  Editor editor(kArticle);
  int version = 1;
  Type(client, editor, random, version, 20'000, 1);
  const long before = ResidentPages();
  Type(client, editor, random, version, 200'000, 1);
  const long grown = (ResidentPages() - before) * sysconf(_SC_PAGESIZE);
  WARN("resident memory grew by " << grown << " bytes over 200,000 edits");
  CHECK(grown < (long{2} << 20));
}

}  // namespace
}  // namespace bylint::lsp
