# SPDX-License-Identifier: MIT
"""What the scripts that make tables share: where sources are, how a table is written, what an ordinary word is."""
import html
import os
import re
import sys
import unicodedata

SOURCES = os.environ.get("ACTANT_LEXICAL", "/work/shared/corpora/lexical")
TABLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
WORDNET = os.environ.get("ACTANT_WORDNET", "/usr/share/wordnet")


def source(*parts):
    return os.path.join(SOURCES, *parts)


def write_table(name, head, rows):
    """Write rows (tuples of fields, or directive strings) under a comment."""
    with open(os.path.join(TABLES, name), "w", encoding="utf-8", newline="\n") as out:
        for line in head.strip().split("\n"):
            out.write(("# " + line).rstrip() + "\n")
        for row in rows:
            line = row if isinstance(row, str) else "\t".join(str(field) for field in row)
            assert "\n" not in line
            out.write(line + "\n")


def clean(text):
    """Plain text of a Factbook field."""
    text = html.unescape(re.sub(r"<[^>]*>", " ", text or "")).replace("\u00a0", " ")
    return re.sub(r"\s+", " ", text).strip()


def plain(text):
    table = str.maketrans("øØłŁđĐıəƏðÐ", "oOlLdDiaAdD")
    parts = unicodedata.normalize("NFD", text.translate(table))
    return "".join(c for c in parts if not unicodedata.combining(c))


def slug(text):
    text = plain(text).lower().replace("'s", "s").replace("&", " and ")
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def is_latin(text):
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "\u2013\u2019" for c in text)


def distinct(items, without=()):
    """Items in order, each once, none of `without`, none empty."""
    seen = set(without)
    return [i for i in items if i and not (i in seen or seen.add(i))]
