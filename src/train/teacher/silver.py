#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Choose what the teacher parses, and what of its parses the student sees.

    silver.py select OUT.conllu RAW.conllu...       whole sentences of prose, their source noted
    silver.py finish PARSED.conllu OUT.conllu [--words N] [--drop SHARE] [--note FILE]
"""
import argparse
import collections
import hashlib
import pathlib
import random

import conllu

SHORTEST, LONGEST = 5, 60
# Of the words of a source, the share that is kept at most: notes on countries repeat themselves.
MOST = {"factbook": 160000, "examples": 80000, "wordnet": 0}
OF_DOCUMENT = 40  # sentences; the student makes its folds of documents
VERBS = {"VERB", "AUX"}


def is_prose(forms):
    """A whole sentence: from a capital to a full stop, of words for the most part."""
    if not SHORTEST <= len(forms) <= LONGEST:
        return False
    first = next((f for f in forms if f not in {'"', "“", "(", "'"}), "")
    last = next((f for f in reversed(forms) if f not in {'"', "”", ")", "'"}), "")
    words = sum(any(c.isalpha() for c in f) for f in forms)
    small = sum(f[0].islower() for f in forms)
    return (first[:1].isupper() or first[:1].isdigit()) and last in {".", "!", "?"} and \
        words >= 0.7 * len(forms) and small >= 0.3 * len(forms) and \
        all(f.isprintable() for f in forms)


def select(given):
    seen = set()
    with open(given.output, "w", encoding="utf-8") as file:
        for path in map(pathlib.Path, given.input):
            if MOST.get(path.stem) == 0:
                continue
            for sentence in conllu.read(path):
                key = " ".join(sentence.forms)
                if key in seen or not is_prose(sentence.forms):
                    continue
                seen.add(key)
                rows = [line for line in sentence.lines if not line.startswith("#")]
                text = [line for line in sentence.lines if line.startswith("# text =")]
                file.write("\n".join([f"# source = {path.stem}", *text, *rows]) + "\n\n")


def note_of(sentence, name):
    return next(l.split(" = ", 1)[1] for l in sentence.lines if l.startswith(f"# {name} = "))


def finish(given):
    """The surest part of each source, shuffled; sentences without a verb are left out."""
    by_source = collections.defaultdict(list)
    for sentence in conllu.read(given.input[0]):
        if VERBS & set(sentence.upos):
            by_source[note_of(sentence, "source")].append(sentence)
    rng, chosen = random.Random(1), []
    for source, sentences in sorted(by_source.items()):
        sentences.sort(key=lambda s: -float(note_of(s, "sure")))
        sentences = sentences[:round(len(sentences) * (1 - given.drop))]
        rng.shuffle(sentences)
        room = MOST.get(source, 10 ** 9)
        for sentence in sentences:
            room -= len(sentence)
            if room < 0:
                break
            chosen.append(sentence)
    rng.shuffle(chosen)
    words = collections.Counter()
    with open(given.output, "w", encoding="utf-8") as file:
        for i, sentence in enumerate(chosen):
            if given.words and sum(words.values()) >= given.words:
                break
            if i % OF_DOCUMENT == 0:
                file.write(f"# newdoc id = silver-{i // OF_DOCUMENT}\n")
            file.write(f"# sent_id = silver-{i + 1}\n" + "\n".join(sentence.lines) + "\n\n")
            words[note_of(sentence, "source")] += len(sentence)
    digest = hashlib.sha256(pathlib.Path(given.output).read_bytes()).hexdigest()
    note = [f"{given.output}: {sum(words.values())} words, sha256 {digest}"]
    note += [f"  {source}: {n} words" for source, n in sorted(words.items())]
    print("\n".join(note))
    if given.note:
        with open(given.note, "a", encoding="utf-8") as file:
            file.write("\n".join(note) + "\n")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = options.add_subparsers(dest="command", required=True)
    one = commands.add_parser("select")
    one.add_argument("output")
    one.add_argument("input", nargs="+")
    two = commands.add_parser("finish")
    two.add_argument("input", nargs=1)
    two.add_argument("output")
    two.add_argument("--words", type=int, default=0)
    two.add_argument("--drop", type=float, default=0.15)
    two.add_argument("--note")
    given = options.parse_args()
    select(given) if given.command == "select" else finish(given)


if __name__ == "__main__":
    main()
