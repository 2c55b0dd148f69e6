"""Finds the shifts of one holder on one question, and says what makes each one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.relate.shifts.across import concessions, returns
from onrecord.relate.shifts.periods import Period, periods
from onrecord.relate.shifts.points import Point, points
from onrecord.relate.shifts.scale import kind_of
from onrecord.vocabulary.questions import Held, Reading, Shift, ShiftKind

# What a change from one ladder to the other is worth beside one on the same: it may be that both are held. Chosen; not measured.
_ACROSS = 0.8

_Side = tuple[Reading, Period]


def shifts(held: Sequence[Held]) -> list[Shift]:
    """The shifts in the dated positions of one actor, or of those who speak for one body, in order of days.

    1. On each reading, a shift lies between two neighbouring periods (see `periods`), whose order is told by their days.
    2. From `should` to `will` and back: who called for a thing concedes that it will not come; and calls for it again.
    3. Where the two statements are of two persons, it is a shift of the body at most: another spokesperson.

    Two reports of one utterance are never a shift, nor are two statements of one day.
    """
    will, should = (periods(points(row for row in held if row.reading is reading)) for reading in (Reading.WILL, Reading.SHOULD))
    ladders = ((Reading.WILL, will), (Reading.SHOULD, should))
    found = [_made((reading, one), (reading, two)) for reading, own in ladders for one, two in pairwise(own)]
    conceded = [((Reading.SHOULD, one), (Reading.WILL, two)) for one, two in concessions(will, should)]
    again = [((Reading.WILL, one), (Reading.SHOULD, two)) for one, two in returns(will, should)]
    found += [_made(*sides, across="concedes that it will not come") for sides in conceded]
    found += [_made(*sides, across="takes it up again") for sides in again]
    return [shift for _, shift in sorted((each for each in found if each), key=lambda each: (each[0], each[1].statements))]


def _made(before: _Side, after: _Side, *, across: str | None = None) -> tuple[int, Shift] | None:
    """A shift and the day by which it was made; None for one from ladder to ladder by two persons, who may want two things."""
    old, new = _last(before[1]), _first(after[1])
    one, two = old.evidence(before[1].position), new.evidence(after[1].position)
    by_others = one.actor != two.actor
    if by_others and across:
        return None
    kind = ShiftKind.REVERSAL if across else kind_of(before[1].position, after[1].position)
    shift = Shift(
        actor=two.actor,
        before=(before[0], before[1].position),
        after=(after[0], after[1].position),
        kind=ShiftKind.SPOKESPERSON if by_others else kind,
        statements=(one.statement, two.statement),
        confidence=round(before[1].confidence * after[1].confidence * (_ACROSS if across else 1), 4),
        why=_why(before, after, across, (one, two)),
    )
    return new.when.last, shift


def _last(period: Period) -> Point:
    """The point at the end of a period; of points that may be of one time, the one whose day is told best."""
    return max(period.plain, key=lambda point: (point.when.first or 0, point.when.last))


def _first(period: Period) -> Point:
    """The point at the start of a period, as `_last`."""
    return min(period.plain, key=lambda point: (point.when.last, -(point.when.first or 0)))


def _why(before: _Side, after: _Side, across: str | None, rows: tuple[Held, Held]) -> str:
    """What makes it a shift, and what could make it none."""
    told = f"{_told(*before)}; then {_told(*after)}"
    if across:
        told += f": {across} (from the reading {before[0]} to {after[0]})"
    doubts = [doubt for side in (before, after) if (doubt := _doubt(*side))]
    if rows[0].actor != rows[1].actor:
        doubts.append(f"{rows[0].actor_name} and {rows[1].actor_name} are two persons")
    elif across:
        doubts.append("what one wants and what one expects may differ")
    return f"{told}. But {'; '.join(doubts)}." if doubts else f"{told}."


def _told(reading: Reading, period: Period) -> str:
    first, last = str(_first(period).when), str(_last(period).when)
    days = first if first == last else f"{first} to {last}"
    count = f"{period.utterances} utterances" if period.utterances > 1 else "1 utterance"
    return f"{reading} {period.position} ({days}, {count})"


def _doubt(reading: Reading, period: Period) -> str | None:
    """Where a period has no point that takes its position alone: that others of its statements take."""
    others = {one for point in period.plain for one in point.positions} - {period.position}
    if not others:
        return None
    return f"reports or statements of one day differ: {reading} {' or '.join(sorted({period.position, *others}))}"
