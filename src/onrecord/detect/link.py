"""Links source and content spans to their cue by a learned score: vectors of the span's ends, rank and distance."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import numpy as np

from onrecord.detect.decode import Tagged
from onrecord.detect.encoder import Decoder, Floats
from onrecord.vocabulary import Role

Place = tuple[int, int]  # pieces, half-open

# A source whose likeliest cue is taken goes to another only if that is at least this likely.
_LIKELY = 0.01

# Cues on either side of a span that it may be linked to; the farthest link of PolNeAR train passes over six. Keeps the time
# linear in the length of a paragraph.
_NEAREST = 12

_FARTHEST_RANK = 4
_FARTHEST_DISTANCE = 8

_CERTAIN: Floats = np.ones(1, dtype=np.float32)


def rank_bucket(span: Place, cues: Sequence[Place]) -> list[int]:
    """For each cue, in order, which one it is counted from the span: 3, 2, 1, 0 leftwards, 5, 6, 7, 8 rightwards."""
    before = bisect_left([start for start, _ in cues], span[0])
    return [
        _FARTHEST_RANK + max(-_FARTHEST_RANK, min(_FARTHEST_RANK, index - before + (index >= before)))
        for index in range(len(cues))
    ]


def distance_bucket(span: Place, cue: Place) -> int:
    """The pieces between span and cue on a signed scale of powers of two: 7 to 0 leftwards, 8 touching, to 16 rightwards."""
    gap = cue[0] - span[1] if cue[0] >= span[1] else -(span[0] - cue[1]) - 1
    size = min(_FARTHEST_DISTANCE, (abs(gap)).bit_length())
    return _FARTHEST_DISTANCE + (size if gap >= 0 else -size)


def links(tagged: Sequence[Tagged], vectors: Floats, decoder: Decoder) -> list[tuple[int | None, float]]:
    """For each span the index of its cue among `tagged` (None for cues, and where there is none) and the link's probability.

    `vectors` [pieces, 2 * width] are those of the pieces that `tagged` counts in.

    1. A content fragment goes to the cue that it scores highest; a cue may have several.
    2. A cue takes one source at most: pairs are made in the order of their probabilities, and a source that finds its cue
       taken goes to the next likeliest free one, if that is likely enough.
    """
    cues = [index for index, span in enumerate(tagged) if span.role is Role.CUE]
    found: list[tuple[int | None, float]] = [(None, 1.0 if span.role is Role.CUE else 0.0) for span in tagged]
    if not cues:
        return found
    pairs: list[tuple[float, int, int]] = []
    for index, near, row in _chances(tagged, cues, vectors, decoder):
        if tagged[index].role is Role.CONTENT:
            best = int(row.argmax())
            found[index] = near[best], float(row[best])
        else:
            pairs.extend((-float(chance), index, cue) for chance, cue in zip(row, near, strict=True) if chance >= _LIKELY)
    taken: set[int] = set()
    for chance, index, cue in sorted(pairs):
        if found[index][0] is None and cue not in taken:
            found[index] = cue, -chance
            taken.add(cue)
    return found


def _chances(
    tagged: Sequence[Tagged], cues: list[int], vectors: Floats, decoder: Decoder
) -> Iterator[tuple[int, list[int], Floats]]:
    """For each span that is no cue its index, the cues near it, and the probability of each of these."""
    if len(cues) == 1:  # the only one, however it scores
        yield from ((index, cues, _CERTAIN) for index, span in enumerate(tagged) if span.role is not Role.CUE)
        return
    width = vectors.shape[1] // 2
    places = [(tagged[index].start, tagged[index].end) for index in cues]
    starts = [start for start, _ in places]
    scale = np.sqrt(np.float32(width))
    offers = np.stack([_ends(vectors[:, width:], place) for place in places])
    for index, span in enumerate(tagged):
        if span.role is Role.CUE:
            continue
        place = (span.start, span.end)
        row = 0 if span.role is Role.SOURCE else 1
        before = bisect_left(starts, span.start)
        near = slice(max(0, before - _NEAREST), before + _NEAREST)
        scores = offers[near] @ _ends(vectors[:, :width], place) / scale
        scores = scores + decoder.rank[row, rank_bucket(place, places[near])]
        scores = scores + decoder.distance[row, [distance_bucket(place, other) for other in places[near]]]
        exponents = np.exp(scores - scores.max())
        yield index, cues[near], exponents / exponents.sum()


def _ends(vectors: Floats, place: Place) -> Floats:
    start, end = place
    mean: Floats = (vectors[start] + vectors[end - 1]) / 2
    return mean
