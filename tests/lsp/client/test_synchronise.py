"""What an editor tells the server beside the text, and that the suite covers every method."""

import os
import pathlib
import re

import conftest
import pytest
from conftest import ARTICLE
from lsprotocol import types

OFF = 'ignore = ["attribution"]\n'


async def test_saving_puts_the_saved_text_in_force(pushed):
    assert len(await pushed.diagnostics()) == 1
    pushed.client.text_document_did_save(
        types.DidSaveTextDocumentParams(text_document=pushed.document, text="Nobody came.\n")
    )
    assert await pushed.diagnostics() == []


async def test_a_changed_configuration_judges_what_is_open_again(pushed, tmp_path):
    assert len(await pushed.diagnostics()) == 1
    config = tmp_path / "bylint.toml"
    for text, kind, count in ((OFF, types.FileChangeType.Created, 0), ("", types.FileChangeType.Changed, 1)):
        config.write_text(text, encoding="utf-8")
        pushed.client.workspace_did_change_watched_files(
            types.DidChangeWatchedFilesParams(changes=[types.FileEvent(uri=config.as_uri(), type=kind)])
        )
        assert len(await pushed.diagnostics()) == count


async def test_settings_take_effect(pulled):
    everything = types.Range(types.Position(0, 0), types.Position(99, 0))
    params = types.InlayHintParams(text_document=pulled.document, range=everything)
    assert await pulled.client.text_document_inlay_hint_async(params)
    pulled.client.workspace_did_change_configuration(
        types.DidChangeConfigurationParams(settings={"bylint": {"inlayHints": False}})
    )
    assert not await pulled.client.text_document_inlay_hint_async(params)


async def test_a_folder_that_is_added_is_checked_too(pushed, tmp_path_factory):
    await pushed.diagnostics()
    other = tmp_path_factory.mktemp("other")
    (other / "closed.txt").write_text(ARTICLE, encoding="utf-8")
    folder = types.WorkspaceFolder(uri=other.as_uri(), name="other")
    check = types.ExecuteCommandParams(command="bylint.checkWorkspace")

    async def findings(added, removed):
        event = types.WorkspaceFoldersChangeEvent(added=added, removed=removed)
        pushed.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event=event))
        return (await pushed.client.workspace_execute_command_async(check))["findings"]

    assert await findings([folder], []) == 2
    assert await findings([], [folder]) == 1


async def test_a_cancelled_request_is_answered_once(pulled):
    params = types.DocumentDiagnosticParams(text_document=pulled.document)
    cancelled = pulled.client.protocol.send_request("textDocument/diagnostic", params)
    pulled.client.cancel_request(types.CancelParams(id=1_000_000))  # one that nobody made
    assert (await pulled.client.text_document_diagnostic_async(params)).items
    cancelled.cancel()
    hover = await pulled.client.text_document_hover_async(types.HoverParams(**pulled.at(4, "not forget")))
    assert hover is not None


def test_every_method_offered_was_asked_for(request):
    if request.session.testscollected < 40:
        pytest.skip("only a part of the suite runs")
    source = pathlib.Path(__file__).parents[3] / "checker" / "lsp" / "methods.cpp"
    offered = set(re.findall(r'\{"([\w$/]+)", \w+', source.read_text(encoding="utf-8")))
    assert len(offered) >= 20
    assert offered - conftest.sent == set()
