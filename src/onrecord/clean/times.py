"""Written times as intervals: ISO 8601, the dates of mail and feeds, and dates written out in English.

What may be read in two ways (04/06/2021) is not read.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

Interval = tuple[str, str]

# Years that a date of publication may have: from the oldest newspapers on line to a century that no clock is wrong into.
_YEARS = range(1700, 2101)
_EPOCH_SECONDS = range(0, 4_102_444_800)  # 1970 to 2100

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
# Dates written out, each with the groups year, month and day; tried together, the leftmost wins.
_DATE = re.compile(
    rf"""
      (?P<y1>\d{{4}})[-/](?P<m1>\d{{1,2}})[-/](?P<d1>\d{{1,2}})(?!\d)                                  # 2021-04-06
    | (?<!\d)(?P<d2>\d{{1,2}})\.\s?(?P<m2>\d{{1,2}})\.\s?(?P<y2>\d{{4}})(?!\d)                         # 06.04.2021
    | (?<!\d)(?P<a3>\d{{1,2}})/(?P<b3>\d{{1,2}})/(?P<y3>\d{{4}})(?!\d)                                 # 23/04/2021, 04/23/2021
    | (?<!\d)(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?:of\s)?(?P<m4>{_MONTH}),?[\s-](?P<y4>\d{{4}})(?!\d)  # 6 April 2021
    | \b(?P<m5>{_MONTH})\s(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y5>\d{{4}})(?!\d)                   # April 6, 2021
    """,
    re.IGNORECASE | re.VERBOSE,
)
_YEAR = re.compile(r"\d{4}")
_YEAR_OR_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")


def iso_interval(raw: str) -> Interval | None:
    """The interval that an ISO 8601 string names: a year, a month, a day, a time, or two of them with "/" between."""
    parts = [_iso_part(part.strip()) for part in raw.strip().split("/")]
    if len(parts) > 2 or any(part is None for part in parts):
        return None
    first, last = parts[0], parts[-1]
    if first is None or last is None or first[0][:10] > last[1][:10]:
        return None
    return first[0], last[1]


def any_interval(raw: str | float) -> Interval | None:
    """The interval that a date in a page's or feed's metadata names, or None where it cannot be read in one way only.

    1. ISO 8601.  2. Seconds or milliseconds since 1970.  3. The format of mail and feeds.  4. A date written out.
    """
    text = str(raw).strip()[:100]
    if interval := iso_interval(text):  # 1
        return interval
    try:
        moment = _epoch(float(text)) if _is_number(text) else parsedate_to_datetime(text)  # 2, 3
    except (ValueError, TypeError, IndexError, OverflowError):
        moment = None
    if moment is not None and moment.year in _YEARS:
        return moment.isoformat(), moment.isoformat()
    found = find_day(text)  # 4
    return (found[2], found[2]) if found else None


def find_day(text: str, start: int = 0, end: int | None = None) -> tuple[int, int, str] | None:
    """The first date with day, month and year in `text[start:end]`: its place and the ISO 8601 day."""
    end = len(text) if end is None else end
    if not _YEAR.search(text, start, end):
        return None  # the quick way out: most paragraphs hold no year
    for match in _DATE.finditer(text, start, end):
        if day := _day_of(match):
            return match.start(), match.end(), day
    return None


def _iso_part(text: str) -> Interval | None:
    if match := _YEAR_OR_MONTH.fullmatch(text):
        return _whole(int(match[1]), int(match[2]) if match[2] else None)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.year not in _YEARS:
        return None
    written = moment.isoformat() if len(text) > len("2021-W14-2") else moment.date().isoformat()
    return written, written


def _whole(year: int, month: int | None) -> Interval | None:
    if year not in _YEARS or (month is not None and not 1 <= month <= 12):
        return None
    last_month = month or 12
    return (
        date(year, month or 1, 1).isoformat(),
        date(year, last_month, monthrange(year, last_month)[1]).isoformat(),
    )


def _is_number(text: str) -> bool:
    return re.fullmatch(r"\d{9,13}(\.\d*)?", text) is not None


def _epoch(seconds: float) -> datetime | None:
    for value in (seconds, seconds / 1000):
        if int(value) in _EPOCH_SECONDS:
            return datetime.fromtimestamp(value, UTC).replace(microsecond=0)
    return None


def _day_of(match: re.Match[str]) -> str | None:
    group = match.groupdict()
    if group["y3"]:
        first, second = int(group["a3"]), int(group["b3"])
        if first <= 12 and second <= 12 and first != second:
            return None  # day first or month first: nobody can tell
        return _day(int(group["y3"]), min(first, second), max(first, second))
    for number in "1245":
        if group["y" + number]:
            month = group["m" + number]
            month_number = int(month) if month.isdigit() else _MONTHS[month.lower().rstrip(".")]
            return _day(int(group["y" + number]), month_number, int(group["d" + number]))
    return None


def _day(year: int, month: int, day: int) -> str | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
