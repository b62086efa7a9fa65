#!/usr/bin/env python3
"""Write a names.toml of COUNT made-up people to standard output: make_names.py COUNT.

Given names are the common ones of the vocabulary, a few of them very common; surnames are made of syllables, some
borne by thousands. So a lookup meets what it would meet in a list of real people: many of one given name whose
surnames begin alike.
"""
import pathlib
import random
import sys

SYLLABLES = "ba de ki lo mu na pe ri so tu va we xi yo zu cha dro fle gri sta mac ber son ley".split()
VOCABULARY = pathlib.Path(__file__).resolve().parent.parent / "data" / "vocabulary" / "given_names.txt"


def given_names():
    lines = VOCABULARY.read_text(encoding="utf-8").splitlines()
    return [line.split()[0].capitalize() for line in lines if line and line[0] not in "#@"]


def surname(n):
    out = ""
    while True:
        out += SYLLABLES[n % len(SYLLABLES)]
        n //= len(SYLLABLES)
        if n == 0:
            return out.capitalize()


def main(count):
    draw = random.Random(1)
    given = given_names()
    seen = set()
    while len(seen) < count:
        # The square and the cube make low numbers common.
        name = f"{given[int(draw.random() ** 2 * len(given))]} {surname(int(draw.random() ** 3 * 300_000) + 600)}"
        if name in seen:
            continue
        seen.add(name)
        print(f'[[person]]\npreferred = "{name}"\n')


main(int(sys.argv[1]))
