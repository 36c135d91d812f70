# SPDX-License-Identifier: MIT
"""reread_gexf.py SAMPLES SCHEMAS READERS: read the GEXF that write_samples wrote with networkx, and it and the GraphML with Graphology if
node has it in READERS (npm ci --prefix READERS), and with xmllint, and compare with what a reader should find.

Exit status 77, which ctest counts as skipped, when networkx is not there.
"""
import datetime
import html
import io
import json
import os
import re
import shutil
import subprocess
import sys

import expected

try:
    import networkx
except ImportError as missing:
    print("skipped:", missing)
    sys.exit(77)

samples, schemas, readers = sys.argv[1:4]


def fail(*where):
    sys.exit(", ".join(str(part)[:300] for part in where))


def span(text):
    return [int(number) for number in text.split("-")]


def rows_of(edge, names):
    """The rows that the columns `provenance` and `evidence` tell of together."""
    sentences = iter(edge["evidence"].split("\n") if edge.get("evidence") else [])
    seen, rows = {}, []
    for line in edge.get("provenance", "").split("\n"):
        document, begin, date, date_end, place, speaker, confidence, rule, spans, *mark = line.split("\t")
        if mark != ["again"]:
            seen[document, begin] = "" if mark else next(sentences)
        subject, trigger, object_ = map(span, spans.split()) if spans else ([0, 0], [0, 0], [0, 0])
        row = {"document": document, "begin": int(begin), "text": seen[document, begin], "date": date, "date_end": date_end,
               "confidence": float(confidence), "rule": rule, "subject": subject, "trigger": trigger, "object": object_}
        for key, value in ("place", place), ("attributed_to", speaker):
            row[key + "_id"], equals, name = value.partition("=")
            row[key] = name if equals else names.get(value, "")
        rows.append(row)
    if next(sentences, None) is not None:
        fail("more sentences than rows", edge)
    return rows


def in_terms(nodes, edges):
    """nodes: attributes by id; edges: (source, target, attributes) by id."""
    names = {key: node.get("label", "") for key, node in nodes.items()}
    found = {"nodes": [], "edges": []}
    for key, node in nodes.items():
        ids = re.fullmatch(r"(?:iso:(.*?))?(?: \| )?(?:wikidata:(.*))?", node.get("ids", ""))
        found["nodes"].append({**node, "id": key, "iso": ids[1], "wikidata": ids[2],
                               "document_ids": node["documents"].split("\n") if node.get("documents") else []})
    for key, (source, target, edge) in edges.items():
        found["edges"].append({**edge, "id": key, "source": source, "target": target, "rows": rows_of(edge, names)})
    return found


def compare(where, wanted, nodes, edges):
    expected.compare(where, "", wanted, in_terms(nodes, edges), ["documents", "node.alias_list"])
    for node in wanted["nodes"]:
        if nodes[node["id"]].get("aliases", "") != node["aliases"]:
            fail(where, node["id"], "aliases")


def first_and_last_days(date):
    """The days that a date of a column may mean."""
    parts = [int(part) for part in date.split("-")]
    first = datetime.date(*(parts + [1, 1])[:3])
    if len(parts) == 1:
        return first, datetime.date(parts[0], 12, 31)
    if len(parts) == 2:
        return first, (first.replace(day=28) + datetime.timedelta(days=4)).replace(day=1) - datetime.timedelta(days=1)
    return first, first


def check_time(name, text, wanted):
    """An edge is of the kind of its relation and status.  Every date of an edge lies in one of its spells, which are apart; an edge without dates has none."""
    bodies = dict(re.findall(r'<edge id="(e\d+)"(.*?)</edge>', text))
    for edge in wanted["edges"]:
        spells = re.findall(r'<spell start="([^"]*)" end="([^"]*)"', bodies[edge["id"]])
        spells = [tuple(map(datetime.date.fromisoformat, pair)) for pair in spells]
        periods = [period.split("/") for period in edge["dates"].split(" | ")] if edge["dates"] else []
        kind = html.unescape(re.search(r' kind="([^"]*)"', bodies[edge["id"]])[1])
        if kind != expected.kind_of(edge):
            fail(name, edge["id"], "kind", kind)
        if bool(spells) != bool(periods) or any(a[1] >= b[0] for a, b in zip(spells, spells[1:])):
            fail(name, edge["id"], "spells", spells, edge["dates"])
        for period in periods:
            first, last = first_and_last_days(period[0])[0], first_and_last_days(period[-1])[1]
            if not any(begin <= first and last < end for begin, end in spells):
                fail(name, edge["id"], "no spell holds", period, spells)
    if ('mode="dynamic"' in text) != any(edge["dates"] for edge in wanted["edges"]):
        fail(name, "mode")


def with_networkx(text):
    graph = networkx.read_gexf(io.BytesIO(text.encode()), version="1.2draft")
    edges = {data.get("id", key): (a, b, data) for a, b, key, data in networkx.MultiDiGraph(graph).edges(keys=True, data=True)}
    for key, node in graph.nodes.items():
        if not {"color", "position", "size"} <= set(node.get("viz", {})):
            fail("no place", key)
    return dict(graph.nodes(data=True)), edges


def with_graphology(path):
    done = subprocess.run(["node", os.path.join(readers, "graphology.js"), path], capture_output=True)
    if done.returncode:
        fail(path, done.stderr.decode(errors="replace"))
    found = json.loads(done.stdout)
    if any(not {"x", "y", "size", "color"} <= set(node["attributes"]) for node in found["nodes"]):
        fail(path, "no place")
    return ({node["id"]: node["attributes"] for node in found["nodes"]},
            {edge["id"]: (edge["source"], edge["target"], edge["attributes"]) for edge in found["edges"]})


def validate(path):
    schema = os.path.join(schemas, "gexf-1.3-fixed", "gexf.rng")
    if not os.path.exists(schema) or not shutil.which("xmllint"):
        return print("skipped: no", schema)
    done = subprocess.run(["xmllint", "--huge", "--nonet", "--noout", "--relaxng", schema, path], capture_output=True)
    if done.returncode:
        fail(path, done.stderr.decode(errors="replace"))


has_graphology = shutil.which("node") and os.path.isdir(os.path.join(readers, "node_modules"))
if not has_graphology:
    print("skipped: graphology is not in", readers)
for name, wanted in expected.samples(samples):
    base = os.path.join(samples, name)
    with open(base + ".gexf", encoding="utf-8") as stream:
        new = stream.read()
    with open(base + ".gexf-1.2", encoding="utf-8") as stream:
        old = stream.read()
    validate(base + ".gexf")
    check_time(base, new, wanted)
    compare(name + ", 1.2, networkx", wanted, *with_networkx(old))
    # this networkx knows no other version
    compare(name + ", 1.3, networkx", wanted, *with_networkx(new.replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft")))
    if has_graphology:
        compare(name + ", 1.3, graphology", wanted, *with_graphology(base + ".gexf"))
        compare(name + ", graphml, graphology", wanted, *with_graphology(base + ".graphml"))
    print(name, "ok")
