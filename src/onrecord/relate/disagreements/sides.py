"""Pairs of values that clash or agree, as disagreements with their sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.vocabulary.relations import Disagreement, DisagreementKind, Place, Side


@dataclass(frozen=True, slots=True)
class Printing:
    """A value, in a form that compares, and a place that prints it."""

    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Pair:
    """Two printings of one matter: how surely they clash (0: they agree), and what about."""

    one: Printing
    other: Printing
    sure: float
    about: str


def disagreements_of(kind: DisagreementKind, pairs: Iterable[Pair]) -> list[Disagreement]:
    """The disagreements that some pairs make, whatever their order: values that clash, directly or by a third, stand in one.

    A value that agrees with one side alone stands on it; one that agrees with several is left out.
    """
    settled = list(pairs)
    clashing = [pair for pair in settled if pair.sure]
    groups = _joined((pair.one.value, pair.other.value) for pair in clashing)
    found = [_made(kind, values, clashing, settled) for values in groups]
    return sorted(found, key=lambda one: [(side.value, [_where(place) for place in side.places]) for side in one.sides])


def _joined(edges: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    groups: list[frozenset[str]] = []
    for edge in edges:
        touched = [group for group in groups if group & set(edge)]
        groups = [group for group in groups if not group & set(edge)] + [frozenset(edge).union(*touched)]
    return groups


def _made(kind: DisagreementKind, values: frozenset[str], clashing: list[Pair], settled: list[Pair]) -> Disagreement:
    against = [pair for pair in clashing if pair.one.value in values]
    sides: dict[str, set[Place]] = defaultdict(set)
    for pair in against:
        sides[pair.one.value].add(pair.one.place)
        sides[pair.other.value].add(pair.other.place)
    agreeing: dict[Printing, set[str]] = defaultdict(set)
    for pair in settled:
        if not pair.sure:
            for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
                if one.value in values:
                    agreeing[other].add(one.value)
    for printing, agreed in agreeing.items():
        value = printing.value if printing.value in values else next(iter(agreed)) if len(agreed) == 1 else None
        if value is not None:
            sides[value].add(printing.place)
    made = tuple(Side(value, tuple(sorted(places, key=_where))) for value, places in sorted(sides.items()))
    first = min(against, key=lambda pair: min(_where(pair.one.place), _where(pair.other.place)))
    return Disagreement(kind, first.about, made, round(max(pair.sure for pair in against), 3))


def _where(place: Place) -> tuple[str, int, int]:
    return place.article, place.start, place.end
