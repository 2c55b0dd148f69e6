"""How much of the narration of two stories is the same words, where, and in what order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.relate.copies.grams import GRAM, Hashes
from onrecord.relate.copies.narration import Story

# A run of this many words of narration is no stock phrase: titles, formulas and lists of offices are shorter.
LONG_RUN = 12


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two stories share word for word, seen from the one with fewer words of narration.

    `shared` of its `words` stand in runs of five or more that the other has too; `long_runs` are the runs of twelve or more and
    `longest` the longest; `in_order` is the share of the runs that stand in the same order in both.
    """

    words: int
    shared: int
    long_runs: int
    longest: int
    in_order: float

    @property
    def containment(self) -> float:
        return self.shared / self.words if self.words else 0.0


def overlap(one: Story, other: Story) -> Overlap:
    """The words of narration that two stories share in runs; the same whichever comes first."""
    shorter, longer = sorted((one, other), key=lambda story: (len(story.words), story.words))
    places = _places(shorter.runs, longer.runs)
    runs = _runs(places)
    lengths = [length + GRAM - 1 for _, length in runs]
    covered = np.zeros(len(shorter.words), bool)
    for (begin, _), length in zip(runs, lengths, strict=True):
        covered[begin : begin + length] = True
    ordered = _rising([int(places[begin]) for begin, _ in runs])
    return Overlap(
        words=len(shorter.words),
        shared=int(covered.sum()),
        long_runs=sum(length >= LONG_RUN for length in lengths),
        longest=max(lengths, default=0),
        in_order=ordered / len(runs) if runs else 0.0,
    )


def _places(mine: Hashes, theirs: Hashes) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """For each run of words of one text, where the other has it (the first place), or -1."""
    if not len(mine) or not len(theirs):
        return np.full(len(mine), -1, np.int64)
    order = np.argsort(theirs, kind="stable")
    ordered = theirs[order]
    at = np.minimum(np.searchsorted(ordered, mine), len(ordered) - 1)
    return np.where(ordered[at] == mine, order[at], -1)


def _runs(places: np.ndarray[tuple[int], np.dtype[np.int64]]) -> list[tuple[int, int]]:
    """Where rows of places that follow one another begin, and how many there are in each."""
    found: list[tuple[int, int]] = []
    before = -2
    for index, place in enumerate(places.tolist()):
        if place >= 0 and place == before + 1 and found:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif place >= 0:
            found.append((index, 1))
        before = place if place >= 0 else -2
    return found


def _rising(places: Sequence[int]) -> int:
    """How many of some places stand in rising order when the fewest are left out (patience sorting)."""
    tops: list[int] = []
    for place in places:
        at = bisect_left(tops, place)
        tops[at : at + 1] = [place]
    return len(tops)
