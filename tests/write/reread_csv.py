# SPDX-License-Identifier: MIT
"""reread_csv.py SAMPLES: the pairs of tables through the importer of sqlite3 and through Python's csv; all that they carry is
compared.  Exit status 77, skipped, when sqlite3 is not there."""
import csv
import json
import os
import shutil
import subprocess
import sys

import expected

csv.field_size_limit(1 << 24)


def with_sqlite(nodes, edges):
    """Import both tables, and have them back as JSON; sqlite3 complains of lines with too few or too many fields."""
    script = ".mode csv\n.import '%s' nodes\n.import '%s' edges\n.mode json\nselect * from nodes;\n" % (nodes, edges)
    done = [subprocess.run(["sqlite3", ":memory:"], input=(script + more).encode(), capture_output=True, check=True)
            for more in ("", "select * from edges;\n")]
    if done[0].stderr or done[1].stderr:
        sys.exit("sqlite3: " + done[1].stderr[:300].decode())
    first = done[0].stdout.decode()
    second = done[1].stdout.decode()[len(first):]
    return json.loads(first or "[]"), json.loads(second or "[]")


def with_python(*paths):
    out = []
    for path in paths:
        with open(path, encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream, strict=True))
        if any(None in row or None in row.values() for row in rows):
            sys.exit(path + ": lines of different lengths")
        out.append(rows)
    return out


def split(text, separator):
    return text.split(separator) if text else []


def rows_of(row, separator):
    """Sentences with their documents; the rest of the evidence is not in tables."""
    return list(zip(split(row["evidence"], separator), split(row["evidence_documents"], separator)))


def gephi(nodes, edges):
    for row in edges:
        if row["Type"] != "Directed" or row["Kind"] != expected.kind_of(row):
            sys.exit("edge %s: %s %s" % (row["Id"], row["Type"], row["Kind"]))
    return {"nodes": [dict(row, id=row["Id"], label=row["Label"]) for row in nodes],
            "edges": [dict(row, id=row["Id"], label=row["Label"], source=row["Source"], target=row["Target"], weight=row["Weight"],
                           sources=rows_of(row, "\n")) for row in edges]}


def bare(header):
    return {"id:ID": "id", ":START_ID": "source", ":END_ID": "target"}.get(header, header.partition(":")[0] or header)


def neo4j(nodes, edges):
    """Names without their types; a list's items have no ";" of their own."""
    nodes = [{bare(key): value for key, value in row.items()} for row in nodes]
    edges = [{bare(key): value for key, value in row.items()} for row in edges]
    for row in nodes:
        if row[":LABEL"] != "Entity;" + row["entity_type"].capitalize():
            sys.exit("node %s: %s" % (row["id"], row[":LABEL"]))
        row.update(label=row["name"], alias_list=split(row["aliases"], ";"), document_ids=split(row["documents"], ";"))
    for row in edges:
        if row[":TYPE"] != "".join(c if c.isalnum() or ord(c) > 127 else "_" for c in row["relation"].translate(UPPER)) and row["relation"]:
            sys.exit("edge %s: %s" % (row["id"], row[":TYPE"]))
        row["sources"] = rows_of(row, ";")
        for key in "dates", "place", "attributed_to", "documents":
            row[key] = row[key].replace(";", " | ")
    return {"nodes": nodes, "edges": edges}


UPPER = {ord(c): c.upper() for c in "abcdefghijklmnopqrstuvwxyz"}


def widened(value):
    """What a list of Neo4j's has instead of a semicolon."""
    return value.replace(";", "；")


def for_neo4j(wanted):
    out = json.loads(json.dumps(wanted))
    for node in out["nodes"]:
        for key in "alias_list", "document_ids":
            node[key] = [widened(item) for item in node[key]]
    for edge in out["edges"]:
        for key in "dates", "place", "attributed_to", "documents":
            edge[key] = widened(edge[key])
        for row in edge["rows"]:
            row.update(text=widened(row["text"]), document=widened(row["document"]))
    return out


def check(name, reader, wanted, found, without):
    expected.compare(name, reader, wanted, found, without + ["documents", "edge.rows"])
    for edge, row in zip(wanted["edges"], found["edges"]):
        pairs = [(item["text"], item["document"]) for item in edge["rows"] if item["text"] and not item["repeat"]]
        if pairs != row["sources"]:
            sys.exit("%s, %s, edge %s: %.300r, expected %.300r" % (name, reader, edge["id"], row["sources"], pairs))


if not shutil.which("sqlite3"):
    print("skipped: no sqlite3")
    sys.exit(77)
for name, wanted in expected.samples(sys.argv[1]):
    path = os.path.join(sys.argv[1], name)
    for reader in with_sqlite, with_python:
        found = gephi(*reader(path + "-nodes.csv", path + "-edges.csv"))
        for node, row in zip(wanted["nodes"], found["nodes"]):
            expected.same(row["documents"], " | ".join(node["document_ids"]), name)
        check(name, reader.__name__, wanted, found, ["node.alias_list", "node.document_ids"])
        for node, row in zip(wanted["nodes"], found["nodes"]):
            expected.same(row["aliases"], node["aliases"], name)
        check(name, reader.__name__, for_neo4j(wanted), neo4j(*reader(path + "-neo4j-nodes.csv", path + "-neo4j-edges.csv")), ["edge.evidence"])
    for pair in "%s-%s.csv", "%s-neo4j-%s.csv":
        for table in "nodes", "edges":
            with open(pair % (path, table), "rb") as stream:
                if pair == "%s-neo4j-%s.csv" and stream.read().count(b"\n") != len(wanted[table]) + 1:
                    sys.exit("%s: a field with a line break, which neo4j-admin refuses" % name)
    print(name, "ok")
