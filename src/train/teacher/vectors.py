#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Word vectors from raw text: positive pointwise mutual information, cut by singular values.

    vectors.py OUT.npz FILE.conllu...

Levy and Goldberg (2014) show that this is what skip-gram factorises; on a few million words it is
as good, repeatable, and takes a minute.
"""
import collections
import sys

import numpy
import scipy.sparse
import scipy.sparse.linalg

import conllu

WINDOW, WORDS, CONTEXTS, SIZE, LEAST = 4, 40000, 10000, 100, 3


def count(sentences, index, contexts):
    """Weighted co-occurrences; the side matters: left and right contexts are kept apart."""
    total = scipy.sparse.csr_matrix((len(index), 2 * contexts), dtype=numpy.float32)
    rows, columns, values = [], [], []

    def flush():
        nonlocal total
        total = total + scipy.sparse.coo_matrix(
            (values, (rows, columns)), shape=total.shape, dtype=numpy.float32).tocsr()
        rows.clear(), columns.clear(), values.clear()

    for words in sentences:
        ids = [index.get(w, -1) for w in words]
        for i, word in enumerate(ids):
            for distance in range(1, WINDOW + 1):
                if i < distance:
                    break
                other = ids[i - distance]
                weight = 1 / distance
                if word >= 0 and 0 <= other < contexts:
                    rows.append(word), columns.append(other), values.append(weight)
                if other >= 0 and 0 <= word < contexts:
                    rows.append(other), columns.append(contexts + word), values.append(weight)
        if len(rows) > 4000000:
            flush()
    flush()
    return total


def main():
    out, paths = sys.argv[1], sys.argv[2:]
    sentences = [["<s>", *map(conllu.normal, s.forms), "</s>"] for p in paths for s in conllu.read(p)]
    counts = collections.Counter(w for s in sentences for w in s)
    words = [w for w, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= LEAST][:WORDS]
    index = {w: i for i, w in enumerate(words)}
    contexts = min(CONTEXTS, len(words))
    table = count(sentences, index, contexts).tocoo()
    row, column = table.tocsr().sum(1).A1, table.tocsr().sum(0).A1 ** 0.75
    column *= row.sum() / column.sum()
    pmi = numpy.log(table.data * row.sum() / (row[table.row] * column[table.col]))
    keep = pmi > 0
    matrix = scipy.sparse.csr_matrix(
        (pmi[keep], (table.row[keep], table.col[keep])), shape=table.shape)
    rng = numpy.random.default_rng(1)
    u, s, _ = scipy.sparse.linalg.svds(matrix, k=SIZE, v0=rng.standard_normal(min(matrix.shape)))
    vectors = u * numpy.sqrt(s)
    vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    numpy.savez(out, words=numpy.array(words), vectors=(vectors * 3).astype(numpy.float32))
    print(f"{sum(counts.values())} words, {len(words)} vectors", file=sys.stderr)
    for probe in ("president", "paris", "walked", "company"):
        if probe in index:
            near = numpy.argsort(-vectors @ vectors[index[probe]])[1:8]
            print(probe, [words[i] for i in near], file=sys.stderr)


if __name__ == "__main__":
    main()
