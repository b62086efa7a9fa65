"""The peers: how each is run on files, and how what it prints becomes spans.

A peer's `read` turns its standard output into Hits: a rule of its own and a span in characters of the file; `groups` says which
of bylint's groups a rule is comparable with. An extractor's `read` gives Quotes instead.
"""
import bisect
import collections
import dataclasses
import json
import os
import pathlib
import re
from typing import Callable

HERE = pathlib.Path(__file__).resolve().parent
BUILD = HERE.parent.parent / "build" / "peers"

Hit = collections.namedtuple("Hit", "file rule begin end")
Quote = collections.namedtuple("Quote", "file begin end speaker name")


class Text:
    """A file with what is needed to go from UTF-16 units, or line and column, to characters, and from those to bytes."""

    def __init__(self, path):
        self.text = pathlib.Path(path).read_bytes().decode("utf-8", "replace")
        self.lines = [0] + [m.end() for m in re.finditer("\n", self.text)]
        self.wide = [i for i, c in enumerate(self.text) if ord(c) > 0xFFFF]

    def of_utf16(self, unit):
        at = unit
        for k, i in enumerate(self.wide):
            if i + k < unit:
                at = unit - k - 1
        return at

    def of_line(self, line, column=1):
        return self.lines[min(line, len(self.lines)) - 1] + column - 1

    def point(self, at):
        line = bisect.bisect_right(self.lines, at)
        return {"byte": len(self.text[:at].encode()), "line": line, "column": at - self.lines[line - 1] + 1}

    def range(self, begin, end):
        return {"start": self.point(begin), "end": self.point(end)}


class Texts(dict):
    def __missing__(self, path):
        self[path] = Text(path)
        return self[path]


TEXTS = Texts()


def rows(output):
    return (line.split("\t") for line in output.splitlines() if "\t" in line)


def read_offsets(output, files):
    """The form of our own drivers: file, rule, begin, end in UTF-16 units."""
    for file, rule, begin, end in rows(output):
        yield Hit(file, rule, TEXTS[file].of_utf16(int(begin)), TEXTS[file].of_utf16(int(end)))


def read_harper(output, files):
    paths = {os.path.basename(file): file for file in files}
    for entry in json.loads(output[output.index("["):]):
        for lint in entry["lints"]:
            span = lint["span"]
            yield Hit(paths[entry["file"]], lint["rule"], span["char_start"], span["char_end"])


def read_textlint(output, files):
    for entry in json.loads(output):
        text = TEXTS[entry["filePath"]]
        for message in entry["messages"]:
            begin, end = map(text.of_utf16, message["range"])
            yield Hit(entry["filePath"], message["ruleId"], begin, end)


def read_vale(output, files):
    for file, alerts in json.loads(output or "{}").items():
        for alert in alerts:
            begin = TEXTS[file].of_line(alert["Line"], alert["Span"][0])
            yield Hit(file, alert["Check"], begin, begin + len(alert["Match"].rstrip()))


def read_proselint(output, files):
    for url, entry in json.loads(output)["result"].items():
        for found in entry.get("diagnostics", []):
            begin, end = found["span"]
            yield Hit(url.removeprefix("file://"), found["check_path"], begin - 1, end - 1)


def read_cspell(output, files):
    for file, line, column, word in re.findall(r"^(.+):(\d+):(\d+) - Unknown word \((.*?)\)", output, re.MULTILINE):
        file = "/" + file.removeprefix("/")  # printed from the root that it was given
        begin = TEXTS[file].of_line(int(line), int(column))
        yield Hit(file, "unknown-word", begin, begin + len(word))


def read_codespell(output, files):
    for file, line, word in re.findall(r"^(.+):(\d+): (\S+) ==>", output, re.MULTILINE):
        begin = TEXTS[file].text.find(word, TEXTS[file].of_line(int(line)))
        yield Hit(file, "misspelling", begin, begin + len(word))


def read_quotes_utf16(output, files):
    for file, *numbers, name in rows(output):
        begin, end, first, last = (TEXTS[file].of_utf16(int(n)) if int(n) >= 0 else None for n in numbers)
        yield Quote(file, begin, end, None if first is None else (first, last), name)


def read_quotes(output, files):
    for file, *numbers, name in rows(output):
        begin, end, first, last = map(int, numbers)
        yield Quote(file, begin, end, None if first < 0 else (first, last), name)


@dataclasses.dataclass(frozen=True)
class Peer:
    command: list[str]                      # the files come after it
    read: Callable                          # (output, files) -> Hits or Quotes
    groups: dict[str, str] = dataclasses.field(default_factory=dict)  # its rule -> the group of bylint
    extracts: bool = False                  # quotations with speakers, rather than findings
    folder: pathlib.Path | None = None      # where it must be started

    def installed(self):
        return os.path.exists(self.command[0]) or not self.command[0].startswith("/")


def java(name, driver, memory):
    return ["java", f"-Xmx{memory}", "-cp", f"{BUILD / name}:{BUILD / name / 'lib'}/*", driver]


def module(name):
    return str(BUILD / "node" / "node_modules" / ".bin" / name)


PEERS = {
    "Vale": Peer([str(BUILD / "bin" / "vale"), "--config", str(HERE / "vale" / "vale.ini"), "--output=JSON", "--no-exit"],
                 read_vale, {"News.UnbalancedQuote": "quotation", "News.UnattributedQuote": "attribution"}),
    "Harper": Peer([str(BUILD / "linters" / "bin" / "harper"), "lint", "--format", "json"], read_harper,
                   {"UnclosedQuotes": "quotation", "SpellCheck": "names"}),
    "LanguageTool": Peer(java("languagetool", "LanguageToolCheck", "4g"), read_offsets,
                         {"EN_UNPAIRED_QUOTES": "quotation", "EN_UNPAIRED_BRACKETS": "quotation",
                          "MORFOLOGIK_RULE_EN_US": "names"}),
    "textlint": Peer([module("textlint"), "--format", "json", "--rule", "@textlint-rule/no-unmatched-pair"], read_textlint,
                     {"@textlint-rule/no-unmatched-pair": "quotation"}, folder=BUILD / "node"),
    "proselint": Peer([str(BUILD / "linters" / "bin" / "proselint"), "check", "-o", "json"], read_proselint),
    "cspell": Peer([module("cspell"), "lint", "--no-progress", "--no-summary", "--no-color", "--root", "/"], read_cspell,
                   {"unknown-word": "names"}, folder=BUILD / "node"),
    "codespell": Peer([str(BUILD / "linters" / "bin" / "codespell")], read_codespell, {"misspelling": "names"}),
    "retext-quotes": Peer(["node", str(BUILD / "node" / "retext_quotes.mjs")], read_offsets,
                          {"quote": "quotation", "apostrophe": "quotation"}),
    "CoreNLP quote annotator": Peer(java("corenlp", "CoreNlpQuotes", "8g"), read_quotes_utf16, extracts=True),
    "textacy on spaCy": Peer([str(BUILD / "textacy" / "bin" / "python"), str(HERE / "textacy_quotes.py")], read_quotes,
                             extracts=True),
}
