#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Gather the raw prose of the corpora folder, one text file a source.

    prose.py CORPORA OUT [--wordnet FOLDER]

Paragraphs stand on a line each, an empty line between them.  Left out: every development part,
KnowledgeNet's fold 3 (and passages that it shares with other folds), fragments without letters.
"""
import argparse
import csv
import html
import json
import pathlib
import re

GUM_SPACES = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": '"', "''": '"'}


def tidy(text):
    return re.sub(r"\s+", " ", text).strip()


def join_tokens(tokens):
    """Undo a treebank's tokenisation, so that our own can do it in its way."""
    out, open_quote, glue = "", False, True
    for token in tokens:
        token = GUM_SPACES.get(token, token)
        left = token in {",", ".", ";", ":", "?", "!", ")", "]", "%", "'", "...", "’"} or bool(
            re.fullmatch(r"('s|'re|'ve|'ll|'d|'m|n't|’s)", token, re.I))
        if token == '"':
            left = open_quote
        out += ("" if glue or left else " ") + token
        glue = token in {"(", "[", "$", "£", "€", "#"} or (token == '"' and not open_quote)
        if token == '"':
            open_quote = not open_quote
    return re.sub(r"(\w) - (\w)", r"\1-\2", out) if " - " in out else out


def surname_case(text):
    """The Factbook sets surnames in capitals: Paul KAGAME."""
    return re.sub(r"\b((?:[A-Z][\w'.-]*[a-z.]|al|bin|de|van|von) )([A-Z][A-Z'-]{3,})\b",
                  lambda m: m[1] + m[2].title(), text)


def factbook(folder):
    def walk(node):
        if isinstance(node, dict):
            for value in node.values():
                yield from walk(value)
        elif isinstance(node, list):
            for value in node:
                yield from walk(value)
        elif isinstance(node, str):
            yield node

    seen = set()
    for path in sorted((folder / "lexical/factbook").rglob("*.json")):
        for text in walk(json.loads(path.read_text(encoding="utf-8"))):
            for part in re.split(r"</?p>|<br ?/?>(?:\s*<br ?/?>)?", text):
                part = tidy(html.unescape(re.sub(r"<[^>]*>", "", part)))
                part = re.sub(r"^(note( \d+)?|description|meaning|history|etymology): ", "", part)
                if part.count(" ") < 4 or part in seen:
                    continue
                seen.add(part)
                yield surname_case(part.replace(" -- ", " – "))


def knowledgenet(folder):
    with open(folder / "knowledgenet/folds-1-2-3.tsv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    held = {tidy(r["passage"]) for r in rows if r["fold"] == "3"}
    held_documents = {r["doc"] for r in rows if r["fold"] == "3"}
    seen = set()
    for row in rows:
        text = tidy(row["passage"])
        if text and text not in held and row["doc"] not in held_documents and text not in seen:
            seen.add(text)
            yield text


def redocred(folder):
    for document in json.loads((folder / "names/redocred-dev.json").read_text(encoding="utf-8")):
        yield tidy(" ".join(join_tokens(s) for s in document["sents"]))


def re3d(folder):
    for path in sorted((folder / "re3d").rglob("documents.json")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                for part in json.loads(line)["text"].split("\n"):
                    if part.strip():
                        yield tidy(re.sub(r"\[\d+\]", "", part))


def wikigold(folder):
    words = []
    for line in (folder / "names/wikigold.conll.txt").read_text(encoding="utf-8").splitlines():
        if line.strip():
            words.append(line.split()[0])
        elif words:
            if words[0] != "-DOCSTART-":
                yield join_tokens(words)
            words = []


def gap(folder):
    with open(folder / "coref/gap-development.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield tidy(re.sub(r"``|''", '"', row["Text"]))


def carb(folder):
    seen = set()
    for line in (folder / "openie/carb-dev.tsv").read_text(encoding="utf-8").splitlines():
        sentence = line.split("\t")[0]
        if sentence not in seen:
            seen.add(sentence)
            text = join_tokens(sentence.split())
            yield re.sub(r"(\w) ?- ?(\w)", r"\1-\2", text)


def wordnet(folder):
    for name in ("noun", "verb", "adj", "adv"):
        with open(folder / f"data.{name}", encoding="latin-1") as file:
            for line in file:
                if line.startswith("  ") or "|" not in line:
                    continue
                gloss = tidy(line.split("|", 1)[1])
                for part in re.split(r"; (?=\")", gloss):
                    part = part.strip('"; ') if part.startswith('"') else part.strip("; ")
                    if part.count(" ") >= 3:
                        yield part


def examples(folder):
    """The glosses' quoted examples that can stand as sentences, spelt as such."""
    for name in ("noun", "verb", "adj", "adv"):
        with open(folder / f"data.{name}", encoding="latin-1") as file:
            for line in file:
                for text in re.findall(r'"([^"]*)"', line.split("|", 1)[-1]):
                    text = tidy(text)
                    if text.count(" ") >= 4:
                        yield text[0].upper() + text[1:] + ("" if text[-1] in ".!?" else ".")


SOURCES = [factbook, knowledgenet, redocred, re3d, wikigold, gap, carb]


def write(path, paragraphs):
    words = 0
    with open(path, "w", encoding="utf-8") as file:
        for text in paragraphs:
            words += text.count(" ") + 1
            file.write(text + "\n\n")
    print(f"{path.stem}\t{words}")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("corpora", type=pathlib.Path)
    options.add_argument("out", type=pathlib.Path)
    options.add_argument("--wordnet", type=pathlib.Path, default=pathlib.Path("/usr/share/wordnet"))
    given = options.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    for source in SOURCES:
        write(given.out / f"{source.__name__}.txt", source(given.corpora))
    write(given.out / "wordnet.txt", wordnet(given.wordnet))
    write(given.out / "examples.txt", examples(given.wordnet))


if __name__ == "__main__":
    main()
