"""Reads articles with the shipped model and compares what is found with what a reader wrote down."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import onrecord
from onrecord.vocabulary import Record

Place = tuple[int, int]


@cache
def record(path: Path) -> Record:
    return onrecord.extract(onrecord.read(path))


def contents(record: Record) -> list[Place]:
    return [(span.start, span.end) for one in record.statements for span in one.content]


def overlap(one: Place, other: Place) -> float:
    """Intersection over union of two half-open ranges."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def is_found(content: Iterable[Place], predicted: list[Place]) -> bool:
    """Whether a fragment of a statement's content is found, give or take half of it."""
    return any(overlap(place, other) >= 0.5 for place in content for other in predicted)
