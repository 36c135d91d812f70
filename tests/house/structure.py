#!/usr/bin/env python3
"""structure.py ROOT: what the style promises of files: lengths, licence lines, arrows between folders, third-party headers in one place,
and no call in the library that prints, exits, reads the environment or depends on the locale."""
import pathlib, re, sys

root = pathlib.Path(sys.argv[1])
stages = ["base", "model", "read", "annotate", "resolve", "relate", "graph", "write", "library", "cli"]
upward = {("graph/add.c", "library")}  # actant_graph_add takes the pipeline's result
one_place = {"graphviz/": 1, "igraph/": 1, "libxml/HTMLparser": 1, "iconv.h": 1}
forbidden = re.compile(r"(?<![\w.>])(?:v?f?printf|puts|putchar|perror|exit|_exit|abort|getenv|setlocale|system|strtod|atof|"
                       r"str(?:n)?casecmp|is(?:alpha|alnum|digit|space|upper|lower|punct)|to(?:upper|lower)|gets|sprintf|localtime|rand)\s*\(")
complaints = []


def lengths_of_functions(lines):
    begin = None
    for i, line in enumerate(lines):
        if line == "{":
            begin = i
        elif line.startswith("}") and begin is not None:
            yield lines[begin - 1], i - begin + 1
            begin = None


def strip_comments(text):
    text = re.sub(r"/\*.*?\*/", lambda m: "\n" * m[0].count("\n"), text, flags=re.S)
    return re.sub(r'"(?:\\.|[^"\\\n])*"', '""', text)


files = sorted([*root.glob("src/**/*.[ch]"), *root.glob("include/**/*.h")])
places = {header: [] for header in one_place}
lengths = []
for path in files:
    name = path.relative_to(root).as_posix()
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    folder = name.split("/")[1]
    if len(lines) > 601:
        complaints.append(f"{name}: {len(lines) - 1} lines, more than 600")
    if "SPDX-License-Identifier: MIT" not in "\n".join(lines[:3]):
        complaints.append(f"{name}: no licence line")
    for heading, length in lengths_of_functions(lines):
        lengths.append(length)
        if length > 60:
            complaints.append(f"{name}: a function of {length} lines: {heading}")
    for target in re.findall(r'^#include "([a-z]+)/', text, flags=re.M):
        known = folder in stages and target in stages
        if known and stages.index(target) > stages.index(folder) and (name.removeprefix("src/"), target) not in upward:
            complaints.append(f"{name} includes a later stage: {target}")
        if folder != "train" and target == "train":
            complaints.append(f"{name} includes what trains")
    for header in one_place:
        if re.search(rf"^#include <{re.escape(header)}", text, flags=re.M):
            places[header].append(name)
    if folder not in ("cli", "train", "actant"):
        for match in forbidden.finditer(strip_comments(text)):
            complaints.append(f"{name}: calls {match[0].rstrip(' (')}")
for header, count in one_place.items():
    if len(places[header]) > count:
        complaints.append(f"<{header}> is included by {', '.join(places[header])}")
lengths.sort()
print(f"{len(files)} files, {len(lengths)} functions: median {lengths[len(lengths) // 2]} lines, 90th percentile {lengths[len(lengths) * 9 // 10]}")
print("\n".join(complaints))
sys.exit(bool(complaints))
