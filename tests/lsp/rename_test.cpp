// A person's name, written anew wherever this person is named.
#include <catch2/catch.hpp>

#include "tests/lsp/conversation.h"
#include "tests/lsp/workspace.h"

namespace bylint::lsp {
namespace {

constexpr std::string_view kUri = "file:///desk/border.txt";
constexpr std::string_view kText =
    "Anna Berg opened the bridge on Monday. Berg’s office paid for it.\n"
    "\n"
    "“They asked Berg twice, and Berg said no,” said Ola Rønning, the treasurer.\n"
    "\n"
    "Olaf Berg, a farmer, stayed at home.\n";

Json Capabilities(Json workspace_edit = Json::object()) {
  return {{"general", {{"positionEncodings", {"utf-8"}}}}, {"workspace", {{"workspaceEdit", workspace_edit}}}};
}

Json ParametersAt(std::string_view uri, Json place, std::string_view new_name) {
  return {{"textDocument", {{"uri", uri}}}, {"position", std::move(place)}, {"newName", new_name}};
}

// The response to the renaming of the `Berg` of the first line.
Json Renamed(Conversation& client, std::string_view new_name, std::string_view uri = kUri) {
  client.Open(uri, kText);
  return client.Ask("textDocument/rename", ParametersAt(uri, Place(0, 5), new_name));
}

TEST_CASE("lsp rename: a word of the person's name, not of a namesake's, and not in quotations") {
  Conversation client(Capabilities());
  const Json edit = Renamed(client, "Bergh")["result"];
  CHECK(Applied(std::string(kText), edit["changes"][std::string(kUri)]) ==
        "Anna Bergh opened the bridge on Monday. Bergh’s office paid for it.\n"
        "\n"
        "“They asked Berg twice, and Berg said no,” said Ola Rønning, the treasurer.\n"
        "\n"
        "Olaf Berg, a farmer, stayed at home.\n");
}

TEST_CASE("lsp rename: in quotations too where the user wants it") {
  Conversation client(Capabilities(), {{"renameInQuotations", "always"}});
  const Json edit = Renamed(client, "Bergh")["result"];
  const std::string text = Applied(std::string(kText), edit["changes"][std::string(kUri)]);
  CHECK(text.find("“They asked Bergh twice, and Bergh said no,”") != std::string::npos);
  CHECK(text.find("Olaf Berg, a farmer") != std::string::npos);
}

TEST_CASE("lsp rename: edits in quotations wait for a yes where the client can ask") {
  Conversation asking(Capabilities({{"documentChanges", true}, {"changeAnnotationSupport", Json::object()}}),
                      {{"renameInQuotations", "ask"}});
  const Json edit = Renamed(asking, "Bergh")["result"];
  REQUIRE(edit["documentChanges"].size() == 1);
  CHECK(edit["documentChanges"][0]["textDocument"] == Json({{"uri", kUri}, {"version", 1}}));
  CHECK(edit["changeAnnotations"]["inside-quotation"]["needsConfirmation"] == true);
  for (const Json& change : edit["documentChanges"][0]["edits"]) {
    CHECK(change.contains("annotationId") == (change["range"]["start"]["line"] == 2));
  }
  CHECK(edit["documentChanges"][0]["edits"].size() == 4);

  Conversation silent(Capabilities({{"documentChanges", true}}), {{"renameInQuotations", "ask"}});
  const Json without = Renamed(silent, "Bergh")["result"];
  CHECK(without["documentChanges"][0]["edits"].size() == 2);
  CHECK_FALSE(without.contains("changeAnnotations"));
}

TEST_CASE("lsp rename: in other articles, open and closed, of the person of that full name") {
  const Workspace workspace("rename");
  workspace.Write("closed.txt", "Anna Berg went home on Friday. Berg was tired.\n");
  workspace.Write("namesake.txt", "Olaf Berg went home on Friday. Berg was tired.\n");
  workspace.Write("open.txt", "Anna Berg is not here, as the stored file has it. Berg is not. Berg is not.\n");
  Conversation client(Capabilities({{"documentChanges", true}}), {{"renameInWorkspace", true}}, workspace.Uri());
  client.Open(workspace.Uri("open.txt"), "The mayor, Anna Berg, came back.\n");
  const Json edit = Renamed(client, "Bergh", workspace.Uri("border.txt"))["result"];
  std::map<std::string, size_t> edits;
  std::map<std::string, Json> versions;
  for (const Json& document : edit["documentChanges"]) {
    edits[document["textDocument"]["uri"]] = document["edits"].size();
    versions[document["textDocument"]["uri"]] = document["textDocument"]["version"];
  }
  CHECK(edits == std::map<std::string, size_t>{{workspace.Uri("border.txt"), 2},
                                               {workspace.Uri("closed.txt"), 2},
                                               {workspace.Uri("open.txt"), 1}});
  CHECK(versions[workspace.Uri("open.txt")] == 1);
  CHECK(versions[workspace.Uri("closed.txt")].is_null());
}

TEST_CASE("lsp rename: what is to be renamed is shown without a possessive ending") {
  Conversation client(Capabilities());
  client.Open(kUri, kText);
  const Json prepared = client.Ask("textDocument/prepareRename", ParametersAt(kUri, Place(0, 41), ""))["result"];
  CHECK(prepared == Json({{"range", Stretch(0, 39, 43)}, {"placeholder", "Berg"}}));
  CHECK(client.Ask("textDocument/prepareRename", ParametersAt(kUri, Place(0, 14), ""))["result"].is_null());
}

TEST_CASE("lsp rename: neither what is no name, nor to what is none") {
  Conversation client(Capabilities());
  client.Open(kUri, kText);
  const Json nobody = client.Ask("textDocument/rename", ParametersAt(kUri, Place(0, 14), "Bergh"));
  CHECK(nobody["error"]["message"] == "there is no name of a person here");
  const Json elsewhere = client.Ask("textDocument/rename", ParametersAt("file:///desk/no.txt", Place(0, 5), "Bergh"));
  CHECK(elsewhere["error"]["message"] == "there is no name of a person here");
  const std::string name = GENERATE("", "  ", "Ber\ngh", "Berg\th");
  CHECK(Renamed(client, name)["error"]["code"] == -32602);
}

}  // namespace
}  // namespace bylint::lsp
