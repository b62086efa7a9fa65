#!/usr/bin/env python3
"""Write a names.toml of COUNT made-up people to standard output: make_names.py COUNT."""
import sys

SYLLABLES = "ba de ki lo mu na pe ri so tu va we xi yo zu cha dro fle gri sta".split()


def word(n):
    out = ""
    while True:
        out += SYLLABLES[n % len(SYLLABLES)]
        n //= len(SYLLABLES)
        if n == 0:
            return out.capitalize()


for i in range(int(sys.argv[1])):
    print(f'[[person]]\npreferred = "{word(i % 3000 + 400)} {word(i * 7919 + 160000)}"\n')
