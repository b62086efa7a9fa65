"""Every method that bylint offers, asked by a client that others wrote."""

import pytest
from conftest import ARTICLE, place, stretch, units, words_at
from lsprotocol import types

FAULT = "“We have had more than enough of this.”"


async def test_initialize_tells_name_and_what_is_offered(pushed, bare):
    assert pushed.result.server_info.name == "bylint"
    assert pushed.result.capabilities.position_encoding == "utf-16"
    assert bare.result.capabilities.diagnostic_provider is None


async def test_pushed_diagnostics_mark_the_quotation(pushed):
    (diagnostic,) = await pushed.diagnostics()
    assert words_at(diagnostic.range) == FAULT
    assert diagnostic.code == "unattributed-quote"
    assert diagnostic.source == "bylint"
    assert diagnostic.severity == types.DiagnosticSeverity.Error


async def test_incremental_and_full_changes(pushed):
    assert len(await pushed.diagnostics()) == 1
    range_ = types.Range(place(0, FAULT), place(0, FAULT, end=True))
    pushed.change(2, types.TextDocumentContentChangePartial(range=range_, text="Nobody came."))
    assert await pushed.diagnostics() == []
    pushed.change(3, types.TextDocumentContentChangeWholeDocument(text=ARTICLE))
    assert len(await pushed.diagnostics()) == 1


async def test_edits_out_of_range_are_pulled_in(pushed):
    await pushed.diagnostics()
    far = types.Range(types.Position(900, 900), types.Position(9000, 0))
    pushed.change(2, types.TextDocumentContentChangePartial(range=far, text="It rained on the cafÃ©.\n"))
    assert len(await pushed.diagnostics()) == 2


async def test_closing_empties(pushed):
    await pushed.diagnostics()
    pushed.client.text_document_did_close(types.DidCloseTextDocumentParams(text_document=pushed.document))
    assert await pushed.diagnostics() == []


async def test_pulled_diagnostics_and_unchanged_ones(pulled):
    params = types.DocumentDiagnosticParams(text_document=pulled.document)
    report = await pulled.client.text_document_diagnostic_async(params)
    assert [words_at(item.range) for item in report.items] == [FAULT]
    params.previous_result_id = report.result_id
    assert (await pulled.client.text_document_diagnostic_async(params)).kind == "unchanged"
    pulled.change(2, types.TextDocumentContentChangeWholeDocument(text="He left.\n"))
    assert not (await pulled.client.text_document_diagnostic_async(params)).items


async def test_workspace_diagnostics_cover_closed_files(pulled, tmp_path):
    (tmp_path / "closed.md").write_text(f"# Café\n\nIt closed. {FAULT} It was late.\n", encoding="utf-8")
    report = await pulled.client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams(previous_result_ids=[]))
    found = {item.uri.rsplit("/")[-1]: len(item.items) for item in report.items}
    assert found == {"border.txt": 1, "closed.md": 1}


async def test_the_command_checks_the_workspace_for_clients_without_pull(pushed, tmp_path):
    closed = tmp_path / "closed.txt"
    closed.write_text(f"The cafe closed on Monday. {FAULT} It was late.\n", encoding="utf-8")
    result = await pushed.client.workspace_execute_command_async(
        types.ExecuteCommandParams(command="bylint.checkWorkspace")
    )
    assert result == {"files": 2, "findings": 2}
    assert len(pushed.client.diagnostics[closed.as_uri()]) == 1


async def test_hover_says_who_said_it(pushed):
    hover = await pushed.client.text_document_hover_async(types.HoverParams(**pushed.at(4, "not forget")))
    assert "Volodymyr Zelenskyy" in hover.contents.value
    assert "`he`" in hover.contents.value
    assert "`said`" in hover.contents.value
    assert words_at(hover.range) == "“And we will not forget anybody here,”"


async def test_hover_on_a_name_and_on_nothing(pushed):
    hover = await pushed.client.text_document_hover_async(types.HoverParams(**pushed.at(2, "Zelenskyy said")))
    assert hover.contents.value.startswith("**Volodymyr Zelenskyy**")
    assert await pushed.client.text_document_hover_async(types.HoverParams(**pushed.at(0, "vote"))) is None


async def test_symbols_are_quotations_under_their_speakers(pushed):
    symbols = await pushed.client.text_document_document_symbol_async(
        types.DocumentSymbolParams(text_document=pushed.document)
    )
    tree = {symbol.name: [child.name for child in symbol.children] for symbol in symbols}
    assert tree == {
        "(nobody)": [FAULT],
        "Volodymyr Zelenskyy": [
            "“We will rebuild every single house,”",
            "“And we will not forget anybody here,”",
        ],
        "Anna Berg": ["“I never met Zelenskyy in my life,”"],
    }


async def test_symbols_without_trees(bare):
    symbols = await bare.client.text_document_document_symbol_async(
        types.DocumentSymbolParams(text_document=bare.document)
    )
    assert [s.container_name for s in symbols].count("Volodymyr Zelenskyy") == 2


