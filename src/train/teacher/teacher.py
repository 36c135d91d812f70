#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Train the teacher on treebanks, and tag and parse CoNLL-U with it.

    teacher.py train MODEL --vectors V.npz --train A.conllu... --dev B.conllu... [--epochs N --seed N]
    teacher.py parse MODEL... IN.conllu OUT.conllu      (several models vote)
    teacher.py score MODEL... --dev B.conllu...
"""
import argparse
import collections
import random
import sys
import time

import numpy
import torch
from torch.nn import functional as F

import conllu
import trees
from network import Network

LONGEST = 24  # letters of a word that are looked at


class Vocabulary:
    """Numbers of words, letters, tags and labels; 0 is padding, 1 is unknown."""

    def __init__(self, tables):
        self.__dict__.update(tables)

    @classmethod
    def of(cls, sentences, vector_words):
        counts = collections.Counter(conllu.normal(f) for s in sentences for f in s.forms)
        letters = collections.Counter(c for s in sentences for f in s.forms for c in f)
        known = sorted(w for w in counts if counts[w] > 1)
        common = sorted(c for c in letters if letters[c] > 3)
        return cls({
            "words": {w: i + 2 for i, w in enumerate(known)},
            "counts": dict(counts),
            "letters": {c: i + 2 for i, c in enumerate(common)},
            "tags": sorted({t for s in sentences for t in zip(s.upos, s.xpos)}),
            "labels": sorted({d for s in sentences for d in s.deprels}),
            "vectors": {w: i + 1 for i, w in enumerate(vector_words)}})

    def sizes(self):
        return {"words": len(self.words) + 2, "letters": len(self.letters) + 2,
                "tags": len(self.tags), "labels": len(self.labels)}


class Batches:
    def __init__(self, vocabulary):
        self.v = vocabulary
        self.tag_of = {t: i for i, t in enumerate(vocabulary.tags)}
        self.label_of = {d: i for i, d in enumerate(vocabulary.labels)}

    def rows(self, sentences, drop=0.0):
        """Sentences of like length as tensors; `drop` makes rare words unknown now and then."""
        v, longest = self.v, max(map(len, sentences))
        shape = (longest, len(sentences))
        words, vectors, types = (numpy.zeros(shape, dtype=numpy.int64) for _ in range(3))
        turn = numpy.repeat(numpy.arange(longest + 1)[:, None], len(sentences), 1)
        real = numpy.zeros((len(sentences), longest + 1), dtype=bool)
        forms = {"": 0}
        for b, s in enumerate(sentences):
            n = len(s)
            turn[:n + 1, b] = numpy.arange(n, -1, -1)
            real[b, :n + 1] = True
            for t, form in enumerate(s.forms):
                key = conllu.normal(form)
                number = v.words.get(key, 1)
                if drop and random.random() < drop / (drop + v.counts.get(key, 1)):
                    number = 1
                words[t, b], vectors[t, b] = number, v.vectors.get(key, 0)
                types[t, b] = forms.setdefault(form, len(forms))
        width = max(4, min(LONGEST, max(map(len, forms))))
        letters = numpy.zeros((len(forms), width), dtype=numpy.int64)
        for form, i in forms.items():
            short = form if len(form) <= width else form[:width // 2] + form[-(width - width // 2):]
            letters[i, :len(short)] = [v.letters.get(c, 1) for c in short]
        arrays = dict(words=words, vectors=vectors, types=types, turn=turn, real=real, letters=letters)
        return {k: torch.from_numpy(a) for k, a in arrays.items()}

    def gold(self, sentences):
        longest = max(map(len, sentences)) + 1
        tags, heads, labels = (torch.full((len(sentences), longest), -1) for _ in range(3))
        for b, s in enumerate(sentences):
            n = len(s)
            tags[b, 1:n + 1] = torch.tensor([self.tag_of[t] for t in zip(s.upos, s.xpos)])
            heads[b, 1:n + 1] = torch.tensor(s.heads)
            labels[b, 1:n + 1] = torch.tensor([self.label_of[d] for d in s.deprels])
        return tags, heads, labels


def by_length(sentences, words, shuffle):
    """Batches of about so many words, of sentences of like length."""
    order = sorted(range(len(sentences)),
                   key=lambda i: len(sentences[i]) + (random.random() * 2 if shuffle else 0))
    out, batch = [], []
    for i in order:
        if batch and (len(batch) + 1) * len(sentences[i]) > words:
            out.append(batch)
            batch = []
        batch.append(i)
    if batch:
        out.append(batch)
    if shuffle:
        random.shuffle(out)
    return out


def loss_of(network, batch, gold):
    tags, heads, labels = gold
    tag_scores, arcs, label_dep, label_head = network(batch)
    at = (heads >= 0).nonzero(as_tuple=True)
    row, word, head = at[0], at[1], heads[at]
    scored = network.labels(label_dep[row, word], label_head[row, head])
    count = len(row)
    return sum(F.cross_entropy(s, g, reduction="sum") for s, g in (
        (tag_scores[at], tags[at]), (arcs[at], head), (scored, labels[at]))) / count


def train(given):
    torch.manual_seed(given.seed), random.seed(given.seed), numpy.random.seed(given.seed)
    gold = [s for p in given.train for s in conllu.read(p) if len(s) <= 120]
    stored = numpy.load(given.vectors)
    vocabulary = Vocabulary.of(gold, stored["words"].tolist())
    table = torch.from_numpy(numpy.vstack([numpy.zeros((1, stored["vectors"].shape[1]),
                                                       dtype=numpy.float32), stored["vectors"]]))
    network = Network(vocabulary.sizes(), table, hidden=given.hidden, layers=given.layers)
    batches = Batches(vocabulary)
    parameters = [p for p in network.parameters() if p.requires_grad]
    adam = torch.optim.Adam(parameters, lr=given.rate, betas=(0.9, 0.95), eps=1e-9)
    begin, step, steps = time.time(), 0, None
    for epoch in range(given.epochs):
        network.train()
        plan, total = by_length(gold, given.batch, True), 0.0
        steps = steps or len(plan) * given.epochs
        for n, chosen in enumerate(plan):
            done = step / steps
            for group in adam.param_groups:
                group["lr"] = given.rate * min(1, step / 100 + 0.05, 1.6 * (1 - done) + 0.01)
            picked = [gold[i] for i in chosen]
            loss = loss_of(network, batches.rows(picked, drop=0.3), batches.gold(picked))
            adam.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 5)
            adam.step()
            total += float(loss)
            step += 1
        scores = [score([network], batches, list(conllu.read(p))) for p in given.dev]
        print(f"epoch {epoch + 1} loss {total / len(plan):.3f} " + " ".join(
            f"{p.split('/')[-1].split('-ud-')[0]} {s}" for p, s in zip(given.dev, scores)) +
            f" {time.time() - begin:.0f} s {time.process_time():.0f} cpu", flush=True)
        torch.save({"settings": network.settings, "vocabulary": vocabulary.__dict__, "table": table,
                    "state": network.state_dict()}, given.model)


def load(path):
    stored = torch.load(path)
    vocabulary = Vocabulary(stored["vocabulary"])
    network = Network(vocabulary.sizes(), stored["table"], **stored["settings"])
    network.load_state_dict(stored["state"])
    network.eval()
    return network, Batches(vocabulary)


def predict(networks, batches, sentences):
    """Tags, heads, labels and a score of each sentence: the models' probabilities are averaged."""
    out = [None] * len(sentences)
    v = batches.v
    for chosen in by_length(sentences, 4000, False):
        picked = [sentences[i] for i in chosen]
        with torch.no_grad():
            rows = batches.rows(picked)
            seen = [n(rows) for n in networks]
            tags = sum(s[0].softmax(2) for s in seen) / len(seen)
            arcs = (sum(s[1].softmax(2) for s in seen) / len(seen)).numpy()
            for b, i in enumerate(chosen):
                n = len(sentences[i])
                logs = numpy.log(arcs[b, :n + 1, :n + 1] + 1e-9)
                heads = trees.decode(logs)
                at, to = torch.arange(1, n + 1), torch.from_numpy(numpy.array(heads))
                labels = sum(net.labels(s[2][b, at], s[3][b, to]).softmax(1)
                             for net, s in zip(networks, seen)) / len(seen)
                labels[:, batches.label_of["root"]] *= (to == 0).float()
                labels[to == 0, batches.label_of["root"]] += 9
                tag_p, tag = tags[b, 1:n + 1].max(1)
                p = logs[numpy.arange(1, n + 1), heads]
                sure = float(numpy.mean(p) + tag_p.log().mean())
                label_p, label = labels.max(1)
                sure += float(label_p.clamp(max=1).log().mean())
                out[i] = ([v.tags[t] for t in tag], [int(h) for h in heads],
                          [v.labels[d] for d in label], sure)
    return out


