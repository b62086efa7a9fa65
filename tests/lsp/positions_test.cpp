#include "checker/lsp/positions.h"

#include <catch2/catch.hpp>

#include "checker/lsp/json.h"
#include "checker/lsp/uri.h"

namespace bylint::lsp {

std::ostream& operator<<(std::ostream& out, Position p) { return out << p.line << ":" << p.character; }

namespace {

TEST_CASE("lsp positions: an emoji and a combining accent before the column") {
  const std::string text = "one\n🎉 e\u0301 “x”";  // 🎉 4 bytes, 2 UTF-16 units; e 1; accent 2 bytes, 1 unit
  const LineIndex lines(text);
  const auto quote = static_cast<uint32_t>(text.find("“"));
  const auto [encoding, column] = GENERATE(table<PositionEncoding, uint32_t>(
      {{PositionEncoding::kUtf8, 9}, {PositionEncoding::kUtf16, 6}, {PositionEncoding::kUtf32, 5}}));
  CHECK(lines.ToPosition(text, quote, encoding) == Position{1, column});
  CHECK(lines.ToOffset(text, {1, column}, encoding) == quote);
}

TEST_CASE("lsp positions: every line end of the protocol") {
  const std::string text = "a\r\nb\nc\rd";
  const LineIndex lines(text);
  REQUIRE(lines.line_count() == 4);
  CHECK(lines.ToOffset(text, {1, 0}, PositionEncoding::kUtf16) == 3);
  CHECK(lines.ToOffset(text, {2, 0}, PositionEncoding::kUtf16) == 5);
  CHECK(lines.ToOffset(text, {3, 0}, PositionEncoding::kUtf16) == 7);
  CHECK(lines.ToPosition(text, 2, PositionEncoding::kUtf16) == Position{0, 1});  // between CR and LF
}

TEST_CASE("lsp positions: out of range is pulled in") {
  const std::string text = "ab\n🎉";
  const LineIndex lines(text);
  CHECK(lines.ToOffset(text, {0, 99}, PositionEncoding::kUtf16) == 2);
  CHECK(lines.ToOffset(text, {99, 0}, PositionEncoding::kUtf16) == text.size());
  CHECK(lines.ToOffset(text, {1, 1}, PositionEncoding::kUtf16) == 3);  // half an emoji
  CHECK(ParsePosition(Json{{"line", -5}, {"character", 1e12}}) == Position{0, 2147483647});
  CHECK_FALSE(ParsePosition(Json{{"line", "1"}, {"character", 0}}));
  CHECK_FALSE(ParsePosition(Json::array()));
}

TEST_CASE("lsp uri: paths there and back") {
  const std::string path = GENERATE("/a/b.txt", "/été/100%/x y#z?.txt", "/“q”.md");
  CHECK(PathOfUri(UriOfPath(path)) == path);
  CHECK(PathOfUri("file://host/a%20b") == "/a b");
  CHECK(PathOfUri("file:///a%2") == "/a%2");
  CHECK_FALSE(PathOfUri("untitled:Untitled-1"));
  CHECK_FALSE(PathOfUri("file:"));
}

TEST_CASE("lsp json: what a stranger sends never throws") {
  CHECK(At(Json::array(), "x").is_null());
  CHECK(At(Json("text"), {"x", "y"}).is_null());
  CHECK_FALSE(ParseMessage("{\"a\":"));
  CHECK_FALSE(ParseMessage("\xff\xfe"));
  CHECK(ParseMessage(R"({"a":"\ud83d"})")->at("a") == "\uFFFD");
  CHECK(ParseMessage(R"({"a":"\\ud83d \ud83c\udf89 \udf89"})")->at("a") == "\\ud83d 🎉 \uFFFD");
  CHECK(Dump(Json("\xff")) == "\"\uFFFD\"");
  CHECK(ParseMessage(std::string(200'000, '[')) == std::nullopt);
}

}  // namespace
}  // namespace bylint::lsp
