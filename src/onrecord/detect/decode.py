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
    # The windows stand on the last axis: numpy takes the maximum over the first one three times as fast.
    best = np.full((longest, len(start), len(windows)), _NEVER, dtype=np.float32)
    best[:, 0] = 0
    for row, scores in enumerate(windows):
        best[: len(scores), :, row] = scores
    best[0] += start[:, None]
    steps = step[:, :, None]
    for place in range(1, longest):
        best[place] += np.maximum.reduce(best[place - 1][:, None] + steps)
    paths = np.zeros((longest, len(windows)), dtype=np.int64)
    paths[-1] = best[-1].argmax(axis=0)
    for place in range(longest - 1, 0, -1):
        paths[place - 1] = (best[place - 1] + step[:, paths[place]]).argmax(axis=0)
    return [paths[: len(scores), row] for row, scores in enumerate(windows)]


def spans(path: NDArray[np.int64], scores: Floats, decoder: Decoder) -> list[Tagged]:
    """The spans that a label sequence (B-x begins, I-x continues) marks, in order.

    A span's score is the chance that both its ends are right: the probability that it begins where it does, times that of its not
    going on, set right by how often a mark with that figure was exactly right on dev (training/calibrate.py).
    """
    found: list[Tagged] = []
    if not path.any():
        return found
    labels = decoder.labels
    begins, goes_on = ([label.startswith(letter) for label in labels] for letter in "BI")
    exponents = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances = exponents / exponents.sum(axis=1, keepdims=True)
    begin: int | None = None
    for place, label in enumerate([*path.tolist(), 0]):
        if begin is not None and not goes_on[label]:
            first = int(path[begin])
            ends = 1 - float(chances[place, first + 1]) if place < len(path) else 1.0
            role = Role(labels[first][2:])
            found.append(Tagged(begin, place, role, _chance(float(chances[begin, first]) * ends, *decoder.calibration[role])))
            begin = None
        if begins[label]:
            begin = place
    return found


def log_odds(chance: NDArray[np.float64]) -> NDArray[np.float64]:
    """The logarithms of the odds of chances, those of 0 and 1 kept finite."""
    kept = np.minimum(np.maximum(chance, 1e-6), 1 - 1e-6)  # a third of the time of np.clip on a single number
    odds: NDArray[np.float64] = np.log(kept / (1 - kept))
    return odds


def _chance(probability: float, offset: float, slope: float) -> float:
    odds = float(log_odds(np.array(probability)))
    return 1 / (1 + math.exp(-(offset + slope * odds)))
