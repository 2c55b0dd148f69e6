"""The network: a plain BERT encoder with case and quotation inputs, a labelling head with a CRF, a linking head,
and a head for names."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

HIDDEN, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
LINK = 64
RANKS = 9  # cues between a span and its cue, signed, clipped to ±4
DISTANCES = 17  # pieces between them: signed, log2 buckets


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up, self.down = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, _ = x.shape

        def heads(y: Tensor) -> Tensor:
            return y.view(batch, length, HEADS, HIDDEN // HEADS).transpose(1, 2)

        query, key, value = heads(self.query(x)), heads(self.key(x)), heads(self.value(x))
        scores = query @ key.transpose(-1, -2) / math.sqrt(HIDDEN // HEADS)
        if mask is not None:
            scores = scores + mask
        mixed = (self.dropout(scores.softmax(-1)) @ value).transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x), approximate="tanh"))))


class Encoder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.case, self.quote = nn.Embedding(4, HIDDEN), nn.Embedding(5, HIDDEN)
        nn.init.normal_(self.case.weight, std=0.005)
        nn.init.normal_(self.quote.weight, std=0.005)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor, case: Tensor, quote: Tensor, mask: Tensor | None) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(places) + self.kind + self.case(case) + self.quote(quote)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load(self, folder: Path) -> None:
        """Take the weights of a BERT checkpoint in safetensors (names as in Hugging Face's BertModel)."""
        theirs = load_file(folder / "model.safetensors")
        mine = self.state_dict()
        mine["word.weight"] = theirs["embeddings.word_embeddings.weight"]
        mine["position.weight"] = theirs["embeddings.position_embeddings.weight"]
        mine["kind"] = theirs["embeddings.token_type_embeddings.weight"][0]
        names = {"norm": "embeddings.LayerNorm"}
        for number in range(LAYERS):
            base, name = f"encoder.layer.{number}", f"layers.{number}"
            names |= {f"{name}.{part}": f"{base}.attention.self.{part}" for part in ("query", "key", "value")}
            names |= {f"{name}.out": f"{base}.attention.output.dense", f"{name}.up": f"{base}.intermediate.dense"}
            names |= {f"{name}.norm1": f"{base}.attention.output.LayerNorm", f"{name}.down": f"{base}.output.dense"}
            names |= {f"{name}.norm2": f"{base}.output.LayerNorm"}
        for ours, other in names.items():
            for part in ("weight", "bias"):
                mine[f"{ours}.{part}"] = theirs[f"{other}.{part}"]
        self.load_state_dict(mine)


class Crf(nn.Module):
    """Linear-chain conditional random field (Lafferty et al. 2001) over `labels` labels."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.start = nn.Parameter(torch.zeros(labels))
        self.step = nn.Parameter(torch.zeros(labels, labels))  # from, to
        forbidden = torch.zeros(labels, labels)
        begins = torch.zeros(labels)
        for inside in range(2, labels, 2):  # I-x follows B-x and I-x only
            forbidden[:, inside] = -1e4
            forbidden[inside - 1, inside] = forbidden[inside, inside] = 0
            begins[inside] = -1e4
        self.register_buffer("forbidden", forbidden)
        self.register_buffer("begins", begins)

    def loss(self, scores: Tensor, labels: Tensor, known: Tensor) -> Tensor:
        """Negative log likelihood, summed; unknown labels (known == False) are summed over (a partial CRF)."""
        step, start = self.step + self.forbidden, self.start + self.begins
        gold = functional.one_hot(labels.clamp(min=0), scores.shape[-1]).bool()
        allowed = scores.masked_fill(known.unsqueeze(-1) & ~gold, -1e4)
        return (self._partition(scores, start, step) - self._partition(allowed, start, step)).sum()

    def cross_entropy(self, scores: Tensor, nodes: Tensor, pairs: Tensor) -> Tensor:
        """Cross-entropy of the paths' distribution with one of these posteriors (labels; labels before and labels), summed."""
        expected = (nodes * scores).sum() + (nodes[:, 0] * self.start).sum() + (pairs[:, 1:] * self.step).sum()
        return self._partition(scores, self.start + self.begins, self.step + self.forbidden).sum() - expected

    @staticmethod
    def _partition(scores: Tensor, start: Tensor, step: Tensor) -> Tensor:
        alpha = scores[:, 0] + start
        for place in range(1, scores.shape[1]):
            alpha = torch.logsumexp(alpha.unsqueeze(2) + step, dim=1) + scores[:, place]
        return torch.logsumexp(alpha, dim=1)


class Network(nn.Module):
    def __init__(self, labels: int, names: int) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.dropout = nn.Dropout(0.2)
        self.label = nn.Linear(HIDDEN, labels)
        self.name = nn.Linear(HIDDEN, names)
        self.link = nn.Linear(HIDDEN, 2 * LINK)  # what a span asks for, what a cue offers
        self.crf = Crf(labels)
        self.rank = nn.Parameter(torch.zeros(2, RANKS))  # source, content
        self.distance = nn.Parameter(torch.zeros(2, DISTANCES))

    def forward(self, ids: Tensor, case: Tensor, quote: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor, Tensor]:
        """Label scores [batch, pieces, labels], link vectors [batch, pieces, 2 * LINK], name scores [batch, pieces, names]."""
        hidden = self.dropout(self.encoder(ids, case, quote, mask))
        return self.label(hidden), self.link(hidden), self.name(hidden)
