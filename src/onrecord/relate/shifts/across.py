"""A shift from one ladder to the other: who wanted a thing concedes that it will not come, and takes it up again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.relate.shifts.periods import Period
from onrecord.relate.shifts.points import Point
from onrecord.vocabulary.questions import Position

# Days within which a call for the thing shows that whoever says that it will not come wants it as before. Chosen; not measured.
_STILL = 31


def concessions(will: Sequence[Period], should: Sequence[Period]) -> list[tuple[Period, Period]]:
    """From a call for the thing (on `should`) to the first time that its caller says that it will not come (on `will`).

    None where the ladder of `will` shows the change itself, where the actor was ever against the thing, or still calls for it.
    """
    calls = _calls(should)
    found = []
    for place, period in enumerate(will):
        if place or period.position is not Position.OPPOSES:
            continue
        first = period.plain[0]
        before = [call for call in calls if call.when.is_before(first.when)]
        last = _last(should, first)
        wanted = last is not None and last.position is Position.SUPPORTS and not _was_against(should, first)
        if before and wanted and not any(_is_still(call, first) for call in calls):
            found.append((_period(before, Position.SUPPORTS), period))
    return found


def returns(will: Sequence[Period], should: Sequence[Period]) -> list[tuple[Period, Period]]:
    """From the word that it will not come (on `will`) to the next call for the thing (on `should`), by one who wanted it before.

    None where the ladder of `will` shows the return itself.
    """
    if not will or will[-1].position is not Position.OPPOSES:
        return []
    period, calls = will[-1], _calls(should)
    first = period.plain[0]
    wanted = any(call.when.is_before(first.when) for call in calls) or any(one.position is Position.SUPPORTS for one in will[:-1])
    after = [call for call in calls if first.when.is_before(call.when)]
    if not after or not wanted or _was_against(should, after[0]) or any(_is_still(call, first) for call in calls):
        return []
    given_up = [point for point in period.plain if point.when.is_before(after[0].when)]
    return [(_period(given_up, Position.OPPOSES), _period(after, Position.SUPPORTS))]


def _calls(should: Iterable[Period]) -> list[Point]:
    """The points that call for the thing and do nothing else, in order of days."""
    return [point for period in should if period.position is Position.SUPPORTS for point in period.plain]


def _last(should: Iterable[Period], point: Point) -> Period | None:
    """The last period of `should` that begins before a point."""
    return next((one for one in reversed([*should]) if one.points[0].when.is_before(point.when)), None)


def _was_against(should: Iterable[Period], point: Point) -> bool:
    """Whether the actor was against the thing, at a point or before it."""
    against = (one for one in should if one.position is Position.OPPOSES)
    return any(not point.when.is_before(one.points[0].when) for one in against)


def _is_still(call: Point, given_up: Point) -> bool:
    """Whether a call for the thing is of the day on which it was given up, or of the weeks that followed."""
    first = call.when.first
    if call.when.is_before(given_up.when):
        return False
    return first is None or first <= given_up.when.last + _STILL


def _period(points: Sequence[Point], position: Position) -> Period:
    return Period((position,), tuple(points))
