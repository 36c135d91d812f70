# SPDX-License-Identifier: MIT
"""reread_rdf.py SAMPLES [READERS]: RDF through rdflib, raptor and, when READERS/node_modules has it, N3.js; the syntaxes must give the same triples, and these all that the graph holds.

Blank nodes are told apart by what is said of them, so that triples can be compared as a multiset.  Exit status 77, skipped, when a
module or program is not there.
"""
import collections
import json
import logging
import os
import re
import shutil
import subprocess
import sys

import expected

try:
    import rdflib
except ImportError as missing:
    print("skipped:", missing)
    sys.exit(77)

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SCHEMA = "https://schema.org/"
PROV = "http://www.w3.org/ns/prov#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
XSD = "http://www.w3.org/2001/XMLSchema#"
TERM, RELATION, NODE, DOCUMENT, STATEMENT = ("urn:actant:%s:" % kind for kind in ("term", "relation", "node", "document", "statement"))
LINE = re.compile(r'(<[^>]*>|_:\S+) (<[^>]*>) (<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:\^\^<[^>]*>)?)(?: (<[^>]*>))? \.')
ESCAPE = re.compile(r'\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)')
READERS = sys.argv[2] if len(sys.argv) > 2 else ""
HAS_N3 = shutil.which("node") and os.path.isdir(os.path.join(READERS, "node_modules", "n3"))
LONG = re.compile("[a-z ]{5000,}")
rdflib.NORMALIZE_LITERALS = False
logging.getLogger("rdflib").setLevel(logging.ERROR)


def unescape(text):
    def one(match):
        escape = match.group(1)
        return chr(int(escape[1:], 16)) if escape[0] in "uU" and len(escape) > 1 else {"n": "\n", "t": "\t", "r": "\r"}.get(escape, escape)
    return ESCAPE.sub(one, text)


def term(text):
    """An object of N-Triples: (kind, value, datatype)."""
    if text[0] == "<":
        return "iri", unescape(text[1:-1]), ""
    if text[0] == "_":
        return "blank", text[2:], ""
    body, _, datatype = text[1:].rpartition('"')
    return "literal", unescape(body), datatype[3:-1]


def with_raptor(path, syntax):
    """Triples, and those of each graph, by rapper's serialisation, which knows none of our code."""
    done = subprocess.run(["rapper", "-q", "-i", syntax, "-o", "nquads" if syntax == "nquads" else "ntriples", path], capture_output=True)
    if done.returncode or done.stderr:
        sys.exit("rapper %s: %s" % (path, done.stderr[:300].decode(errors="replace")))
    triples, quads = [], set()
    for line in done.stdout.decode().split("\n")[:-1]:
        match = LINE.fullmatch(line)
        if not match:
            sys.exit("rapper %s: %.200s" % (path, line))
        triple = term(match.group(1)), term(match.group(2))[1], term(match.group(3))
        if match.group(4):
            quads.add(triple + (match.group(4)[1:-1],))
        else:
            triples.append(triple)
    return set(triples), quads


def of_rdflib(item):
    if isinstance(item, rdflib.URIRef):
        return "iri", str(item), ""
    if isinstance(item, rdflib.BNode):
        return "blank", str(item), ""
    return "literal", str(item), str(item.datatype or "").replace(XSD + "string", "")


def shortened(text):
    """rdflib's time grows with the square of a string's length: the label of 1 MB is raptor's alone."""
    return LONG.sub(lambda match: match.group(0)[:1000], text)


def with_rdflib(path, syntax):
    graph = rdflib.ConjunctiveGraph()
    with open(path, encoding="utf-8") as stream:
        graph.parse(data=shortened(stream.read()), format=syntax)
    triples, quads = set(), set()
    for subject, predicate, item, context in graph.quads():
        triple = of_rdflib(subject), str(predicate), of_rdflib(item)
        name = str(getattr(context, "identifier", context) or "")
        if name.startswith("urn:actant:"):
            quads.add(triple + (name,))
        else:
            triples.add(triple)
    return triples, quads


def with_n3(path, syntax):
    done = subprocess.run(["node", os.path.join(READERS, "n3.js"), path, syntax], capture_output=True)
    if done.returncode:
        sys.exit("n3 %s: %s" % (path, done.stderr[-300:].decode()))
    triples, quads = set(), set()
    kinds = {"NamedNode": "iri", "BlankNode": "blank", "Literal": "literal"}
    for line in done.stdout.decode().split("\n")[:-1]:
        subject, predicate, item, graph = json.loads(line)
        triple = tuple((kinds[kind], value, datatype.replace(XSD + "string", "")) for kind, value, datatype in (subject, item))
        triple = triple[0], predicate, triple[1]
        if graph:
            quads.add(triple + (graph,))
        else:
            triples.add(triple)
    return triples, quads


