# SPDX-License-Identifier: MIT
"""Gives names that a source prints in capitals the capitals of ordinary writing, by what prose and WordNet write."""
import collections
import glob
import json
import re

import wordnet
from common import clean, source

SMALL = {"of", "the", "and", "for", "in", "on", "to", "de", "del", "la", "las", "los", "el", "e", "y", "do", "da", "dos", "et", "des", "du", "di", "against", "with",
         "a", "an", "or", "from", "by", "at", "le", "les", "un", "en", "per", "pour", "para", "into", "through", "without", "before", "among", "between"}
LEGAL = {w.lower(): w for w in ("Inc", "Corp", "Co", "Ltd", "PLC", "LLC", "AG", "SA", "NV", "AB", "LP", "US", "UN", "EU")}
VOWELS = re.compile(r"[aeiouyàâáäéèêíîóôöúûü]", re.I)


def prose():
    """Every text of The World Factbook, with the code of its file."""
    for path in sorted(glob.glob(source("factbook", "*", "*.json"))):
        with open(path, encoding="utf-8") as file:
            todo = [json.load(file)]
        while todo:
            node = todo.pop(0)
            if isinstance(node, dict):
                text = node.get("text")
                if isinstance(text, str):
                    yield path, clean(text)
                todo += [v for k, v in node.items() if k != "text"]
            elif isinstance(node, list):
                todo += node


def initials(name, small):
    return "".join(w[0] for w in re.split(r"[ /-]", name) if w and (small or w.lower() not in SMALL)).upper()


class Casing:
    def __init__(self, names):
        """`names`: names in capitals; a word that is the initials of one of them is an acronym."""
        self.seen = collections.defaultdict(collections.Counter)
        for _, text in prose():
            for word in re.findall(r"[^\W\d_][\w'’.&]*\w", text):
                if word[0].isupper():
                    self.seen[word.lower()][word] += 1
        self.words = wordnet.lower_words()
        for synset in wordnet.nouns().values():
            for word in " ".join(synset.words).split(" "):
                if word[0].isupper():
                    self.seen[word.lower()][word] += 2
        self.bracketed = {m.upper() for _, text in prose() for m in re.findall(r"\(([A-Z]{2,8})\)|\b([A-Z]{2,8})(?=,|$)", text) for m in m if m}
        self.acronyms = {initials(n, small) for n in names for small in (True, False) if len(n.split()) > 2}

    def is_acronym(self, word, alone):
        low = word.lower()
        if not re.match(r"^[A-Za-z][A-Za-z&]+$", word) or len(word) > 8:
            return False
        seen = self.seen.get(low, {})
        capital = low.capitalize()
        if low in self.words:
            return alone and seen.get(word.upper(), 0) > 3 * seen.get(capital, 0) and word.upper() in self.acronyms
        if seen.get(word.upper(), 0) > seen.get(capital, 0) and len(word) <= 8 and word.upper() in self.bracketed:
            return True
        if seen.get(capital, 0):
            return False
        return not VOWELS.search(low) or word.upper() in self.acronyms or alone and len(word) <= 3

    def word(self, word, first, alone):
        low = word.lower()
        if not first and low in SMALL:
            return low
        if low.rstrip(".") in LEGAL:
            return LEGAL[low.rstrip(".")]
        if self.is_acronym(word, alone):
            return word.upper()
        if re.match(r"^mc[a-z]{4,}$", low):
            return "Mc" + low[2:].capitalize()
        forms = self.seen.get(low)
        if forms and low not in self.words:
            best = max(forms, key=lambda f: (forms[f], f))
            if not best.isupper():
                return best
        if re.match(r"^([A-Za-z]\.)+[A-Za-z]?$", word) or "&" in word and len(word) < 5:
            return word.upper()
        if low.startswith(("o'", "d'", "l'")) and len(low) > 3:
            return low[:2].capitalize() + low[2:].capitalize()
        return low[:1].upper() + low[1:]

    def name(self, raw):
        words = re.sub(r"[_\s]+", " ", raw).strip(" ,;").split(" ")
        out = []
        for at, word in enumerate(words):
            parts = word.split("-")
            done = [self.word(p, not at and not i, len(words) == 1) for i, p in enumerate(parts) if p]
            if at and parts[0].lower() in ("al", "el", "ul", "ur", "as", "an"):
                done[0] = parts[0].lower() if len(parts) > 1 else done[0]
            out.append("-".join(done))
        return " ".join(out)
