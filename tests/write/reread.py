# SPDX-License-Identifier: MIT
"""reread.py SAMPLES SCHEMAS: read what write_samples wrote with other people's programs, and compare with its JSON.

Exit status 77, which ctest counts as skipped, when a module or program is not there.
"""
import json
import os
import re
import shutil
import struct
import subprocess
import sys

from expected import kind_of

try:
    import igraph
    import networkx
    from lxml import etree
except ImportError as missing:
    print("skipped:", missing)
    sys.exit(77)

samples, schemas = sys.argv[1:3]
NODE = ["label", "entity_type", "role", "aliases", "ids", "mentions"]
EDGE = ["relation", "label", "family", "status", "symmetric", "support", "confidence", "dates", "place", "evidence", "documents"]


def same(found, expected, where):
    if isinstance(expected, float):
        equal = found is not None and abs(float(found) - expected) < 0.0006
    elif isinstance(expected, (bool, int)):
        equal = found is not None and float(found) == float(expected)
    else:
        equal = (found or "") == expected
    if not equal:
        sys.exit("%s: found %.200r, expected %.200r" % (where, found, expected))


def compare(name, reader, expected, nodes, edges):
    """nodes: attributes by id; edges: (source, target, attributes) by id."""
    if len(nodes) != len(expected["nodes"]) or len(edges) != len(expected["edges"]):
        sys.exit("%s, %s: %d nodes, %d edges" % (name, reader, len(nodes), len(edges)))
    for node in expected["nodes"]:
        for key in NODE:
            same(nodes[node["id"]].get(key), node[key], "%s, %s, node %.40s, %s" % (name, reader, node["id"], key))
    for edge in expected["edges"]:
        source, target, found = edges[edge["id"]]
        if (source, target) != (edge["source"], edge["target"]):
            sys.exit("%s, %s: edge %s joins others" % (name, reader, edge["id"]))
        for key in EDGE:
            same(found.get(key), edge[key], "%s, %s, edge %s, %s" % (name, reader, edge["id"], key))


def with_networkx(path):
    graph = networkx.read_graphml(path, force_multigraph=True)
    edges = {key: (source, target, data) for source, target, key, data in graph.edges(keys=True, data=True)}
    return dict(graph.nodes(data=True)), edges


def with_igraph(path):
    graph = igraph.Graph.Read_GraphML(path)
    ids = graph.vs["id"] if graph.vcount() else []
    nodes = {vertex["id"]: vertex.attributes() for vertex in graph.vs}
    edges = {edge["id"]: (ids[edge.source], ids[edge.target], edge.attributes()) for edge in graph.es}
    return nodes, edges


def check_graphml(name, expected):
    path = os.path.join(samples, name + ".graphml")
    compare(name, "networkx", expected, *with_networkx(path))
    compare(name, "igraph", expected, *with_igraph(path))
    tree = etree.parse(path, etree.XMLParser(huge_tree=True))
    keys = [key.get("id") for key in tree.iter("{*}key")]
    if len(keys) != len(set(keys)):
        sys.exit("key ids are not unique")
    for edge, wanted in zip(tree.iter("{*}edge"), expected["edges"]):
        same(edge.get("label"), kind_of(wanted), "%s, attribute label" % name)
    schema = os.path.join(schemas, "graphml", "actant-graphml.xsd")
    if not os.path.exists(schema):
        print("skipped: no", schema)
    elif shutil.which("xmllint"):
        run(["xmllint", "--huge", "--nonet", "--noout", "--schema", schema, path])


def run(command, **more):
    done = subprocess.run(command, capture_output=True, **more)
    if done.returncode or (done.stderr and b"validates" not in done.stderr):
        sys.exit("%s: %d %s" % (" ".join(command), done.returncode, done.stderr[:500].decode(errors="replace")))
    return done.stdout


# What gvpr prints of an edge; \x01 and \x02 do not occur in a graph's strings.
PROGRAM = """N { printf("n\\x01%s\\x01%s\\x01%s\\x01%s\\x02", $.name, aget($, "name"), $.entity_type, $.mentions); }
E { printf("e\\x01%s\\x01%s\\x01%s\\x01%s\\x01%s\\x01%s\\x01%s\\x01%s\\x02", $.id, $.source_id, $.target_id, $.relation, $.status, $.support, $.verb, $.evidence); }"""


def unescape(text):
    """An escString of DOT: newlines as \\n, backslashes doubled."""
    return re.sub(r"\\(.)", lambda m: "\n" if m.group(1) == "n" else m.group(1), text)


def check_dot(name, expected):
    path = os.path.join(samples, name + ".dot")
    if not os.path.getsize(path):
        return print("skipped: DOT is not in this build")
    run(["dot", "-Tcanon", path])
    rows = [row.split("\x01") for row in run(["gvpr", PROGRAM.replace("\\x01", "\x01").replace("\\x02", "\x02"), path]).decode().split("\x02")[:-1]]
    nodes = {row[1]: row[2:] for row in rows if row[0].strip() == "n"}
    edges = {row[1]: [unescape(cell) for cell in row[2:]] for row in rows if row[0].strip() == "e"}
    if len(nodes) != len(expected["nodes"]) or len(edges) != len(expected["edges"]):
        sys.exit("%s, gvpr: %d nodes, %d edges" % (name, len(nodes), len(edges)))
    for node in expected["nodes"]:
        for found, key in zip(nodes[node["id"]][1:], ["entity_type", "mentions"]):
            same(found, str(node[key]), "%s, gvpr, node %.40s, %s" % (name, node["id"], key))
    for edge in expected["edges"]:
        keys = ["source", "target", "relation", "status", "support", "label", "evidence"]
        for found, key in zip(edges[edge["id"]], keys):
            same(found, str(edge[key]), "%s, gvpr, edge %s, %s" % (name, edge["id"], key))


def check_pictures(name, expected):
    path = os.path.join(samples, name + ".svg")
    if not os.path.getsize(path):
        return print("skipped: pictures are not in this build")
    groups = [group.get("class") for group in etree.parse(path).iter("{http://www.w3.org/2000/svg}g")]
    if groups.count("node") != len(expected["nodes"]) or groups.count("edge") != len(expected["edges"]):
        sys.exit("%s.svg does not show all nodes and edges" % name)
    data = open(os.path.join(samples, name + ".png"), "rb").read()
    width, height = struct.unpack(">II", data[16:24])
    if data[:8] != b"\x89PNG\r\n\x1a\n" or data[-8:-4] != b"IEND" or width < 20 or height < 20:
        sys.exit("%s.png is no picture" % name)


if not shutil.which("dot") or not shutil.which("gvpr"):
    print("skipped: no dot and gvpr")
    sys.exit(77)
for file in sorted(os.listdir(samples)):
    if file.endswith(".expected"):
        with open(os.path.join(samples, file)) as stream:
            wanted = json.load(stream)
        for check in check_graphml, check_dot, check_pictures:
            check(file[:-9], wanted)
        print(file[:-9], "ok")
