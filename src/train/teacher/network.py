# SPDX-License-Identifier: MIT
"""The network: words, letters and vectors; two-way LSTMs; tags; biaffine arcs and labels.

After Dozat and Manning (2017), with tags predicted in the same pass from the first layer.
"""
import torch
from torch import nn
from torch.nn import functional as F

WORD, LETTER, LETTERS, VECTOR = 100, 32, 100, 100
INPUT_DROP, LAYER_DROP = 0.3, 0.33


def shared_dropout(x, rate, training):
    """One mask for all steps of a sentence (Gal and Ghahramani 2016); x is (steps, batch, size)."""
    if not training:
        return x
    mask = x.new_empty(1, x.shape[1], x.shape[2]).bernoulli_(1 - rate) / (1 - rate)
    return x * mask


class TwoWay(nn.Module):
    """Two LSTMs, one over each sentence turned round, so that padding only ever comes last."""

    def __init__(self, size, hidden):
        super().__init__()
        self.ahead, self.back = nn.LSTM(size, hidden), nn.LSTM(size, hidden)
        for lstm in (self.ahead, self.back):
            nn.init.orthogonal_(lstm.weight_hh_l0)
            nn.init.zeros_(lstm.bias_hh_l0)
            nn.init.zeros_(lstm.bias_ih_l0)
            with torch.no_grad():
                lstm.bias_ih_l0[hidden:2 * hidden] = 1

    def forward(self, x, turn):
        turned = x.gather(0, turn.unsqueeze(2).expand_as(x))
        ahead, back = self.ahead(x)[0], self.back(turned)[0]
        back = back.gather(0, turn.unsqueeze(2).expand_as(back))
        return torch.cat([ahead, back], 2)


def mlp(size, out):
    return nn.Sequential(nn.Linear(size, out), nn.LeakyReLU(0.1))


class Network(nn.Module):
    def __init__(self, sizes, vectors, hidden=200, layers=2, arc=200, label=64):
        super().__init__()
        self.settings = dict(hidden=hidden, layers=layers, arc=arc, label=label)
        self.word = nn.Embedding(sizes["words"], WORD, padding_idx=0)
        nn.init.normal_(self.word.weight, std=0.1)
        self.letter = nn.Embedding(sizes["letters"], LETTER, padding_idx=0)
        self.windows = nn.ModuleList(
            [nn.Conv1d(LETTER, LETTERS // 2, k, padding=k - 1) for k in (3, 5)])
        self.vector = nn.Embedding.from_pretrained(vectors, freeze=True)
        self.mix = nn.Linear(VECTOR, WORD)
        size = 2 * WORD + LETTERS
        self.root = nn.Parameter(torch.randn(size) * 0.1)
        self.layers = nn.ModuleList(
            [TwoWay(size if i == 0 else 2 * hidden, hidden) for i in range(layers)])
        self.tag_in, self.tag = mlp(2 * hidden, 150), nn.Linear(150, sizes["tags"])
        self.arc_dep, self.arc_head = mlp(2 * hidden, arc), mlp(2 * hidden, arc)
        self.label_dep, self.label_head = mlp(2 * hidden, label), mlp(2 * hidden, label)
        self.arc = nn.Parameter(torch.zeros(arc + 1, arc))
        self.label = nn.Parameter(torch.zeros(label + 1, sizes["labels"], label + 1))

    def spell(self, letters):
        """Letters of each word type: (types, length) to (types, LETTERS)."""
        x = self.letter(letters).transpose(1, 2)
        return torch.cat([F.relu(w(x)).max(2)[0] for w in self.windows], 1)

    def embed(self, batch):
        spelled = F.dropout(self.spell(batch["letters"]), INPUT_DROP, self.training)
        parts = [self.word(batch["words"]), self.mix(self.vector(batch["vectors"])),
                 F.embedding(batch["types"], spelled)]
        if self.training:
            keep = torch.rand(3, *batch["words"].shape) > 0.2
            parts = [p * k.unsqueeze(2) * 1.25 for p, k in zip(parts, keep)]
        x = torch.cat(parts, 2)
        return torch.cat([self.root.expand(1, x.shape[1], -1), x], 0)

    def forward(self, batch):
        """Steps come first; step 0 is the root.  Gives tag scores, arc scores and label inputs."""
        x = self.embed(batch)
        tags = None
        for i, layer in enumerate(self.layers):
            x = layer(shared_dropout(x, LAYER_DROP, self.training), batch["turn"])
            if i == len(self.layers) - 2 or (tags is None and i == len(self.layers) - 1):
                tags = self.tag(F.dropout(self.tag_in(x), LAYER_DROP, self.training))
        x = shared_dropout(x, LAYER_DROP, self.training)

        def branch(module):
            return shared_dropout(module(x), LAYER_DROP, self.training).transpose(0, 1)

        dep, head = branch(self.arc_dep), branch(self.arc_head)
        one = dep.new_ones(dep.shape[:2] + (1,))
        arcs = torch.cat([dep, one], 2) @ self.arc @ head.transpose(1, 2)
        arcs = arcs.masked_fill(~batch["real"].unsqueeze(1), -1e4)
        return tags.transpose(0, 1), arcs, branch(self.label_dep), branch(self.label_head)

    def labels(self, dep, head):
        """Label scores of given arcs: dep, head (arcs, size)."""
        one = dep.new_ones(dep.shape[0], 1)
        dep, head = torch.cat([dep, one], 1), torch.cat([head, one], 1)
        size, count, _ = self.label.shape
        mixed = (dep @ self.label.view(size, -1)).view(-1, count, size)
        return (mixed @ head.unsqueeze(2)).squeeze(2)
