#include "checker/lsp/json_text.h"

#include <catch2/catch.hpp>

namespace bylint::lsp {
namespace {

TEST_CASE("lsp json text: a string is read back as it was") {
  for (const std::string text : {"", "plain", "a \"quote\" and a \\", "line\nbreak\ttab\x01\x1f", "“Zoë” 🎉\x7f"}) {
    CHECK(Json::parse(JsonText().String(text).Take()) == text);
  }
}

TEST_CASE("lsp json text: half a code point does not spoil the message") {
  CHECK(Json::parse(JsonText().String("half \xE2\x80").Take()) == "half \uFFFD");
}

TEST_CASE("lsp json text: values of a list") {
  JsonText text;
  bool first = true;
  text.Raw("[");
  for (const int64_t value : {-1, 0, 7}) text.Comma(first).Number(value);
  text.Comma(first).Value({{"a", nullptr}}).Raw("]");
  CHECK(text.Take() == R"([-1,0,7,{"a":null}])");
}

}  // namespace
}  // namespace bylint::lsp
