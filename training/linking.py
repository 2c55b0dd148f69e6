"""Scores of a span's possible cues while training; `onrecord.detect.link` computes the same from the exported arrays."""

from __future__ import annotations

import torch
from corpus import Features
from network import LINK, Network
from torch import Tensor
from torch.nn import functional

from onrecord.detect.link import distance_bucket, rank_bucket


def link_loss(network: Network, vectors: Tensor, window: Features) -> tuple[Tensor, int]:
    """Cross-entropy of each source and content span's cue among the cues of the window, summed; and how many spans."""
    cues = sorted((span for span in window.spans if span.role == "cue"), key=lambda span: span.start)
    spans = [span for span in window.spans if span.role != "cue" and any(cue.relation == span.relation for cue in cues)]
    if len(cues) < 2 or not spans:
        return vectors.new_zeros(()), 0
    offers = torch.stack([_ends(vectors[:, LINK:], cue.start, cue.end) for cue in cues])
    asks = torch.stack([_ends(vectors[:, :LINK], span.start, span.end) for span in spans])
    roles = torch.tensor([0 if span.role == "source" else 1 for span in spans])
    places = [(cue.start, cue.end) for cue in cues]
    ranks = torch.tensor([rank_bucket((span.start, span.end), places) for span in spans])
    distances = torch.tensor([[distance_bucket((span.start, span.end), place) for place in places] for span in spans])
    scores = asks @ offers.T / LINK**0.5
    scores = scores + network.rank[roles.unsqueeze(1), ranks] + network.distance[roles.unsqueeze(1), distances]
    target = torch.tensor([next(i for i, cue in enumerate(cues) if cue.relation == span.relation) for span in spans])
    return functional.cross_entropy(scores, target, reduction="sum"), len(spans)


def _ends(vectors: Tensor, start: int, end: int) -> Tensor:
    return (vectors[start] + vectors[end - 1]) / 2
