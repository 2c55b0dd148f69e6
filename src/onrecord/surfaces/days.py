"""Days as people write them: "4 May 2031", "3–9 May 2031", "May 2031", "by 9 May 2031"; and those that stand in a reason."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from onrecord.vocabulary import Days

MONTHS = "January February March April May June July August September October November December".split()
NOT_KNOWN = "day not known"

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
# Quoted words, which stay as they are; else a day, or two with what a machine puts between them.
_TOLD = re.compile(rf"“[^”]*”|\b({_DAY})(?:(?:\.\.|/)({_DAY}))?\b")


def told(days: Days) -> str:
    """Days in words, as short as they can be: a whole month or year by its name, both ends where they differ."""
    first, last = (_day(end) for end in days)
    if first is None or last is None:
        return f"{_one(first)} or later" if first else f"by {_one(last)}" if last else NOT_KNOWN
    if first == last:
        return _one(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole and (first.year, first.month) == (last.year, last.month):
        return month(first.isoformat()[:7])
    return _stretch(first, last)


def in_words(reason: str) -> str:
    """A reason with its ISO days as people write them; words in quotation marks stay, letter by letter."""

    def written(found: re.Match[str]) -> str:
        days = (found[1], found[2] or found[1])
        return told(days) if found[1] and all(map(_day, days)) else found[0]

    return _TOLD.sub(written, reason)


def month(words: str) -> str:
    """A month by its name: "May 2031" of "2031-05"."""
    return f"{MONTHS[int(words[5:7]) - 1]} {words[:4]}"


def moment(at: str) -> str:
    """A second in UTC, for the log: "4 May 2031, 14:05 UTC"; as it is, where it is none."""
    found = _day(at[:10])
    return f"{_one(found)}, {at[11:16]} UTC" if found and len(at) >= 16 else at


def _stretch(first: date, last: date) -> str:
    """Two days in words; what both have in common is said once."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_one(last)}"
    begin = f"{first.day} {MONTHS[first.month - 1]}" if first.year == last.year else _one(first)
    return f"{begin} – {_one(last)}"


def _one(of: date) -> str:
    return f"{of.day} {MONTHS[of.month - 1]} {of.year}"


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words[:10]) if words else None
    except ValueError:
        return None
