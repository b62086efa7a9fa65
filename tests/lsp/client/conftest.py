"""Clients of three kinds, each with an article open."""

import os
from dataclasses import dataclass

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.protocol import JsonRPCProtocol
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

# The emoji is two UTF-16 units and the accent of "café" a character of its own: columns show who counts wrong.
ARTICLE = (
    "🎉 The cafe\u0301 closed on Monday. “We have had more than enough of this.” The vote is on Friday.\n"
    "\n"
    "Volodymyr Zelenskyy spoke in Kyiv on Monday. “We will rebuild every single house,” Zelenskyy said.\n"
    "\n"
    "“And we will not forget anybody here,” he said. Zelenskyy’s office did not want to say more.\n"
    "\n"
    "“I never met Zelenskyy in my life,” said Anna Berg, the mayor of Lviv.\n"
)
LINES = ARTICLE.split("\n")

sent: set[str] = set()  # the methods that any client used


def remember(name: str) -> None:
    send = getattr(JsonRPCProtocol, name)

    def remembering(self, method, *arguments, **options):
        sent.add(method)
        return send(self, method, *arguments, **options)

    setattr(JsonRPCProtocol, name, remembering)


remember("notify")
remember("send_request")


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def place(line: int, words: str, *, end: bool = False) -> types.Position:
    """Where the words stand in that line of the article."""
    at = LINES[line].index(words)
    return types.Position(line, units(LINES[line][: at + (len(words) if end else 0)]))


def stretch(line: int, words: str) -> types.Range:
    return types.Range(place(line, words), place(line, words, end=True))


def words_at(range_: types.Range, text: str = ARTICLE) -> str:
    """The words that a range of one line marks."""
    assert range_.start.line == range_.end.line
    line = text.split("\n")[range_.start.line].encode("utf-16-le")
    return line[2 * range_.start.character : 2 * range_.end.character].decode("utf-16-le")


@dataclass
class Desk:
    """A client with the article open."""

    client: LanguageClient
    uri: str
    result: types.InitializeResult

    @property
    def document(self) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(uri=self.uri)

    def at(self, line: int, words: str) -> dict:
        return {"text_document": self.document, "position": place(line, words)}

    async def diagnostics(self) -> list[types.Diagnostic]:
        await self.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        return list(self.client.diagnostics[self.uri])

    def change(self, version: int, *changes) -> None:
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                text_document=types.VersionedTextDocumentIdentifier(uri=self.uri, version=version),
                content_changes=list(changes),
            )
        )


def server() -> ClientServerConfig:
    return ClientServerConfig(server_command=[os.environ["BYLINT"], "lsp"])


async def open_desk(client: LanguageClient, folder, capabilities, options=None) -> Desk:
    path = folder / "border.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    result = await client.initialize_session(
        types.InitializeParams(
            capabilities=capabilities,
            process_id=os.getpid(),
            workspace_folders=[types.WorkspaceFolder(uri=folder.as_uri(), name="desk")],
            initialization_options=options,
        )
    )
    desk = Desk(client, path.as_uri(), result)
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(
            text_document=types.TextDocumentItem(uri=desk.uri, language_id="plaintext", version=1, text=ARTICLE)
        )
    )
    return desk


def current_vscode() -> types.ClientCapabilities:
    """The newest recorded capabilities, with what was added since."""
    capabilities = client_capabilities("visual-studio-code")
    capabilities.text_document.diagnostic = types.DiagnosticClientCapabilities(dynamic_registration=True)
    capabilities.text_document.inlay_hint = types.InlayHintClientCapabilities(dynamic_registration=True)
    capabilities.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
    capabilities.workspace.inlay_hint = types.InlayHintWorkspaceClientCapabilities(refresh_support=True)
    return capabilities


def without_pull(capabilities: types.ClientCapabilities) -> types.ClientCapabilities:
    capabilities.text_document.diagnostic = None
    return capabilities


def answer_requests(client: LanguageClient) -> None:
    """The server asks for these; an editor has nothing to say to them."""
    for method in (types.CLIENT_REGISTER_CAPABILITY, types.WORKSPACE_INLAY_HINT_REFRESH):
        client.feature(method)(lambda *_params: None)


@pytest_lsp.fixture(config=server())
async def pushed_client(lsp_client: LanguageClient, tmp_path):
    lsp_client.desk = await open_desk(lsp_client, tmp_path, without_pull(client_capabilities("neovim@v0.7.0")))
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(config=server())
async def pulled_client(lsp_client: LanguageClient, tmp_path):
    answer_requests(lsp_client)
    settings = {"inlayHints": True, "workspaceDiagnostics": True, "renameInWorkspace": True}
    lsp_client.desk = await open_desk(lsp_client, tmp_path, current_vscode(), settings)
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(config=server())
async def bare_client(lsp_client: LanguageClient, tmp_path):
    lsp_client.desk = await open_desk(lsp_client, tmp_path, types.ClientCapabilities())
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def pushed(pushed_client) -> Desk:
    """Neovim: pushed diagnostics."""
    return pushed_client.desk


@pytest.fixture
def pulled(pulled_client) -> Desk:
    """Visual Studio Code: diagnostics are asked for; hints and workspace diagnostics are wanted."""
    return pulled_client.desk


@pytest.fixture
def bare(bare_client) -> Desk:
    """A client that announces nothing at all."""
    return bare_client.desk
