# SPDX-License-Identifier: MIT
"""What a foreign reader should find: the files that write_samples made, and how they are compared.

A reader gives {"documents": [...], "nodes": [...], "edges": [...]} in the terms of expected.c; a value that is not known may be
missing, None or empty.  What a format does not carry is named by the caller.
"""
import json
import os
import sys

NODE = ["label", "entity_type", "role", "alias_list", "iso", "wikidata", "mentions", "first_date", "last_date", "document_ids"]
EDGE = ["source", "target", "relation", "label", "family", "status", "symmetric", "support", "weight", "confidence", "first_date",
        "last_date", "dates", "place", "attributed_to", "evidence", "documents", "rows"]
ROW = ["document", "begin", "text", "date", "date_end", "place", "place_id", "attributed_to", "attributed_to_id", "confidence", "rule",
       "subject", "trigger", "object"]
DOCUMENT = ["name", "title", "url", "date"]


def samples(folder):
    """Name and expectation of each sample."""
    found = sorted(file for file in os.listdir(folder) if file.endswith(".expected"))
    if not found:
        sys.exit("no samples in " + folder)
    for file in found:
        with open(os.path.join(folder, file), encoding="utf-8") as stream:
            yield file[:-9], json.load(stream)


def kind_of(edge):
    """What keeps edges apart in Gephi."""
    return edge["relation"] + ("" if edge["status"] == "actual" else " (%s)" % edge["status"])


def same(found, wanted, where):
    if isinstance(wanted, bool):
        equal = found in (wanted, str(wanted).lower())
    elif isinstance(wanted, float):
        equal = found is not None and abs(float(found) - wanted) < 0.0006
    elif isinstance(wanted, int):
        equal = (0 if found in (None, "") else int(found)) == wanted
    elif isinstance(wanted, list):
        equal = [str(item) for item in found or []] == [str(item) for item in wanted]
    else:
        equal = (found or "") == wanted
    if not equal:
        sys.exit("%s: found %.300r, expected %.300r" % (where, found, wanted))


def compare_rows(found, wanted, where, without):
    if len(found or []) != len(wanted):
        sys.exit("%s: %d rows, %d expected" % (where, len(found or []), len(wanted)))
    for number, (row, expected) in enumerate(zip(found, wanted)):
        for key in ROW:
            if key in ("subject", "trigger", "object") and expected[key] == [0, 0]:
                continue
            if "rows." + key not in without:
                same(row.get(key), expected[key], "%s, row %d, %s" % (where, number, key))


def compare(name, reader, expected, found, without=()):
    """`without`: names of what the format has not, such as "node.role", "edge.rows", "rows.begin", "documents"."""
    for kind, keys in ("node", NODE), ("edge", EDGE):
        rows = {row["id"]: row for row in found[kind + "s"]}
        if len(found[kind + "s"]) != len(expected[kind + "s"]) or len(rows) != len(expected[kind + "s"]):
            sys.exit("%s, %s: %d %ss, %d expected" % (name, reader, len(found[kind + "s"]), kind, len(expected[kind + "s"])))
        for wanted in expected[kind + "s"]:
            where = "%s, %s, %s %.40s" % (name, reader, kind, wanted["id"])
            if wanted["id"] not in rows:
                sys.exit(where + ": not found")
            for key in keys:
                if "%s.%s" % (kind, key) in without:
                    continue
                if key == "rows":
                    compare_rows(rows[wanted["id"]].get("rows"), wanted["rows"], where, without)
                else:
                    same(rows[wanted["id"]].get(key), wanted[key], "%s, %s" % (where, key))
    if "documents" not in without:
        rows = {row["id"]: row for row in found["documents"]}
        if len(rows) != len(expected["documents"]):
            sys.exit("%s, %s: %d documents" % (name, reader, len(rows)))
        for wanted in expected["documents"]:
            for key in DOCUMENT:
                same(rows[wanted["id"]].get(key), wanted[key], "%s, %s, document %.40s, %s" % (name, reader, wanted["id"], key))
