#!/usr/bin/env python3
"""Tries bylint on editorial repositories as somebody new would: newcomer.py BYLINT CORPORA [EDITS].

Each repository is copied, committed and checked: `bylint init`, `bylint baseline create`, then EDITS articles of
each are edited, one after the other. Only the new fault may be reported, at the line and column where it was put in. Then every span is cut
from its file and must be the text that the message or the list quotes, entities included.
Exits 77 (skipped) where there are no corpora; prints counts and names of files, never what the articles say.
"""

import collections
import html
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

REPOSITORIES = ["18f", "cds-digital", "csumb-news", "asciidoctor-news", "fundus"]
EDITS = 12

# What an edit puts in, as a paragraph of its own, and the rule that must speak. Articles with straight marks get straight
# ones; half of the time the marks are written as entities where the format has them.
FAULTS = [
    ("The vote was close. “We will build the bridge in May,❰“❱ said Oddvar Quillfeather, the clerk.", "reversed-quote"),
    ("The vote was close. ❰“❱We will build the bridge in May, said Oddvar Quillfeather, the clerk.", "unbalanced-quote"),
    ("The vote was close. “We will build the bridge in May,” ❰Oddvar Quillfeather❱, the clerk.", "missing-reporting-verb"),
]
NAMED = {"“": "&ldquo;", "”": "&rdquo;", '"': "&quot;"}


class Failed(Exception):
    pass


def run(folder, *command, codes=(0,)):
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if ran.returncode not in codes:
        raise Failed(f"{' '.join(command)}: exit code {ran.returncode}\n{ran.stdout[-2000:]}{ran.stderr[-2000:]}")
    return ran


def git(folder, *arguments):
    run(folder, "git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org", *arguments)


def paragraph_start(text, at):
    """Where the paragraph begins that holds the byte `at`, and whether it is one of HTML; None where an edit there would
    cut something else in two."""
    blank = text.rfind(b"\n\n", 0, at) + 2
    tag = max(text.rfind(b"<p>", 0, at), text.rfind(b"<p ", 0, at))
    if tag > max(text.rfind(b"</p", 0, at), text.rfind(b"<blockquote", 0, at)):
        return (tag, True) if re.match(rb"<p[^>]*>\s*[A-Z]", text[tag:]) else None
    return (blank, False) if blank > 1 and re.match(rb"[A-Z][a-z]* [a-z]", text[blank:]) else None


def written(fault, straight, is_html, as_entities):
    """The paragraph, and where in it the fault stands: (bytes, begin, end)."""
    parts = re.split("[❰❱]", fault)
    if straight:
        parts = [re.sub("[“”]", '"', part) for part in parts]
    if as_entities:
        parts = ["".join(NAMED.get(c, c) for c in part) for part in parts]
    if is_html:
        parts = ["<p>" + parts[0], parts[1], parts[2] + "</p>"]
    before, marked, after = (part.encode() for part in [*parts[:2], parts[2] + "\n\n"])
    return before + marked + after, len(before), len(before) + len(marked)


def position(text, byte):
    line_start = text.rfind(b"\n", 0, byte) + 1
    return text.count(b"\n", 0, byte) + 1, len(text[line_start:byte].decode()) + 1


def places(bylint, folder):
    """Articles with a paragraph to put another one before: outside quotations that go on."""
    listed = json.loads(run(folder, bylint, "quotes", "--all", "--format", "json", ".").stdout)["documents"]
    for document in listed:
        quotes = document["quotes"]
        if any(quote["verdict"] in ("unattributed", "floating") for quote in quotes):
            continue
        path = pathlib.Path(folder, document["file"])
        text = path.read_bytes()
        styles = {quote["text"][0] for quote in quotes}
        for quote in quotes:
            start = paragraph_start(text, quote["range"]["start"]["byte"])
            if start is not None and len(styles) == 1 and styles <= {"“", '"'} and b"\r" not in text:
                yield path, text, start, styles == {'"'}
                break


