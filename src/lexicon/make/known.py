# SPDX-License-Identifier: MIT
"""What the tables made so far hold, for scripts that add to them."""
import os

from common import TABLES, plain


def rows(*names):
    """(kind, id with prefix, name, iso, weight, forms) of tables."""
    for table in names:
        kind = prefix = ""
        with open(os.path.join(TABLES, table), encoding="utf-8") as file:
            for line in file:
                line = line.rstrip("\n")
                if not line or line[0] == "#":
                    continue
                if line.startswith("%kind "):
                    kind = line[6:]
                elif line.startswith("%prefix "):
                    prefix = line[8:]
                elif line.startswith("%list "):
                    kind = "list " + line[6:]
                elif line[0] == "=":
                    fields = line.split("\t")
                    yield kind, fields[0], "", "", 0, [f for f in fields[1:] if f[0] != "+"]
                elif kind.startswith("list"):
                    yield kind, "", "", "", 0, line.split("\t")
                else:
                    fields = line.split("\t")
                    yield kind, prefix + fields[0], fields[1], fields[2], int(fields[3]), [f for f in fields[4:] if f[0] != "+"]


def key(form):
    return plain(form).lower().lstrip("!~@").removeprefix("the ")


def forms(*names):
    """Keys of all forms of tables, with what they name."""
    found = {}
    for kind, identifier, name, _, weight, more in rows(*names):
        for form in ([name] if name else []) + more:
            found.setdefault(key(form), []).append((kind, identifier, weight))
    return found


def country_codes():
    """Codes of countries by every name and demonym."""
    found = {}
    for kind, identifier, name, iso, _, more in rows("countries.tsv", "country-words.tsv"):
        code = iso or identifier.split(":")[1]
        for form in [name] + more:
            if form and form[0] != "@":
                found.setdefault(key(form), code)
    return found
