# SPDX-License-Identifier: MIT
"""CoNLL-U as the teacher needs it: words only, ranges and comments kept for writing back."""
import re


class Sentence:
    """One sentence; `lines` holds all its lines, `at` the line of each word."""

    def __init__(self, lines):
        self.lines = lines
        self.at = [i for i, line in enumerate(lines) if re.match(r"\d+\t", line)]
        columns = [lines[i].split("\t") for i in self.at]
        self.forms = [c[1] for c in columns]
        self.upos = [c[3] for c in columns]
        self.xpos = [c[4] for c in columns]
        self.heads = [int(c[6]) if c[6].isdigit() else -1 for c in columns]
        self.deprels = [c[7] for c in columns]

    def __len__(self):
        return len(self.forms)


def read(path):
    lines = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line:
                lines.append(line)
            elif lines:
                sentence = Sentence(lines)
                if len(sentence):
                    yield sentence
                lines = []
    if lines:
        sentence = Sentence(lines)
        if len(sentence):
            yield sentence


def normal(form):
    """The key of a word: small letters, digits made one."""
    return re.sub(r"\d", "0", form.lower())