@pytest.mark.parametrize("line, words", [(4, "he said"), (4, "Zelenskyy’s"), (2, "Zelenskyy said"), (4, "forget")])
async def test_definition_is_the_first_full_mention(pushed, line, words):
    location = await pushed.client.text_document_definition_async(types.DefinitionParams(**pushed.at(line, words)))
    assert location.uri == pushed.uri
    assert location.range == stretch(2, "Volodymyr Zelenskyy")


async def test_references_are_mentions_and_quotations(pushed):
    locations = await pushed.client.text_document_references_async(
        types.ReferenceParams(
            **pushed.at(2, "Zelenskyy said"), context=types.ReferenceContext(include_declaration=False)
        )
    )
    assert [words_at(location.range) for location in locations] == [
        "Zelenskyy",
        "Zelenskyy",
        "Zelenskyy",
        "“We will rebuild every single house,”",
        "“And we will not forget anybody here,”",
    ]


async def test_highlights(pushed):
    highlights = await pushed.client.text_document_document_highlight_async(
        types.DocumentHighlightParams(**pushed.at(6, "Berg"))
    )
    assert [words_at(highlight.range) for highlight in highlights] == ["Anna Berg"]


def applied(edit: types.WorkspaceEdit, uri: str, text: str = ARTICLE) -> str:
    """The text after the edit."""
    changes = edit.changes[uri] if edit.changes else [e for c in edit.document_changes for e in c.edits]
    lines = text.split("\n")

    def offset(position: types.Position) -> int:
        return sum(units(line) + 1 for line in lines[: position.line]) + position.character

    wide = text.encode("utf-16-le")
    for change in sorted(changes, key=lambda c: (c.range.start.line, c.range.start.character), reverse=True):
        start, end = offset(change.range.start), offset(change.range.end)
        wide = wide[: 2 * start] + change.new_text.encode("utf-16-le") + wide[2 * end :]
    return wide.decode("utf-16-le")


async def test_rename_keeps_possessives_and_leaves_quotations_alone(bare):
    params = bare.at(4, "Zelenskyy’s")
    prepared = await bare.client.text_document_prepare_rename_async(types.PrepareRenameParams(**params))
    assert words_at(prepared.range) == "Zelenskyy"
    edit = await bare.client.text_document_rename_async(types.RenameParams(**params, new_name="Zelensky"))
    text = applied(edit, bare.uri)
    assert "Volodymyr Zelensky spoke" in text
    assert "house,” Zelensky said" in text
    assert "Zelensky’s office" in text
    assert "“I never met Zelenskyy in my life,”" in text


async def test_rename_in_the_workspace(pulled, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Volodymyr Zelenskyy went home on Friday. Zelenskyy was tired, his office told the press.\n", encoding="utf-8")
    stranger = tmp_path / "stranger.txt"
    stranger.write_text("Olena Zelenskyy went home on Friday, her office told the press.\n", encoding="utf-8")
    edit = await pulled.client.text_document_rename_async(
        types.RenameParams(**pulled.at(2, "Zelenskyy said"), new_name="Zelensky")
    )
    counts = {change.text_document.uri.rsplit("/")[-1]: len(change.edits) for change in edit.document_changes}
    assert counts == {"border.txt": 3, "other.txt": 2}


async def test_rename_of_no_name_is_refused(pushed):
    assert await pushed.client.text_document_prepare_rename_async(
        types.PrepareRenameParams(**pushed.at(0, "vote"))
    ) is None
    with pytest.raises(Exception, match="no name"):
        await pushed.client.text_document_rename_async(types.RenameParams(**pushed.at(0, "vote"), new_name="X"))


async def test_inlay_hints_name_the_speaker_where_they_are_wanted(pulled, pushed):
    everything = types.Range(types.Position(0, 0), types.Position(99, 0))
    hints = await pulled.client.text_document_inlay_hint_async(
        types.InlayHintParams(text_document=pulled.document, range=everything)
    )
    assert [hint.label for hint in hints] == ["— Volodymyr Zelenskyy", "— Volodymyr Zelenskyy", "— Anna Berg"]
    off = await pushed.client.text_document_inlay_hint_async(
        types.InlayHintParams(text_document=pushed.document, range=everything)
    )
    assert not off


REVERSED = "🎉 The Cafe\u0301 is new. “The road opens in May,“ said Anna Berg. “It took a year.”\n"


async def actions_for(desk, text: str, *, only=None, name="article.txt"):
    """Opens another document with that text; the diagnostics, and the actions offered for all of it."""
    uri = desk.uri.rsplit("/", 1)[0] + "/" + name
    item = types.TextDocumentItem(uri=uri, language_id="plaintext", version=1, text=text)
    desk.client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))
    while uri not in desk.client.diagnostics:
        await desk.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    diagnostics = list(desk.client.diagnostics[uri])
    actions = await desk.client.text_document_code_action_async(
        types.CodeActionParams(
            text_document=types.TextDocumentIdentifier(uri=uri),
            range=types.Range(types.Position(0, 0), types.Position(99, 0)),
            context=types.CodeActionContext(diagnostics=diagnostics, only=only),
        )
    )
    return diagnostics, actions, uri


