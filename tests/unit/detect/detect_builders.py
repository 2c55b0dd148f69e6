"""A decoder small enough to reckon by hand."""

from __future__ import annotations

import numpy as np

from onrecord.detect.encoder import Decoder
from onrecord.vocabulary import Role

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
_FORBIDDEN = -1e4


def decoder() -> Decoder:
    """A decoder that forbids only an I after anything but its own B or I, and has no bias of rank or distance."""
    step = np.zeros((7, 7), dtype=np.float32)
    start = np.zeros(7, dtype=np.float32)
    for inner in (2, 4, 6):
        step[:, inner] = _FORBIDDEN
        step[inner - 1, inner] = step[inner, inner] = 0
        start[inner] = _FORBIDDEN
    rank, distance = np.zeros((2, 9), dtype=np.float32), np.zeros((2, 17), dtype=np.float32)
    return Decoder(LABELS, start, step, rank, distance, calibration=dict.fromkeys(Role, (0.0, 1.0)), names=("O",))
