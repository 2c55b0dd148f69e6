"""Which sentences of two stories tell the same, one by one and in the same order, in whatever words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.relate.copies.narration import Told

# Two sentences tell the same where this share of what they are about is shared, each term counting by how few sentences have it.
_ALIKE = 0.3
# What nearness in meaning adds to likeness in words: nothing below 0.5, where sentences of one subject stand, 0.3 for the same.
_NEAR = 0.5
_MEANING = 0.6

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of sentences, by their numbers in two stories, that tell the same in the same order.

    `coverage` is the share of the narration of the story with less of it that stands in such pairs; `likeness` their mean
    likeness; `in_order` the share of all alike sentences that stand in the same order in both.
    """

    pairs: tuple[tuple[int, int], ...]
    coverage: float
    likeness: float
    in_order: float


def aligned(ones: Sequence[Told], others: Sequence[Told], near: Matrix | None = None) -> Alignment:
    """The best alignment of the sentences of two stories; `near` is their nearness in meaning (cosines), where it is known."""
    if not ones or not others:
        return Alignment((), 0.0, 0.0, 0.0)
    alike = likenesses(ones, others)
    if near is not None:
        alike = np.minimum(alike + _MEANING * np.maximum(near - _NEAR, 0.0), 1.0)
    gain = np.where(alike >= _ALIKE, alike, 0.0)
    pairs = _best_path(gain)
    kept = [float(alike[pair]) for pair in pairs]
    anywhere = float(min(gain.max(axis=1).sum(), gain.max(axis=0).sum()))
    return Alignment(
        pairs=tuple(pairs),
        coverage=_covered(ones, others, pairs),
        likeness=sum(kept) / len(kept) if kept else 0.0,
        in_order=min(1.0, sum(kept) / anywhere) if anywhere else 0.0,
    )


def likenesses(ones: Sequence[Told], others: Sequence[Told]) -> Matrix:
    """How much of what two sentences are about they share, 0 to 1, for each pair (Dice, weighted).

    A term counts by the inverse root of how many sentences of both stories have it: the names that the whole story is about say
    little of one sentence.
    """
    seen = Counter(term for sentence in (*ones, *others) for term in sentence.terms)
    weights = {term: 1 / math.sqrt(max(times / 2, 1.0)) for term, times in seen.items()}
    both = {term for one in ones for term in one.terms} & {term for one in others for term in one.terms}
    columns = {term: place for place, term in enumerate(sorted(both))}
    (mine, all_mine), (theirs, all_theirs) = (_weighted(sentences, weights, columns) for sentences in (ones, others))
    found: Matrix = 2 * (mine @ theirs.T) / np.maximum(all_mine[:, None] + all_theirs[None, :], 1e-9)
    return found


def _weighted(sentences: Sequence[Told], weights: dict[str, float], columns: dict[str, int]) -> tuple[Matrix, Matrix]:
    """The root of the weight of each term that both stories have, a row a sentence; and the weight of all terms of each."""
    shared = np.zeros((len(sentences), len(columns)))
    whole = np.zeros(len(sentences))
    for row, sentence in enumerate(sentences):
        total = 0.0
        for term, counts in sentence.terms.items():
            weight = counts * weights[term]
            total += weight
            if (column := columns.get(term)) is not None:
                shared[row, column] = math.sqrt(weight)
        whole[row] = total
    return shared, whole


def _covered(ones: Sequence[Told], others: Sequence[Told], pairs: Sequence[tuple[int, int]]) -> float:
    """How much of the narration of the shorter story stands in pairs."""
    sides = ((ones, {pair[0] for pair in pairs}), (others, {pair[1] for pair in pairs}))
    shares = []
    for sentences, paired in sides:
        words = sum(one.words for one in sentences)
        shares.append((words, sum(sentences[place].words for place in paired) / words if words else 0.0))
    return min(shares)[1] if shares[0][0] != shares[1][0] else max(shares)[1]


def _best_path(gain: Matrix) -> list[tuple[int, int]]:
    """The pairs in rising order in both stories with the most likeness together (Needleman and Wunsch, 1970)."""
    rows, columns = gain.shape
    best = np.zeros((rows + 1, columns + 1))
    for row in range(rows):
        line = np.maximum(best[row, 1:], best[row, :-1] + gain[row])
        best[row + 1, 1:] = np.maximum.accumulate(line)
    table = best.tolist()
    pairs: list[tuple[int, int]] = []
    row, column = rows, columns
    while row and column:
        if table[row][column] == table[row - 1][column]:
            row -= 1
        elif table[row][column] == table[row][column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((row, column))
    return pairs[::-1]
