# SPDX-License-Identifier: MIT
"""reread_mermaid.py SAMPLES [READERS]: flowcharts line by line, by a grammar that allows what the writer may use; with Mermaid in
READERS/node_modules, by Mermaid itself too, which must find the same."""
import json
import os
import re
import shutil
import subprocess
import sys

import expected

TEXT = r'"((?:[A-Za-z0-9 ,\'().<>/-]|[^\x00-\x7f]|#\d+;)+)"'
NODE = re.compile(r"  (n\d+)(?:(\()%s\)|(\(\[)%s\]\)|(\[)%s\]):::(person|place|organisation)" % (TEXT, TEXT, TEXT))
EDGE = re.compile(r"  (n\d+) (--+>?|[ox]?-\.-[>ox]?)\|%s\| (n\d+)" % TEXT)
HEAD = re.compile(r'---\ntitle: "([^"\n]*)"\n---\nflowchart LR\n')
COUNTS = re.compile(r" \((\d+) of (\d+) entities, (\d+) of (\d+) relations\)$")
SHAPES = {"(": ("person", "round"), "([": ("place", "stadium"), "[": ("organisation", "square")}
ARROWS = {("actual", False): "-->", ("actual", True): "---", ("planned", False): "-.->", ("planned", True): "-.-",
          ("possible", False): "-.-o", ("possible", True): "o-.-o", ("negated", False): "-.-x", ("negated", True): "x-.-x"}
ENDS = {">": "point", "o": "circle", "x": "cross", "-": "open"}


def decoded(text):
    return re.sub(r"(?:#|ﬂ°°)(\d+)(?:;|¶ß)", lambda match: chr(int(match.group(1))), text)


def is_cut_of(text, whole):
    return text == whole or (text.endswith("…") and whole.startswith(text[:-1]))


def read(path):
    with open(path, encoding="utf-8") as stream:
        text = stream.read()
    if len(text) >= 50000:
        sys.exit("%s: %d characters" % (path, len(text)))
    head = HEAD.match(text)
    nodes, edges = {}, []
    for line in text[head.end():].split("\n")[:-1]:
        if line.startswith("  classDef "):
            continue
        node, edge = NODE.fullmatch(line), EDGE.fullmatch(line)
        if node:
            sign = node.group(2) or node.group(4) or node.group(6)
            if SHAPES[sign][0] != node.group(8) or node.group(1) in nodes:
                sys.exit("%s: %s" % (path, line))
            nodes[node.group(1)] = (node.group(8), node.group(3) or node.group(5) or node.group(7))
        elif edge:
            edges.append(edge.groups())
        else:
            sys.exit("%s: %.200s" % (path, line))
    return head.group(1), nodes, edges


def compare(path, wanted, title, nodes, edges):
    """The edges that are drawn, in order, are edges of the graph; what is left out is said, and no stronger than the rest."""
    ids = {"n%d" % (i + 1): node for i, node in enumerate(wanted["nodes"])}
    for key, (kind, text) in nodes.items():
        name, _, role = text.partition("<br/>")
        node = ids[key]
        if kind != node["entity_type"] or not is_cut_of(decoded(name), node["label"] or node["id"]) or (role and not is_cut_of(decoded(role), node["role"])):
            sys.exit("%s: %s is %s %s" % (path, key, kind, text))
    drawn, at = set(), 0
    for source, arrow, label, target in edges:
        while at < len(wanted["edges"]):
            edge = wanted["edges"][at]
            at += 1
            if (ids[source]["id"], ids[target]["id"], arrow) == (edge["source"], edge["target"], ARROWS[edge["status"], edge["symmetric"]]) and \
                    is_cut_of(decoded(label), edge["label"] or edge["relation"] or " "):
                drawn.add(edge["id"])
                break
        else:
            sys.exit("%s: %s %s %s is no edge, or in another order" % (path, source, label, target))
        if source not in nodes or target not in nodes:
            sys.exit("%s: an end of %s %s is no node" % (path, source, target))
    counts = COUNTS.search(title)
    if counts:
        if tuple(map(int, counts.groups())) != (len(nodes), len(ids), len(edges), len(wanted["edges"])):
            sys.exit("%s: %s" % (path, title))
        left = [edge["support"] for edge in wanted["edges"] if edge["id"] not in drawn]
        if left and max(left) > min(edge["support"] for edge in wanted["edges"] if edge["id"] in drawn):
            sys.exit("%s: a stronger edge is left out" % path)
    elif len(nodes) != len(ids) or len(edges) != len(wanted["edges"]):
        sys.exit("%s: %d nodes, %d edges, and nothing is said of the others" % (path, len(nodes), len(edges)))
    if len(edges) > 280:
        sys.exit("%s: %d edges" % (path, len(edges)))


def check_mermaid(paths, readers):
    done = subprocess.run(["node", os.path.join(readers, "mermaid.mjs")] + paths, capture_output=True)
    if done.returncode:
        sys.exit("mermaid: " + done.stderr[-500:].decode())
    for path, line in zip(paths, done.stdout.decode().split("\n")):
        _, nodes, edges = read(path)
        found = json.loads(line)
        if {node["id"]: (node["classes"], decoded(node["label"]).replace("<br>", "<br/>"), node["type"]) for node in found["nodes"]} != \
                {key: ([kind], decoded(text).replace("<br>", "<br/>"), {row[0]: row[1] for row in SHAPES.values()}[kind]) for key, (kind, text) in nodes.items()}:
            sys.exit(path + ": Mermaid finds other nodes")
        for edge, (source, arrow, label, target) in zip(found["edges"], edges):
            kind = ("double_" if arrow[0] in "ox" else "") + "arrow_" + ENDS[arrow[-1]]
            if (edge["start"], edge["end"], decoded(edge["label"]), edge["type"], edge["stroke"]) != \
                    (source, target, decoded(label).strip(), kind, "dotted" if "." in arrow else "normal"):
                sys.exit("%s: Mermaid finds %s for %s %s %s" % (path, edge, source, arrow, target))
        if len(found["edges"]) != len(edges):
            sys.exit("%s: Mermaid finds %d edges" % (path, len(found["edges"])))


readers = sys.argv[2] if len(sys.argv) > 2 else ""
paths = []
for name, wanted in expected.samples(sys.argv[1]):
    paths.append(os.path.join(sys.argv[1], name + ".mermaid"))
    compare(paths[-1], wanted, *read(paths[-1]))
    print(name, "ok")
if shutil.which("node") and os.path.isdir(os.path.join(readers, "node_modules", "mermaid")):
    check_mermaid(paths, readers)
    print("Mermaid agrees")
else:
    print("not asked: Mermaid is not in " + readers)
