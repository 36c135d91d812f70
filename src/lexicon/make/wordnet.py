# SPDX-License-Identifier: MIT
"""Reads the instances among WordNet's nouns: named places, bodies and people, with what they are instances of."""
import functools
import os

from common import WORDNET

NOTE = """
Source: WordNet 3.0 (Princeton University, WordNet licence: free to use, copy and change with this notice).
"""
LOCATION, OBJECT, ARTIFACT, GROUP, PERSON = "15", "17", "06", "14", "18"


class Synset:
    def __init__(self, line):
        head, self.gloss = line.split("|", 1)
        fields = head.split()
        self.id, self.file = fields[0], fields[1]
        count = int(fields[3], 16)
        self.words = [fields[4 + 2 * i].replace("_", " ") for i in range(count)]
        at = 4 + 2 * count
        self.pointers = [(fields[at + 1 + 4 * i], fields[at + 2 + 4 * i]) for i in range(int(fields[at])) if fields[at + 3 + 4 * i] == "n"]

    def to(self, *kinds):
        return [target for kind, target in self.pointers if kind in kinds]


@functools.lru_cache(None)
def nouns():
    found = {}
    with open(os.path.join(WORDNET, "data.noun"), encoding="latin-1") as file:
        for line in file:
            if not line.startswith("  "):
                synset = Synset(line)
                found[synset.id] = synset
    return found


@functools.lru_cache(None)
def classes(identifier):
    """First words of everything that a synset is a kind or instance of."""
    todo, seen = [identifier], set()
    while todo:
        for target in nouns()[todo.pop()].to("@", "@i"):
            if target not in seen:
                seen.add(target)
                todo.append(target)
    return frozenset(nouns()[s].words[0] for s in seen)


def wholes(identifier):
    """Synsets that it is a part of, nearest first."""
    order, todo = [], [identifier]
    while todo:
        for target in nouns()[todo.pop(0)].to("#p", "#m"):
            if target not in order:
                order.append(target)
                todo.append(target)
    return [nouns()[s] for s in order]


def instances(*files):
    return [s for s in nouns().values() if s.file in files and s.to("@i")]


@functools.lru_cache(None)
def lower_words():
    """Single words that WordNet writes in lower case in some noun, verb, adjective or adverb."""
    found = set()
    for part in ("noun", "verb", "adj", "adv"):
        with open(os.path.join(WORDNET, "data." + part), encoding="latin-1") as file:
            for line in file:
                if line.startswith("  "):
                    continue
                fields = line.split()
                for i in range(int(fields[3], 16)):
                    word = fields[4 + 2 * i]
                    if word.islower() and word.isalpha():
                        found.add(word)
    return found
