# SPDX-License-Identifier: MIT
"""reread_cypher.py SAMPLES [READERS]: the script through a parser of the Cypher that it uses, which is strict, and an empty store that
does what it says, twice: the second time nothing may be new.  With Neo4j's own grammar in READERS/node_modules, that must parse it too.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

import expected

TOKEN = re.compile(r"""(?P<space>\s+|//[^\n]*\n)|(?P<string>'(?:[^'\\]|\\[\\'])*')|(?P<number>\d+(?:\.\d+)?)|(?P<quoted>`[^`]+`)
                   |(?P<word>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign>-\[|\]->|\+=|[{}\[\](),:;.=-])""", re.X)
CONSTRAINT = "CREATE CONSTRAINT {} IF NOT EXISTS FOR ( {} : {} ) REQUIRE {} . id IS UNIQUE"


def tokens_of(text, where):
    at, out = 0, []
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            sys.exit("%s: %.60r is no Cypher" % (where, text[at:]))
        if match.lastgroup != "space":
            out.append((match.lastgroup, match.group(0)))
        at = match.end()
    return out


class Parser:
    def __init__(self, tokens, where):
        self.tokens, self.at, self.where = tokens, 0, where

    def next(self, *wanted):
        """The next token, which must be one of those wanted if any are."""
        kind, text = self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")
        if wanted and text not in wanted:
            sys.exit("%s: %.40r instead of %s" % (self.where, text, " or ".join(wanted)))
        self.at += 1
        return kind, text

    def sees(self, text):
        return self.at < len(self.tokens) and self.tokens[self.at][1] == text

    def words(self, text):
        for word in text.split():
            self.next(word)

    def items(self, end, item):
        if self.sees(end):
            self.next(end)
            return
        while True:
            item()
            if self.next(",", end)[1] == end:
                return

    def value(self):
        kind, text = self.next()
        if kind == "string":
            return re.sub(r"\\(.)", r"\1", text[1:-1])
        if kind == "number":
            return float(text) if "." in text else int(text)
        if text in ("true", "false"):
            return text == "true"
        if text == "[":
            out = []
            self.items("]", lambda: out.append(self.value()))
            if len({type(item) for item in out}) > 1:
                sys.exit(self.where + ": a list of several types, which is no property")
            return out
        if text == "{":
            out = {}
            self.items("}", lambda: self.member(out))
            return out
        sys.exit("%s: %.40r is no value" % (self.where, text))

    def member(self, out):
        kind, name = self.next()
        if kind != "word" or name in out:
            sys.exit("%s: %r is no name of a member, or the second" % (self.where, name))
        self.next(":")
        out[name] = self.value()


def run_nodes(parser, rows, store):
    label = parser.next("Entity", "Document")[1]
    parser.words("{ id : row . id } ) SET")
    name = "d" if label == "Document" else "n"
    labels = {label}
    parser.next(name)
    if label == "Entity":
        parser.next(":")
        labels.add(parser.next("Person", "Place", "Organisation")[1])
        parser.words(", n")
    parser.words("+= row ;")
    for row in rows:
        node = store["nodes"].setdefault((label, row["id"]), {"labels": set()})
        node["labels"] |= labels
        node.update(row)


def run_edges(parser, rows, store):
    parser.words("( a : Entity { id : row . source } ) MATCH ( b : Entity { id : row . target } ) MERGE ( a ) -[ r :")
    kind, name = parser.next()
    if kind not in ("word", "quoted"):
        sys.exit("%s: %r is no type" % (parser.where, name))
    parser.words("{ relation : row . relation , status : row . status } ]->")
    parser.words("( b ) SET r += row . more ;")
    for row in rows:
        for end in row["source"], row["target"]:
            if ("Entity", end) not in store["nodes"]:
                sys.exit("%s: %s is matched before it is made" % (parser.where, end))
        key = row["source"], name.strip("`"), row["relation"], row["status"], row["target"]
        store["edges"].setdefault(key, {}).update(row["more"])


def run(text, store, where):
    parser = Parser(tokens_of(text, where), where)
    for name, letter, label in ("actant_entity", "n", "Entity"), ("actant_document", "d", "Document"):
        parser.words(CONSTRAINT.format(name, letter, label, letter) + " ;")
    batches = 0
    while parser.at < len(parser.tokens):
        parser.next("UNWIND")
        rows = parser.value()
        parser.words("AS row")
        batches += 1
        if len(rows) > 500:
            sys.exit("%s: a batch of %d rows" % (where, len(rows)))
        if parser.next("MERGE", "MATCH")[1] == "MATCH":
            run_edges(parser, rows, store)
        else:
            parser.words("(")
            parser.next("n", "d")
            parser.next(":")
            run_nodes(parser, rows, store)


def found_in(store, wanted):
    out = {"documents": [], "nodes": [], "edges": []}
    for (label, _), node in store["nodes"].items():
        if label == "Document":
            out["documents"].append(node)
        else:
            if node["labels"] != {"Entity", node["entity_type"].capitalize()}:
                sys.exit("labels of %s: %s" % (node["id"], node["labels"]))
            out["nodes"].append(dict(node, label=node.get("name"), alias_list=node.get("aliases"), document_ids=node.get("documents")))
    ids = {(edge["source"], edge["relation"], edge["status"], edge["target"]): edge for edge in wanted["edges"]}
    for (source, name, relation, status, target), more in store["edges"].items():
        edge = ids[source, relation, status, target]
        pairs = [(row["text"], row["document"]) for row in edge["rows"] if row["text"] and not row["repeat"]]
        if list(zip(more.get("evidence", []), more.get("evidence_documents", []))) != pairs:
            sys.exit("edge %s: evidence %.300r" % (edge["id"], more.get("evidence")))
        if name != (re.sub("[^A-Z0-9\x80-\U0010ffff]", "_", re.sub("[a-z]", lambda m: m.group(0).upper(), relation)) or "RELATED"):
            sys.exit("edge %s: type %s of %s" % (edge["id"], name, relation))
        out["edges"].append(dict(more, id=edge["id"], source=source, relation=relation, status=status, target=target,
                                 evidence="\n".join(more.get("evidence", [])),
                                 **{key: " | ".join(more.get(key, [])) for key in ("dates", "place", "attributed_to", "documents")}))
    return out


def check_grammar(path, text, readers):
    """Long runs of letters, which mean nothing to a grammar and take it minutes, are cut."""
    with tempfile.NamedTemporaryFile("w", suffix=".cypher", encoding="utf-8") as short:
        short.write(re.sub("([A-Za-z0-9 ]{100})[A-Za-z0-9 ]+", r"\1", text))
        short.flush()
        done = subprocess.run(["node", os.path.join(readers, "cypher.mjs"), short.name], capture_output=True)
    if done.returncode:
        sys.exit("%s: %s" % (path, done.stdout[:500].decode() + done.stderr[-500:].decode()))


readers = sys.argv[2] if len(sys.argv) > 2 else ""
has_grammar = shutil.which("node") and os.path.isdir(os.path.join(readers, "node_modules", "@neo4j-cypher", "language-support"))
for name, wanted in expected.samples(sys.argv[1]):
    path = os.path.join(sys.argv[1], name + ".cypher")
    store = {"nodes": {}, "edges": {}}
    with open(path, encoding="utf-8") as stream:
        text = stream.read()
    run(text, store, path)
    before = repr(store)
    run(text, store, path)
    if repr(store) != before:
        sys.exit(path + ": the second run changes something")
    expected.compare(name, "cypher", wanted, found_in(store, wanted), ["edge.rows"])
    if has_grammar and name in ("story", "torture", "none"):
        check_grammar(path, text, readers)
    print(name, "ok")
print("Neo4j's grammar agrees" if has_grammar else "not asked: Neo4j's grammar is not in " + readers)
