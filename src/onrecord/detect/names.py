"""From name scores to mentions: the names of persons, organisations, places and others in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from onrecord.detect.encoder import Floats
from onrecord.detect.windows import Piece
from onrecord.vocabulary import Mention, MentionType

Range = tuple[int, int]


def mentions(text: str, read: Sequence[Piece], scores: Floats, labels: tuple[str, ...]) -> tuple[Mention, ...]:
    """The names in a text, in order, of its pieces and their scores [pieces, labels]; labels are O, B-x and I-x of each type.

    1. A name is made of whole words of one paragraph: each word has the scores of its first piece, and its likeliest label.
    2. I-x goes on with a name of whatever type; after none it begins one.
    3. All places of one name in a text have one type, the likeliest in sum (Gale, Church and Yarowsky, "One Sense Per
       Discourse", 1992).
    """
    words = _words(text, read)
    first_scores = scores[[first for first, _ in words]]
    path = first_scores.argmax(axis=1).tolist() if words else []
    found: list[tuple[str, int, int]] = []
    totals: defaultdict[str, Floats] = defaultdict(lambda: np.zeros(len(labels), dtype=np.float32))
    for first, last in _runs(path, labels, [read[piece].paragraph for piece, _ in words]):
        start, end = read[words[first][0]].start, read[words[last - 1][1] - 1].end
        name = " ".join(text[start:end].split())
        totals[name] += np.add.reduce(first_scores[first:last]) / (last - first)
        found.append((name, start, end))
    kinds = _kinds(labels)
    types = {name: _likeliest(total.tolist(), kinds) for name, total in totals.items()}
    return tuple(Mention(start, end, None, name, types[name]) for name, start, end in found)


def _kinds(labels: tuple[str, ...]) -> dict[MentionType, list[int]]:
    """The places of each type's labels."""
    return {kind: [place for place, label in enumerate(labels) if label[2:] == kind] for kind in MentionType}


def _likeliest(total: Sequence[float], kinds: dict[MentionType, list[int]]) -> MentionType:
    return max(kinds, key=lambda kind: max(total[place] for place in kinds[kind]))


def _words(text: str, read: Sequence[Piece]) -> list[Range]:
    """The pieces of each word, half-open: pieces that touch, with letters or digits on both sides."""
    found: list[Range] = []
    before = -1
    for place, piece in enumerate(read):
        start = piece.start
        if start == before and text[start - 1].isalnum() and text[start].isalnum():
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
        before = piece.end
    return found


def _runs(path: Sequence[int], labels: tuple[str, ...], paragraphs: Sequence[int]) -> Iterator[Range]:
    """Begin and end (half-open) of the runs of words that are one name (step 2 of `mentions`)."""
    inner = [label.startswith("I-") for label in labels]
    begin: int | None = None
    for place, label in enumerate(path):
        goes_on = begin is not None and inner[label] and paragraphs[place] == paragraphs[place - 1]
        if begin is not None and not goes_on:
            yield begin, place
            begin = None
        if label and begin is None:
            begin = place
    if begin is not None:
        yield begin, len(path)
