"""From label scores to spans: the best path through a linear-chain CRF."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.detect.encoder import Decoder, Floats
from onrecord.vocabulary import Role

# Stands for "impossible"; finite, so that sums of it stay numbers.
_NEVER = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span of pieces, half-open, with its role and the chance that it is exactly right."""

    start: int
    end: int
    role: Role
    score: float


def best_paths(windows: Sequence[Floats], start: Floats, step: Floats) -> list[NDArray[np.int64]]:
    """For each window's scores [pieces, labels] the best label sequence (Viterbi), all windows in one sweep.

    `start` [labels] and `step` [labels from, labels to] are the scores of beginning and going on. A window ends as if an O
    (label 0) followed, as it did in training.
    """
    if not windows:
        return []
    longest = max(len(scores) for scores in windows) + 1
    padded = np.full((len(windows), longest, len(start)), _NEVER, dtype=np.float32)
    padded[:, :, 0] = 0
    for row, scores in enumerate(windows):
        padded[row, : len(scores)] = scores
    best = padded[:, 0] + start
    origins = np.zeros(padded.shape, dtype=np.int8)
    for place in range(1, longest):
        reached = best[:, :, None] + step
        origins[:, place] = reached.argmax(axis=1)
        best = reached.max(axis=1) + padded[:, place]
    paths = np.zeros((len(windows), longest), dtype=np.int64)
    paths[:, -1] = best.argmax(axis=1)
    rows = np.arange(len(windows))
    for place in range(longest - 1, 0, -1):
        paths[:, place - 1] = origins[rows, place, paths[:, place]]
    return [path[: len(scores)] for path, scores in zip(paths, windows, strict=True)]


def spans(path: NDArray[np.int64], scores: Floats, decoder: Decoder) -> list[Tagged]:
    """The spans that a label sequence (B-x begins, I-x continues) marks, in order.

    A span's score is the chance that both its ends are right: the probability that it begins where it does, times that of its not
    going on, set right by how often a mark with that figure was exactly right on dev (training/calibrate.py).
    """
    found: list[Tagged] = []
    if not path.any():
        return found
    labels = decoder.labels
    exponents = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances = exponents / exponents.sum(axis=1, keepdims=True)
    begin: int | None = None
    for place, label in enumerate([*path.tolist(), 0]):
        name = labels[label]
        if begin is not None and not name.startswith("I-"):
            first = int(path[begin])
            ends = 1 - float(chances[place, first + 1]) if place < len(path) else 1.0
            role = Role(labels[first][2:])
            found.append(Tagged(begin, place, role, _chance(float(chances[begin, first]) * ends, *decoder.calibration[role])))
            begin = None
        if name.startswith("B-"):
            begin = place
    return found


def log_odds(chance: NDArray[np.float64]) -> NDArray[np.float64]:
    """The logarithms of the odds of chances, those of 0 and 1 kept finite."""
    kept = np.clip(chance, 1e-6, 1 - 1e-6)
    odds: NDArray[np.float64] = np.log(kept / (1 - kept))
    return odds


def _chance(probability: float, offset: float, slope: float) -> float:
    odds = float(log_odds(np.array(probability)))
    return 1 / (1 + math.exp(-(offset + slope * odds)))