def score(networks, batches, sentences):
    for n in networks:
        n.eval()
    words = upos = uas = las = full = 0
    for s, (tags, heads, labels, _) in zip(sentences, predict(networks, batches, sentences)):
        for i in range(len(s)):
            words += 1
            upos += tags[i][0] == s.upos[i]
            if heads[i] == s.heads[i]:
                uas += 1
                las += labels[i].split(":")[0] == s.deprels[i].split(":")[0]
                full += labels[i] == s.deprels[i]
    return " ".join(f"{x / words:.4f}" for x in (upos, uas, las, full))


def write_parsed(file, s, tags, heads, labels, sure):
    for at, (upos, xpos), head, label in zip(s.at, tags, heads, labels):
        c = s.lines[at].split("\t")
        s.lines[at] = "\t".join([c[0], c[1], "_", upos, xpos, "_", str(head), label, "_", c[9]])
    file.write(f"# sure = {sure:.4f}\n" + "\n".join(s.lines) + "\n\n")


def parse(given):
    loaded = [load(p) for p in given.models]
    networks, batches = [n for n, _ in loaded], loaded[0][1]
    sentences = [s for s in conllu.read(given.input) if len(s) <= 120]
    with open(given.output, "w", encoding="utf-8") as file:
        for first in range(0, len(sentences), 4000):
            some = sentences[first:first + 4000]
            for s, parsed in zip(some, predict(networks, batches, some)):
                write_parsed(file, s, *parsed)
            print(f"{first + len(some)} of {len(sentences)} sentences", file=sys.stderr, flush=True)


def main():
    torch.set_num_threads(1)
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = options.add_subparsers(dest="command", required=True)
    one = commands.add_parser("train")
    one.add_argument("model")
    one.add_argument("--vectors", required=True)
    one.add_argument("--train", nargs="+", required=True)
    one.add_argument("--dev", nargs="+", default=[])
    for name, kind, value in (("epochs", int, 16), ("seed", int, 1), ("hidden", int, 200),
                              ("layers", int, 2), ("batch", int, 1200), ("rate", float, 0.002)):
        one.add_argument(f"--{name}", type=kind, default=value)
    two = commands.add_parser("parse")
    two.add_argument("models", nargs="+")
    two.add_argument("input")
    two.add_argument("output")
    three = commands.add_parser("score")
    three.add_argument("models", nargs="+")
    three.add_argument("--dev", nargs="+", required=True)
    given = options.parse_args()
    if given.command == "train":
        train(given)
    elif given.command == "parse":
        parse(given)
    else:
        loaded = [load(p) for p in given.models]
        for path in given.dev:
            print(path, score([n for n, _ in loaded], loaded[0][1], list(conllu.read(path))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
