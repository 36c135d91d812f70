# SPDX-License-Identifier: MIT
"""Which words English prose writes in lower case, counted in the training parts of two treebanks."""
import collections
import glob
import os

CORPORA = os.environ.get("ACTANT_CORPORA", "/work/shared/corpora")
NOTE = """
Counted in UD English EWT (CC BY-SA 4.0) and GUM (CC BY 4.0), training parts.
"""


def counts():
    """Words, lower-cased, with how often they stand in lower case and how often not."""
    low, high = collections.Counter(), collections.Counter()
    for path in sorted(glob.glob(os.path.join(CORPORA, "ewt", "*train*.conllu")) + glob.glob(os.path.join(CORPORA, "gum-free", "*train*.conllu"))):
        first = True
        with open(path, encoding="utf-8") as file:
            for line in file:
                fields = line.split("\t")
                if len(fields) < 4 or not fields[0].isdigit():
                    first = True
                    continue
                form = fields[1]
                if form.islower():
                    low[form] += 1
                elif not first:
                    high[form.lower()] += 1
                first = False
    return low, high


def words():
    """Words that are ordinary: in lower case at least twice, and not far more often as names."""
    low, high = counts()
    return {w for w, n in low.items() if n >= 2 and n * 4 >= high[w] and w.isalpha()}
