"""Points: the position of one utterance, or of one day, with the reports that show it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.relate.shifts.dating import ENDLESS, When, day_of, days_of
from onrecord.vocabulary.questions import Held, Position

# From this confidence on, a statement is sure enough to count alone.
SURE = 0.6
# A position with no more than this share of the weight of the strongest is taken for a misreading.
_MINOR = 0.5
# What the speaker's own words are worth as evidence, beside those that a reporter or a headline puts it in. Chosen; not measured.
_OWN_WORDS = 0.2
# Of two positions of equal weight the first here is taken: a condition is dropped more often than made up.
_FIRST = (Position.CONDITIONAL, Position.OPPOSES, Position.SUPPORTS, Position.NONCOMMITTAL)


@dataclass(frozen=True, slots=True)
class Point:
    """What was held on some day: one position, or several where reports or statements differ, the weightiest first."""

    when: When
    positions: tuple[Position, ...]
    rows: tuple[Held, ...]

    @property
    def confidence(self) -> float:
        """That of the surest report of the weightiest position."""
        return max(row.confidence for row in self.rows if row.position is self.positions[0])

    @property
    def utterances(self) -> int:
        return len({row.utterance for row in self.rows})

    def evidence(self, position: Position) -> Held:
        """The report that shows a position best: surest, rather in the speaker's own words than in others', of what most outlets
        report, of a day told best, first in print.
        """
        own = [row for row in self.rows if row.position is position]
        outlets = defaultdict(set)
        for row in own:
            outlets[row.utterance].add(row.outlet or row.article)
        told = {row.statement: day.width if (day := day_of(row)) else ENDLESS for row in own}
        return min(
            own,
            key=lambda row: (
                -row.confidence - (_OWN_WORDS if row.quoted else 0.0),
                -len(outlets[row.utterance]),
                told[row.statement],
                row.printed[1] or "~",
                row.statement,
            ),
        )


def points(rows: Iterable[Held]) -> list[Point]:
    """The points of one ladder, in order of days: reports of one utterance are one, and so is what was said on one day.

    Left out: what is told second-hand, copies of reports, statements whose day nothing tells, and what is not about it.
    """
    reports = defaultdict(list)
    for row in rows:
        if not row.second_hand and not row.copied and row.position is not Position.NOT_ABOUT:
            reports[row.utterance].append(row)
    said = [point for _, own in sorted(reports.items()) if (point := _of_utterance(own))]
    by_day = defaultdict(list)
    for point in said:
        by_day[point.when].append(point)
    found = [_of_day(when, own) for when, own in by_day.items()]
    return sorted(found, key=lambda point: (point.when.last, -point.when.width))


def _of_utterance(rows: Sequence[Held]) -> Point | None:
    """One utterance has one position: in one article the surest reading of it; articles are weighed against each other."""
    when = days_of(rows)
    if when is None:
        return None
    by_outlet: dict[str, Held] = {}
    for row in sorted(rows, key=lambda row: (row.confidence, -_FIRST.index(row.position), row.statement)):
        by_outlet[row.outlet or row.article] = row
    return _point(when, rows, ((row.position, row.confidence) for row in by_outlet.values()))


def _of_day(when: When, said: Sequence[Point]) -> Point:
    """What was said on one day is weighed by utterances."""
    if len(said) == 1:
        return said[0]
    votes = ((one.positions[0], one.confidence) for one in said)
    return _point(when, [row for one in said for row in one.rows], votes)


def _point(when: When, rows: Sequence[Held], votes: Iterable[tuple[Position, float]]) -> Point:
    positions = _weighed(votes)
    return Point(when, positions, tuple(row for row in rows if row.position in positions))


def _weighed(votes: Iterable[tuple[Position, float]]) -> tuple[Position, ...]:
    """The positions that count, the weightiest first. Who says something and does not say more has said it."""
    weights: dict[Position, float] = defaultdict(float)
    surest: dict[Position, float] = defaultdict(float)
    for position, confidence in votes:
        weights[position] += confidence
        surest[position] = max(surest[position], confidence)
    if len(weights) > 1:
        weights.pop(Position.NONCOMMITTAL, None)
    most = max(weights.values())
    sure = any(surest[position] >= SURE for position in weights)
    kept = [
        one for one in weights if weights[one] == most or (weights[one] > _MINOR * most and (surest[one] >= SURE or not sure))
    ]
    return tuple(sorted(kept, key=lambda one: (-weights[one], _FIRST.index(one))))
