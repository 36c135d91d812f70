# SPDX-License-Identifier: MIT
"""The best tree of a matrix of arc scores with one root (Chu and Liu 1965, Edmonds 1967)."""
import numpy

NONE = -1e9


def find_cycle(heads):
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        path, node = [], start
        while node and not state[node]:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if node and state[node] == 1:
            return path[path.index(node):]
        for n in path:
            state[n] = 2
    return None


def best_tree(scores):
    """scores[d][h]; row 0 is the root's and unused.  Contracts cycles one at a time, on a stack."""
    scores = scores.copy()
    numpy.fill_diagonal(scores, NONE)
    levels = []
    while True:
        heads = scores.argmax(1)
        heads[0] = 0
        cycle = find_cycle(heads.tolist())
        if not cycle:
            break
        rest = [n for n in range(len(heads)) if n not in set(cycle)]
        inside = numpy.array(cycle)
        small = numpy.full((len(rest) + 1, len(rest) + 1), NONE)
        small[:-1, :-1] = scores[numpy.ix_(rest, rest)]
        gain = scores[inside] - scores[inside, heads[inside]][:, None]
        enter = gain[:, rest].argmax(0)
        small[-1, :-1] = gain[:, rest].max(0)
        leave = scores[numpy.ix_(rest, inside)].argmax(1)
        small[:-1, -1] = scores[numpy.ix_(rest, inside)].max(1)
        small[-1, -1] = NONE
        levels.append((heads, inside, rest, enter, leave))
        scores = small
    for outer, inside, rest, enter, leave in reversed(levels):
        result = outer.copy()
        top = len(rest)
        for i, node in enumerate(rest):
            if node:
                result[node] = inside[leave[i]] if heads[i] == top else rest[heads[i]]
        into = heads[top]
        result[inside[enter[into]]] = rest[into]
        heads = result
    return heads


def decode(scores):
    """Heads of words 1..n, with exactly one word under the root."""
    heads = scores.argmax(1)
    heads[0] = 0
    roots = [d for d in range(1, len(heads)) if heads[d] == 0]
    if len(roots) == 1 and not find_cycle(heads.tolist()):
        return heads[1:]
    best, found = -numpy.inf, None
    order = numpy.argsort(-scores[1:, 0])[:4] + 1
    for root in order:
        one = scores.copy()
        one[1:, 0] = NONE
        one[root, :] = NONE
        one[root, 0] = 0
        heads = best_tree(one)
        value = sum(scores[d, heads[d]] for d in range(1, len(heads)))
        if value > best:
            best, found = value, heads
    return found[1:]
