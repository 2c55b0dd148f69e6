"""Dates as mark-up of a page, and the days at the ends of months."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from markupsafe import Markup

from onrecord.surfaces.cli import printing
from onrecord.surfaces.days import NOT_KNOWN, told
from onrecord.surfaces.edtf import edtf
from onrecord.vocabulary import Days, Published, SaidOn


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


def last_day(words: str) -> str:
    """The last day of a month: "2031-02-28" of "2031-02"."""
    return f"{words}-{monthrange(int(words[:4]), int(words[5:7]))[1]:02}"


def day_before(words: str) -> str:
    """The day before an ISO day; the day itself where the calendar has none before."""
    return (max(date.fromisoformat(words), date(1, 1, 2)) - timedelta(days=1)).isoformat()
