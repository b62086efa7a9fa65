#!/usr/bin/env python3
"""Make a large archive out of a small one: articles repeated, each with surnames of its own.

    make_archive.py FOLDER_OF_ARTICLES COUNT OUT_FOLDER

Copy k of an article has one word in five of those with a capital given an ending that depends on k, so that names grow
with the archive as they do in life: most are shared, many are rare. Files go to OUT_FOLDER/NNN/NNNNNN.txt.
"""
import os
import re
import sys

ENDINGS = "an bek cio dal ers fil gor hauer ino jo kel lund mov nas oz per qvist rud sen tov uri vik wick xo yan zig".split()
WORD = re.compile(r"\b[A-Z][a-z]{3,}\b")


def vary(text, k):
    if k == 0:
        return text
    ending = ENDINGS[k % len(ENDINGS)]
    return WORD.sub(lambda m: m[0] + ending if hash_of(m[0]) % 5 == k % 5 else m[0], text)


def hash_of(word):
    value = 0
    for c in word:
        value = value * 31 + ord(c) & 0xFFFFFFFF
    return value


def main(source, count, out):
    articles = sorted(os.path.join(folder, name) for folder, _, names in os.walk(source) for name in names
                      if name.endswith(".txt"))
    texts = [open(path, encoding="utf-8").read() for path in articles]
    for i in range(count):
        folder = os.path.join(out, f"{i // 1000:03}")
        if i % 1000 == 0:
            os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, f"{i:06}.txt"), "w", encoding="utf-8") as f:
            f.write(vary(texts[i % len(texts)], i // len(texts)))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
