"""When a position was taken: the days of one report, and of an utterance by all its reports; and which of two came first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.vocabulary.questions import Held

# The width, in days, of what may have been said on any day before one.
ENDLESS = 10**6


@dataclass(frozen=True, slots=True)
class When:
    """The days that something may have been said on, as ordinals, both included; `first` is None where any earlier day may be."""

    first: int | None
    last: int

    @property
    def width(self) -> int:
        return ENDLESS if self.first is None else self.last - self.first

    def is_before(self, other: When) -> bool:
        """Whether every day of this one lies before every day of the other: only then is it told which came first."""
        return other.first is not None and self.last < other.first

    def touches(self, other: When) -> bool:
        """Whether both may be one day."""
        return not self.is_before(other) and not other.is_before(self)

    def __str__(self) -> str:
        last = date.fromordinal(self.last).isoformat()
        if self.first is None:
            return f"by {last}"
        return last if self.first == self.last else f"{date.fromordinal(self.first).isoformat()}..{last}"


def day_of(row: Held) -> When | None:
    """The days of one report; None where nothing tells any.

    A report whose day is not known is as often of an older act as of a new one (three of five in the stories), so that
    publication bounds its last day and not its first.
    """
    first, latest = row.said_on[0], row.said_on[1] or row.printed[1]
    if latest is None:
        return None
    last = _number(latest)
    return When(min(_number(first), last) if first else None, last)


def days_of(rows: Sequence[Held]) -> When | None:
    """The days of an utterance: those that most outlets allow, as narrow as a report tells them; None where none does."""
    told = sorted({day for row in rows if (day := day_of(row))}, key=lambda day: (day.width, day.last))
    known = [day for day in told if day.first is not None]
    if not known:
        return min(told, key=lambda day: day.last, default=None)
    outlets = {day: {row.outlet or row.article for row in rows if (own := day_of(row)) and own.touches(day)} for day in known}
    return max(known, key=lambda day: len(outlets[day]))


def _number(day: str) -> int:
    return date.fromisoformat(day[:10]).toordinal()
