#!/usr/bin/env python3
"""How the names rules judge labelled pairs of spellings found in published articles.

    names_wild.py LABELS.tsv NEWS_FOLDER BYLINT

LABELS has the columns split, label, outlet, file, rare_form, n_rare, common_form, n_common, ...; the article is
NEWS_FOLDER/outlet/file. A pair counts as reported when a finding of the group `names` touches a place where the rare
form stands. Prints, for each label, how many pairs are reported, at any level and at warning or above. T is a true
misspelling, A a legitimate variant, F two different names.
"""
import collections
import csv
import json
import os
import subprocess
import sys

BATCH = 200


def check(binary, files):
    found = collections.defaultdict(list)
    for i in range(0, len(files), BATCH):
        done = subprocess.run([binary, "check", "--select", "names", "--format", "json", "--quiet", *files[i:i + BATCH]],
                              stdout=subprocess.PIPE)
        for finding in json.loads(done.stdout)["findings"]:
            found[finding["file"]].append(finding)
    return found


def touches(finding, text, word):
    start, end = (finding["range"][side]["byte"] for side in ("start", "end"))
    return word in text[max(0, start - len(word)):end + len(word)]


def main(labels, news, binary):
    rows = list(csv.DictReader(open(labels, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
    path_of = {id(row): os.path.join(news, row["outlet"], row["file"]) for row in rows}
    missing = [row for row in rows if not os.path.exists(path_of[id(row)])]
    rows = [row for row in rows if row not in missing]
    path_of = {id(row): path_of[id(row)] for row in rows}
    found = check(binary, sorted(set(path_of.values())))
    total, reported, warned = collections.Counter(), collections.Counter(), collections.Counter()
    for row in rows:
        path, word = path_of[id(row)], row["rare_form"].encode()
        text = open(path, "rb").read()
        hits = [f for f in found[path] if touches(f, text, word)]
        total[row["label"]] += 1
        reported[row["label"]] += bool(hits)
        warned[row["label"]] += any(f["level"] != "note" for f in hits)
        if os.environ.get("VERBOSE"):
            print(row["label"], "reported" if hits else "silent", row["rare_form"], row["common_form"], row["file"])
    if missing:
        print(f"{len(missing)} pairs left out: their articles are not there")
    print("label  pairs  reported  at warning or above")
    for label in sorted(total):
        share = 100 * warned[label] / total[label]
        print(f"{label:5}  {total[label]:5}  {reported[label]:8}  {warned[label]:5}  {share:5.1f}%")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