def try_edits(bylint, folder, wanted):
    found = list(places(bylint, folder))
    chosen = random.Random(7).sample(found, min(wanted, len(found)))
    for number, (path, text, (start, is_html), straight) in enumerate(chosen):
        fault, rule = FAULTS[1 + number % 2 if straight else number % 3]
        has_entities = is_html or path.suffix == ".md"
        paragraph, begin, end = written(fault, straight, is_html, has_entities and number // 3 % 2 == 0)
        edited = text[:start] + paragraph + text[start:]
        path.write_bytes(edited)
        ran = run(folder, bylint, "check", "--format", "jsonl", codes=(1,))
        path.write_bytes(text)
        want = [(path.name, rule, *position(edited, start + begin), start + begin, start + end)]
        got = [place_of(json.loads(line)) for line in ran.stdout.splitlines()]
        if got != want:
            raise Failed(f"{path.name}: an edit gave\n  {got}\nand should have given\n  {want}")
    return len(chosen)


def place_of(finding):
    start, end = finding["range"]["start"], finding["range"]["end"]
    name = pathlib.Path(finding["file"]).name
    return name, finding["rule"], start["line"], start["column"], start["byte"], end["byte"]


MARKUP = [
    (r"<[^>]*>|\]\([^)]*\)|\{[^}]*\}", ""),  # tags, targets of links, attributes
    (r"\n *> ?", "\n"),
]
CURVED_MARKS = [("\"`", "“"), ("`\"", "”"), ("'`", "‘"), ("`'", "’"), (r"(?:https?|link|xref):[^\s\[]*\[", "")]


def words_only(text):
    """Without what markup, line breaks and white space leave different."""
    return re.sub(r"[\s*_`\[\]\\^…\u00ad]+", "", text)


def same(name, cut, said):
    """True when the cut says what is said: `…` at the end stands for more, U+FFFC for anything that is no prose."""
    text = html.unescape(cut.decode())
    for pattern, replacement in MARKUP + (CURVED_MARKS if name.endswith(".adoc") else []):
        text = re.sub(pattern, replacement, text)
    pattern = ".*".join(re.escape(words_only(part)) for part in said.split("\ufffc"))
    return re.fullmatch(pattern + (".*" if said.endswith("…") else ""), words_only(text)) is not None


def try_spans(bylint, folder):
    """Every finding that opens with what it marks, and every quotation, speaker and cue of the list."""
    files = {}

    def cut(name, range_):
        text = files.get(name) or files.setdefault(name, pathlib.Path(folder, name).read_bytes())
        return text[range_["start"]["byte"] : range_["end"]["byte"]]

    compared = collections.Counter()
    wrong = []

    def compare(kind, name, range_, said):
        compared[kind] += 1
        if not any(same(name, cut(name, range_), words) for words in said):
            wrong.append(f"{name}:{range_['start']['line']}:{range_['start']['column']} ({kind})")

    ran = run(folder, bylint, "check", "--no-baseline", "--format", "jsonl", codes=(0, 1))
    for line in ran.stdout.splitlines():
        finding = json.loads(line)
        if quoted := re.findall(r"`([^`]+)`", finding["message"]):
            compare(finding["rule"], finding["file"], finding["range"], quoted)
    for document in json.loads(run(folder, bylint, "quotes", "--all", "--format", "json", ".").stdout)["documents"]:
        for quote in document["quotes"]:
            compare("quotation", document["file"], quote["range"], [quote["text"]])
            for part in ("speaker", "cue", "credit"):
                if quote[part] is not None:
                    compare(part, document["file"], quote[part]["range"], [quote[part]["text"]])
    return compared, wrong


def newcomer(bylint, source, folder, edits_wanted):
    shutil.copytree(source, folder)
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "as found")
    run(folder, bylint, "init")
    created = run(folder, bylint, "baseline", "create")
    clean = run(folder, bylint, "check")
    if clean.stdout:
        raise Failed("findings right after the baseline was created")
    edits = try_edits(bylint, folder, edits_wanted)
    compared, wrong = try_spans(bylint, folder)
    print(f"{source.name}: {created.stderr.strip()}; {edits} edits, each gave its own finding and no other; "
          f"{sum(compared.values())} spans compared, {len(wrong)} differ", flush=True)
    for place in wrong[:10]:
        print(f"  {place}")
    return not wrong and edits > 0


def main():
    bylint, corpora = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2])
    edits = int(sys.argv[3]) if len(sys.argv) > 3 else EDITS
    if not corpora.is_dir():
        print(f"skipped: no {corpora}")
        return 77
    good = True
    for name in REPOSITORIES:
        with tempfile.TemporaryDirectory() as folder:
            try:
                good &= newcomer(bylint, corpora / name, pathlib.Path(folder, name), edits)
            except Failed as problem:
                print(f"{name}: {problem}")
                good = False
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