def named(triples):
    """The triples as a multiset in which a blank node is what is said of it."""
    said = collections.defaultdict(list)
    for subject, predicate, item in triples:
        if subject[0] == "blank":
            said[subject[1]].append((predicate,) + item)
    names = {blank: tuple(sorted(facts)) for blank, facts in said.items()}
    return collections.Counter((names[s[1]] if s[0] == "blank" else s[1], p, ("blank", names[o[1]]) if o[0] == "blank" else o)
                               for s, p, o in triples if s[0] != "blank" or (p, o[1]) == (RDF + "type", SCHEMA + "Dataset"))


def short(triples):
    return {(s, p, (o[0], shortened(o[1]), o[2])) for s, p, o in triples}


class Subject:
    """What is said of a subject, by predicate."""
    def __init__(self):
        self.all = collections.defaultdict(list)

    def one(self, predicate):
        found = self.all.get(predicate, [("", "", "")])
        if len(found) != 1:
            sys.exit("%s: %s" % (predicate, found))
        return found[0][1]

    def many(self, predicate):
        return sorted(value for _, value, _ in self.all.get(predicate, []))


def local(iri, space):
    if iri and not iri.startswith(space):
        sys.exit("%s is not in %s" % (iri, space))
    return iri[len(space):]


def plain(text):
    """Percent-decoded."""
    return re.sub(rb"%([0-9A-F]{2})", lambda m: bytes([int(m.group(1), 16)]), text.encode()).decode()


def span(text):
    return [int(part) for part in text.split("-")] if text else [0, 0]


def row_of(evidence):
    spans = {name: span(evidence.one(TERM + name + "_span")) for name in ("subject", "trigger", "object")}
    return dict(spans, document=plain(local(evidence.one(PROV + "wasQuotedFrom"), DOCUMENT)), begin=evidence.one(TERM + "begin"),
                text=evidence.one(SCHEMA + "text"), date=evidence.one(TERM + "date"), date_end=evidence.one(TERM + "date_end"),
                place=evidence.one(TERM + "place_name"), place_id=local(evidence.one(TERM + "place"), NODE),
                attributed_to=evidence.one(TERM + "attributed_name"), attributed_to_id=local(evidence.one(PROV + "wasAttributedTo"), NODE),
                confidence=evidence.one(TERM + "confidence"), rule=evidence.one(TERM + "rule"))


def check_datatypes(triples, where):
    patterns = {"integer": r"\d+", "decimal": r"\d+\.\d+", "boolean": "true|false", "date": r"\d{4}-\d\d-\d\d", "gYearMonth": r"\d{4}-\d\d",
                "gYear": r"\d{4}", "anyURI": ".*"}
    for _, predicate, (kind, value, datatype) in triples:
        if kind == "literal" and datatype and not re.fullmatch(patterns[datatype.replace(XSD, "")], value):
            sys.exit("%s: %s '%s' is no %s" % (where, predicate, value, datatype))


