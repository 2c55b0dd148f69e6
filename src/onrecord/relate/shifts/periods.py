"""Periods: neighbouring points that agree, once what is noise has been left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.relate.shifts.points import SURE, Point
from onrecord.relate.shifts.scale import are_neighbours
from onrecord.vocabulary.questions import Position

# Utterances that it takes to hold that somebody would not say, or that support has been put under a condition: made once, either
# is a matter of the moment (of the two such steps that are made once in the stories, none is a shift).
_REPEATED = 2


@dataclass(frozen=True, slots=True)
class Period:
    """Points in order of days that agree; `positions` are what all of them allow, the weightiest first."""

    positions: tuple[Position, ...]
    points: tuple[Point, ...]

    @property
    def position(self) -> Position:
        return self.positions[0]

    @property
    def confidence(self) -> float:
        return max(point.confidence for point in self.plain)

    @property
    def plain(self) -> tuple[Point, ...]:
        """The points that take this position and no other; all that take it where none does."""
        own = tuple(point for point in self.points if point.positions == (self.position,))
        return own or tuple(point for point in self.points if self.position in point.positions)

    @property
    def utterances(self) -> int:
        return len({row.utterance for point in self.points for row in point.rows if row.position is self.position})


def periods(points: Sequence[Point]) -> list[Period]:
    """The periods of one ladder's points.

    1. A point that may be of one day with others, and does not agree with them, is left out: the order is not told.
    2. Neighbours that agree are one period.
    3. The weakest reasons to see a change are taken out, one after the other, and what they parted is joined again.
    """
    left = _in_order(points)
    found = _joined(left)
    while (noise := _noise(found)) is not None:
        left = [point for point in left if point not in noise.points]
        found = _joined(left)
    return found


def _in_order(points: Sequence[Point]) -> list[Point]:
    """The points whose order is told, the narrowest days first to be placed."""
    placed: list[Point] = []
    for point in sorted(points, key=lambda point: (point.when.width, point.when.last)):
        near = [other for other in placed if other.when.touches(point.when)]
        if all(set(other.positions) & set(point.positions) for other in near):
            placed.append(point)
    return sorted(placed, key=lambda point: (point.when.last, -point.when.width))


def _joined(points: Sequence[Point]) -> list[Period]:
    found: list[Period] = []
    for point in points:
        common = [one for one in found[-1].positions if one in point.positions] if found else []
        if common:
            last = found.pop()
            found.append(Period(tuple(common), (*last.points, point)))
        else:
            found.append(Period(point.positions, (point,)))
    return found


def _noise(found: Sequence[Period]) -> Period | None:
    """The first period that shows nothing: of the first reason that any has.

    1. It both supports and opposes: statements of one day, or reports of one utterance, that cannot both be right.
    2. It is one statement, and not a sure one.
    3. It is a refusal to say, between two equal positions or made once.
    4. It is a condition named once by who supported it before, or a single day between two equal positions that differ from
       it only by a condition.
    """
    around = list(zip([None, *found], found, [*found[1:], None], strict=False))
    reasons = (
        [one for one in found if {Position.SUPPORTS, Position.OPPOSES} <= set(one.positions)],
        [one for one in found if one.utterances == 1 and one.confidence < SURE],
        [one for before, one, after in around if _is_refusal(one) and (_is_weak(one) or _are_equal(before, after))],
        [one for before, one, after in around if before and _is_aside(before, one, after)],
    )
    return next((one for each in reasons for one in each), None)


def _is_refusal(one: Period) -> bool:
    return one.position is Position.NONCOMMITTAL


def _is_weak(one: Period) -> bool:
    return one.utterances < _REPEATED or one.confidence < SURE


def _is_aside(before: Period, one: Period, after: Period | None) -> bool:
    if not are_neighbours(before.position, one.position):
        return False
    if one.position is Position.CONDITIONAL and _is_weak(one):
        return True
    return _are_equal(before, after) and len(one.points) == 1


def _are_equal(before: Period | None, after: Period | None) -> bool:
    return before is not None and after is not None and before.position is after.position
