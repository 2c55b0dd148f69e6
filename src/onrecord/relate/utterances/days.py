"""Whether two statements can have been made on one day."""

from __future__ import annotations

from datetime import date
from enum import IntEnum

from onrecord.vocabulary.relations import Days, Telling
from onrecord.vocabulary.statements import SaidOnBasis

# A day's slack: a speech on Friday evening is Saturday elsewhere, and "on Tuesday" is often the day of the report.
_SLACK = 1
# An interval of up to so many days tells the day of an act well enough ("last week").
_NARROW = 7
# What an article prints without a day was said within the week before it, most of it. Chosen; not measured.
_BEFORE_PRINT = 7
# Articles about one event follow it within two weeks; from a month on they are about others. Chosen; not measured.
_SOON, _LATE = 14, 31


class Fit(IntEnum):
    """How far the days of two statements tell that they may be one, the surest last."""

    NONE = 0
    PRINTED = 1
    UNTOLD = 2
    WIDE = 3
    NEAR = 4


def fit(one: Telling, other: Telling) -> Fit:
    """How far the days of two statements agree.

    1. Two known intervals must touch: NEAR if both are narrow (with a day's slack), else WIDE; PRINTED if they do not, but a
       day is that of publication alone, and the week before it would touch the other.
    2. A day that is told as past ("he once swore", no first day) may be any earlier one.
    3. A day that is not known is no later than its article, and a report long after the other day is of another act.
    4. Of two unknown days, the articles' days of publication must not be far apart; in one article they are WIDE.
    """
    mine, others = _known(one.said_on), _known(other.said_on)
    if mine and others:
        return _of_known(mine, others) or _of_week_before(one, other)
    if one.article == other.article and mine is None and others is None:
        return Fit.WIDE
    if (mine and _past(other, mine)) or (others and _past(one, others)):
        return Fit.UNTOLD
    return _of_printed(one, other, mine or _printed(one), others or _printed(other))


def _of_known(mine: tuple[int, int], others: tuple[int, int]) -> Fit:
    narrow = max(mine[1] - mine[0], others[1] - others[0]) <= _NARROW
    if not _touch(mine, others, slack=_SLACK if narrow else 0):
        return Fit.NONE
    return Fit.NEAR if narrow else Fit.WIDE


def _of_week_before(one: Telling, other: Telling) -> Fit:
    """Whether two narrow days are one where a day of publication alone, for want of one in the text, is the last of a week."""
    mine, others = _back_from_print(one), _back_from_print(other)
    if mine is None or others is None:
        return Fit.NONE
    return Fit.PRINTED if _touch(mine, others, slack=0) else Fit.NONE


def _back_from_print(one: Telling) -> tuple[int, int] | None:
    """The days that a statement may be of: those told, if few; the week up to its article, where the day is only that one's."""
    days = _known(one.said_on)
    if days is None or days[1] - days[0] > _NARROW:
        return None
    return (days[0] - _BEFORE_PRINT, days[1]) if _is_printed(one) else days


def _is_printed(one: Telling) -> bool:
    """Whether nothing but the day of publication tells the day of a statement."""
    said = one.statement.said_on
    return said is not None and said.basis is SaidOnBasis.PUBLISHED


def _of_printed(one: Telling, other: Telling, mine: tuple[int, int] | None, others: tuple[int, int] | None) -> Fit:
    """By the days of publication, where the act's own is not known."""
    if mine is None or others is None:
        return Fit.UNTOLD
    apart = max(0, mine[0] - others[1], others[0] - mine[1])
    if apart > _LATE or _precedes(one, other) or _precedes(other, one):
        return Fit.NONE
    return Fit.WIDE if apart <= _SOON else Fit.UNTOLD


def _past(one: Telling, day: tuple[int, int]) -> bool:
    """Whether a statement is told as past, and some day lies before the last that it may be of."""
    earliest, latest = one.said_on
    return earliest is None and latest is not None and day[0] <= _number(latest)


def _precedes(one: Telling, other: Telling) -> bool:
    """Whether an article was printed before the other act was made."""
    printed, said = _printed(one), _known(other.said_on)
    return printed is not None and said is not None and printed[1] < said[0] - _SLACK


def _touch(one: tuple[int, int], other: tuple[int, int], *, slack: int) -> bool:
    return one[0] <= other[1] + slack and other[0] <= one[1] + slack


def _known(days: Days) -> tuple[int, int] | None:
    """The days as numbers, if both ends are known."""
    earliest, latest = days
    return (_number(earliest), _number(latest)) if earliest and latest else None


def _printed(one: Telling) -> tuple[int, int] | None:
    """The days of publication as numbers; of an open end, what is known."""
    earliest, latest = one.published
    if not latest:
        return None
    return _number(earliest or latest), _number(latest)


def _number(day: str) -> int:
    return date.fromisoformat(day[:10]).toordinal()