def found_in(triples, wanted):
    """The graph in the terms of expected.py; edges and evidence in the order of what is expected, since RDF has none."""
    subjects = collections.defaultdict(Subject)
    for subject, predicate, item in triples:
        subjects[subject[1]].all[predicate].append(item)
    out = {"documents": [], "nodes": [], "edges": []}
    for iri, said in subjects.items():
        if iri.startswith(DOCUMENT):
            out["documents"].append({"id": plain(local(iri, DOCUMENT)), "name": said.one(SCHEMA + "name"), "title": said.one(SCHEMA + "headline"),
                                     "url": said.one(SCHEMA + "url"), "date": said.one(SCHEMA + "datePublished")})
        elif iri.startswith(NODE) and RDF + "type" in said.all:
            kind = local(said.one(RDF + "type"), SCHEMA).lower().replace("organiz", "organis")
            iso = local(said.one(SCHEMA + "identifier"), "iso:")
            out["nodes"].append({"id": local(iri, NODE), "entity_type": kind, "label": said.one(SCHEMA + "name"), "iso": iso,
                                 "role": said.one(SCHEMA + ("jobTitle" if kind == "person" else "description")),
                                 "wikidata": local(said.one(SCHEMA + "sameAs"), "http://www.wikidata.org/entity/") or said.one(TERM + "wikidata"),
                                 "mentions": said.one(TERM + "mentions"), "first_date": said.one(TERM + "first_date"),
                                 "last_date": said.one(TERM + "last_date"), "alias_list": said.many(SCHEMA + "alternateName"),
                                 "document_ids": [plain(local(item, DOCUMENT)) for item in said.many(SCHEMA + "subjectOf")]})
    for edge in wanted["edges"]:
        relation = subjects[RELATION + quoted(edge["relation"])]
        if relation.one(LABEL) != edge["relation"] or relation.one(RDF + "type") != RDF + "Property":
            sys.exit("relation %r" % edge["relation"])
        said = subjects[STATEMENT + ":".join([edge["source"], quoted(edge["relation"]), edge["status"], edge["target"]])]
        direct = ("iri", NODE + edge["target"], "") in subjects[NODE + edge["source"]].all[RELATION + quoted(edge["relation"])]
        if direct != any(other["status"] == "actual" and (other["source"], other["relation"], other["target"]) ==
                         (edge["source"], edge["relation"], edge["target"]) for other in wanted["edges"]):
            sys.exit("edge %s: said to be so, or not, against its status" % edge["id"])
        if said.one(RDF + "type") != RDF + "Statement" or said.one(RDF + "predicate") != RELATION + quoted(edge["relation"]):
            sys.exit("edge %s is no statement" % edge["id"])
        rows = [row_of(subjects[blank]) for _, blank, _ in said.all[TERM + "evidence"]]
        out["edges"].append({"id": edge["id"], "source": local(said.one(RDF + "subject"), NODE), "target": local(said.one(RDF + "object"), NODE),
                             "relation": relation.one(LABEL), "label": said.one(LABEL), "rows": sorted(rows, key=order),
                             **{key: said.one(TERM + key) for key in ("family", "status", "symmetric", "support", "weight", "confidence",
                                                                      "first_date", "last_date")}})
    return out


def quoted(text):
    return "".join(chr(c) if chr(c).isascii() and (chr(c).isalnum() or chr(c) in "-_.~") else "%%%02X" % c for c in (text or "related").encode())


def order(row):
    return [str(row[key]) for key in expected.ROW if key != "confidence"] + [float(row["confidence"])]


def check_graphs(name, quads, wanted):
    """What is said to be so, in the graph of each document that says so."""
    should = {(("iri", NODE + edge["source"], ""), RELATION + quoted(edge["relation"]), ("iri", NODE + edge["target"], ""), DOCUMENT + quoted(row["document"]))
              for edge in wanted["edges"] if edge["status"] == "actual" for row in edge["rows"]}
    if quads != should:
        sys.exit("%s: %d quads in graphs of documents, %d expected" % (name, len(quads), len(should)))


if not shutil.which("rapper"):
    print("skipped: no rapper")
    sys.exit(77)
for name, wanted in expected.samples(sys.argv[1]):
    path = os.path.join(sys.argv[1], name)
    for edge in wanted["edges"]:
        edge["rows"].sort(key=order)
    for node in wanted["nodes"]:
        node["alias_list"].sort()
        node["document_ids"].sort(key=quoted)
    first = None
    js = [(with_n3, "turtle", "text/turtle"), (with_n3, "ntriples", "application/n-triples"), (with_n3, "nquads", "application/n-quads")]
    for reader, ending, syntax in ((with_raptor, "turtle", "turtle"), (with_raptor, "ntriples", "ntriples"), (with_raptor, "nquads", "nquads"),
                                   (with_rdflib, "turtle", "turtle"), (with_rdflib, "ntriples", "nt"), (with_rdflib, "nquads", "nquads"),
                                   (with_rdflib, "jsonld", "json-ld"), *(js if HAS_N3 else [])):
        where = "%s, %s, %s" % (name, reader.__name__, ending)
        triples, quads = reader("%s.%s" % (path, ending), syntax)
        if ending == "nquads":
            check_graphs(where, quads, wanted)
        if first is None:
            check_datatypes(triples, where)
            found = found_in(triples, wanted)
            expected.compare(name, reader.__name__, wanted, found, ["edge." + key for key in ("dates", "place", "attributed_to", "evidence", "documents")])
            first = named(short(triples))
        elif named(short(triples)) != first:
            sys.exit("%s: other triples than in Turtle: %.500r" % (where, list((named(short(triples)) - first).items())))
    print(name, "ok,", sum(first.values()), "triples")
print("N3.js agrees" if HAS_N3 else "not asked: N3.js is not in " + READERS)
