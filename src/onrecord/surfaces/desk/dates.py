"""Days as a page writes them: "4 May 2031", "3–9 May 2031", "May 2031", "by 9 May 2031"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from markupsafe import Markup

from onrecord.surfaces.cli import printing
from onrecord.surfaces.edtf import edtf
from onrecord.vocabulary import Days, Published, SaidOn

MONTHS = "January February March April May June July August September October November December".split()
NOT_KNOWN = "day not known"


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


def day(when: Published | SaidOn | None) -> Markup:
    """A date of saying or of publication as a <time>; where only the article's words are known, these."""
    if when is None or (when.earliest is None and when.latest is None):
        words = printing.day(when)
        return Markup('<span class="unknown">{}</span>').format(NOT_KNOWN if words == "not known" else words)
    return between((when.earliest, when.latest))


def between(days: Days) -> Markup:
    """Days as a <time>, which says them to programs too where they are one day."""
    first, last = (end[:10] if end else None for end in days)
    if first is None and last is None:
        return Markup('<span class="unknown">{}</span>').format(NOT_KNOWN)
    if first == last:
        return Markup('<time datetime="{}">{}</time>').format(first, told(days))
    return Markup('<span class="days" title="{}">{}</span>').format(edtf(first, last), told(days))


def month(words: str) -> str:
    """A month by its name: "May 2031" of "2031-05"."""
    return f"{MONTHS[int(words[5:7]) - 1]} {words[:4]}"


def last_day(words: str) -> str:
    """The last day of a month: "2031-02-28" of "2031-02"."""
    return f"{words}-{monthrange(int(words[:4]), int(words[5:7]))[1]:02}"


def day_before(words: str) -> str:
    """The day before an ISO day; the day itself where the calendar has none before."""
    return (max(date.fromisoformat(words), date(1, 1, 2)) - timedelta(days=1)).isoformat()


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
