"""Days, months and years in a sentence, and whether two of them may be one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from onrecord.text.timex import Timex, resolve, timexes
from onrecord.vocabulary.relations import Days

# A day is another one across the date line, and at midnight.
ONE_DAY = timedelta(1)
# "Ten years ago" may be nine or eleven.
_ROUND_YEARS = 5
_OF_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")
_PREPOSITION = re.compile(r"\b(?:in|on|since|by|until|till|of|during|for)\s+$", re.IGNORECASE)
_OF_IT = r"(?:\s+(?:(?:the\s+)?(?:end|beginning|start|middle|spring|summer|autumn|winter)\s+of|early|late|mid))?\s+(?:the\s+)?$"
_SINCE = re.compile(rf"\b(?:since|from|starting(?:\s+in)?|after){_OF_IT}", re.IGNORECASE)
_BY = re.compile(rf"\b(?:by|until|till|before|through){_OF_IT}", re.IGNORECASE)
_DETERMINER = re.compile(r"(?:\b(?:the|an?|its|his|her|their|whose|this|that)|[’']s)\s+$", re.IGNORECASE)
# A noun follows at once: neither a word of function nor a verb in the past.
_THING = re.compile(
    r"\s+(?!(?:in|on|at|by|of|to|from|and|or|but|that|which|who|when|where|while|with|for|as|after|before|until|is|was|were|has|had"
    r"|have|will|would|under|over|because|if|he|she|it|they|we|the|an?|his|her|its|their|\w+ed|\w+ing|\w+ly)\b)[a-z]"
)


_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
)


class Reach(StrEnum):
    """Which way a time reaches: something begins with it, has to be by then, or happened then."""

    SINCE = "since"
    BY = "by"
    THEN = "then"


@dataclass(frozen=True, slots=True)
class When:
    """A time expression at `[start, end)` of a text: the days that it means, or month and day where no year is told."""

    start: int
    end: int
    days: tuple[date, date] | None
    of_year: tuple[int, int] | None
    value: str
    reach: Reach = Reach.THEN

    @property
    def is_day(self) -> bool:
        return self.of_year is not None or (self.days is not None and self.days[1] - self.days[0] <= ONE_DAY)


@lru_cache(maxsize=4096)
def times(text: str) -> tuple[Timex, ...]:
    """The time expressions of a text, which numbers and dates both ask for."""
    return tuple(timexes(text))


def dates(text: str, on: Days = (None, None)) -> list[When]:
    """When a text says that something happened: days, months and years, with the days that it was written on to count from.

    Weekdays, parts of a year without one and vague times are left out, and what names a thing ("the 2016 budget").
    """
    anchor = (on[0], on[1]) if on[0] and on[1] else None
    found = (when for one in times(text) if not _names_a_thing(text, one) and (when := _read(one, anchor)))
    return [replace(when, reach=_reach(text, when.start)) for when in found]


def _reach(text: str, start: int) -> Reach:
    before = text[max(0, start - 30) : start]
    if _SINCE.search(before):
        return Reach.SINCE
    return Reach.BY if _BY.search(before) else Reach.THEN


def _names_a_thing(text: str, one: Timex) -> bool:
    """Whether a time tells which of several things is meant ("the 2016 budget", "the June 5 vote", "from 2005 levels")."""
    before = text[max(0, one.start - 24) : one.start]
    if re.fullmatch(r"\d{4}", one.value):
        return _PREPOSITION.search(before) is None or _THING.match(text, one.end) is not None
    return _DETERMINER.search(before) is not None and _THING.match(text, one.end) is not None


def has_unread_month(text: str, read: Iterable[When]) -> bool:
    """Whether a text names a month that none of its times holds ("in October", of a year that is not told)."""
    spans = [(when.start, when.end) for when in read]
    return any(not any(start <= month.start() < end for start, end in spans) for month in _MONTH.finditer(text))


def _read(one: Timex, anchor: tuple[str, str] | None) -> When | None:
    value = one.value
    if match := _OF_DAY.fullmatch(value):
        return When(one.start, one.end, None, (int(match[1]), int(match[2])), f"{int(match[1]):02}-{int(match[2]):02}")
    if value.startswith("XXXX") or one.refers_back or "past" in value or value.endswith("_REF"):
        return None
    if value.startswith("UNDEF") and not re.match(r"UNDEF-(?:year|decade)-minus-\d+$", value):
        return None
    days = resolve(one, anchor)
    if days is None:
        return None
    first, last = date.fromisoformat(days[0]), date.fromisoformat(days[1])
    value_of_days = written(first, last)
    if value.startswith("UNDEF"):
        first, last = _about(value, first, last)
    return When(one.start, one.end, (first, last), None, value_of_days)


def written(first: date, last: date) -> str:
    """A range of days in the form that compares: "2008", "2008-04", "2008-04-03"."""
    if first == last:
        return first.isoformat()
    if (last - first).days >= 364:
        return str(first.year)
    return first.isoformat()[:7] if (last - first).days <= 31 else f"{first.isoformat()}/{last.isoformat()}"


def _about(value: str, first: date, last: date) -> tuple[date, date]:
    number = int(value.rsplit("-", 1)[1]) * (10 if "decade" in value else 1)
    slack = 2 if number >= _ROUND_YEARS else 1
    return date(first.year - slack, 1, 1), date(last.year + slack, 12, 31)


def compatible(one: When, other: When) -> bool:
    """Whether two times may be one: one holds the other, they meet, or they are days next to each other."""
    if one.of_year or other.of_year:
        return _same_day_of_year(one, other)
    assert one.days and other.days
    return apart(one.days, other.days) <= slack(one.days, other.days)


def slack(one: tuple[date, date], other: tuple[date, date]) -> timedelta:
    """How far apart two times may be that are one: a day where both are days, nothing between months or years."""
    both_days = all(last - first <= ONE_DAY for first, last in (one, other))
    return ONE_DAY if both_days else timedelta(0)


def apart(one: tuple[date, date], other: tuple[date, date]) -> timedelta:
    """How far apart two ranges of days are: zero where they meet."""
    return max(timedelta(0), other[0] - one[1], one[0] - other[1])


def _same_day_of_year(one: When, other: When) -> bool:
    """Whether a day without a year may be another one, or may lie in the days of a month or year."""
    for when, then in ((one, other), (other, one)):
        if when.of_year and then.days and then.days[0] != then.days[1]:
            first, last = then.days
            return first.month != last.month or first.month == when.of_year[0]
    apart_by = abs(_in_leap_year(one) - _in_leap_year(other))
    return apart_by <= ONE_DAY or apart_by.days >= 364


def _in_leap_year(when: When) -> date:
    month, day = when.of_year or ((when.days[0].month, when.days[0].day) if when.days else (1, 1))
    return date(2024, month, day)
