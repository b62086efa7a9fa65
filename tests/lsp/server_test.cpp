#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "checker/lsp/methods.h"
#include "tests/lsp/conversation.h"

namespace bylint::lsp {
namespace {

constexpr std::string_view kUri = "file:///desk/border.txt";
// One finding: nobody is said to have said it.
constexpr std::string_view kFaulty =
    "🎉 The cafe\u0301 closed on Monday. “We have had more than enough of this.” The vote is on Friday.\n";

TEST_CASE("lsp lifecycle: the order of the protocol is kept") {
  std::vector<Json> received;
  Server server([&](std::string_view message) { received.push_back(Json::parse(message)); });
  const auto ask = [&](Json message) {
    server.Receive(std::move(message));
    while (server.Step()) {
    }
  };
  ask({{"id", 1}, {"method", "textDocument/hover"}});
  CHECK(received.back()["error"]["code"] == -32002);
  ask({{"id", 2}, {"method", "initialize"}, {"params", {{"capabilities", Json::object()}}}});
  CHECK(received.back()["result"]["capabilities"]["positionEncoding"] == "utf-16");
  ask({{"id", 3}, {"method", "initialize"}});
  CHECK(received.back()["error"]["code"] == -32600);
  ask({{"id", 4}, {"method", "no/such"}});
  CHECK(received.back()["error"]["code"] == -32601);
  ask({{"id", "five"}, {"method", "shutdown"}});
  CHECK(received.back()["id"] == "five");
  CHECK(received.back()["result"].is_null());
  ask({{"id", 6}, {"method", "textDocument/hover"}});
  CHECK(received.back()["error"]["code"] == -32600);
  ask({{"method", "exit"}});
  CHECK(server.exit_code() == 0);
}

TEST_CASE("lsp lifecycle: exit without shutdown is a failure") {
  Conversation client;
  client.Tell("exit", {});
  CHECK(client.server.exit_code() == 1);
}

TEST_CASE("lsp: what is no request is refused, not obeyed") {
  Conversation client;
  const Json message =
      GENERATE(Json::array(), Json("x"), Json(1), Json{{"id", 9}}, Json{{"id", Json::array()}, {"method", "x"}});
  client.Queue(message);
  client.Work();
  CHECK(client.received.back()["error"]["code"] == -32600);
}

TEST_CASE("lsp: handlers bear any parameters") {
  Conversation client;
  client.Open(kUri, "“x");
  const Json junk =
      GENERATE(Json(), Json(7), Json::array({1, 2}), Json{{"textDocument", 3}}, Json{{"textDocument", {{"uri", 5}}}},
               Json{{"textDocument", {{"uri", kUri}}}, {"position", "x"}, {"range", 1}, {"contentChanges", 4}},
               Json{{"textDocument", {{"uri", kUri}}}, {"contentChanges", {1, "x", {{"range", 1}, {"text", "y"}}}}});
  for (const RequestMethod& method : RequestMethods()) {
    const Json response = client.Ask(method.name, junk);
    CHECK(response.is_object());
  }
  for (const NotificationMethod& method : NotificationMethods()) client.Tell(method.name, junk);
}

TEST_CASE("lsp diagnostics: pushed on open, on change, emptied on close") {
  Conversation client;
  client.Open(kUri, kFaulty);
  const Json pushed = client.Last("textDocument/publishDiagnostics");
  REQUIRE(pushed["diagnostics"].size() == 1);
  const Json& diagnostic = pushed["diagnostics"][0];
  CHECK(diagnostic["code"] == "unattributed-quote");
  CHECK(diagnostic["source"] == "bylint");
  CHECK(diagnostic["severity"] == 1);
  CHECK(diagnostic["range"] == Stretch(0, 31, 70));
  client.Change(kUri, 2, {{{"range", Stretch(0, 31, 70)}, {"text", "Nobody complained."}}});
  CHECK(client.Last("textDocument/publishDiagnostics")["diagnostics"].empty());
  CHECK(client.Last("textDocument/publishDiagnostics")["version"] == 2);
  client.Change(kUri, 3, {{{"text", kFaulty}}});
  CHECK(client.Last("textDocument/publishDiagnostics")["diagnostics"].size() == 1);
  client.Tell("textDocument/didClose", {{"textDocument", {{"uri", kUri}}}});
  CHECK(client.Last("textDocument/publishDiagnostics")["diagnostics"].empty());
}

TEST_CASE("lsp diagnostics: the house's names are respected, and read again when they change") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / ("bylint-lsp-names-" + std::to_string(getpid()));
  fs::create_directories(folder);
  const auto write = [&](std::string_view never) {
    std::ofstream(folder / "names.toml") << "[[person]]\npreferred = \"Anna Larsson\"\nnever = [\"" << never << "\"]\n";
  };
  write("Anna Lindqvist");
  const std::string uri = "file://" + (folder / "article.txt").string();
  Conversation client;
  client.Open(uri, "The seat went to Anna Lindqvist on Monday, and the voters thanked her.\n");
  const auto diagnostics = [&] { return client.Last("textDocument/publishDiagnostics")["diagnostics"]; };
  REQUIRE(diagnostics().size() == 1);
  CHECK(diagnostics()[0]["code"] == "misspelled-name");
  write("Anna Lund");
  client.Tell("workspace/didChangeWatchedFiles",
              {{"changes", Json::array({{{"uri", "file://" + (folder / "names.toml").string()}, {"type", 2}}})}});
  CHECK(diagnostics().empty());
  fs::remove_all(folder);
}

TEST_CASE("lsp diagnostics: clients that offer UTF-8 get it, clients that pull are not pushed") {
  Conversation client(Json{{"general", {{"positionEncodings", {"utf-16", "utf-8"}}}},
                           {"textDocument", {{"diagnostic", Json::object()}}}});
  client.Open(kUri, kFaulty);
  CHECK(client.Count("textDocument/publishDiagnostics") == 0);
  const Json report = client.Ask("textDocument/diagnostic", {{"textDocument", {{"uri", kUri}}}})["result"];
  REQUIRE(report["items"].size() == 1);
  CHECK(report["items"][0]["range"]["start"] == Place(0, 34));
}

TEST_CASE("lsp: ten changes that wait are checked once") {
  Conversation client;
  client.Open(kUri, "He left.\n");
  for (int version = 2; version < 12; ++version) {
    client.Queue(Conversation::ChangeMessage(kUri, version, {{{"range", Stretch(0, 0, 0)}, {"text", "x"}}}));
  }
  client.Work();
  CHECK(client.Count("textDocument/publishDiagnostics") == 2);
  CHECK(client.Last("textDocument/publishDiagnostics")["version"] == 11);
  CHECK(client.server.session().documents.find(kUri)->second.text() == "xxxxxxxxxxHe left.\n");
}

TEST_CASE("lsp: cancelled and outdated requests are not worked on") {
  Conversation client(Json{{"textDocument", {{"diagnostic", Json::object()}}}});
  client.Open(kUri, kFaulty);
  const Json params = {{"textDocument", {{"uri", kUri}}}};
  client.Queue({{"id", 100}, {"method", "textDocument/diagnostic"}, {"params", params}});
  client.Queue({{"method", "$/cancelRequest"}, {"params", {{"id", 100}}}});
  client.Queue({{"id", 101}, {"method", "textDocument/diagnostic"}, {"params", params}});
  client.Queue(Conversation::ChangeMessage(kUri, 2, {{{"text", "He left."}}}));
  client.Queue({{"id", 102}, {"method", "textDocument/diagnostic"}, {"params", params}});
  client.Work();
  CHECK(client.ResponseTo(100)["error"]["code"] == -32800);
  CHECK(client.ResponseTo(101)["error"]["code"] == -32801);
  CHECK(client.ResponseTo(102)["result"]["items"].empty());
}

TEST_CASE("lsp: a document over the limit is not checked, which is said once") {
  Conversation client;
  const std::string huge(50'000'000, 'x');
  client.Open(kUri, huge);
  CHECK(client.Count("window/showMessage") == 1);
  client.Change(kUri, 2, {{{"range", Stretch(0, 0, 0)}, {"text", "x"}}});
  CHECK(client.Count("window/showMessage") == 1);
  CHECK(client.Last("textDocument/publishDiagnostics")["diagnostics"].empty());
  client.Change(kUri, 3, {{{"text", kFaulty}}});
  CHECK(client.Last("textDocument/publishDiagnostics")["diagnostics"].size() == 1);
}

}  // namespace
}  // namespace bylint::lsp
