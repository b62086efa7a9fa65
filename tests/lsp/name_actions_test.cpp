// An odd spelling, put into the house's list of names by a click.
#include <catch2/catch.hpp>

#include "tests/lsp/conversation.h"
#include "tests/lsp/workspace.h"

namespace bylint::lsp {
namespace {

constexpr std::string_view kOdd =
    "Ingrid Halvorsen opened the bridge on Monday. Halvorsen thanked the crew, and Halvorsen left.\n"
    "\n"
    "Ingrid Halverson said that the town would pay off the debt by 2040.\n";

Json Capabilities(Json workspace_edit) {
  return {{"general", {{"positionEncodings", {"utf-8"}}}},
          {"textDocument", {{"codeAction", {{"codeActionLiteralSupport", Json::object()}}}}},
          {"workspace", {{"workspaceEdit", std::move(workspace_edit)}}}};
}

const Json kMakesFiles = {{"documentChanges", true}, {"resourceOperations", {"create"}}};

// Actions about the list, for those lines of the article.
std::vector<Json> NameActions(Conversation& client, const std::string& uri, int first_line = 0, int last_line = 99) {
  client.Open(uri, kOdd);
  const Json range = {{"start", Place(first_line, 0)}, {"end", Place(last_line, 0)}};
  const Json response =
      client.Ask("textDocument/codeAction",
                 {{"textDocument", {{"uri", uri}}}, {"range", range}, {"context", {{"diagnostics", Json::array()}}}});
  std::vector<Json> actions;
  for (const Json& action : response["result"]) {
    if (StringOr(At(action, "title")).ends_with(" in names.toml")) actions.push_back(action);
  }
  return actions;
}

TEST_CASE("lsp name actions: the entry is put behind those that the list has") {
  const Workspace workspace("name-actions");
  const auto [list, gap] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"[[person]]\npreferred = \"Anna Berg\"\n", "\n"},
      {"[[person]]\npreferred = \"Anna Berg\"", "\n\n"},
  }));
  workspace.Write("names.toml", list);
  Conversation client(Capabilities(Json::object()), Json(), workspace.Uri());
  const std::vector<Json> actions = NameActions(client, workspace.Uri("bridge.txt"));
  REQUIRE(actions.size() == 2);
  const auto after = [&](const Json& action) {
    return Applied(list, action["edit"]["changes"][workspace.Uri("names.toml")]);
  };
  CHECK(actions[0]["title"] == "Accept `Ingrid Halverson` in names.toml");
  CHECK(after(actions[0]) ==
        list + gap + "[[person]]\npreferred = \"Ingrid Halvorsen\"\naccepted = [\"Ingrid Halverson\"]\n");
  CHECK(actions[1]["title"] == "Prefer `Ingrid Halverson` in names.toml");
  CHECK(after(actions[1]) == list + gap + "[[person]]\npreferred = \"Ingrid Halverson\"\n");
  CHECK(actions[0]["diagnostics"][0]["code"] == "name-variant");
}

TEST_CASE("lsp name actions: the list as it is in the editor counts, not as it is stored") {
  const Workspace workspace("name-actions-open");
  workspace.Write("names.toml", "");
  Conversation client(Capabilities(kMakesFiles), Json(), workspace.Uri());
  client.Open(workspace.Uri("names.toml"), "# names\n", "toml");
  const std::vector<Json> actions = NameActions(client, workspace.Uri("bridge.txt"));
  REQUIRE(actions.size() == 2);
  const Json& change = actions[0]["edit"]["documentChanges"][0];
  CHECK(change["textDocument"]["version"] == 1);
  CHECK(change["edits"][0]["range"] == Json({{"start", Place(1, 0)}, {"end", Place(1, 0)}}));
}

TEST_CASE("lsp name actions: a list that is not there is made by clients that can") {
  const Workspace workspace("name-actions-new");
  const std::string uri = workspace.Uri("bridge.txt");
  Conversation able(Capabilities(kMakesFiles), Json(), workspace.Uri());
  const std::vector<Json> actions = NameActions(able, uri);
  REQUIRE(actions.size() == 2);
  const Json& changes = actions[0]["edit"]["documentChanges"];
  REQUIRE(changes.size() == 2);
  CHECK(changes[0]["kind"] == "create");
  CHECK(changes[0]["uri"] == workspace.Uri("names.toml"));
  CHECK(changes[1]["textDocument"]["uri"] == workspace.Uri("names.toml"));

  Conversation unable(Capabilities(Json::object()), Json(), workspace.Uri());
  CHECK(NameActions(unable, uri).empty());
}

TEST_CASE("lsp name actions: a new list stands beside the configuration") {
  const Workspace workspace("name-actions-config");
  std::filesystem::create_directories(std::filesystem::path(workspace.Uri().substr(7)) / "desk/today");
  workspace.Write("desk/bylint.toml", "");
  Conversation client(Capabilities(kMakesFiles), Json(), workspace.Uri());
  const std::vector<Json> actions = NameActions(client, workspace.Uri("desk/today/bridge.txt"));
  REQUIRE(actions.size() == 2);
  CHECK(actions[0]["edit"]["documentChanges"][0]["uri"] == workspace.Uri("desk/names.toml"));
}

TEST_CASE("lsp name actions: none outside of the workspace, and none for other lines") {
  const Workspace workspace("name-actions-none");
  workspace.Write("names.toml", "");
  Conversation client(Capabilities(kMakesFiles), Json(), workspace.Uri());
  CHECK(NameActions(client, "file:///desk/bridge.txt").empty());
  CHECK(NameActions(client, workspace.Uri("bridge.txt"), 0, 1).empty());
  CHECK(NameActions(client, workspace.Uri("bridge.txt"), 2, 3).size() == 2);
}

}  // namespace
}  // namespace bylint::lsp
