# SPDX-License-Identifier: MIT
"""given-names.tsv: English first names by gender, from the lists that Mark Kantrowitz compiled."""
import os
import re

from common import source, write_table

HEAD = """
English first names by gender.
Source: Name Corpus, copyright 1991 Mark Kantrowitz, with additions by Bill Ross; "You may use the lists of names for any purpose,
so long as credit is given in any published work"; may be redistributed with this notice.
Made by: python3 src/lexicon/make/names.py
"""


def names(file):
    with open(source("given-names", file), encoding="latin-1") as lines:
        found = sorted({line.strip() for line in lines if not line.startswith("#")})
    return [n for n in found if re.match(r"^[A-Z][A-Za-z' -]+$", n)]


def packed(found, width=12):
    """Rows of several names."""
    return [tuple(found[i:i + width]) for i in range(0, len(found), width)]


def main():
    rows = []
    for gender in ("female", "male"):
        rows.append("%list given-" + gender)
        rows += packed(names(gender + ".txt"))
    write_table("given-names.tsv", HEAD, rows)


if __name__ == "__main__":
    main()
