# SPDX-License-Identifier: MIT
"""reread_markdown.py SAMPLES: the notes, their properties through PyYAML and their text through markdown-it, a CommonMark parser.  Links
must lead to notes that are there.  Exit status 77, skipped, when a module is not there."""
import os
import re
import sys

import expected

try:
    import yaml
    from markdown_it import MarkdownIt
except ImportError as missing:
    print("skipped:", missing)
    sys.exit(77)

PROPERTIES = ["id", "name", "entity_type", "role", "iso", "wikidata", "mentions", "first_date", "last_date"]
LINK = re.compile(r"\[\[([^\]|#^]+)\]\]")
FORBIDDEN = re.compile(r'[*"\\/<>:|?#^\[\]%`$;\x00-\x1f]|^\.|[. ]\.md$')


def parts_of(path):
    """Properties and text."""
    with open(path, encoding="utf-8") as stream:
        text = stream.read()
    match = re.match(r"---\n(.*?)\n---\n", text, re.S)
    if not match:
        sys.exit(path + ": no properties")
    return yaml.safe_load(match.group(1)), text[match.end():]


def text_of(token):
    """What an inline token shows, with the address of links behind them."""
    out = []
    for child in token.children:
        if child.type in ("text", "code_inline"):
            out.append(child.content)
        elif child.type == "link_open":
            out.append("<" + child.attrs["href"] + ">")
        elif child.type not in ("strong_open", "strong_close", "link_close"):
            sys.exit("%s in %.200r" % (child.type, token.content))
    return "".join(out)


def items_of(body, where):
    """Headings with the lines of the lists below them: (depth, text)."""
    sections, depth, heading = {"": []}, 0, None
    for token in MarkdownIt("commonmark").parse(body):
        if token.type in ("bullet_list_open", "bullet_list_close"):
            depth += token.nesting
        elif token.type == "heading_open":
            heading = token.tag
        elif token.type == "inline" and heading:
            name = "title" if heading == "h1" else text_of(token)
            sections[name] = [text_of(token)] if heading == "h1" else []
            current, heading = sections[name], None
        elif token.type == "inline":
            (current if depth else sections[""]).append((depth, text_of(token)) if depth else text_of(token))
        elif token.type not in ("heading_close", "list_item_open", "list_item_close", "paragraph_open", "paragraph_close"):
            sys.exit("%s: %s, which no note has" % (where, token.type))
    return sections


def edge_line(edge, target):
    dates = edge["first_date"] and ", " + edge["first_date"] + (" to " + edge["last_date"] if edge["last_date"] != edge["first_date"] else "")
    return "%s [[%s]] (%s%s, %s, %d sentence%s%s, confidence %s%s)" % (
        edge["label"] or edge["relation"] or "****", target, edge["relation"], edge["family"] and ", " + edge["family"], edge["status"], edge["support"],
        "" if edge["support"] == 1 else "s", dates, number(edge["confidence"]), ", both ways" if edge["symmetric"] else "")


def number(value):
    return ("%.3f" % (int(value * 1000 + 0.5) / 1000)).rstrip("0").rstrip(".")


def row_line(row, documents, names):
    document = documents[row["document"]]
    title = document["title"] or document["name"]
    if document["url"]:
        title = "<%s>%s" % (document["url"], title)
    date = row["date"] and " · when: " + row["date"]
    out = ["“%s” — %s" % (row["text"], title), document["date"] and ", " + document["date"], date, row["date_end"] and "/" + row["date_end"]]
    for word, key in ("where", "place"), ("said by", "attributed_to"):
        shown = "[[%s]]" % names[row[key + "_id"]] if row[key + "_id"] else row[key]
        out.append(shown and " · %s: %s" % (word, shown))
    out.append(" · confidence " + number(row["confidence"]))
    out.append(row["rule"] and " · rule " + row["rule"])
    return "".join(out)


def must(found, wanted, where):
    if found != wanted:
        sys.exit("%s:\n%.600r, expected\n%.600r" % (where, found, wanted))


def check_note(path, node, wanted, documents, names):
    properties, body = parts_of(path)
    for key in PROPERTIES:
        expected.same(properties.get(key), node.get(key, node["label"] if key == "name" else None), "%s, %s" % (path, key))
    expected.same(properties.get("aliases"), node["alias_list"], path + ", aliases")
    expected.same(properties.get("documents"), node["document_ids"], path + ", documents")
    sections = items_of(body, path)
    must(sections["title"], [node["label"] or node["id"]], path)
    must(sections[""], ["Role: " + node["role"]] if node["role"] else [], path)
    lines, back = [], []
    for edge in wanted["edges"]:
        if edge["source"] == node["id"]:
            lines.append((1, edge_line(edge, names[edge["target"]])))
            lines += [(2, row_line(row, documents, names)) for row in edge["rows"]]
        if edge["target"] == node["id"]:
            back.append((1, "[[%s]] %s (%s)" % (names[edge["source"]], edge["label"] or edge["relation"] or "****", edge["status"])))
    must(sections.get("Relations", []), lines, path)
    must(sections.get("Named by", []), back, path)


def check(folder, name, wanted):
    index = os.path.join(folder, name + ".md")
    files = sorted(os.listdir(os.path.join(folder, name))) if wanted["nodes"] else []
    names, notes = {}, {}
    for file in files:
        if FORBIDDEN.search(file) or len(file.encode()) > 140 or not file.endswith(".md"):
            sys.exit("%s: a note is called %r" % (name, file))
        path = os.path.join(folder, name, file)
        properties = parts_of(path)[0]
        names[properties["id"]], notes[properties["id"]] = file[:-3], path
    if len({file.casefold() for file in files}) != len(wanted["nodes"]) or len(names) != len(wanted["nodes"]):
        sys.exit("%s: %d notes" % (name, len(files)))
    documents = {document["id"]: document for document in wanted["documents"]}
    for node in wanted["nodes"]:
        check_note(notes[node["id"]], node, wanted, documents, names)
    for path in [index, *notes.values()]:
        for link in LINK.findall(parts_of(path)[1].replace("\\[", "")):
            if link not in names.values():
                sys.exit("%s: %r leads nowhere" % (path, link))
    sections = items_of(parts_of(index)[1], index)
    for kind, heading in ("person", "People"), ("place", "Places"), ("organisation", "Organisations"):
        must(sections.get(heading, []), [(1, "[[%s]]%s" % (names[node["id"]], node["role"] and ", " + node["role"]))
                                         for node in wanted["nodes"] if node["entity_type"] == kind], index)
    if len(sections.get("Documents", [])) != len(documents):
        sys.exit(index + ": documents")


for name, wanted in expected.samples(sys.argv[1]):
    check(sys.argv[1], name, wanted)
    print(name, "ok")
