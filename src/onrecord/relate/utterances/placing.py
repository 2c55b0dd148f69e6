"""Statements at the same place in two copies of one text: a rewrite keeps the order of what it tells, whatever its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.relate.meaning import nearest
from onrecord.relate.utterances.days import Fit, fit
from onrecord.relate.utterances.linking import overlap
from onrecord.relate.utterances.voices import Voice, voice
from onrecord.relate.utterances.wording import shared
from onrecord.vocabulary.actors import ActorType
from onrecord.vocabulary.relations import Link, LinkKind, Telling

# How alike two statements are at least, by meaning or by the words of the shorter that both have in order; and how far apart
# they stand at most, as a share of the statements. By judgement, on the one rewrite of the example story.
_ALIKE, _APART = 0.5, 0.15


def placed(ones: Sequence[Telling], others: Sequence[Telling]) -> list[Link]:
    """The links between the statements of two articles of which one is a copy of the other.

    Statements are paired in the order of the two texts (the pairing with the greatest likeness, as sequences are aligned:
    Needleman and Wunsch 1970), none with two. Two that are by different persons or cannot be of one day are no pair; two that are
    hardly alike only where they stand between the same two pairs, as many in the one text as in the other, and quote alike.
    """
    mine, theirs = (sorted(tellings, key=_place) for tellings in (ones, others))
    if not mine or not theirs:
        return []
    alike = _likeness(mine, theirs)
    pairs = _aligned(alike)
    found = [_link(mine[a], theirs[b], float(alike[a, b])) for a, b in pairs]
    found += [_link(mine[a], theirs[b], _ALIKE) for a, b in _between(mine, theirs, pairs)]
    return sorted(found, key=lambda link: (link.one, link.other))


def _between(mine: Sequence[Telling], theirs: Sequence[Telling], pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs of what is left between two pairs: the same number of statements in each text, each of its pair's kind."""
    for (a, b), (next_a, next_b) in pairwise(pairs):
        left = list(zip(range(a + 1, next_a), range(b + 1, next_b), strict=False))
        if next_a - a == next_b - b and all(_may_answer(mine[one], theirs[other]) for one, other in left):
            yield from left


def _may_answer(one: Telling, other: Telling) -> bool:
    return one.statement.kind is other.statement.kind and not _are_two(one, other)


def _place(one: Telling) -> tuple[int, int]:
    spans = one.statement.spans
    return min(span.start for span in spans), -max(span.end for span in spans)


def _link(one: Telling, other: Telling, score: float) -> Link:
    first, second = sorted((one.id, other.id))
    return Link(first, second, LinkKind.PLACE, round(score, 3), "they stand at the same place in two copies of one text")


def _likeness(mine: Sequence[Telling], theirs: Sequence[Telling]) -> NDArray[np.float64]:
    """How alike each statement is to each of the other article; 0 where they cannot be a pair."""
    vectors = [one.vector for one in theirs]
    found = np.vstack([nearest(one.vector, vectors) for one in mine])
    for a, one in enumerate(mine):
        for b, other in enumerate(theirs):
            far = abs(a / len(mine) - b / len(theirs)) > _APART
            if far or _are_two(one, other):
                found[a, b] = 0.0
                continue
            found[a, b] = max(found[a, b], shared(one, other).contained)
    found[found < _ALIKE] = 0.0
    return found


def _are_two(one: Telling, other: Telling) -> bool:
    """Whether two statements hold one another, cannot be of one day, or name two persons; a body's name is rewritten with the
    rest of the text."""
    if overlap(one, other) or fit(one, other) is Fit.NONE:
        return True
    types = {one.actor_type, other.actor_type}
    return types == {ActorType.PERSON} and voice(one, other) is Voice.TWO


def _aligned(alike: NDArray[np.float64]) -> list[tuple[int, int]]:
    """The pairs, in order in both, with the greatest likeness in all."""
    rows, columns = alike.shape
    best = np.zeros((rows + 1, columns + 1))
    for a in range(rows):
        for b in range(columns):
            paired = best[a, b] + alike[a, b] if alike[a, b] else 0.0
            best[a + 1, b + 1] = max(best[a, b + 1], best[a + 1, b], paired)
    pairs = []
    a, b = rows, columns
    while a and b:
        if best[a, b] == best[a - 1, b]:
            a -= 1
        elif best[a, b] == best[a, b - 1]:
            b -= 1
        else:
            pairs.append((a - 1, b - 1))
            a, b = a - 1, b - 1
    return pairs[::-1]
