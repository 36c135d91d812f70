# SPDX-License-Identifier: MIT
"""reread_json.py SAMPLES [READERS]: node-link JSON through networkx, which makes a graph of it, and the JSON Graph Format after its
specification; all that the graph holds is compared.  With Cytoscape.js and Graphology in READERS/node_modules, what they hold too.
Exit status 77, skipped, when networkx is not there."""
import inspect
import json
import os
import shutil
import subprocess
import sys

import expected

try:
    from networkx.readwrite import json_graph
except ImportError as missing:
    print("skipped:", missing)
    sys.exit(77)


JOINED = ["edge.evidence"]  # the rows have it


def attributes(members):
    """Members of a node or edge in the terms of expected.py."""
    out = dict(members)
    ids = members.get("ids", {})
    out.update(alias_list=members.get("aliases"), iso=ids.get("iso"), wikidata=ids.get("wikidata"), document_ids=members.get("documents"))
    out["rows"] = members.get("evidence", [])
    for key in "dates", "place", "attributed_to", "documents":
        out[key] = " | ".join(members.get(key, []))
    return out


def with_networkx(path, key):
    """As networkx of either age does: it reads one of the two lists, which the other must equal."""
    with open(path, encoding="utf-8") as stream:
        data = json.load(stream)
    if data["links"] != data["edges"]:
        sys.exit(path + ": links and edges differ")
    word = "link" if "link" in inspect.signature(json_graph.node_link_graph).parameters else "edges"
    graph = json_graph.node_link_graph(data, **{word: key})
    if not graph.is_directed() or not graph.is_multigraph():
        sys.exit(path + ": not directed, or no multigraph")
    return {"documents": graph.graph["documents"],
            "nodes": [dict(attributes(data), id=node) for node, data in graph.nodes(data=True)],
            "edges": [dict(attributes(data), id=key, source=source, target=target) for source, target, key, data in graph.edges(keys=True, data=True)]}


def only(members, allowed, where):
    strange = set(members) - set(allowed)
    if strange:
        sys.exit("%s: members that the specification does not have: %s" % (where, strange))


def with_jgf(path):
    """What json-graph-schema_v2 asks: members of each object, their types, ends that exist."""
    with open(path, encoding="utf-8") as stream:
        data = json.load(stream)
    only(data, ["graph"], path)
    graph = data["graph"]
    only(graph, ["id", "label", "directed", "type", "metadata", "nodes", "edges"], path)
    found = {"documents": graph["metadata"]["documents"], "nodes": [], "edges": []}
    for key, node in graph["nodes"].items():
        only(node, ["label", "metadata"], path)
        found["nodes"].append(dict(attributes(node["metadata"]), id=key, label=str(node["label"])))
    for edge in graph["edges"]:
        only(edge, ["id", "source", "target", "relation", "directed", "label", "metadata"], path)
        if edge["source"] not in graph["nodes"] or edge["target"] not in graph["nodes"] or not isinstance(edge["directed"], bool):
            sys.exit("%s: edge %s" % (path, edge["id"]))
        if edge["directed"] == edge["metadata"]["symmetric"]:
            sys.exit("%s: edge %s has a direction, and has none" % (path, edge["id"]))
        found["edges"].append(dict(edge, **attributes(edge["metadata"])))
    return found


def check_graphs(name, path, wanted, readers):
    done = subprocess.run(["node", os.path.join(readers, "graphs.js"), path + ".json", path + ".jgf"], capture_output=True)
    if done.returncode:
        sys.exit("%s: %s" % (path, done.stderr[-500:].decode()))
    for reader, found in json.loads(done.stdout).items():
        found = {kind: [dict(attributes(item)) for item in found[kind]] for kind in ("nodes", "edges")}
        expected.compare(name, reader, wanted, found, JOINED + ["documents"])


readers = sys.argv[2] if len(sys.argv) > 2 else ""
has_graphs = shutil.which("node") and os.path.isdir(os.path.join(readers, "node_modules", "cytoscape"))
for name, wanted in expected.samples(sys.argv[1]):
    path = os.path.join(sys.argv[1], name)
    for key in "links", "edges":
        expected.compare(name, "networkx, " + key, wanted, with_networkx(path + ".json", key), JOINED)
    expected.compare(name, "jgf", wanted, with_jgf(path + ".jgf"), JOINED)
    if has_graphs:
        check_graphs(name, path, wanted, readers)
    print(name, "ok")
print("Cytoscape.js and Graphology agree" if has_graphs else "not asked: Cytoscape.js and Graphology are not in " + readers)