async def test_quick_fix_mends_exactly_the_mark(pushed):
    diagnostics, actions, uri = await actions_for(pushed, REVERSED)
    assert [words_at(diagnostic.range, REVERSED) for diagnostic in diagnostics] == ["“"]
    fix = actions[0]
    assert fix.kind == "quickfix"
    assert applied(fix.edit, uri, REVERSED) == REVERSED.replace("May,“", "May,”")


async def test_related_places_are_shown(pushed):
    diagnostics, _, uri = await actions_for(pushed, REVERSED)
    (related,) = diagnostics[0].related_information
    assert related.location.uri == uri
    assert words_at(related.location.range, REVERSED) == "“"


async def test_all_safe_fixes_at_once(pushed):
    _, actions, uri = await actions_for(pushed, REVERSED, only=["source.fixAll"])
    (action,) = actions
    assert action.kind == "source.fixAll.bylint"
    assert applied(action.edit, uri, REVERSED) == REVERSED.replace("May,“", "May,”")


async def test_findings_are_accepted_by_a_comment(pushed):
    text = f"# News\n\nThe cafe closed on Monday. {FAULT} The vote is on Friday.\n"
    diagnostics, actions, uri = await actions_for(pushed, text, name="post.md")
    assert len(diagnostics) == 1
    by_title = {action.title: action for action in actions}
    for title in ("Ignore unattributed-quote here", "Ignore unattributed-quote in this file"):
        accepted = applied(by_title[title].edit, uri, text)
        again, _, _ = await actions_for(pushed, accepted, name=f"{len(title)}.md")
        assert again == [], accepted


ODD = (
    "Ingrid Halvorsen opened the bridge on Monday. Halvorsen thanked the crew, and Halvorsen left.\n\n"
    "Ingrid Halverson said that the town would pay off the debt by 2040.\n"
)


@pytest.mark.parametrize("title", ["Accept `Ingrid Halverson` in names.toml", "Prefer `Ingrid Halverson` in names.toml"])
async def test_an_odd_name_is_put_into_the_list_of_the_house(pushed, tmp_path, title):
    names = tmp_path / "names.toml"
    names.write_text('[[person]]\npreferred = "Anna Berg"', encoding="utf-8")
    diagnostics, actions, uri = await actions_for(pushed, ODD)
    assert [diagnostic.code for diagnostic in diagnostics] == ["name-variant"]
    edit = next(action.edit for action in actions if action.title == title)
    names.write_text(applied(edit, names.as_uri(), names.read_text(encoding="utf-8")), encoding="utf-8")
    assert names.read_text(encoding="utf-8").startswith('[[person]]\npreferred = "Anna Berg"\n\n[[person]]\npreferred = "')
    del pushed.client.diagnostics[uri]
    pushed.client.workspace_did_change_watched_files(
        types.DidChangeWatchedFilesParams(changes=[types.FileEvent(uri=names.as_uri(), type=types.FileChangeType.Changed)])
    )
    while uri not in pushed.client.diagnostics:
        await pushed.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert list(pushed.client.diagnostics[uri]) == []


async def test_a_list_of_the_house_is_made_where_the_client_can_make_files(pulled, bare, tmp_path):
    uri = pulled.uri.rsplit("/", 1)[0] + "/odd.txt"

    async def titles(desk):
        item = types.TextDocumentItem(uri=uri, language_id="plaintext", version=1, text=ODD)
        desk.client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))
        everything = types.Range(types.Position(0, 0), types.Position(99, 0))
        actions = await desk.client.text_document_code_action_async(
            types.CodeActionParams(
                text_document=types.TextDocumentIdentifier(uri=uri),
                range=everything,
                context=types.CodeActionContext(diagnostics=[]),
            )
        )
        return {action.title: action for action in actions}

    made = (await titles(pulled))["Accept `Ingrid Halverson` in names.toml"].edit.document_changes
    assert made[0].kind == "create"
    assert made[0].uri == (tmp_path / "names.toml").as_uri()
    assert made[1].edits[0].new_text == (
        '[[person]]\npreferred = "Ingrid Halvorsen"\naccepted = ["Ingrid Halverson"]\n'
    )
    assert not any("names.toml" in title for title in await titles(bare))


async def test_unknown_methods_are_answered(pushed):
    with pytest.raises(Exception, match="unknown method"):
        await pushed.client.protocol.send_request_async("bylint/noSuchMethod", {})
    hover = await pushed.client.text_document_hover_async(types.HoverParams(**pushed.at(4, "not forget")))
    assert hover is not None
