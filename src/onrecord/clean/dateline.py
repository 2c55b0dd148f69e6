"""When a text says that it was published: in a dateline, a byline or a line that is nothing but a date.

Running text is no witness here: a caption's date is the photograph's, and a year in the background is only a floor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.clean.times import find_day
from onrecord.clean.zones import Line
from onrecord.vocabulary import DateBasis, Published, Span, ZoneKind

# How many paragraphs at either end of a text may hold its date of publication: title, deck, kicker, two bylines and a
# caption stand above the date at most; below the text, a byline, a licence and a form.
_TOP = 8
_BOTTOM = 8
# Characters before the date of a dateline: "MOUNT SAINT BERNARD, North Varland, ".
_LONGEST_PLACE = 60
# Words of a line about the publication; a paragraph of the article that says "published on" is longer or is at neither end.
_SHORT = 25
# Characters from a paragraph's start that may hold the date: what lies further in is running text.
_WITHIN = 300

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = (
    r"(?:at\b|[@–—|,/\s-])*(?:\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?)?\s*"
    r"(?:\(?(?:[A-Z]{2,5}|[A-Z]{3}[+-]\d\d?)\)?)?"
)
_PUBLISHED = re.compile(
    rf"\b(?:(?:first|originally)\s+)?(?:published|posted|publication date|date published|released|issued|date|filed)"
    rf"(?:\s+on)?\s*[:|–—-]?\s*(?:\d\d?:\d\d\s*)?{_WEEKDAY}$",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    rf"\b(?:last\s+)?(?:updated|modified|revised)(?:\s+on)?\s*[:|–—-]?\s*(?:\d\d?:\d\d\s*)?{_WEEKDAY}$", re.IGNORECASE
)
_ALONE_BEFORE = re.compile(rf"[\W_]*(?:on\s+)?{_WEEKDAY}(?:\d\d?:\d\d\s*(?:[A-Z]{{2,4}})?[\s,|-]*)?", re.IGNORECASE)
_ALONE_AFTER = re.compile(rf"{_TIME}[\W_]*(?:\d+\s*min(?:ute)?s?\s+read\W*)?", re.IGNORECASE)
# "VARNHOLM, April 6 2021 —", "VARNHOLM (Agency), 6 April 2021 -", "Varnholm, Norland – April 6, 2021 –"
_PLACE_BEFORE = re.compile(r"[A-ZÀ-Þ][\w'’.-]*(?:[ ,/]+[A-ZÀ-Þ][\w'’.-]*)*\s*(?:\([^)]{1,40}\))?\s*[,:|–—-]*\s*")
_DASH_AFTER = re.compile(r"\s*(?:,?\s*\([^)]{1,40}\)|/[A-Z][\w ]{1,30}/|,\s*[A-Z][\w ]{1,30})?\s*[.:]?\s*(?:—|–|--|-|―)\s*\S")


def published_in(text: str, lines: Sequence[Line], kinds: Sequence[ZoneKind | None]) -> Published | None:
    """The day of publication that the first or last lines of a text give, with the date's own words as evidence, or None.

    1. A line that says "published" or "posted".  2. A dateline.  3. A line that is a date, or a byline with one.
    4. A line that says "updated". Captions and pull quotes are passed over. Within a step, the first line wins.
    """
    rated = sorted(_dated(text, lines, kinds), key=lambda found: found[0])
    if not rated:
        return None
    _, start, end, day = rated[0]
    return Published(day, day, basis=DateBasis.DATELINE, evidence=Span.of(text, start, end))


def _dated(text: str, lines: Sequence[Line], kinds: Sequence[ZoneKind | None]) -> Iterator[tuple[int, int, int, str]]:
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if _TOP <= number < len(lines) - _BOTTOM or kind in (ZoneKind.CAPTION, ZoneKind.PULL_QUOTE, ZoneKind.TITLE):
            continue
        position, end = line.start, min(line.end, line.start + _WITHIN)
        while position < end and (found := find_day(text, position, end)):
            if rank := _rank(text, line, found[:2], kind):
                yield rank, *found
            position = found[1]


def _rank(text: str, line: Line, place: tuple[int, int], kind: ZoneKind | None) -> int:
    """The step that a date in a line belongs to, or 0 where it says nothing of publication."""
    start, end = place
    before, after = text[line.start : start], text[end : line.end]
    short = line.words <= _SHORT and line.end - line.start <= _WITHIN
    if short and _PUBLISHED.search(before):
        return 1
    if len(before) <= _LONGEST_PLACE and _PLACE_BEFORE.fullmatch(before) and _DASH_AFTER.match(after):
        return 2
    if kind is ZoneKind.BYLINE and short:
        return 4 if _UPDATED.search(before) else 3
    if short and _UPDATED.search(before):
        return 4
    return 3 if short and _ALONE_BEFORE.fullmatch(before) and _ALONE_AFTER.fullmatch(after) else 0
